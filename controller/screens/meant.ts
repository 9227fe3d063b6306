/** The screens that a target means, and refusals that hold whoever asks: nothing there, or words for crew before everybody. */
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Drizzle } from '../storage/database.ts'
import { listScreens } from './store.ts'
import type { ScreenRow } from './table.ts'

/** A refusal names so many screens; more nobody reads. */
const mostNames = 12

/** Screens of the current event that the target meets, by name. */
export function screensMet(db: Drizzle, target: Target): readonly ScreenRow[] {
  return listScreens(db).filter((screen) => matches(target, screen))
}

/** The screens that are met. Problems at `target`: `no-screens`; `audience` where `crewOnly` and one of them stands before everybody, naming those. */
export function needScreens(db: Drizzle, target: Target, crewOnly: boolean): readonly ScreenRow[] {
  const met = screensMet(db, target)
  if (met.length === 0) throw new Problem(422, 'no-screens', 'There is no screen there.', 'target')
  const open = met.filter(({ audience }) => crewOnly && audience !== 'crew').map(({ name }) => name)
  if (open.length > 0) {
    const names = open.slice(0, mostNames).join(', ') + (open.length > mostNames ? ' …' : '')
    throw new Problem(422, 'audience', `This is for crew alone; everybody sees ${names}.`, 'target', { names })
  }
  return met
}
