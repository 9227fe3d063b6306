/** What comes next on a screen: the turns of its main slot, one after the other, by the engine. */
import type { Showing } from '@infoskjerm/shared/engine/scene.ts'
import { type Instant, later, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { Scenes } from './scenes.ts'
import { times } from './words/times.ts'

/** A turn as a line in a list: when it begins, what it is called, how long it stays. */
export interface Turn {
  readonly key: string
  readonly from: Instant
  readonly name: string
  readonly lengthMs: number
}

/** The turn on the glass at `t` and those after it, at most `most`; fewer where nothing is scheduled. */
export function upcoming(scenes: Scenes, screen: ScreenResource, t: Instant, isNow: boolean, most: number): readonly Turn[] {
  const turns: Turn[] = []
  let at = t
  for (let step = 0; step < most * 4 && turns.length < most; step++) {
    const seen = scenes.at(screen, at, isNow, () => {})
    if (seen === null) break
    const main = seen.scene.slots.main
    if (main.kind === 'slide' && turns.at(-1)?.key !== main.key) turns.push(turnOf(main))
    if (seen.scene.until <= at) break
    at = later(seen.scene.until, 0)
  }
  return turns
}

/** How far off a turn is at `t`: `om 7 s`. Never *nå*: that is what is on the glass. */
export function turnIn(turn: Turn, t: Instant): string {
  return times().relative(later(t, Math.max(1, Math.ceil((turn.from - t) / secondMs)) * secondMs), t)
}

function turnOf(showing: Showing): Turn {
  return { key: showing.key, from: showing.since, name: showing.slide.name, lengthMs: showing.until - showing.since }
}
