import { dayMs, hourMs, type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { Series } from '@infoskjerm/shared/time/series.ts'

import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, vi } from 'vitest'
import { toSeries } from './series.ts'
import { checkWhen, dayBreaks, eventSpan, horizonOf, seriesOf, type WallWhen, type Window, windowsOf, zoneTable } from './windows.ts'

// Thirteen months are walked through with Temporal here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const event = { zone: 'Europe/Oslo', dayBreak: '05:00', firstDay: '2027-03-24', lastDay: '2027-03-28' }
const daily = (from: string, until: string, firstDay: string, lastDay: string, ...except: string[]): WallWhen => ({
  kind: 'daily',
  from,
  until,
  firstDay,
  lastDay,
  except,
})
const once = (from: string, until: string): WallWhen => ({ kind: 'once', from, until })
const at = (text: string): Instant => instant(Date.parse(text))
const told = ({ from, until }: Window): [string, string] => [new Date(from).toISOString(), new Date(until).toISOString()]
const hours = (when: WallWhen): number[] => windowsOf(when, event).map(({ from, until }) => (until - from) / hourMs)

function refusal(when: WallWhen): [string, string, Readonly<Record<string, unknown>>] | null {
  try {
    checkWhen(when, event)
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, error.path, error.params]
  }
}

describe('[T3] a window ends at its wall time, be the night long or short', () => {
  it.each<[string, WallWhen, number[]]>([
    ['spring', daily('23:00', '08:00', '2027-03-26', '2027-03-28'), [9, 8, 9]],
    ['autumn', daily('23:00', '08:00', '2027-10-29', '2027-10-31'), [9, 10, 9]],
    ['across the gap', daily('01:00', '04:00', '2027-03-27', '2027-03-27'), [2]],
    ['from inside the gap', daily('02:30', '04:00', '2027-03-26', '2027-03-28'), [1.5, 1, 1.5]],
    ['to inside the gap', daily('01:00', '02:30', '2027-03-26', '2027-03-28'), [1.5, 1, 1.5]],
    ['wholly inside the gap', daily('02:10', '02:50', '2027-03-26', '2027-03-28'), [2 / 3, 2 / 3]],
    ['from the first of two 02:30', daily('02:30', '04:00', '2027-10-29', '2027-10-31'), [1.5, 2.5, 1.5]],
    ['to the first of two 02:30', daily('01:00', '02:30', '2027-10-30', '2027-10-30'), [1.5]],
    ['a whole day', daily('05:00', '05:00', '2027-03-26', '2027-03-28'), [24, 23, 24]],
    ['once over the night', once('2027-03-27T23:00', '2027-03-28T08:00'), [8]],
  ])('%s', (_, when, expected) => expect(hours(when)).toEqual(expected))

  it('02:30 is 03:00 in spring and the first of two in autumn', () => {
    const starts = (when: WallWhen) => windowsOf(when, event).map((window) => told(window)[0])
    expect(starts(once('2027-03-28T02:30', '2027-03-28T05:00'))).toEqual(['2027-03-28T01:00:00.000Z'])
    expect(starts(once('2027-10-31T02:30', '2027-10-31T05:00'))).toEqual(['2027-10-31T00:30:00.000Z'])
  })
})

describe('[T6] days are festival days', () => {
  it.each<[string, WallWhen, [string, string][]]>([
    ['an evening', daily('18:00', '23:00', '2027-03-26', '2027-03-26'), [['2027-03-26T17:00:00.000Z', '2027-03-26T22:00:00.000Z']]],
    ['past midnight', daily('22:00', '02:00', '2027-03-26', '2027-03-26'), [['2027-03-26T21:00:00.000Z', '2027-03-27T01:00:00.000Z']]],
    [
      'a start before day-break belongs to the night',
      daily('02:00', '07:00', '2027-03-26', '2027-03-26'),
      [['2027-03-27T01:00:00.000Z', '2027-03-27T06:00:00.000Z']],
    ],
    [
      'a start at day-break to the day',
      daily('05:00', '06:00', '2027-03-26', '2027-03-26'),
      [['2027-03-26T04:00:00.000Z', '2027-03-26T05:00:00.000Z']],
    ],
  ])('%s', (_, when, expected) => expect(windowsOf(when, event).map(told)).toEqual(expected))

  it('leaves excepted days out', () => {
    expect(windowsOf(daily('18:00', '20:00', '2027-03-24', '2027-03-28', '2027-03-26'), event)).toHaveLength(4)
  })

  it('the event lasts from day-break to day-break, an hour less than five days', () => {
    expect(told(eventSpan(event))).toEqual(['2027-03-24T04:00:00.000Z', '2027-03-29T03:00:00.000Z'])
  })
})

describe('what is refused', () => {
  it.each<[string, WallWhen, [string, string, object] | null]>([
    ['nothing is wrong', once('2027-03-28T01:59', '2027-03-28T03:00'), null],
    [
      '02:30 in spring',
      once('2027-03-28T02:30', '2027-03-28T04:00'),
      ['time-does-not-exist', 'when.from', { time: '02:30', before: '01:59', after: '03:00' }],
    ],
    [
      'an end at 02:00 in spring',
      once('2027-03-28T01:00', '2027-03-28T02:00'),
      ['time-does-not-exist', 'when.until', { time: '02:00', before: '01:59', after: '03:00' }],
    ],
    [
      '02:30 on that one night',
      daily('02:30', '04:00', '2027-03-27', '2027-03-27'),
      ['time-does-not-exist', 'when.from', { time: '02:30', before: '01:59', after: '03:00' }],
    ],
    ['02:30 on other nights too is allowed', daily('02:30', '04:00', '2027-03-26', '2027-03-27'), null],
    ['an end before its start', once('2027-03-26T22:00', '2027-03-26T21:00'), ['end-before-start', 'when.until', {}]],
    ['no time at all', once('2027-03-26T22:00', '2027-03-26T22:00'), ['end-before-start', 'when.until', {}]],
    ['a last day before the first', daily('18:00', '20:00', '2027-03-26', '2027-03-25'), ['end-before-start', 'when.lastDay', {}]],
    ['30 February', daily('18:00', '20:00', '2027-02-30', '2027-03-25'), ['invalid', 'when.firstDay', {}]],
  ])('%s', (_, when, expected) => expect(refusal(when)).toEqual(expected))
})

describe('[T2] series', () => {
  const horizon = horizonOf('Europe/Oslo', at('2027-03-26T21:40:00Z'))
  const zone = zoneTable('Europe/Oslo', horizon.from, horizon.until)
  const expand = (series: readonly Series[]): Window[] =>
    series.flatMap((one) =>
      Array.from({ length: one.count }, (_, k) => ({
        from: instant(one.start + k * one.everyMs),
        until: instant(one.start + k * one.everyMs + one.lengthMs),
      })),
    )

  it('are cut where the clocks change', () => {
    expect(seriesOf(daily('08:00', '23:00', '2027-03-24', '2027-03-31'), event, zone, horizon)).toEqual([
      { start: at('2027-03-24T07:00:00Z'), lengthMs: 15 * hourMs, everyMs: dayMs, count: 4 },
      { start: at('2027-03-28T06:00:00Z'), lengthMs: 15 * hourMs, everyMs: dayMs, count: 4 },
    ])
  })

  it('say exactly what the windows say', () => {
    const windows = windowsOf(daily('23:00', '08:00', '2027-03-01', '2027-12-31', '2027-06-01', '2027-06-03'), event)
    expect(expand(toSeries(windows)).sort((a, b) => a.from - b.from)).toEqual(windows)
    expect(toSeries(windows).length).toBeLessThan(10)
  })

  it('reach from the previous month to thirteen months ahead, whatever the day of the month', () => {
    expect(told(horizon)).toEqual(['2027-01-31T23:00:00.000Z', '2028-03-31T22:00:00.000Z'])
    expect(horizonOf('Europe/Oslo', at('2027-03-01T00:00:00Z'))).toEqual(horizon)
    expect(told(horizonOf('Europe/Oslo', at('2027-02-28T22:59:59Z')))[0]).toBe('2026-12-31T23:00:00.000Z')
  })

  it('of days run from day-break to day-break without a hole', () => {
    const days = expand(dayBreaks(event, zone, horizon))
    for (const [index, day] of days.entries()) if (index > 0) expect(day.from).toBe(days[index - 1]?.until)
    expect(days[0]?.from).toBeLessThanOrEqual(horizon.from)
    expect(days.at(-1)?.until).toBeGreaterThanOrEqual(horizon.until)
    expect(days.filter(({ from, until }) => until - from !== dayMs)).toHaveLength(3)
  })
})

describe('[T3] agrees with Temporal in zones of every kind', () => {
  it.each(['Europe/Oslo', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Africa/Casablanca', 'UTC'])('%s', (name) => {
    for (let hour = 0; hour < 366 * 24; hour += 1) {
      const wall = Temporal.PlainDateTime.from('2027-01-01T00:15').add({ hours: hour })
      const text = wall.toString().slice(0, 16)
      if (hour % 24 > 4 && hour % 24 < 23) continue
      const [window] = windowsOf(once(text, wall.add({ hours: 12 }).toString().slice(0, 16)), { ...event, zone: name })
      const earlier = wall.toZonedDateTime(name, { disambiguation: 'earlier' })
      const exists = earlier.toPlainDateTime().equals(wall)
      expect(window?.from, text).toBe(exists ? earlier.epochMilliseconds : earlier.getTimeZoneTransition('next')?.epochMilliseconds)
    }
  })
})
