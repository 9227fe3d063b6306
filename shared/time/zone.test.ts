/** Wall time from a table of offsets, through the clock change of the last night. */
import { expect, test } from 'vitest'
import { hourMs, instant, minuteMs } from './instant.ts'
import { festivalDay, offsetAt, wallTime, type ZoneTable } from './zone.ts'

const utc = (text: string): ReturnType<typeof instant> => instant(Date.parse(`${text}Z`))
const oslo: ZoneTable = {
  name: 'Europe/Oslo',
  firstOffsetMs: hourMs,
  changes: [
    { at: utc('2027-03-28T01:00'), offsetMs: 2 * hourMs },
    { at: utc('2027-10-31T01:00'), offsetMs: hourMs },
  ],
}
const lordHowe: ZoneTable = {
  name: 'Australia/Lord_Howe',
  firstOffsetMs: 11 * hourMs,
  changes: [{ at: utc('2027-04-03T15:00'), offsetMs: 10.5 * hourMs }],
}
const sets = [
  ['2027-03-27T23:30:05', oslo, '7 2027-3-28 0:30:5'],
  ['2027-03-28T00:59:59', oslo, '7 2027-3-28 1:59:59'],
  ['2027-03-28T01:00:00', oslo, '7 2027-3-28 3:0:0'],
  ['2027-10-31T00:59:59', oslo, '7 2027-10-31 2:59:59'],
  ['2027-10-31T01:00:00', oslo, '7 2027-10-31 2:0:0'],
  ['2028-02-29T11:00:00', oslo, '2 2028-2-29 12:0:0'],
  ['1969-12-31T22:59:59', oslo, '3 1969-12-31 23:59:59'],
  ['2027-04-03T15:00:00', lordHowe, '7 2027-4-4 1:30:0'],
] as const

test.each(sets)('[T3] %s UTC is shown right', (text, zone, shown) => {
  const { weekday, year, month, day, hour, minute, second } = wallTime(zone, utc(text))
  expect(`${weekday} ${year}-${month}-${day} ${hour}:${minute}:${second}`).toBe(shown)
})

test.each([
  ['2027-03-27T03:59:59', 26],
  ['2027-03-27T04:00:00', 27],
  ['2027-03-28T02:59:59', 27],
  ['2027-03-28T03:00:00', 28],
])('[T6] at %s UTC it is still, or already, the %dth: day-break is at 05:00', (text, day) => {
  expect(festivalDay(oslo, utc(text), 5 * hourMs).day).toBe(day)
})

test('ten years, three days and three minutes apart, agree with the calendar of the platform', () => {
  const flat: ZoneTable = { name: 'UTC', firstOffsetMs: 0, changes: [] }
  for (let t = utc('2023-12-30T00:00'); t < utc('2034-01-02T00:00'); t = instant(t + 1_441 * 3 * minuteMs)) {
    const date = new Date(t)
    const { year, month, day, weekday, hour, minute } = wallTime(flat, t)
    expect([year, month, day, weekday % 7, hour, minute]).toEqual([
      date.getUTCFullYear(),
      date.getUTCMonth() + 1,
      date.getUTCDate(),
      date.getUTCDay(),
      date.getUTCHours(),
      date.getUTCMinutes(),
    ])
  }
  expect(offsetAt(flat, utc('2027-01-01T00:00'))).toBe(0)
})
