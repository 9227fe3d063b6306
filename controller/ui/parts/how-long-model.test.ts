import { hourMs, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, it } from 'vitest'
import { chosenOf, dayEnd, endOf, type Length, minutesLong, untilSoon } from './how-long-model.ts'

const hall = { zone: 'Europe/Oslo', dayBreak: '05:00' }
const at = (text: string) => instant(Date.parse(text))
const now = at('2027-03-26T20:37:00+01:00')
const until = (text: string | null): Length => ({
  kind: 'until',
  value: { day: '2027-03-26', time: '22:00' },
  at: text === null ? null : at(text),
})

describe('when it ends', () => {
  it.each<[string, Length, ReturnType<typeof endOf>]>([
    ['so many minutes on', minutesLong(10), at('2027-03-26T20:47:00+01:00')],
    ['[T6] the rest of the festival day', { kind: 'day-end' }, at('2027-03-27T05:00:00+01:00')],
    ['a moment', until('2027-03-26T22:00:00+01:00'), at('2027-03-26T22:00:00+01:00')],
    ['a moment that is over', until('2027-03-26T20:37:00+01:00'), 'past'],
    ['a moment that is not written yet', until(null), 'missing'],
    ['never', { kind: 'endless' }, 'endless'],
  ])('%s', (_, length, end) => expect(endOf(length, now, now, hall)).toEqual(end))

  it('counts from when it begins, and an end before that is over', () => {
    const from = at('2027-03-26T23:00:00+01:00')
    expect(endOf(minutesLong(60), from, now, hall)).toBe(at('2027-03-27T00:00:00+01:00'))
    expect(endOf(until('2027-03-26T22:00:00+01:00'), from, now, hall)).toBe('past')
  })
})

it.each([
  ['in the evening', '2027-03-26T20:37:00+01:00', '2027-03-27T05:00:00+01:00'],
  ['after midnight, still the same night', '2027-03-27T01:30:00+01:00', '2027-03-27T05:00:00+01:00'],
  ['at day-break itself, the new day', '2027-03-27T05:00:00+01:00', '2027-03-28T05:00:00+02:00'],
  ['in the night of the clock change', '2027-03-28T03:10:00+02:00', '2027-03-28T05:00:00+02:00'],
])('[T6] the festival day ends: %s', (_, t, end) => expect(dayEnd(at(t), hall)).toBe(at(end)))

it('*til …* begins two hours on, at a whole quarter', () => {
  const soon = untilSoon(now, hall)
  expect(soon.value).toEqual({ day: '2027-03-26', time: '22:45' })
  expect(soon.at).toBe(now + 2 * hourMs + 8 * minuteMs)
  expect(chosenOf(soon)).toBe('until')
})
