import { describe, expect, it } from 'vitest'
import { type ClockState, errorBoundMs, learn, probePauseMs, probePauses, syncedMs } from './clock.ts'

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
    expect(syncedMs(state, 10_000)).toBeCloseTo(15_000, 0)
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
      expect(passed).toBeGreaterThanOrEqual(9.5 - 2e-3)
      expect(passed).toBeLessThanOrEqual(10.5 + 2e-3)
    }
    expect(syncedMs(second, 3_000)).toBeCloseTo(8_000, 0)
  })

  it('a clock that only knew a slow round trip is set at once: it was in step with nobody', () => {
    const state = learn(learnAll(probe(1_000, 5_000, 10, 1_600)), probe(3_000, 5_000, 2, 2))
    expect(syncedMs(state, 3_010)).toBeCloseTo(8_010, 1)
  })

  it('an hour is stepped at once', () => {
    const state = learn(learnAll(probe(1_000, 5_000, 1, 1)), probe(2_000, 3_605_000, 1, 1))
    expect(syncedMs(state, 2_010)).toBe(3_607_010)
  })
})

/** A quartz off by `ppm`, a network whose ways take at least `least` ms and up to `jitter` more each, a probe every 5 s, or every second while the clock asks for more. */
function life(seed: number, ppm: number, least: number, jitter: number, probes: number): { state: ClockState; p99Ms: number } {
  let random = seed
  const next = () => {
    random = (random + 0x6d2b79f5) | 0
    const mixed = Math.imul(random ^ (random >>> 15), 1 | random)
    return ((mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const truth = (ms: number) => 1_806_000_000_000 + ms * (1 + ppm * 1e-6)
  let state: ClockState | null = null
  const errorsMs: number[] = []
  let sentMs = 1_000
  for (let n = 0; n < probes; n++) {
    const there = least + next() * jitter
    const back = least + next() * jitter
    state = learn(state, {
      sentMs,
      receivedAt: truth(sentMs + there),
      answeredAt: truth(sentMs + there + 0.2),
      backMs: sentMs + there + 0.2 + back,
    })
    for (const later of [100, 900]) {
      const at = sentMs + later
      const error = Math.abs(syncedMs(state, at) - truth(at))
      expect(error, `probe ${n} + ${later}`).toBeLessThanOrEqual(errorBoundMs(state, at) + 1e-3)
      if (n > 120) errorsMs.push(error)
    }
    sentMs += probePauseMs(state, sentMs)
  }
  return { state: state as ClockState, p99Ms: errorsMs.sort((a, b) => a - b)[Math.floor(errorsMs.length * 0.99)] ?? 0 }
}

describe('[T5] a clock over hours', () => {
  it.each([
    [100, 0.2, 0.3, 0.1],
    [-100, 0.2, 0.3, 0.1],
    [0, 5, 20, 1.5],
    [60, 5, 20, 1.5],
    [-30, 20, 40, 3],
  ])(
    'a drift of %i ppm, ways of %f ms and up to %f ms more: 99 of 100 readings within %f ms, and none off by more than it says',
    (ppm, least, jitter, mostMs) => {
      for (let seed = 1; seed <= 20; seed++) expect(life(seed, ppm, least, jitter, 400).p99Ms, `seed ${seed}`).toBeLessThan(mostMs)
    },
  )

  it('goes on right while nobody answers: drift was learnt', () => {
    const { state } = life(7, 80, 0.3, 0.5, 100)
    const lastMs = 1_000 + 99 * 5_000
    const anHour = 3_600_000
    const truth = 1_806_000_000_000 + (lastMs + anHour) * (1 + 80e-6)
    expect(Math.abs(syncedMs(state, lastMs + anHour) - truth)).toBeLessThan(20)
  })

  it('a machine that slept for a second is right again with the next probe, and its bound says so', () => {
    const { state } = life(3, 10, 0.3, 0.2, 30)
    const asleepMs = 1_000
    const sentMs = 1_000 + 30 * 5_000
    const truth = (ms: number) => 1_806_000_000_000 + (ms + asleepMs) * (1 + 10e-6)
    const woken = learn(state, { sentMs, receivedAt: truth(sentMs + 0.3), answeredAt: truth(sentMs + 0.4), backMs: sentMs + 0.7 })
    expect(woken.samples).toHaveLength(1)
    expect(errorBoundMs(woken, sentMs + 1)).toBeGreaterThan(900)
    const later = sentMs + 25_000
    expect(Math.abs(syncedMs(woken, later) - truth(later))).toBeLessThan(5)
  })

  it.each([
    ['nothing is known', () => null, probePauses.unsureMs],
    ['the network is uneven', () => life(1, 0, 1, 40, 12).state, probePauses.unsureMs],
    ['the drift is being learnt', () => life(1, 0, 1, 0.5, 12).state, probePauses.learningMs],
    ['all is known', () => life(1, 0, 1, 0.5, 40).state, probePauses.settledMs],
  ])('asks the more often the less it knows: %s', (_name, state, pauseMs) => {
    const known = state()
    expect(probePauseMs(known, known?.samples.at(-1)?.atMs ?? 0)).toBe(pauseMs)
  })
})
