/** When a screen was to be counted on: whether it was in service, by what people said of it. */
import type { ScreenState } from '@infoskjerm/shared/model/screen.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'

/** From `at` on the screen was in this state; null: it did not exist. */
export interface Turn {
  readonly at: Instant
  readonly state: ScreenState['kind'] | null
}

/** The states of a screen, in order; `first` is what it was before the first turn. */
export interface Service {
  readonly first: ScreenState['kind'] | null
  readonly turns: readonly Turn[]
}

export function serviceAt({ first, turns }: Service, t: Instant): ScreenState['kind'] | null {
  let state = first
  for (const turn of turns) {
    if (turn.at > t) break
    state = turn.state
  }
  return state
}
