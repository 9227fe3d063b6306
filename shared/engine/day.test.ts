/** Days run from day-break to day-break. */
import { expect, test } from 'vitest'
import { dayMs, hourMs, instant } from '../time/instant.ts'
import type { Series } from '../time/series.ts'
import { dayOf } from './day.ts'

/** Five days; the third has 23 hours. */
const breaks: readonly Series[] = [
  { start: instant(3 * dayMs - hourMs), lengthMs: dayMs, everyMs: dayMs, count: 2 },
  { start: instant(0), lengthMs: dayMs, everyMs: dayMs, count: 3 },
]

test.each([
  [0, 0, dayMs],
  [dayMs - 1, 0, dayMs],
  [dayMs, dayMs, 2 * dayMs],
  [3 * dayMs - hourMs - 1, 2 * dayMs, 3 * dayMs - hourMs],
  [3 * dayMs - hourMs, 3 * dayMs - hourMs, 4 * dayMs - hourMs],
  [9 * dayMs, 9 * dayMs - hourMs, 10 * dayMs - hourMs],
  [-1, -dayMs, 0],
])('[T6] %d ms is in the day [%d, %d)', (t, from, until) => {
  expect(dayOf(breaks, instant(t))).toEqual({ from, until })
})

test('[T6] without any day-break there are days all the same', () => {
  expect(dayOf([], instant(dayMs + 5))).toEqual({ from: dayMs, until: 2 * dayMs })
})

test('[T6] a day of 25 hours is one day, in autumn', () => {
  const autumn: readonly Series[] = [
    { start: instant(0), lengthMs: dayMs, everyMs: dayMs, count: 2 },
    { start: instant(2 * dayMs + hourMs), lengthMs: dayMs, everyMs: dayMs, count: 2 },
  ]
  for (const t of [dayMs, 2 * dayMs, 2 * dayMs + hourMs - 1])
    expect(dayOf(autumn, instant(t))).toEqual({ from: dayMs, until: 2 * dayMs + hourMs })
  expect(dayOf(autumn, instant(2 * dayMs + hourMs)).from).toBe(2 * dayMs + hourMs)
})
