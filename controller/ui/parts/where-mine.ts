/** *Mitt område*: the areas of the person who is signed in, else the area last used on this phone. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { mayIn, venue } from '../venue.ts'
import { areaOf, targetOfAreas } from './where-model.ts'

const storedAs = 'infoskjerm.area'

/** Null where neither is known, or nothing may be done there: then nothing is chosen until somebody chooses. */
export function myPlace(): Target | null {
  const known = (id: string) => venue.areas.some((area) => area.id === id) && mayIn([id])
  const own = targetOfAreas((venue.session?.areas ?? []).filter(known))
  const last = localStorage.getItem(storedAs)
  return own ?? (last !== null && known(last) ? { kind: 'area', area: last } : null)
}

/** Keeps the area in which somebody just worked, where it was one. */
export function rememberArea(screens: readonly ScreenResource[]): void {
  const area = areaOf(screens)
  if (area !== null) localStorage.setItem(storedAs, area)
}
