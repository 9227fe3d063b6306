import type { SponsorPromise } from '@infoskjerm/shared/model/sponsor.ts'
import { hourMs, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, it } from 'vitest'
import { judge, measuredDays, type MeasuredDay } from './promise.ts'

const event = { zone: 'Europe/Oslo', dayBreak: '05:00', firstDay: '2027-03-24', lastDay: '2027-03-28' }
const at = (text: string) => instant(Date.parse(text))
const days = (hours: SponsorPromise['hours'], from: string, until: string) =>
  measuredDays(hours, event, { from: at(from), until: at(until) }).map((day) => [
    new Date(day.from).toISOString().slice(5, 16),
    new Date(day.until).toISOString().slice(5, 16),
    day.wholeMs / hourMs,
  ])

describe('what is measured', () => {
  it('festival days, from day-break to day-break; the last night has 23 hours', () => {
    expect(days(null, '2027-03-26T04:00Z', '2027-03-28T03:00Z')).toEqual([
      ['03-26T04:00', '03-27T04:00', 24],
      ['03-27T04:00', '03-28T03:00', 23],
    ])
  })

  it('days that the period cuts remember how long they were', () => {
    expect(days(null, '2027-03-26T10:00Z', '2027-03-26T12:00Z')).toEqual([['03-26T10:00', '03-26T12:00', 24]])
  })

  it('hours of the wall, past midnight, and past the clock change', () => {
    expect(days({ from: '22:00', until: '04:00' }, '2027-03-26T04:00Z', '2027-03-28T03:00Z')).toEqual([
      ['03-26T21:00', '03-27T03:00', 6],
      ['03-27T21:00', '03-28T02:00', 5],
    ])
  })

  it('hours before day-break belong to the night that ends the day', () => {
    expect(days({ from: '01:00', until: '02:00' }, '2027-03-26T04:00Z', '2027-03-27T04:00Z')).toEqual([['03-27T00:00', '03-27T01:00', 1]])
  })

  it('an end at the start is a day later', () => {
    expect(days({ from: '12:00', until: '12:00' }, '2027-03-26T04:00Z', '2027-03-27T04:00Z')).toEqual([
      ['03-26T04:00', '03-26T11:00', 24],
      ['03-26T11:00', '03-27T04:00', 24],
    ])
  })

  it('nothing where the hours lie outside', () => {
    expect(days({ from: '18:00', until: '20:00' }, '2027-03-26T08:00Z', '2027-03-26T10:00Z')).toEqual([])
  })
})

describe('what was promised', () => {
  const day = (hours: number, wholeHours = hours): MeasuredDay => ({
    from: instant(0),
    until: instant(hours * hourMs),
    wholeMs: wholeHours * hourMs,
  })
  const share = (percent: number) => ({ kind: 'share' as const, percent })
  const minutes = (perDay: number) => ({ kind: 'minutes' as const, perDay })
  const shown = (of: MeasuredDay, shownMinutes: number) => ({ day: of, shownMs: shownMinutes * minuteMs })

  it.each([
    ['a share over all days', share(10), [shown(day(10), 30), shown(day(10), 90)], { kept: true, wanted: 0.1, got: 0.1 }],
    ['a share within a percentage point', share(10), [shown(day(10), 54.1)], { kept: true, wanted: 0.1, got: 0.0901667 }],
    ['a share more than a percentage point below', share(10), [shown(day(10), 53)], { kept: false, wanted: 0.1, got: 0.0883333 }],
    ['minutes of the worst day', minutes(30), [shown(day(24), 40), shown(day(24), 29)], { kept: false, wanted: 30, got: 29 }],
    ['minutes to the minute', minutes(30), [shown(day(24), 30)], { kept: true, wanted: 30, got: 30 }],
    [
      'a day that the period cuts is left out',
      minutes(30),
      [shown(day(24), 31), shown(day(1, 24), 0)],
      { kept: true, wanted: 30, got: 31 },
    ],
    ['cut days alone count in proportion', minutes(30), [shown(day(12, 24), 16)], { kept: true, wanted: 30, got: 32 }],
  ])('%s', (_, amount, on, expected) => {
    const { kept, wanted, got } = judge(amount, on) ?? { kept: null, wanted: null, got: Number.NaN }
    expect([kept, wanted]).toEqual([expected.kept, expected.wanted])
    expect(got).toBeCloseTo(expected.got, 5)
  })

  it('nothing can be said of no time at all', () => expect(judge(share(10), [])).toBeNull())
})
