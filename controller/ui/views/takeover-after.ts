/** What comes back to a screen when it is given back: what the published show would have on it, without take-overs and notices. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'

/** The scene of a screen, resolved at the moment when the take-over ends. */
export type SceneThen = (screen: ScreenResource) => Scene | null

/** The slide that comes back to the first of the screens, by name; null where it cannot be told, or it differs between them. */
export function comesBack(screens: readonly ScreenResource[], sceneThen: SceneThen): string | null {
  const names = new Set(screens.map((screen) => nameIn(sceneThen(screen))))
  const [only = null] = names
  return names.size === 1 ? only : null
}

function nameIn(scene: Scene | null): string | null {
  const main = scene?.slots.main
  return main === undefined || main.kind === 'fallback' || main.band === 'takeover' ? null : main.slide.name
}
