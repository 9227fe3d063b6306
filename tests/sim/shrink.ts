/** Makes a failing run short: leaves out what it fails without. */
import type { Almanac } from '../../controller/publish/manifest.ts'
import type { Operation } from './operations.ts'
import { simulate, type SimulatedParts } from './simulate.ts'

/** Operations without which the run no longer fails, however it fails; `runs` at most are tried. */
export function shrunk(
  seed: number,
  all: readonly Operation[],
  parts: SimulatedParts,
  almanac: Almanac,
  runs: number,
): readonly Operation[] {
  let left = all
  let tried = 0
  for (let size = Math.ceil(all.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < left.length && tried < runs;) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)]
      tried++
      if (simulate(seed, fewer, parts, almanac).broken === null) at += size
      else left = fewer
    }
  }
  return left
}
