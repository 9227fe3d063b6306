import { describe, expect, it } from 'vitest'
import { errorBoundMs, learn, type ClockState, syncedMs } from './clock.ts'

/** A probe through a network that takes `there` and `back` ms, to a controller whose time is monotonic + offset. */
const probe = (sentMs: number, offset: number, there: number, back: number) => ({
  sentMs,
  receivedAt: sentMs + there + offset,
  answeredAt: sentMs + there + offset + 1,
  backMs: sentMs + there + 1 + back,
})
const learnAll = (...probes: ReturnType<typeof probe>[]) => probes.reduce<ClockState | null>(learn, null) as ClockState

describe('[T5] synced time', () => {
  it('is exact over a symmetric link', () => {
    expect(syncedMs(learnAll(probe(1_000, 5_000, 3, 3)), 2_000)).toBe(7_000)
  })

  it('the lowest round trip of the window decides', () => {
    const state = learnAll(probe(1_000, 5_000, 1, 1), probe(2_000, 5_000, 80, 2), probe(3_000, 5_000, 2, 90))
    expect(syncedMs(state, 10_000)).toBe(15_000)
    expect(errorBoundMs(state, 10_000)).toBeLessThan(3)
  })

  it('its error is never above its published bound', () => {
    for (const [there, back] of [
      [0, 40],
      [40, 0],
      [7, 19],
      [100, 1],
    ] as const) {
      const state = learnAll(probe(1_000, 5_000, there, back))
      expect(Math.abs(syncedMs(state, 1_200) - 6_200)).toBeLessThanOrEqual(errorBoundMs(state, 1_200))
    }
  })

  it('a small correction is slewed by at most 5 % and time never runs backwards', () => {
    const first = learnAll(probe(1_000, 5_000, 30, 0))
    const second = learn(first, probe(2_000, 5_000, 0, 0))
    const times = Array.from({ length: 200 }, (_, n) => syncedMs(second, 2_001 + n * 10))
    for (let n = 1; n < times.length; n++) {
      const passed = (times[n] ?? 0) - (times[n - 1] ?? 0)
      expect(passed).toBeGreaterThanOrEqual(9.5 - 1e-6)
      expect(passed).toBeLessThanOrEqual(10.5 + 1e-6)
    }
    expect(syncedMs(second, 3_000)).toBe(8_000)
  })

  it('a clock that only knew a slow round trip is set at once: it was in step with nobody', () => {
    const state = learn(learnAll(probe(1_000, 5_000, 10, 1_600)), probe(3_000, 5_000, 2, 2))
    expect(syncedMs(state, 3_010)).toBe(8_010)
  })

  it('an hour is stepped at once', () => {
    const state = learn(learnAll(probe(1_000, 5_000, 1, 1)), probe(2_000, 3_605_000, 1, 1))
    expect(syncedMs(state, 2_010)).toBe(3_607_010)
  })
})
