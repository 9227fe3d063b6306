/** Whom something reaches that a person puts on screens at once, and whether it may. */
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { EventRow } from '../events/table.ts'
import { checkTarget } from '../schedule/store.ts'
import { listScreens } from '../screens/store.ts'
import type { ScreenRow } from '../screens/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Transaction } from '../storage/store.ts'

/** Screens that a refusal names; the rest is an ellipsis. */
const mostNames = 12

/** The current event. Problem `event-over`: its screens say thanks and nothing else. */
export function eventUnderWay(tx: Transaction): EventRow {
  const event = currentEvent(tx.db)
  if (event.phase === 'ended') throw new Problem(409, 'event-over', 'The event has been ended: its screens show nothing else any more.')
  return event
}

/** The screens that the target meets now, by name. Problems at `target`: those of `checkTarget`, and `no-screens`. */
export function screensMet(tx: Transaction, target: Target): readonly ScreenRow[] {
  checkTarget(tx, target, 'target')
  const met = listScreens(tx.db).filter((screen) => matches(target, screen))
  if (met.length === 0) throw new Problem(422, 'no-screens', 'No screen is meant.', 'target')
  return met
}

/** Problem `audience`, naming the screens that do not stand before crew alone. Whoever asks: words for crew are not for everybody. */
export function demandCrewScreens(screens: readonly ScreenRow[]): void {
  const open = screens.filter(({ audience }) => audience !== 'crew').map(({ name }) => name)
  if (open.length === 0) return
  const names = open.slice(0, mostNames).join(', ') + (open.length > mostNames ? ' …' : '')
  throw new Problem(422, 'audience', `This is for crew alone, and these screens stand before everybody: ${names}.`, 'target', { names })
}

/** The ids of the screens that a target meets, for rows of the event that they belong to. */
export function idsMet(screens: readonly ScreenRow[], target: Target): readonly string[] {
  return screens.filter((screen) => matches(target, screen)).map(({ id }) => id)
}
