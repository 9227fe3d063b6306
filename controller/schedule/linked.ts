/** Entries linked to the programme: where a happening is now decides when they apply. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningEdge, When } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Window } from './series.ts'

/** From one edge of a happening to another. */
export type Linked = Extract<When, { kind: 'happening' }>

/** The one window of a rule linked to the programme; null while the happening is cancelled or gone, or where nothing is left of it. `happenings` as they stand, with their corrections. */
export function linkedWindow(when: Linked, happenings: readonly Happening[]): Window | null {
  const happening = happenings.find(({ id }) => id === when.happening)
  if (happening === undefined || happening.cancelled) return null
  const window = around(when, happening)
  return window.from < window.until ? window : null
}

/** Problems: `unknown-reference` at `when.happening`; `end-before-start` at `when.until` where nothing is between the edges as they stand. One that is cancelled may be linked to: it may yet take place. */
export function checkLinked(when: Linked, happenings: readonly Happening[]): void {
  const { happening: id } = when
  const happening = happenings.find((one) => one.id === id)
  if (happening === undefined)
    throw new Problem(422, 'unknown-reference', `There is no happening «${id}» in the programme.`, 'when.happening', { id })
  const { from, until } = around(when, happening)
  if (until <= from) throw new Problem(422, 'end-before-start', 'The end must come after the start.', 'when.until')
}

function around({ from, until }: Linked, happening: Happening): Window {
  const at = ({ edge, offsetMin }: HappeningEdge) => later(happening[edge], offsetMin * minuteMs)
  return { from: at(from), until: at(until) }
}
