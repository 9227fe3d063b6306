/** In which areas something acts that is for a target: where the right to do it must hold. */
import { areasNamed, isBounded } from '@infoskjerm/shared/model/reach.ts'
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Drizzle } from '../storage/database.ts'
import { listScreens } from './store.ts'

/** The areas of the screens that the target meets, and those that it names: an area without screens may have some tomorrow. Sorted. */
export function areasMet(db: Drizzle, target: Target): readonly string[] {
  const met = listScreens(db)
    .filter((screen) => matches(target, screen))
    .map(({ area }) => area)
  return [...new Set([...met, ...areasNamed(target)])].sort()
}

/** The areas of a target that somebody chooses now. Problem `forbidden-area` at `target` where they may edit in some areas alone, and it may come to mean screens elsewhere: by a tag, by whom a screen stands before, by leaving some out, or by the name of one that is not there yet. */
export function areasChosen(db: Drizzle, rights: Rights, target: Target): readonly string[] {
  const there = new Set(rights.edit === 'venue' ? [] : listScreens(db).map(({ id }) => id))
  return areasWithin(db, rights, target, 'target', (screen) => there.has(screen))
}

/** The areas of a target that stands already. Problem `forbidden-area` as above; a screen that is gone since means nothing. */
export function areasStanding(db: Drizzle, rights: Rights, target: Target): readonly string[] {
  return areasWithin(db, rights, target, '', () => true)
}

function areasWithin(db: Drizzle, rights: Rights, target: Target, path: string, isKnown: (screen: string) => boolean): readonly string[] {
  if (rights.edit !== 'venue' && !isBounded(target, isKnown))
    throw new Problem(403, 'forbidden-area', 'This may come to mean screens outside the areas of your account.', path)
  return areasMet(db, target)
}
