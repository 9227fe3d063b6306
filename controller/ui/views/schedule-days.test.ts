import { expect, test } from 'vitest'
import type { EntryResource } from '@infoskjerm/shared/wire/api.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { laneOf, scheduleDays } from './schedule-days.ts'
import { festivalTimeAt, meaningOf } from './schedule-wall.ts'

const zone = 'Europe/Oslo'
const dateOf = (t: Instant) => festivalTimeAt(t, zone, '05:00').day
const startOf = (day: string) => {
  const meaning = meaningOf({ day, time: '05:00' }, zone, '05:00')
  return meaning.kind === 'exists' ? meaning.at : meaning.after
}

function entry(name: string, windows: EntryResource['windows']): EntryResource {
  return {
    id: name.toLowerCase(),
    name,
    playlist: 'p',
    target: { kind: 'all' },
    slot: 'main',
    manual: false,
    armed: null,
    band: 'normal',
    exclusive: false,
    weight: 1,
    when: { kind: 'always' },
    windows,
    screens: [],
  }
}

test('[T6] a window past midnight stands under the evening it began, in order of start', () => {
  const days = scheduleDays(
    [
      entry('Natt', [{ from: '2027-03-26T23:00:00Z', until: '2027-03-27T04:00:00Z' }]),
      entry('Kveld', [{ from: '2027-03-26T17:00:00Z', until: '2027-03-27T01:00:00Z' }]),
      entry('Huset', null),
    ],
    '2027-03-26',
    '2027-03-27',
    dateOf,
  )
  expect(days.map(({ day, rows }) => [day, rows.map((row) => row.entry.name)])).toEqual([
    ['2027-03-26', ['Kveld', 'Natt']],
    ['2027-03-27', []],
  ])
})

test('a window over several days stands under each, and days outside the event come too', () => {
  const days = scheduleDays(
    [entry('Rigg', [{ from: '2027-03-22T08:00:00Z', until: '2027-03-24T08:00:00Z' }])],
    '2027-03-24',
    '2027-03-24',
    dateOf,
  )
  expect(days.map(({ day }) => day)).toEqual(['2027-03-22', '2027-03-23', '2027-03-24'])
})

test('the night of the clock change is 23 hours: the bar of an entry to its end is still full', () => {
  const row = { entry: entry('Natt', null), from: startOf('2027-03-27'), until: startOf('2027-03-28') }
  expect(laneOf(row, '2027-03-27', startOf)).toEqual({ from: 0, until: 1 })
  expect((row.until - row.from) / 3_600_000).toBe(23)
})
