/** In which areas something acts that is for a target: where the right to do it must hold. */
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { Drizzle } from '../storage/database.ts'
import { listScreens } from './store.ts'

/** The areas of the screens that the target meets, and those that it names: an area without screens may have some tomorrow. Sorted. */
export function areasMet(db: Drizzle, target: Target): readonly string[] {
  const met = listScreens(db)
    .filter((screen) => matches(target, screen))
    .map(({ area }) => area)
  return [...new Set([...met, ...areasNamed(target)])].sort()
}

/** What stands below `not` is spared, not met. */
function areasNamed(target: Target): readonly string[] {
  if (target.kind === 'area') return [target.area]
  return target.kind === 'and' || target.kind === 'or' ? target.of.flatMap(areasNamed) : []
}
