/** Where an entry that is stepped by hand stands, and what a press would bring. */
import type { Scene, Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { CountdownContent } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryResource, Rfc3339, ScreenResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'

export interface Standing {
  /** It is time for it; only then does a step count. */
  readonly isOn: boolean
  /** Place in the list of what stands, or would if nothing went before it; -1 where the list is empty. */
  readonly index: number
  /** Screens in service that it is for, and those of them on which it stands before everything else. */
  readonly meant: readonly ScreenResource[]
  readonly shown: readonly ScreenResource[]
  /** What stands there, by the engine; null where it stands nowhere. */
  readonly showing: Showing | null
}

/** The scene of a screen at an instant; null while it is not known. */
export type SceneAt = (screen: ScreenResource, t: Instant) => Scene | null

/** How it stands at `now`. A step that lies a moment ahead counts as taken. `entry` null: not known yet, which counts as on. */
export function standingOf(
  steps: StepsResource,
  entry: Pick<EntryResource, 'windows'> | null,
  screens: readonly ScreenResource[],
  now: Instant,
  sceneAt: SceneAt,
): Standing {
  const cuedAt = steps.cue === null ? now : instantOf(steps.cue.at)
  const t = instant(Math.max(now, cuedAt))
  const meant = screens.filter(({ id, state }) => steps.screens.includes(id) && state.kind === 'in-service')
  const found = meant.map((screen) => ({ screen, showing: turnOf(sceneAt(screen, t), steps.entry) }))
  const showing = found.find((one) => one.showing !== null)?.showing ?? null
  const window = entry?.windows?.find(({ from, until }) => instantOf(from) <= t && t < instantOf(until)) ?? null
  const isOn = entry === null || entry.windows === null || window !== null
  return {
    isOn,
    index: placeOf(steps, showing?.path ?? cuedSince(steps, window === null ? null : instantOf(window.from))),
    meant,
    shown: found.filter((one) => one.showing !== null).map(({ screen }) => screen),
    showing,
  }
}

/** An entry begins anew with its first item: steps from before that do not count. */
function cuedSince({ cue }: StepsResource, began: Instant | null): string | null {
  return cue !== null && (began === null || instantOf(cue.at) >= began) ? cue.item : null
}

function placeOf({ items }: StepsResource, item: string | null): number {
  const found = items.findIndex((one) => one.item === item)
  return found >= 0 ? found : items.length === 0 ? -1 : 0
}

function turnOf(scene: Scene | null, entry: string): Showing | null {
  return turnsIn(scene).find((turn) => turn.entry === entry) ?? null
}

function turnsIn(scene: Scene | null): readonly Showing[] {
  return Object.values(scene?.slots ?? {}).filter((content): content is Showing => content.kind === 'slide')
}

/** Which item a press means; null where there is none that way. Never *the next one*: two presses of two people mean the same item. */
export function pressed(steps: StepsResource, index: number, press: 'next' | 'previous' | 'first'): string | null {
  const to = press === 'first' ? 0 : index + (press === 'next' ? 1 : -1)
  return to === index ? null : (steps.items[to]?.item ?? null)
}

/** The keys of a keyboard and of a clicker. `swallow`: a clicker's button for a black screen, which does nothing here. */
export function pressOf(key: string): 'next' | 'previous' | 'first' | 'swallow' | null {
  switch (key) {
    case ' ':
    case 'ArrowRight':
    case 'PageDown':
      return 'next'
    case 'ArrowLeft':
    case 'PageUp':
      return 'previous'
    case 'Home':
      return 'first'
    case 'b':
    case '.':
      return 'swallow'
    default:
      return null
  }
}

/** Stepped to `item` by `who`, as it would stand once the controller has taken it. */
export function steppedTo(all: readonly StepsResource[], entry: string, item: string, at: Instant, by: string): readonly StepsResource[] {
  return all.map((one) => {
    if (one.entry !== entry) return one
    const before = one.cue === null ? null : { item: one.cue.item, at: one.cue.at }
    return { ...one, cue: { item, at: new Date(at).toISOString(), by, before } }
  })
}

/** A countdown that stands on screens. */
export interface CountdownOn {
  readonly slide: string
  readonly name: string
  readonly content: CountdownContent
  readonly screens: readonly ScreenResource[]
}

/** The countdowns on the glass, also those in a region of a layout; each once, with its screens. */
export function countdownsOn(screens: readonly ScreenResource[], now: Instant, sceneAt: SceneAt): readonly CountdownOn[] {
  const found = new Map<string, CountdownOn>()
  for (const screen of screens) {
    const turns = turnsIn(sceneAt(screen, now)).flatMap((turn) => [turn, ...turn.regions.filter((one) => one !== null)])
    for (const { slideId, slide } of turns) {
      const { content, name } = slide
      const known = found.get(slideId)?.screens ?? []
      if (content.kind === 'countdown' && !known.includes(screen))
        found.set(slideId, { slide: slideId, name, content, screens: [...known, screen] })
    }
  }
  return [...found.values()]
}

function instantOf(text: Rfc3339): Instant {
  return instant(Date.parse(text))
}
