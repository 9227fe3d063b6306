/** Arithmetic series of half-open intervals: the only form in which a manifest carries time (rule T2). */
import { distantFuture, type Instant, later } from './instant.ts'

/** The intervals `[start + k·everyMs, start + k·everyMs + lengthMs)` for k in 0 … count − 1. They never overlap: `lengthMs ≤ everyMs` unless `count` is 1. */
export interface Series {
  readonly start: Instant
  readonly lengthMs: number
  readonly everyMs: number
  readonly count: number
}

/** The interval of the series that holds `t`, or null. */
export function occurrenceAt(series: Series, t: Instant): { from: Instant; until: Instant } | null {
  const k = indexAt(series, t)
  if (k < 0) return null
  const from = later(series.start, k * series.everyMs)
  return t < from + series.lengthMs ? { from, until: later(from, series.lengthMs) } : null
}

/** The first start or end of an interval strictly after `t`; `distantFuture` when there is none. */
export function nextEdge(series: Series, t: Instant): Instant {
  const k = indexAt(series, t)
  if (k < 0) return series.start
  const end = later(series.start, k * series.everyMs + series.lengthMs)
  if (t < end) return end
  return k + 1 < series.count ? later(series.start, (k + 1) * series.everyMs) : distantFuture
}

/** The last start of an interval at or before `t`, or null. */
export function lastStart(series: Series, t: Instant): Instant | null {
  const k = indexAt(series, t)
  return k < 0 ? null : later(series.start, k * series.everyMs)
}

/** The first start of an interval strictly after `t`; `distantFuture` when there is none. */
export function nextStart(series: Series, t: Instant): Instant {
  const k = indexAt(series, t) + 1
  return k < series.count ? later(series.start, k * series.everyMs) : distantFuture
}

/** The intervals that share time with `[from, until)`, in order. */
export function occurrencesIn(series: Series, from: Instant, until: Instant): { from: Instant; until: Instant }[] {
  const found: { from: Instant; until: Instant }[] = []
  for (let k = Math.max(0, indexAt(series, from)); k < series.count; k++) {
    const start = later(series.start, k * series.everyMs)
    if (start >= until) break
    if (start + series.lengthMs > from) found.push({ from: start, until: later(start, series.lengthMs) })
  }
  return found
}

/** Index of the last interval that has started at `t`; −1 before the first. */
function indexAt(series: Series, t: Instant): number {
  if (t < series.start) return -1
  return series.count === 1 ? 0 : Math.min(series.count - 1, Math.floor((t - series.start) / series.everyMs))
}
