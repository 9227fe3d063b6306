/** The oracle: what is in a slot at an instant, found by walking item by item from the start of each rotation. Slow, obvious, and sharing no code with the engine. */
import { bands, type Entry, type Manifest } from '../model/manifest.ts'
import type { PlaylistItem } from '../model/playlist.ts'

/** What the oracle says is on the glass. */
export interface Walked {
  readonly entry: string
  readonly path: string
  readonly since: number
  readonly until: number
}

interface Leaf {
  readonly path: readonly string[]
  readonly ms: number
  readonly cut: number
}

interface Span {
  readonly from: number
  readonly until: number
}

/** Bands from the top; in each the exclusive entries from the one that started last, then what the others share. Null: nothing. `until` does not look at what may cover the slot before. */
export function walk(manifest: Manifest, slot: string, t: number): Walked | null {
  for (const band of [...bands].reverse()) {
    const here = manifest.entries.filter((entry) => entry.slot === slot && entry.band === band)
    const day = dayAround(manifest, t)
    const claims = here
      .filter((entry) => entry.exclusive)
      .flatMap((entry) => {
        const span = windows(entry).find(({ from, until }) => from <= t && t < until)
        return span === undefined ? [] : [{ entry, span, startedAt: span.from }]
      })
      .sort((a, b) => b.startedAt - a.startedAt || (a.entry.id < b.entry.id ? -1 : 1))
    for (const { entry, span } of claims) {
      const found = rotate(manifest, [entry], entry.when === 'always' ? day : span, t)
      if (found !== null) return found
    }
    const shared = here.filter((entry) => !entry.exclusive).sort((a, b) => (a.id < b.id ? -1 : 1))
    const found = rotate(manifest, shared, day, t)
    if (found !== null) return found
  }
  return null
}

function rotate(manifest: Manifest, entries: readonly Entry[], life: Span, t: number): Walked | null {
  const edges = allEdges(manifest, entries).filter((edge) => life.from < edge && edge < life.until)
  const cursors: Record<string, readonly string[]> = {}
  let last = ''
  let clock = life.from
  while (clock < life.until) {
    const began = clock
    const before = fingerprint(manifest, entries, began)
    const deck = dealt(manifest, entries, began)
    if (deck.length === 0) {
      clock = edges.find((edge) => edge > began) ?? life.until
      if (t < clock) return null
      continue
    }
    const changed = (): boolean => edges.some((edge) => began < edge && edge <= clock && fingerprint(manifest, entries, edge) !== before)
    let turn = firstTurn(manifest, entries, deck, began, last, cursors)
    for (let goesOn = true; goesOn; turn++) {
      const entry = entries.find(({ id }) => id === deck[turn % deck.length])!
      for (const leaf of turnOf(manifest, entry.playlist, cursors[entry.id] ?? [], began, 1)) {
        const until = Math.min(clock + leaf.ms, leaf.cut, endOf(entry, clock), life.until)
        if (t < until) return { entry: entry.id, path: leaf.path.join('/'), since: clock, until }
        cursors[entry.id] = leaf.path
        last = entry.id
        clock = until
        goesOn = clock < life.until && !changed()
        if (!goesOn) break
      }
    }
  }
  return null
}

/** After who had the last turn; with them again, if a visit of theirs was interrupted. */
function firstTurn(
  manifest: Manifest,
  entries: readonly Entry[],
  deck: readonly string[],
  t: number,
  last: string,
  cursors: Readonly<Record<string, readonly string[]>>,
): number {
  const at = deck.indexOf(last)
  if (at < 0) return 0
  const entry = entries.find(({ id }) => id === last)!
  return leftOver(manifest, entry.playlist, cursors[last] ?? [], t, 1).length > 0 ? at : at + 1
}

/** The leaves of the entry's next turn: what is left of a visit, or the next valid item after the cursor, round and round. */
function turnOf(manifest: Manifest, playlist: string, cursor: readonly string[], t: number, depth: number): readonly Leaf[] {
  const rest = leftOver(manifest, playlist, cursor, t, depth)
  if (rest.length > 0) return rest
  const items = manifest.playlists[playlist]!.items
  const at = items.findIndex(({ id }) => id === cursor[0])
  for (let step = 1; step <= items.length; step++) {
    const leaves = leavesOf(manifest, items[(at + step) % items.length]!, t, depth)
    if (leaves.length > 0) return leaves
  }
  throw new Error('a turn without anything valid')
}

function leftOver(manifest: Manifest, playlist: string, cursor: readonly string[], t: number, depth: number): readonly Leaf[] {
  const item = manifest.playlists[playlist]?.items.find(({ id }) => id === cursor[0])
  if (item === undefined || item.of.kind === 'slide' || cursor.length < 2 || !between(item, t)) return []
  const inner = item.of.playlist
  const items = manifest.playlists[inner]?.items ?? []
  const at = items.findIndex(({ id }) => id === cursor[1])
  const after = items.slice(at + 1).flatMap((next) => leavesOf(manifest, next, t, depth + 1))
  return [...leftOver(manifest, inner, cursor.slice(1), t, depth + 1), ...after].map((leaf) => ({ ...leaf, path: [item.id, ...leaf.path] }))
}

/** All valid leaves of an item, in order. */
function leavesOf(manifest: Manifest, item: PlaylistItem, t: number, depth: number): readonly Leaf[] {
  if (!between(item, t)) return []
  if (item.of.kind === 'playlist') {
    const items = depth >= 4 ? [] : (manifest.playlists[item.of.playlist]?.items ?? [])
    return items.flatMap((inner) => leavesOf(manifest, inner, t, depth + 1)).map((leaf) => ({ ...leaf, path: [item.id, ...leaf.path] }))
  }
  const slide = manifest.slides[item.of.slide]
  if (slide === undefined || !between(slide, t)) return []
  return [{ path: [item.id], ms: item.durationMs ?? slide.durationMs, cut: slide.validUntil ?? Infinity }]
}

function between({ validFrom, validUntil }: { validFrom: number | null; validUntil: number | null }, t: number): boolean {
  return (validFrom === null || validFrom <= t) && (validUntil === null || t < validUntil)
}

/** The deck of a round: whose turn it is, turn by turn. */
function dealt(manifest: Manifest, entries: readonly Entry[], t: number): readonly string[] {
  const sharers = entries.flatMap((entry) => {
    const turns = isOn(entry, t) ? (manifest.playlists[entry.playlist]?.items ?? []).map((item) => leavesOf(manifest, item, t, 1)) : []
    const full = turns.filter((leaves) => leaves.length > 0)
    const ms = full.flat().reduce((sum, leaf) => sum + leaf.ms, 0)
    return full.length === 0 ? [] : [{ id: entry.id, weight: entry.weight, mean: ms / full.length }]
  })
  const weights = sharers.reduce((sum, { weight }) => sum + weight, 0)
  const wants = sharers.map(({ weight, mean }) => weight / mean)
  const wanted = wants.reduce((sum, want) => sum + want, 0)
  const sizes = Array.from({ length: Math.max(0, 193 - sharers.length) }, (_, n) => sharers.length + n)
  const tries = [sharers.map(() => 1), ...sizes.map((size) => wants.map((want) => Math.max(1, Math.round((size * want) / wanted))))]
  let counts = tries[0]!
  let least = Infinity
  for (const some of tries) {
    if (least <= 0.005) break
    const all = some.reduce((sum, count, n) => sum + count * sharers[n]!.mean, 0)
    const miss = Math.max(0, ...sharers.map(({ weight, mean }, n) => Math.abs((some[n]! * mean) / all - weight / weights)))
    if (miss >= least || (some !== tries[0] && some.reduce((sum, count) => sum + count, 0) > 192)) continue
    counts = some
    least = miss
  }
  return sharers
    .flatMap(({ id }, n) => Array.from({ length: counts[n]! }, (_, turn) => ({ id, at: (turn + 0.5) / counts[n]! })))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** Everything that may change who shares or what is valid: equal as long as nothing does. */
function fingerprint(manifest: Manifest, entries: readonly Entry[], t: number): string {
  const lists = entries.map((entry) => {
    const items = isOn(entry, t) ? (manifest.playlists[entry.playlist]?.items ?? []) : []
    return items.flatMap((item) => leavesOf(manifest, item, t, 1)).map(({ path }) => path.join('/'))
  })
  return JSON.stringify(lists)
}

function allEdges(manifest: Manifest, entries: readonly Entry[]): readonly number[] {
  const edges = new Set<number | null>()
  for (const entry of entries) for (const { from, until } of windows(entry)) edges.add(from).add(until)
  for (const { items } of Object.values(manifest.playlists)) for (const item of items) edges.add(item.validFrom).add(item.validUntil)
  for (const slide of Object.values(manifest.slides)) edges.add(slide.validFrom).add(slide.validUntil)
  return [...edges].filter((edge) => edge !== null).sort((a, b) => a - b)
}

function windows(entry: Entry): readonly Span[] {
  if (entry.when === 'always') return [{ from: -Infinity, until: Infinity }]
  return entry.when.flatMap(({ start, lengthMs, everyMs, count }) =>
    Array.from({ length: count }, (_, n) => ({ from: start + n * everyMs, until: start + n * everyMs + lengthMs })),
  )
}

function isOn(entry: Entry, t: number): boolean {
  return windows(entry).some(({ from, until }) => from <= t && t < until)
}

/** When the entry, on at `t`, goes off: windows that touch are one. */
function endOf(entry: Entry, t: number): number {
  const here = windows(entry).find(({ from, until }) => from <= t && t < until)
  if (here === undefined || here.until === Infinity) return Infinity
  return isOn(entry, here.until) ? endOf(entry, here.until) : here.until
}

function dayAround(manifest: Manifest, t: number): Span {
  const breaks = manifest.days.flatMap(({ start, everyMs, count }) => Array.from({ length: count }, (_, n) => start + n * everyMs))
  return { from: Math.max(...breaks.filter((at) => at <= t)), until: Math.min(...breaks.filter((at) => at > t)) }
}
