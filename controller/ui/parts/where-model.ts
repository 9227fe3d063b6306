/** *Hvor* of the quick forms: one's own area first, never all by default, narrowed to whom the words may reach. */
import { mayStandBefore } from '@infoskjerm/shared/model/notice.ts'
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { targetOf, nothingPicked } from './target-selection.ts'

export type Reaches = 'everyone' | 'crew'

/** Where something would stand: the screens in service that are meant, and how many of the place are kept out because the public sees them. */
export interface Aim {
  readonly screens: readonly ScreenResource[]
  readonly keptOut: number
}

/** The target as it is sent: what is for crew alone goes only to screens before crew. */
export function narrowed(target: Target, reaches: Reaches): Target {
  return reaches === 'everyone' ? target : { kind: 'and', of: [target, { kind: 'audience', audience: 'crew' }] }
}

/** Only screens in service count. */
export function aimOf(target: Target | null, reaches: Reaches, screens: readonly ScreenResource[]): Aim {
  const meant = target === null ? [] : screens.filter((screen) => screen.state.kind === 'in-service' && matches(target, screen))
  const reached = meant.filter((screen) => mayStandBefore(reaches, screen.audience))
  return { screens: reached, keptOut: meant.length - reached.length }
}

/** One's own areas as a target; null where there are none. */
export function targetOfAreas(areas: readonly string[]): Target | null {
  return areas.length === 0 ? null : targetOf({ ...nothingPicked, areas })
}

/** The one area in which all the screens hang; null where there are several, or none. */
export function areaOf(screens: readonly ScreenResource[]): string | null {
  const areas = new Set(screens.map(({ area }) => area))
  const [only = null] = areas
  return areas.size === 1 ? only : null
}

/** The place that a link names: `area:inngang` an area, anything else a screen; null where there is none such. */
export function targetOfLink(
  id: string | null,
  areas: readonly { readonly id: string }[],
  screens: readonly { readonly id: string }[],
): Target | null {
  if (id === null) return null
  const area = id.startsWith('area:') ? id.slice('area:'.length) : null
  if (area !== null) return areas.some((one) => one.id === area) ? { kind: 'area', area } : null
  return screens.some((one) => one.id === id) ? { kind: 'screen', screen: id } : null
}
