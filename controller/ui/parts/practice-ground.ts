/** Who practises, when, and before which screens: all that the controller would know where a deed is practised instead. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Area, EventResource, ProgrammeResource, RoundResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Effect } from './practice-effect.ts'

/** In every id that practice gives: the controller gives none with a hyphen. */
export const mark = 'ovelse-'

export interface PracticeGround {
  readonly who: string
  readonly now: Instant
  readonly areas: readonly Area[]
  readonly screens: readonly ScreenResource[]
  readonly statuses: readonly ScreenStatus[]
  readonly event: Pick<EventResource, 'zone' | 'dayBreak'> | null
  /** Rounds that were begun in practice. */
  readonly rounds: readonly RoundResource[]
  /** As it stands in practice; null where the deed is not about it. */
  readonly programme: ProgrammeResource | null
  /** What the box that is practised with shows. */
  readonly code: string
  /** Wrong codes typed in the last ten minutes. */
  readonly wrongCodes: number
  /** Of the page, for links. */
  readonly origin: string
}

/** What a deed answers, and what it does. */
export interface Done {
  readonly value: unknown
  readonly effect: Effect
}

/** An instant as it travels. */
export function json(t: Instant): string {
  return new Date(t).toISOString()
}

/** The screen, or the problem `not-found`. */
export function screenWith({ screens }: PracticeGround, id: string): ScreenResource {
  const found = screens.find((screen) => screen.id === id)
  if (found === undefined) throw new Problem(404, 'not-found', `There is no screen «${id}».`, '', { id })
  return found
}
