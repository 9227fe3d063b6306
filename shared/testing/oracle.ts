/** The oracle: what is in a slot at an instant, found by walking slide by slide from the start of each rotation. Slow, obvious, and sharing nothing with the engine but the definition of shuffle keys. */
import type { Live } from '../model/live.ts'
import { type Anchor, type Band, bands, type Entry, type Manifest, type Slot } from '../model/manifest.ts'
import { steppedTo } from './oracle-manual.ts'
import { lived, type Rotation, type Stood } from './oracle-rotation.ts'
import { dayAround, dayBreaksOf, type Span, windowAt } from './oracle-time.ts'
import type { Card } from './oracle-tree.ts'

/** What the oracle says is on the glass. `regions`: of a layout, null where nothing stands. */
export interface Walked {
  readonly entry: string
  readonly path: string
  readonly since: number
  readonly regions: readonly (Walked | null)[]
}

/** Answers about one manifest; each life of a rotation is walked once. */
export interface Oracle {
  readonly at: (slot: Exclude<Slot, 'override'>, t: number, live: Live) => Walked | null
}

/** An oracle of the manifest. It knows nothing about the time before the first day-break, nor before an anchor. */
export function createOracle(manifest: Manifest): Oracle {
  const lives = new Map<string, readonly Stood[]>()
  const books = { manifest, breaks: dayBreaksOf(manifest, manifest.event.until), lives }
  return { at: (slot, t, live) => inSlot(books, slot, t, live) }
}

interface Books {
  readonly manifest: Manifest
  readonly breaks: readonly number[]
  readonly lives: Map<string, readonly Stood[]>
}

/** Bands from the top; in each the exclusive entries from the one that started last, then what the others share. */
function inSlot(books: Books, slot: Anchor['slot'], t: number, live: Live): Walked | null {
  const { manifest } = books
  const day = dayAround(books.breaks, t)
  for (const band of [...bands].reverse()) {
    const here = manifest.entries.filter((entry) => entry.slot === slot && entry.band === band)
    const alone = (entry: Entry): boolean => entry.exclusive || entry.manual
    const claims = here
      .filter(alone)
      .map((entry) => ({ entry, span: windowAt(entry, t) }))
      .filter((claim): claim is { entry: Entry; span: Span } => claim.span !== null)
      .sort((a, b) => compare(b.span.from, a.span.from) || compare(a.entry.id, b.entry.id))
    for (const { entry, span } of claims) {
      const rotation = { manifest, entries: [entry], region: false }
      const life = entry.when === 'always' ? day : span
      const found = entry.manual
        ? stepped(books, live, entry, span, t)
        : standing(books, rotation, life, day, anchorFor(manifest, slot, band, entry.id), t)
      if (found !== null) return found
    }
    const rotation = { manifest, entries: here.filter((entry) => !alone(entry)), region: false }
    const found = standing(books, rotation, day, day, anchorFor(manifest, slot, band, null), t)
    if (found !== null) return found
  }
  return null
}

function stepped(books: Books, live: Live, entry: Entry, span: Span, t: number): Walked | null {
  const found = steppedTo(books.manifest, live, entry, span, t)
  return found === null ? null : seen(books, entry.id, found.card, found.since, t)
}

/** What stands in the life at `t`. The anchor counts until the day in which it was made is over. */
function standing(books: Books, rotation: Rotation, life: Span, day: Span, anchor: Anchor | null, t: number): Walked | null {
  const counts = anchor !== null && day.from <= anchor.at && anchor.at < day.until && life.from <= anchor.at ? anchor : null
  const key = JSON.stringify([rotation.region, rotation.entries.map(({ id }) => id), life.from, counts?.at])
  const stood = books.lives.get(key) ?? lived(rotation, life, counts)
  books.lives.set(key, stood)
  const found = stood.find(({ from, until }) => from <= t && t < until)
  return found === undefined ? null : seen(books, found.entry, found.card, found.from, t)
}

/** The card, with what its regions show if it is a layout: playlists that rotate from day-break on, whoever shows them. */
function seen(books: Books, entry: string, { tag, way }: Card, since: number, t: number): Walked {
  const { content } = books.manifest.slides[tag!.slide]!
  const regions = content.kind === 'layout' ? content.regions.map(({ playlist }) => inRegion(books, playlist, t)) : []
  return { entry, path: way.join('/'), since, regions }
}

function inRegion(books: Books, playlist: string, t: number): Walked | null {
  const entry: Entry = {
    id: playlist,
    name: playlist,
    slot: 'main',
    band: 'normal',
    exclusive: true,
    manual: false,
    weight: 1,
    playlist,
    when: 'always',
  }
  const day = dayAround(books.breaks, t)
  const anchor = books.manifest.anchors.find(({ region }) => region === playlist) ?? null
  return standing(books, { manifest: books.manifest, entries: [entry], region: true }, day, day, anchor, t)
}

function anchorFor({ anchors }: Manifest, slot: Slot, band: Band, exclusive: string | null): Anchor | null {
  return anchors.find((one) => one.region === null && one.slot === slot && one.band === band && one.exclusive === exclusive) ?? null
}

function compare<T extends number | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1
}
