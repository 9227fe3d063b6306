/** Where a round stands: which screen is next, what was seen, and what was wrong. */
import type { RoundResource, SightingResource } from '@infoskjerm/shared/wire/api.ts'

export interface Progress {
  readonly seen: number
  readonly of: number
  /** What was wrong, in walking order. */
  readonly wrong: readonly SightingResource[]
  /** Screens that nobody has stood before, in walking order. */
  readonly left: readonly string[]
}

/** The sighting of a screen in the round, or null. */
export function sightingOf(round: RoundResource, screen: string): SightingResource | null {
  return round.sightings.find((one) => one.screen === screen) ?? null
}

export function progressOf(round: RoundResource): Progress {
  const found = round.screens.map((screen) => sightingOf(round, screen))
  return {
    seen: found.filter((one) => one !== null).length,
    of: round.screens.length,
    wrong: found.filter((one) => one !== null && !one.seen) as readonly SightingResource[],
    left: round.screens.filter((_, index) => found[index] === null),
  }
}

/** The next screen that nobody has stood before, on from `after` and round to the beginning; null when all are done. `after` null: from the beginning. */
export function nextOf(round: RoundResource, after: string | null): string | null {
  const from = after === null ? 0 : round.screens.indexOf(after) + 1
  const ahead = [...round.screens.slice(from), ...round.screens.slice(0, from)]
  return ahead.find((screen) => screen !== after && sightingOf(round, screen) === null) ?? null
}

/** The neighbour in walking order, seen or not; null at the ends. */
export function beside(round: RoundResource, screen: string, by: 1 | -1): string | null {
  const at = round.screens.indexOf(screen)
  return at === -1 ? null : (round.screens[at + by] ?? null)
}

/** The round with one more sighting, as it will be when the controller has answered. */
export function withSighting(round: RoundResource, sighting: SightingResource): RoundResource {
  return { ...round, sightings: [...round.sightings.filter(({ screen }) => screen !== sighting.screen), sighting] }
}

/** The one that is being walked, and those before it. */
export function splitRounds(rounds: readonly RoundResource[]): {
  readonly running: RoundResource | null
  readonly former: readonly RoundResource[]
} {
  return {
    running: rounds.find(({ endedAt }) => endedAt === null) ?? null,
    former: rounds.filter(({ endedAt }) => endedAt !== null),
  }
}
