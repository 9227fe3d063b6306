/** Overrides: emergency and safety messages above everything (section O). */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { Instant } from '../time/instant.ts'
import { id, instantSchema } from './parts.ts'
import { type Target, targetSchema } from './target.ts'
import type { Words } from './words.ts'

/** The ladder (N1), strongest first. A lower level can neither cover nor delay a higher one. */
export const overrideLevels = ['life-safety', 'security', 'operation'] as const
export type OverrideLevel = (typeof overrideLevels)[number]

/** Which rung each prepared message stands on; the words are in `override-templates.ts`. */
const levels: Readonly<Record<string, OverrideLevel>> = { evacuate: 'life-safety', 'stay-inside': 'life-safety', 'show-stop': 'operation' }

/** The rung of a template. One that this build does not know may be about life. */
export function levelOf(template: string): OverrideLevel {
  return levels[template] ?? 'life-safety'
}

/** ISO 22324: danger red, caution yellow, safe green. */
export type Signal = 'danger' | 'caution' | 'safe'

/** A prepared message. All of them are on every screen beforehand. */
export interface OverrideTemplate {
  readonly id: string
  readonly level: OverrideLevel
  readonly signal: Signal
  /** What to do, in as few words as possible; the line break is part of it. */
  readonly action: Words
  readonly lines: readonly Words[]
  /** Whether the way out for this screen stands beside the words. */
  readonly wayOut: boolean
}

/** The three endings in words. */
export type Ending = 'all-clear' | 'mistake' | 'exercise-over'

/** One override. `ending` set: its end is told for `limits.allClearMs` from `at`, then it is over; a life-safety message without an ending never goes by time. */
export interface Override {
  readonly id: string
  readonly template: string
  readonly target: Target
  readonly status: 'actual' | 'exercise'
  readonly since: Instant
  readonly ending: { readonly kind: Ending; readonly at: Instant } | null
}

/** Everything that is in force in the venue, ≤ `limits.overrideBytes`; replaced as a whole. */
export interface OverrideDocument {
  readonly overrides: readonly Override[]
}

export const noOverrides: OverrideDocument = { overrides: [] }

export const overrideSchema: z.ZodMiniType<Override> = z.strictObject({
  id,
  template: id,
  target: targetSchema,
  status: z.enum(['actual', 'exercise']),
  since: instantSchema,
  ending: z.nullable(z.strictObject({ kind: z.enum(['all-clear', 'mistake', 'exercise-over']), at: instantSchema })),
})

export const overrideDocumentSchema: z.ZodMiniType<OverrideDocument> = z.strictObject({
  overrides: z.array(overrideSchema).check(z.maxLength(limits.overrides)),
})
