/** How fast the simulated hall runs: how many cases a night of it can try. */
import { seedsFrom, runSeeds } from '../sim/many.ts'
import { real, simulatedAlmanac } from '../sim/simulate.ts'
import type { Figure } from './figure.ts'

const warmUp = 20
const seeds = 100

export const benches: Record<string, () => readonly Figure[]> = {
  sim_steps_per_cpu_s: () => {
    const almanac = simulatedAlmanac()
    runSeeds(seedsFrom(1, warmUp), real, almanac)
    const before = process.cpuUsage()
    const { steps, failure } = runSeeds(seedsFrom(1_000, seeds), real, almanac)
    const { user, system } = process.cpuUsage(before)
    if (failure !== null) throw new Error(`seed ${failure.seed}: ${failure.broken}`)
    const value = Math.round(steps / ((user + system) / 1e6))
    const of = 'one event processed by one party, checks of every promise included'
    return [{ figure: 'sim_steps_per_cpu_s', value, unit: '1/s', goal: 50_000, met: value >= 50_000, seeds, steps, of }]
  },
}
