/** Seeded manifests: small, and full of what goes wrong (validity inside validity, abutting windows, lists in lists, two cards shuffled, rivals and nobody between them, nothing at all). */
import type { Cue, Live } from '../model/live.ts'
import { bands, type Entry, type Manifest } from '../model/manifest.ts'
import type { PlaylistBody, PlaylistItem } from '../model/playlist.ts'
import type { LayoutContent, SlideBody } from '../model/slide.ts'
import type { Series } from '../time/series.ts'
import { dayMs, hourMs, type Instant, instant, later, minuteMs } from '../time/instant.ts'
import { entryOf, itemOf, liveOf, manifestOf, slideOf } from './build.ts'
import { type Random, randomFrom } from './random.ts'

/** The period that generated manifests are interesting in: three days, the second one of 23 hours. */
export const generated = { from: instant(0), until: instant(3 * dayMs - hourMs) }

/** A manifest that depends on nothing but the seed. Every other one is a crowd: entries that share, come and go, with few slides and many sponsors between them. */
export function generateManifest(seed: number): Manifest {
  const random = randomFrom(seed)
  const crowd = random.chance(0.5)
  const count = 2 + random.below(5)
  const loose = random.chance(0.5) ? 0.25 : 0.04
  const slides = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`s${n}`, slide(random, n, count, { loose, crowd })]))
  const playlists: Record<string, PlaylistBody> = {}
  for (let n = 0; n < count; n++) {
    playlists[`l${n}`] = {
      name: 'List',
      order: random.chance(0.45) ? 'shuffle' : 'sequence',
      items: itemsOf(random, n, count, { loose, crowd }),
    }
  }
  const days: Series[] = [
    { start: instant(0), lengthMs: dayMs, everyMs: dayMs, count: 1 },
    { start: instant(dayMs), lengthMs: 23 * hourMs, everyMs: dayMs, count: 1 },
    { start: instant(2 * dayMs - hourMs), lengthMs: dayMs, everyMs: dayMs, count: 30 },
  ]
  const sponsors = {
    p0: { rivals: random.chance(0.5) ? ['p1'] : [] },
    p1: { rivals: random.chance(0.3) ? ['p2'] : [] },
    p2: { rivals: ['p0'] },
  }
  return manifestOf({ entries: crowd ? crowdOf(random, count) : entriesOf(random, count), playlists, slides, change: { days, sponsors } })
}

/** Cues for the manual entries of the manifest: of cards that are there, valid or not, and of some that are not; before, in and after the occurrence. */
export function generateLive(seed: number, manifest: Manifest): Live {
  const random = randomFrom(seed + 7_777)
  const cues: Record<string, Cue> = {}
  for (const { id, manual, playlist } of manifest.entries) {
    if (!manual || random.chance(0.2)) continue
    const step = (): Omit<Cue, 'before'> => ({
      item: wayInto(random, manifest, playlist),
      at: random.chance(0.4) ? instant(random.below(12 * hourMs)) : someTime(random),
    })
    const newest = step()
    const earlier = random.chance(0.5) ? step() : null
    cues[id] = { ...newest, before: earlier === null || earlier.at > newest.at ? null : earlier }
  }
  return { ...liveOf(), cues }
}

function wayInto(random: Random, { playlists }: Manifest, playlist: string): string {
  const items = playlists[playlist]?.items ?? []
  if (items.length === 0 || random.chance(0.1)) return 'gone'
  const { id, of } = random.pick(items)
  return of.kind === 'slide' || random.chance(0.2) ? id : `${id}/${wayInto(random, { playlists } as Manifest, of.playlist)}`
}

function entriesOf(random: Random, lists: number): Entry[] {
  const alone = random.chance(0.5) ? 0.35 : 0.1
  return Array.from({ length: 1 + random.below(6) }, (_, n) => {
    const manual = random.chance(0.12)
    return entryOf(`e${n}`, {
      slot: random.chance(0.8) ? 'main' : random.pick(['ticker', 'corner', 'banner']),
      band: random.pick(random.chance(0.6) ? ['normal'] : bands),
      exclusive: manual || random.chance(alone),
      manual,
      weight: random.chance(0.1) ? 0.5 + random.below(40) / 4 : 1 + random.below(5),
      playlist: random.chance(0.03) ? 'gone' : `l${random.below(lists)}`,
      when: whenOf(random),
    })
  })
}

/** Entries of one slot that share, most of them for some hours only. */
function crowdOf(random: Random, lists: number): Entry[] {
  return Array.from({ length: 3 + random.below(4) }, (_, n) =>
    entryOf(`e${n}`, {
      exclusive: random.chance(0.06),
      weight: 1 + random.below(4),
      playlist: `l${random.below(lists)}`,
      when: random.chance(0.4) ? 'always' : [{ ...spell(random), everyMs: (5 + random.below(4)) * hourMs, count: 9 }],
    }),
  )
}

function spell(random: Random): { start: Instant; lengthMs: number } {
  return { start: instant(random.below(20) * 15 * minuteMs + random.below(2) * 7_777), lengthMs: (1 + random.below(16)) * 15 * minuteMs }
}

/** How often validity is limited, and whether the manifest is a crowd. */
interface Mood {
  readonly loose: number
  readonly crowd: boolean
}

function slide(random: Random, n: number, lists: number, { loose, crowd }: Mood): SlideBody {
  const seconds = crowd ? 120 + random.below(600) : random.chance(0.06) ? 3 * 3600 : 120 + random.below(1500)
  const content = n > 5 && random.chance(0.5) ? { content: layout(random, lists) } : {}
  const sponsor = random.chance(crowd ? 0.6 : 0.4) ? `p${random.below(3)}` : null
  return slideOf(seconds, { ...content, sponsor, ...(random.chance(loose) ? validity(random) : {}) })
}

function layout(random: Random, lists: number): LayoutContent {
  const regions = Array.from({ length: 1 + random.below(2) }, () => ({
    xPct: 0,
    yPct: 0,
    widthPct: 50,
    heightPct: 50,
    playlist: random.chance(0.05) ? 'gone' : `l${random.below(lists)}`,
  }))
  return { kind: 'layout', tone: 'night', regions }
}

function itemsOf(random: Random, list: number, lists: number, { loose, crowd }: Mood): PlaylistItem[] {
  return Array.from({ length: random.below(6) }, (_, n) => {
    const nested = list + 1 < lists && random.chance(0.3)
    const name = nested ? `@l${list + 1 + random.below(lists - list - 1)}` : `s${random.below(crowd ? 5 : random.chance(0.05) ? 9 : 8)}`
    const item = { ...itemOf(name), id: `i${n}`, ...(random.chance(loose) ? validity(random) : {}) }
    if (item.of.kind === 'playlist') return { ...item, of: { ...item.of, take: random.chance(0.4) ? 1 + random.below(4) : null } }
    return { ...item, durationMs: random.chance(0.3) ? (1 + random.below(20)) * minuteMs : null }
  })
}

function validity(random: Random): { validFrom: Instant | null; validUntil: Instant | null } {
  const from = someTime(random)
  const until = later(from, (1 + random.below(30)) * hourMs)
  return { validFrom: random.chance(0.6) ? from : null, validUntil: random.chance(0.6) ? until : null }
}

function whenOf(random: Random): Entry['when'] {
  const kind = random.below(4)
  if (kind === 0) return 'always'
  const start = someTime(random)
  const lengthMs = (1 + random.below(16)) * hourMs
  if (kind === 1) return [{ start, lengthMs, everyMs: lengthMs, count: 1 }]
  if (kind === 2) return [{ start: instant(start % dayMs), lengthMs, everyMs: dayMs, count: 3 }]
  return [
    { start, lengthMs, everyMs: lengthMs, count: 2 },
    { start: later(start, 2 * lengthMs + (random.chance(0.5) ? 0 : hourMs)), lengthMs: hourMs, everyMs: 2 * hourMs, count: 3 },
  ]
}

/** On the quarter hour more often than not, so that boundaries meet. */
function someTime(random: Random): Instant {
  const quarters = random.below(65 * 4)
  return instant(quarters * 15 * minuteMs + (random.chance(0.3) ? random.below(15 * minuteMs) : 0))
}
