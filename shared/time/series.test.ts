/** Series are arithmetic, and half-open. */
import { describe, expect, test } from 'vitest'
import { distantFuture, instant } from './instant.ts'
import { lastStart, nextEdge, nextStart, occurrenceAt, occurrencesIn, type Series } from './series.ts'

const thrice: Series = { start: instant(100), lengthMs: 10, everyMs: 50, count: 3 }
const touching: Series = { start: instant(0), lengthMs: 50, everyMs: 50, count: 2 }
const single: Series = { start: instant(100), lengthMs: 500, everyMs: 1, count: 1 }

describe('[T1] half-open intervals, [T2] from arithmetic alone', () => {
  test.each([
    // t, occurrence, next edge, last start, next start
    [99, null, 100, null, 100],
    [100, 100, 110, 100, 150],
    [109, 100, 110, 100, 150],
    [110, null, 150, 100, 150],
    [200, 200, 210, 200, distantFuture],
    [210, null, distantFuture, 200, distantFuture],
    [9_999, null, distantFuture, 200, distantFuture],
  ])('thrice at %d', (t, occurrence, edge, last, next) => {
    expect(occurrenceAt(thrice, instant(t))?.from ?? null).toBe(occurrence)
    expect(nextEdge(thrice, instant(t))).toBe(edge)
    expect(lastStart(thrice, instant(t))).toBe(last)
    expect(nextStart(thrice, instant(t))).toBe(next)
  })

  test('one long interval may be longer than its step', () => {
    expect(occurrenceAt(single, instant(599))).toEqual({ from: 100, until: 600 })
    expect(nextStart(single, instant(100))).toBe(distantFuture)
  })

  test.each([
    [thrice, 0, 100, []],
    [thrice, 0, 101, [100]],
    [thrice, 109, 150, [100]],
    [thrice, 110, 151, [150]],
    [thrice, 0, 1_000, [100, 150, 200]],
    [touching, 49, 51, [0, 50]],
    [single, 599, 2_000, [100]],
    [single, 600, 2_000, []],
  ])('%j within [%d, %d) starts at %j', (series, from, until, starts) => {
    expect(occurrencesIn(series, instant(from), instant(until)).map((found) => found.from)).toEqual(starts)
  })
})
