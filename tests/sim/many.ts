/** Runs seeds one after the other, and tells of the first that breaks a promise. */
import type { Almanac } from '../../controller/publish/manifest.ts'
import { listed, operationsOf } from './operations.ts'
import { shrunk } from './shrink.ts'
import { simulate, type SimulatedParts } from './simulate.ts'

export interface Failure {
  readonly seed: number
  readonly broken: string
}

export interface Ran {
  readonly steps: number
  readonly failure: Failure | null
}

/** Stops at the first failure. `ran` is told after each seed. */
export function runSeeds(
  seeds: Iterable<number>,
  parts: SimulatedParts,
  almanac: Almanac,
  ran: (seed: number) => void = () => undefined,
): Ran {
  let steps = 0
  for (const seed of seeds) {
    const outcome = simulate(seed, operationsOf(seed), parts, almanac)
    steps += outcome.steps
    if (outcome.broken !== null) return { steps, failure: { seed, broken: outcome.broken } }
    ran(seed)
  }
  return { steps, failure: null }
}

/** All that is needed to look at a failure: the seed, what happened, and the least of it that fails too. */
export function told({ seed, broken }: Failure, parts: SimulatedParts, almanac: Almanac): string {
  const operations = operationsOf(seed)
  const least = shrunk(seed, operations, parts, almanac, 150)
  const then = simulate(seed, least, parts, almanac).broken
  return `seed ${seed}, at ${broken}\n${listed(operations)}\n\nThis is enough of it (${least.length} of ${operations.length}), at ${then}\n${listed(least)}`
}

/** `count` seeds from `first` on. */
export function* seedsFrom(first: number, count: number): Generator<number> {
  for (let seed = first; seed < first + count; seed++) yield seed
}
