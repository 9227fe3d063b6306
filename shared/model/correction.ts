/** Corrections: what a person said about a happening, kept beside what was imported and stronger than it. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { type Instant, later, minuteMs } from '../time/instant.ts'
import { id, instantSchema } from './parts.ts'
import type { Happening } from './programme.ts'

/** A corrected place that is none; no stage is called so. */
export const nowhere = '.'

/** Times and stage (or `nowhere`) as they are now; null: as imported. They are absolute: a new import does not shift what a person has seen. */
export interface Correction {
  readonly start: Instant | null
  readonly end: Instant | null
  readonly stage: string | null
  readonly open: boolean
  readonly cancelled: boolean
}

export const nothingCorrected: Correction = { start: null, end: null, stage: null, open: false, cancelled: false }

/** The happening as it stands with the correction. `was` tells what was announced, where that differs; what the import already said of it stays. */
export function corrected(planned: Happening, correction: Correction): Happening {
  const start = correction.start ?? planned.start
  const stage = correction.stage === nowhere ? null : (correction.stage ?? planned.stage)
  const plannedEnd = correction.end ?? planned.end
  const end = correction.open ? later(plannedEnd, limits.overrunMs) : plannedEnd
  const differs = start !== planned.start || stage !== planned.stage
  return {
    ...planned,
    start,
    end: end < start ? start : end,
    stage,
    open: correction.open,
    cancelled: planned.cancelled || correction.cancelled,
    was: differs ? (planned.was ?? { start: planned.start, stage: planned.stage }) : planned.was,
  }
}

/** Who tells of a delay this soon after the announced start tells that it has not begun yet (ms): the glass must not say «Nå» of it. */
const notBegunMs = 5 * minuteMs

/** The correction that puts a happening off by so many minutes: one that has begun ends later, any other begins later too, as a moment always does. `happening` as it stands with `before`. */
export function delayed(happening: Happening, before: Correction, minutes: number, now: Instant): Correction {
  const byMs = minutes * minuteMs
  const isMoment = happening.end === happening.start
  const hasBegun = !isMoment && later(happening.start, notBegunMs) <= now
  const end = happening.open ? later(happening.end, -limits.overrunMs) : happening.end
  return { ...before, start: hasBegun ? before.start : later(happening.start, byMs), end: later(end, byMs) }
}

/** It goes on although its end has come or comes: the end is not known. */
export function goingOn(before: Correction): Correction {
  return { ...before, open: true, cancelled: false }
}

/** It is over. */
export function over(before: Correction, now: Instant): Correction {
  return { ...before, open: false, end: now }
}

/** The happenings that begin after this one on its stage until `dayEnd` (the next day-break): those that follow when it is put off. Cancelled ones do not, nor what goes on beside it from the same minute. */
export function followers(happening: Happening, all: readonly Happening[], dayEnd: Instant): readonly Happening[] {
  if (happening.stage === null) return []
  return all.filter(({ stage, cancelled, start }) => stage === happening.stage && !cancelled && start > happening.start && start < dayEnd)
}

export const correctionSchema: z.ZodMiniType<Correction> = z.strictObject({
  start: z.nullable(instantSchema),
  end: z.nullable(instantSchema),
  stage: z.nullable(z.union([id, z.literal(nowhere)])),
  open: z.boolean(),
  cancelled: z.boolean(),
})
