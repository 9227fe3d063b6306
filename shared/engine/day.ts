/** Festival days: from day-break to day-break (rule T6). */
import { dayMs, distantFuture, hourMs, type Instant, later } from '../time/instant.ts'
import { lastStart, nextStart, type Series } from '../time/series.ts'

export interface Interval {
  readonly from: Instant
  readonly until: Instant
}

/** The longest day: 24 h, an hour of clock change, and one to spare. */
const longestDayMs = dayMs + 2 * hourMs

/** The day that holds `t`. Where no day-break is given days go on by 24 h, so that a box that nobody looks after still has mornings. */
export function dayOf(dayBreaks: readonly Series[], t: Instant): Interval {
  let before: Instant | null = null
  let after = distantFuture
  for (const series of dayBreaks) {
    const last = lastStart(series, t)
    if (last !== null && (before === null || last > before)) before = last
    const next = nextStart(series, t)
    if (next < after) after = next
  }
  if (before !== null && after - before <= longestDayMs) return { from: before, until: after }
  const reference = before ?? (after === distantFuture ? (0 as Instant) : after)
  const from = later(reference, Math.floor((t - reference) / dayMs) * dayMs)
  return { from, until: Math.min(after, later(from, dayMs)) as Instant }
}
