/** The manifest: everything a class of screens may show, and when. Immutable and addressed by the SHA-256 of its canonical JSON. */
import * as z from 'zod/mini'
import type { Instant } from '../time/instant.ts'
import type { Series } from '../time/series.ts'
import type { ZoneTable } from '../time/zone.ts'
import { id, instantSchema, name } from './parts.ts'
import { type PlaylistBody, playlistBodySchema } from './playlist.ts'
import { type SlideBody, slideBodySchema } from './slide.ts'
import { type ThemeBody, themeBodySchema } from './theme.ts'

/** Places of mutual exclusion on the glass, lowest first. */
export const slots = ['main', 'ticker', 'corner', 'banner', 'override'] as const
export type Slot = (typeof slots)[number]

/** Those that a playlist can be given. */
export const entrySlots = ['main', 'ticker', 'corner', 'banner'] as const

/** The ladder inside a slot, weakest first (rule E2). */
export const bands = ['house', 'normal', 'event', 'takeover'] as const
export type Band = (typeof bands)[number]

/** One schedule entry with its rule turned into instants. `when` is `always`, or series sorted by start that do not overlap. */
export interface Entry {
  readonly id: string
  readonly name: string
  readonly slot: Exclude<Slot, 'override'>
  readonly band: Band
  readonly exclusive: boolean
  /** Stepped by a person: its cue says which item stands (rule E9). Always exclusive. */
  readonly manual: boolean
  readonly weight: number
  readonly playlist: string
  readonly when: 'always' | readonly Series[]
}

/** The event as screens need it. `dayBreakMs` is wall time after midnight (05:00). */
export interface ManifestEvent {
  readonly id: string
  readonly name: string
  readonly venueName: string
  readonly from: Instant
  readonly until: Instant
  readonly zone: ZoneTable
  readonly dayBreakMs: number
  /** Id of the theme. */
  readonly theme: string
  /** The theme itself where it is one of the venue's own; null: one that comes with the product. */
  readonly look: ThemeBody | null
}

/** Where a rotation stood when it was published, so that an edit does not restart the show (rule E7). Holds until the day-break after `at`. */
export interface Anchor {
  readonly slot: Exclude<Slot, 'override'>
  readonly band: Band
  /** Whose rotation: the exclusive entry, or null for the one that the other entries of the band share. */
  readonly exclusive: string | null
  /** The playlist that rotates in regions of layouts by the venue clock, null for the rotation of a slot; its cursors begin with the playlist's id. */
  readonly region: string | null
  readonly at: Instant
  /** The item on the glass at `at`, which goes on to its end; null: the next follows at once. `path` as in a scene. */
  readonly showing: { readonly entry: string; readonly path: string; readonly startedAt: Instant } | null
  /** The entry that had the last turn (the one of `showing`, if there is one). */
  readonly last: string
  /** What that turn showed, so that the next is neither the same nor a rival; null: unknown. */
  readonly tag: Tag | null
  /** How far each list has come, by the path it is reached on: the entry's id, then the ids of items down to the list, joined by `/`. */
  readonly cursors: Readonly<Record<string, Cursor>>
}

/** What neighbours must not share: the slide, and the sponsor or a rival of it (rule E4). */
export interface Tag {
  readonly slide: string
  readonly sponsor: string | null
}

/** A list's place in its order: the number of the pass and the items of it that have had their turn (in sequence the last of them says it all, and stands alone). */
export interface Cursor {
  readonly pass: number
  readonly done: readonly string[]
}

export interface Manifest {
  readonly format: 1
  readonly event: ManifestEvent
  /** The day-breaks, as the starts of series (lengths do not matter), covering the manifest's horizon; beyond it days go on by 24 h. */
  readonly days: readonly Series[]
  readonly entries: readonly Entry[]
  readonly playlists: Readonly<Record<string, PlaylistBody>>
  readonly slides: Readonly<Record<string, SlideBody>>
  /** The sponsors of these slides, and who their rivals are. One side's word is enough. */
  readonly sponsors: Readonly<Record<string, { readonly rivals: readonly string[] }>>
  readonly anchors: readonly Anchor[]
}

const seriesSchema: z.ZodMiniType<Series> = z.strictObject({
  start: instantSchema,
  lengthMs: z.int().check(z.positive()),
  everyMs: z.int().check(z.positive()),
  count: z.int().check(z.positive()),
})

const slotSchema = z.enum(entrySlots)
const bandSchema = z.enum(bands)

const entrySchema: z.ZodMiniType<Entry> = z.strictObject({
  id,
  name,
  slot: slotSchema,
  band: bandSchema,
  exclusive: z.boolean(),
  manual: z._default(z.boolean(), false),
  weight: z.number().check(z.positive()),
  playlist: id,
  when: z.union([z.literal('always'), z.array(seriesSchema)]),
})

const anchorSchema: z.ZodMiniType<Anchor> = z.strictObject({
  slot: slotSchema,
  band: bandSchema,
  exclusive: z.nullable(id),
  region: z._default(z.nullable(id), null),
  at: instantSchema,
  showing: z.nullable(z.strictObject({ entry: id, path: z.string(), startedAt: instantSchema })),
  last: id,
  tag: z._default(z.nullable(z.strictObject({ slide: id, sponsor: z.nullable(id) })), null),
  cursors: z.record(z.string(), z.strictObject({ pass: z.int().check(z.nonnegative()), done: z.array(id) })),
})

export const manifestSchema: z.ZodMiniType<Manifest> = z.strictObject({
  format: z.literal(1),
  event: z.strictObject({
    id,
    name,
    venueName: name,
    from: instantSchema,
    until: instantSchema,
    zone: z.strictObject({
      name: z.string(),
      firstOffsetMs: z.int(),
      changes: z.array(z.strictObject({ at: instantSchema, offsetMs: z.int() })),
    }),
    dayBreakMs: z.int().check(z.nonnegative()),
    theme: id,
    look: z._default(z.nullable(themeBodySchema), null),
  }),
  days: z.array(seriesSchema),
  entries: z.array(entrySchema),
  playlists: z.record(id, playlistBodySchema),
  slides: z.record(id, slideBodySchema),
  sponsors: z._default(z.record(id, z.strictObject({ rivals: z.array(id) })), {}),
  anchors: z.array(anchorSchema),
})
