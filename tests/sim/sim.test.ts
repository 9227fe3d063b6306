/** The delivery of scenes under every fault that could be thought of: seeds that failed once, and fresh ones. */
import { describe, expect, it } from 'vitest'
import { runSeeds, seedsFrom, told } from './many.ts'
import pinned from './pinned.json'
import { operationsOf } from './operations.ts'
import { real, simulate, simulatedAlmanac } from './simulate.ts'

const almanac = simulatedAlmanac()
const fresh = Number(process.env['SIM_SEEDS'] ?? 50)
const from = Number(process.env['SIM_FROM'] ?? Math.floor(Math.random() * 1e9))

describe('[W2] [W4] [E10] [O] whatever fails, screens are right, in step and never dark', () => {
  it.each(pinned)('seed $seed: $why', ({ seed }) => {
    const { failure } = runSeeds([seed], real, almanac)
    expect(failure === null ? '' : told(failure, real, almanac)).toBe('')
  })

  it(`${fresh} fresh seeds from ${from} on`, { timeout: 300_000 }, () => {
    const { failure } = runSeeds(seedsFrom(from, fresh), real, almanac)
    expect(failure === null ? '' : told(failure, real, almanac)).toBe('')
  })

  it('the same seed is the same run', () => {
    expect(simulate(7, operationsOf(7), real, almanac)).toEqual(simulate(7, operationsOf(7), real, almanac))
  })
})
