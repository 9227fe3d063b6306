import { expect, test } from 'vitest'
import { nextFirstDay, nextName, weekdayOf } from './event-next.ts'

test.each([
  ['The Gathering 2027', 'The Gathering 2028'],
  ['TG27', 'TG28'],
  ['LAN 2027, del 09', 'LAN 2027, del 10'],
  ['Sommerfesten', 'Sommerfesten'],
])('after «%s» comes «%s»', (name, next) => {
  expect(nextName(name)).toBe(next)
})

test.each([
  ['2027-03-24', '2028-03-22', 'onsdag'],
  ['2024-02-29', '2025-02-27', 'torsdag'],
])('52 weeks after %s is %s, again a %s', (day, next, weekday) => {
  expect(nextFirstDay(day)).toBe(next)
  expect([weekdayOf(day, 'nb'), weekdayOf(next, 'nb')]).toEqual([weekday, weekday])
})
