import { describe, expect, test } from 'vitest'
import { createShedding, type Load, shed, steps } from './shedding.ts'

const calm: Load = { lagMs: 1, heapShare: 0.1 }

describe('[W7] the order of shedding', () => {
  test('is written down: overrides and what is published are not on it', () => {
    expect(steps.map(({ what }) => what)).toEqual(['crew-often', 'details', 'proof', 'strangers', 'previews', 'every-beat'])
  })

  test.each([
    [{ lagMs: 49, heapShare: 0.69 }, 0],
    [{ lagMs: 50, heapShare: 0.1 }, 1],
    [{ lagMs: 120, heapShare: 0.1 }, 2],
    [{ lagMs: 1, heapShare: 0.86 }, 4],
    [{ lagMs: 5_000, heapShare: 0.1 }, 6],
  ])('%o gives up %i', (load, level) => {
    expect(shed(load, 0)).toBe(level)
  })

  test.each([
    ['well below what gave it up: one step is taken back', calm, 5],
    ['not yet well below', { lagMs: 500, heapShare: 0.1 }, 6],
    ['memory still high', { lagMs: 1, heapShare: 0.93 }, 6],
  ])('%s', (_, load, level) => {
    expect(shed(load, 6)).toBe(level)
  })

  test('comes and goes with the load, and says each change', () => {
    let load = calm
    const said: unknown[] = []
    const shedding = createShedding(
      () => load,
      (given) => said.push(given),
    )
    shedding.look()
    load = { lagMs: 160, heapShare: 0.2 }
    shedding.look()
    shedding.look()
    expect([shedding.isShed('proof'), shedding.isShed('strangers')]).toEqual([true, false])
    load = calm
    for (let looks = 0; looks < 4; looks++) shedding.look()
    expect([shedding.isShed('crew-often'), shedding.level()]).toEqual([false, 0])
    expect(said).toEqual([['crew-often', 'details', 'proof'], ['crew-often', 'details'], ['crew-often'], []])
  })
})
