/** Live documents: the few small things that change by themselves, as arguments of `resolve`. */
import * as z from 'zod/mini'
import type { Instant } from '../time/instant.ts'
import { noOverrides, type OverrideDocument } from './override.ts'
import { id, instantSchema } from './parts.ts'
import type { Placed } from './target.ts'

/** Which item of a manual entry stands, and since when. `item`: ids from the entry's own list down, joined by `/`, as in a scene's path. */
export interface Cue {
  readonly item: string
  readonly at: Instant
  /** What stood before, which goes on until `at`: a step is told a moment ahead. Null: nothing was stepped to yet. */
  readonly before: { readonly item: string; readonly at: Instant } | null
}

/** Only overrides and cues may change *which* item is shown; slips and a source's revision change pixels, never durations. `screen` is who is asking, for the targets of overrides. */
export interface Live {
  readonly screen: Placed | null
  readonly overrides: OverrideDocument
  /** By entry. */
  readonly cues: Readonly<Record<string, Cue>>
  /** How much later than written a countdown ends (ms, negative: earlier), by slide. */
  readonly slips: Readonly<Record<string, number>>
  /** The revision hash of each source's document, by source id (`programme`). */
  readonly sources: Readonly<Record<string, string>>
}

export const quiet: Live = { screen: null, overrides: noOverrides, cues: {}, slips: {}, sources: {} }

/** What people step and shift by hand, one document for the venue: small enough to travel whole. Held to `limits.liveEntries` of each. */
export interface LiveDocument {
  readonly cues: Live['cues']
  readonly slips: Live['slips']
}

export const nothingLive: LiveDocument = { cues: {}, slips: {} }

const item = z.string().check(z.maxLength(400))

export const liveDocumentSchema: z.ZodMiniType<LiveDocument> = z.strictObject({
  cues: z.record(id, z.strictObject({ item, at: instantSchema, before: z.nullable(z.strictObject({ item, at: instantSchema })) })),
  slips: z.record(id, z.int()),
})
