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
export function windowAt(entry: Entry, t: number): Span | null {
  return windowsOf(entry).find(({ from, until }) => from <= t && t < until) ?? null
}

/** When the entry, on at `t`, goes off: windows that touch are one. */
export function offAt(entry: Entry, t: number): number {
  const here = windowAt(entry, t)
  return here === null ? t : here.until === Infinity ? Infinity : Math.max(here.until, offAt(entry, here.until))
}

/** The day that holds the instant. Before and beyond the list days go on by 24 h. */
export function dayAround(manifest: Manifest, t: number): Span {
  const breaks = manifest.days
    .flatMap(({ start, everyMs, count }) => Array.from({ length: count }, (_, n) => start + n * everyMs))
    .sort((a, b) => a - b)
  while (breaks[0]! > t) breaks.unshift(breaks[0]! - 86_400_000)
  while (breaks.at(-1)! <= t) breaks.push(breaks.at(-1)! + 86_400_000)
  const next = breaks.findIndex((at) => at > t)
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
