/** Folds windows into arithmetic series, as few as may be (rule T2). */
import type { Series } from '@infoskjerm/shared/time/series.ts'
import { dayMs, type Instant } from '@infoskjerm/shared/time/instant.ts'

/** Half-open. */
export interface Window {
  readonly from: Instant
  readonly until: Instant
}

/** Steps that are tried: so many whole days (distances from the first window alone miss the week where a clock change comes right behind it), and distances to so many windows behind the first. */
const tried = 35

/** The windows, in order and apart, as series: neighbours at equal distances, or every n-th of them (five weekdays become five weekly series). Where the clocks change distances differ, so that series end there. */
export function toSeries(windows: readonly Window[]): readonly Series[] {
  const days = Array.from({ length: tried }, (_, index) => (index + 1) * dayMs)
  const steps = new Set([...days, ...windows.slice(1, tried + 1).map(({ from }) => from - windows[0]!.from)])
  let best = inARow(windows)
  for (const step of steps) {
    if (best.length < 3) break
    const folded = everyStep(windows, step)
    if (folded.length < best.length) best = folded
  }
  return best
}

/** Neighbours that lie equally far apart. */
function inARow(windows: readonly Window[]): readonly Series[] {
  const series: Series[] = []
  for (const { from, until } of windows) {
    const last = series.at(-1)
    const lengthMs = until - from
    const stepMs = last === undefined ? 0 : from - (last.start + (last.count - 1) * last.everyMs)
    if (last !== undefined && last.lengthMs === lengthMs && (last.count === 1 || last.everyMs === stepMs))
      series[series.length - 1] = { ...last, everyMs: stepMs, count: last.count + 1 }
    else series.push(alone(from, lengthMs))
  }
  return series
}

/** Windows that lie this step apart, whatever lies between them. */
function everyStep(windows: readonly Window[], stepMs: number): readonly Series[] {
  const series: Series[] = []
  const awaited = new Map<number, number>()
  for (const { from, until } of windows) {
    const lengthMs = until - from
    const at = awaited.get(from)
    const known = at === undefined ? undefined : series[at]
    if (at !== undefined && known !== undefined && known.lengthMs === lengthMs)
      series[at] = { ...known, everyMs: stepMs, count: known.count + 1 }
    else series.push(alone(from, lengthMs))
    awaited.set(from + stepMs, known !== undefined && known.lengthMs === lengthMs ? at! : series.length - 1)
  }
  return series
}

function alone(start: Instant, lengthMs: number): Series {
  return { start, lengthMs, everyMs: Math.max(dayMs, lengthMs), count: 1 }
}
