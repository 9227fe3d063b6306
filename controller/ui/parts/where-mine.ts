/** *Mitt område*: the areas of the person who is signed in, else the area last used on this phone. */
import { areasNamed, isBounded } from '@infoskjerm/shared/model/reach.ts'
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { may, mayEverywhere, mayIn, venue } from '../venue.ts'
import { nothingPicked, targetOf } from './target-selection.ts'
import { areaOf, targetOfAreas, targetOfLink } from './where-model.ts'

const storedAs = 'infoskjerm.area'

/** Null where neither is known, or nothing may be done there: then nothing is chosen until somebody chooses. */
export function myPlace(): Target | null {
  const known = (id: string) => venue.areas.some((area) => area.id === id) && mayIn([id])
  const own = targetOfAreas((venue.session?.areas ?? []).filter(known))
  const last = localStorage.getItem(storedAs)
  return own ?? (last !== null && known(last) ? { kind: 'area', area: last } : null)
}

/** The place that a link names, where one may act there: what would be refused is not offered. */
export function placeOfLink(id: string | null): Target | null {
  const areas = venue.areas.filter((area) => mayIn([area.id]))
  return targetOfLink(
    id,
    areas,
    venue.screens.filter(({ area }) => mayIn([area])),
  )
}

/** Where something begins that goes everywhere unless somebody chooses: all screens for those who may, one's own area for others. */
export function widestPlace(): Target {
  return mayEverywhere() ? { kind: 'all' } : (myPlace() ?? targetOf(nothingPicked))
}

/** Whether what stands there may be changed and ended: it hangs where one may edit, and cannot come to hang elsewhere. */
export function mayActOn(target: Target): boolean {
  if (mayEverywhere()) return true
  const met = venue.screens.filter((screen) => matches(target, screen)).map(({ area }) => area)
  return may('edit') && isBounded(target, () => true) && [...met, ...areasNamed(target)].every((area) => mayIn([area]))
}

/** Keeps the area in which somebody just worked, where it was one. */
export function rememberArea(screens: readonly ScreenResource[]): void {
  const area = areaOf(screens)
  if (area !== null) localStorage.setItem(storedAs, area)
}
