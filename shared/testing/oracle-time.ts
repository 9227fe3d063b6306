/** The oracle's times: windows of entries, days, and every instant at which something may change. */
import type { Entry, Manifest } from '../model/manifest.ts'

/** Half-open, in ms. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** Every window of the entry, by start. */
export function windowsOf(entry: Entry): readonly Span[] {
  if (entry.when === 'always') return [{ from: -Infinity, until: Infinity }]
  return entry.when
    .flatMap(({ start, lengthMs, everyMs, count }) =>
      Array.from({ length: count }, (_, n) => ({ from: start + n * everyMs, until: start + n * everyMs + lengthMs })),
    )
    .sort((a, b) => a.from - b.from)
}

/** The window that holds the instant. */
export function windowAt({ when }: Entry, t: number): Span | null {
  if (when === 'always') return { from: -Infinity, until: Infinity }
  for (const { start, lengthMs, everyMs, count } of when) {
    for (let from: number = start, n = 0; n < count && from <= t; from += everyMs, n++)
      if (t < from + lengthMs) return { from, until: from + lengthMs }
  }
  return null
}

/** When the entry, on at `t`, goes off: windows that touch are one. */
export function offAt(entry: Entry, t: number): number {
  const here = windowAt(entry, t)
  return here === null ? t : here.until === Infinity ? Infinity : Math.max(here.until, offAt(entry, here.until))
}

/** The day-breaks that are known, and beyond them one each 24 h until after `until`. */
export function dayBreaksOf({ days }: Manifest, until: number): readonly number[] {
  const breaks = days
    .flatMap(({ start, everyMs, count }) => Array.from({ length: count }, (_, n) => start + n * everyMs))
    .sort((a, b) => a - b)
  while (breaks.at(-1)! <= until) breaks.push(breaks.at(-1)! + 86_400_000)
  return breaks
}

/** The day that holds the instant. */
export function dayAround(breaks: readonly number[], t: number): Span {
  const next = breaks.findIndex((at) => at > t)
  if (next < 1) throw new Error('the oracle knows nothing about that day')
  return { from: breaks[next - 1]!, until: breaks[next]! }
}

/** Every start and end of a validity or of a window of these entries, in order, each once. */
export function edgesOf(manifest: Manifest, entries: readonly Entry[]): readonly number[] {
  const edges = new Set<number | null>()
  for (const entry of entries) for (const { from, until } of windowsOf(entry)) edges.add(from).add(until)
  for (const { items } of Object.values(manifest.playlists)) for (const item of items) edges.add(item.validFrom).add(item.validUntil)
  for (const slide of Object.values(manifest.slides)) edges.add(slide.validFrom).add(slide.validUntil)
  return [...edges].filter((edge) => edge !== null).sort((a, b) => a - b)
}
