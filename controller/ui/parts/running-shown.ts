/** On how many screens something stands now, by what the screens report of themselves. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'

/** The screens in service that should show it, and those of them that do not. */
export interface Shown {
  readonly meant: readonly ScreenResource[]
  readonly missing: readonly ScreenResource[]
}

/** Which entry's turn stands in the main place of a screen that does as it is told; null where nothing does. */
export type EntryOf = (screen: ScreenResource) => string | null

/** A screen shows it where it reports what it should show, and that is a turn of `entry`, or of a notice that takes turns with it. */
export function shownBy(
  entry: string,
  ids: readonly string[],
  screens: readonly ScreenResource[],
  statuses: readonly ScreenStatus[],
  entryOf: EntryOf,
): Shown {
  const wanted = new Set(ids)
  const right = new Set(statuses.filter(({ state }) => state === 'right').map(({ screen }) => screen))
  const meant = screens.filter((screen) => wanted.has(screen.id) && screen.state.kind === 'in-service')
  return { meant, missing: meant.filter((screen) => !right.has(screen.id) || !standsFor(entryOf(screen), entry)) }
}

/** Several notices on one screen come one after the other. */
function standsFor(shown: string | null, entry: string): boolean {
  return shown === entry || (shown !== null && isNotice(shown) && isNotice(entry))
}

const isNotice = (entry: string): boolean => entry.startsWith('notice-')

/** The entry whose turn a scene shows. */
export function entryIn(scene: Scene | null): string | null {
  const main = scene?.slots.main
  return main === undefined || main.kind === 'fallback' ? null : main.entry
}
