import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createVenueClock, type VenueClock } from './venue-clock.ts'

let world: TestWorld
let wallMs: number
let monotonicMs: number
let sample: boolean
let check: () => void
let warnings: string[]

beforeEach(() => {
  world = createTestWorld()
  wallMs = Date.parse('2026-11-22T20:00:00Z')
  monotonicMs = 1_000
  sample = true
  warnings = []
  world.store.setSetting('demo', {
    opening: '2027-03-24T08:00:00Z',
    friday: '2027-03-26T21:40:00Z',
    'clock-night': '2027-03-28T00:55:00Z',
    prizes: '2027-03-28T10:00:00Z',
  })
})
afterEach(() => world.close())

function start(): VenueClock {
  const log = pino({ level: 'warn' }, { write: (line: string) => void warnings.push(line) })
  const every = (_: number, work: () => void) => {
    check = work
    return () => undefined
  }
  return createVenueClock({ store: world.store, wallMs: () => wallMs, monotonicMs: () => monotonicMs, log, every, isSample: () => sample })
}

/** `ms` pass, looked at every second; the wall clock gains `extraMs` on the way, all at once. */
function pass(ms: number, extraMs = 0): void {
  wallMs += extraMs
  for (let left = ms; left > 0; left -= 1_000) {
    wallMs += Math.min(1_000, left)
    monotonicMs += Math.min(1_000, left)
    check()
  }
}
const shows = (clock: VenueClock): string => new Date(clock.now()).toISOString()

describe('[T4] served time', () => {
  beforeEach(() => (sample = false))

  it('runs with the monotonic clock from where the wall clock was', () => {
    const clock = start()
    pass(61_500)
    expect(shows(clock)).toBe('2026-11-22T20:01:01.500Z')
  })

  it.each([3_600_000, -3_600_000, 1_500])('a jump of the wall clock by %i ms changes nothing and is logged', (jump) => {
    const clock = start()
    pass(10_000)
    pass(10_000, jump)
    pass(60_000)
    expect(shows(clock)).toBe('2026-11-22T20:01:20.000Z')
    expect(warnings).toHaveLength(1)
  })

  it('a jump that somebody accepts is followed, once, and everybody is told', () => {
    const clock = start()
    let jumps = 0
    clock.onJump(() => jumps++)
    pass(10_000, 3_600_000)
    pass(10_000)
    expect(clock.movedMs()).toBe(3_600_000)
    clock.accept()
    expect([shows(clock), clock.movedMs(), jumps]).toEqual(['2026-11-22T21:00:20.000Z', 0, 1])
    pass(10_000)
    expect(shows(clock)).toBe('2026-11-22T21:00:30.000Z')
  })

  it('a clock that was set and put back asks nothing', () => {
    const clock = start()
    pass(10_000, 3_600_000)
    pass(10_000, -3_600_000)
    expect(clock.movedMs()).toBe(0)
  })

  it('a small correction is followed slowly, at 0.5 ms a second, to within the millisecond that a wall clock tells', () => {
    const clock = start()
    pass(100_000, 40)
    expect(clock.nowMs() - Date.parse('2026-11-22T20:01:40Z')).toBeCloseTo(39)
    const again = start()
    pass(10_000, 40)
    expect(again.nowMs() - Date.parse('2026-11-22T20:01:50.040Z')).toBeCloseTo(5)
    expect(warnings).toEqual([])
  })
})

describe('[T4] served time runs evenly', () => {
  it.each([0, 0.1, 0.5, 0.999])('beside a wall clock of whole milliseconds that began %f ms into one', (fraction) => {
    sample = false
    wallMs = Math.floor(wallMs)
    const clock = start()
    const [firstMs, firstMonotonicMs, exactMs] = [clock.nowMs(), monotonicMs, wallMs + fraction]
    for (let n = 1; n <= 1_000; n++) {
      monotonicMs = firstMonotonicMs + n * 1_000.37
      wallMs = Math.floor(exactMs + n * 1_000.37)
      check()
      expect(clock.nowMs() - firstMs).toBeCloseTo(n * 1_000.37, 2)
    }
  })
})

describe('the demo clock', () => {
  it('begins on Friday 22:40 and goes on after a restart without a jump', () => {
    expect(shows(start())).toBe('2027-03-26T21:40:00.000Z')
    pass(600_000)
    monotonicMs = 5
    expect(shows(start())).toBe('2027-03-26T21:50:00.000Z')
  })

  it('goes round after six hours', () => {
    const clock = start()
    pass(6 * 3_600_000 + 5_000)
    expect(shows(clock)).toBe('2027-03-26T21:40:05.000Z')
  })

  it('is set to a moment, or follows the clock, also after a restart', () => {
    const clock = start()
    let jumps = 0
    clock.onJump(() => jumps++)
    clock.setDemo('clock-night')
    expect([clock.demo(), shows(clock)]).toEqual(['clock-night', '2027-03-28T00:55:00.000Z'])
    clock.setDemo(null)
    expect([clock.demo(), shows(clock)]).toEqual([null, '2026-11-22T20:00:00.000Z'])
    expect(jumps).toBe(2)
    expect(shows(start())).toBe('2026-11-22T20:00:00.000Z')
  })

  it('does not move when a jump of the wall clock is accepted', () => {
    const clock = start()
    pass(10_000, 3_600_000)
    clock.accept()
    expect(shows(clock)).toBe('2027-03-26T21:40:10.000Z')
    monotonicMs = 5
    expect(shows(start())).toBe('2027-03-26T21:40:10.000Z')
  })

  it('ends with the sample', () => {
    const clock = start()
    world.store.write({ id: 'x', name: 'X' }, 'sample.empty', (tx) => {
      sample = false
      tx.put('events', { ...tx.need('events', 'tg', ''), name: 'Nytt arrangement' })
    })
    expect([clock.demo(), clock.moments(), shows(clock)]).toEqual([null, null, '2026-11-22T20:00:00.000Z'])
  })
})
