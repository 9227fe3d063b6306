/** The manifest: everything a class of screens may show, and when. Immutable and addressed by the SHA-256 of its canonical JSON. */
import * as z from 'zod/mini'
import type { Instant } from '../time/instant.ts'
import type { Series } from '../time/series.ts'
import type { ZoneTable } from '../time/zone.ts'
import { id, instantSchema, name } from './parts.ts'
import { type PlaylistBody, playlistBodySchema } from './playlist.ts'
import { type SlideBody, slideBodySchema } from './slide.ts'

/** Places of mutual exclusion on the glass, lowest first. */
export const slots = ['main', 'ticker', 'corner', 'banner', 'override'] as const
export type Slot = (typeof slots)[number]

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
  readonly theme: string
}

/** Where a rotation stood when it was published, so that an edit does not restart the show (rule E7). At `at` the item `item` of `entry` is on the glass, shown since `startedAt`; `next` names, per path, the item that follows. */
export interface Anchor {
  readonly slot: Exclude<Slot, 'override'>
  readonly band: Band
  readonly at: Instant
  readonly entry: string
  readonly path: string
  readonly item: string
  readonly startedAt: Instant
  /** How far each list has come, by the path it is reached on: ids of the items already shown in the running pass. */
  readonly cursors: Readonly<Record<string, Cursor>>
}

/** A list's place in its order: the number of the pass and the items of it that have had their turn. */
export interface Cursor {
  readonly pass: number
  readonly done: readonly string[]
}

export interface Manifest {
  readonly format: 1
  readonly event: ManifestEvent
  /** Instants of day-break as series of length zero-free days, covering the manifest's horizon. */
  readonly days: readonly Series[]
  readonly entries: readonly Entry[]
  readonly playlists: Readonly<Record<string, PlaylistBody>>
  readonly slides: Readonly<Record<string, SlideBody>>
  readonly anchors: readonly Anchor[]
}

const seriesSchema: z.ZodMiniType<Series> = z.strictObject({
  start: instantSchema,
  lengthMs: z.int().check(z.positive()),
  everyMs: z.int().check(z.positive()),
  count: z.int().check(z.positive()),
})

const slotSchema = z.enum(['main', 'ticker', 'corner', 'banner'])
const bandSchema = z.enum(bands)

const entrySchema: z.ZodMiniType<Entry> = z.strictObject({
  id,
  name,
  slot: slotSchema,
  band: bandSchema,
  exclusive: z.boolean(),
  weight: z.number().check(z.positive()),
  playlist: id,
  when: z.union([z.literal('always'), z.array(seriesSchema)]),
})

const anchorSchema: z.ZodMiniType<Anchor> = z.strictObject({
  slot: slotSchema,
  band: bandSchema,
  at: instantSchema,
  entry: id,
  path: z.string(),
  item: id,
  startedAt: instantSchema,
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
  }),
  days: z.array(seriesSchema),
  entries: z.array(entrySchema),
  playlists: z.record(id, playlistBodySchema),
  slides: z.record(id, slideBodySchema),
  anchors: z.array(anchorSchema),
})
