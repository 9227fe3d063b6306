/** What comes back to screens when they are given back: what the published show has on them then. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { EntryResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'

/** The scene of a screen, resolved at the moment when the take-over ends. */
export type SceneThen = (screen: ScreenResource) => Scene | null

/** The entry that comes back, by name; null where it cannot be told, or the screens differ. */
export function comesBack(screens: readonly ScreenResource[], sceneThen: SceneThen, entries: readonly EntryResource[]): string | null {
  const back = new Set(screens.map((screen) => entryIn(sceneThen(screen))))
  const [only = null] = back
  return back.size === 1 ? (entries.find(({ id }) => id === only)?.name ?? null) : null
}

function entryIn(scene: Scene | null): string | null {
  const main = scene?.slots.main
  return main === undefined || main.kind === 'fallback' || main.band === 'takeover' ? null : main.entry
}
