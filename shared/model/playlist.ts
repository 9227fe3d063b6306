/** Playlists: ordered lists of slides and other playlists. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { Instant } from '../time/instant.ts'
import { id, instantSchema, name } from './parts.ts'

/** One line of a playlist. `take`: how many items of the inner list one visit plays, going on where the last one ended; null: its whole pass. `durationMs` null: the slide's own; always null for a nested playlist. Validity never cuts an item that is on the glass; it decides whether its next turn comes (rule E2). */
export interface PlaylistItem {
  readonly id: string
  readonly of:
    | { readonly kind: 'slide'; readonly slide: string }
    | { readonly kind: 'playlist'; readonly playlist: string; readonly take: number | null }
  readonly durationMs: number | null
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
}

export interface PlaylistBody {
  readonly name: string
  readonly order: 'sequence' | 'shuffle'
  readonly items: readonly PlaylistItem[]
}

export const playlistItemSchema: z.ZodMiniType<PlaylistItem> = z.strictObject({
  id,
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('slide'), slide: id }),
    z.strictObject({
      kind: z.literal('playlist'),
      playlist: id,
      take: z._default(z.nullable(z.int().check(z.minimum(1), z.maximum(limits.playlistItems))), null),
    }),
  ]),
  durationMs: z.nullable(z.int().check(z.minimum(limits.itemMinMs), z.maximum(limits.itemMaxMs))),
  validFrom: z.nullable(instantSchema),
  validUntil: z.nullable(instantSchema),
})

export const playlistBodySchema: z.ZodMiniType<PlaylistBody> = z.strictObject({
  name,
  order: z.enum(['sequence', 'shuffle']),
  items: z.array(playlistItemSchema).check(z.maxLength(limits.playlistItems)),
})
