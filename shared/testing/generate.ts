/** Seeded manifests: small, and full of what goes wrong (validity inside validity, abutting windows, lists in lists, nothing at all). */
import { bands, type Entry, type Manifest } from '../model/manifest.ts'
import type { PlaylistBody, PlaylistItem } from '../model/playlist.ts'
import type { SlideBody } from '../model/slide.ts'
import type { Series } from '../time/series.ts'
import { dayMs, hourMs, type Instant, instant, later, minuteMs } from '../time/instant.ts'
import { entryOf, itemOf, manifestOf, slideOf } from './build.ts'
import { type Random, randomFrom } from './random.ts'

/** The period that generated manifests are interesting in: three days, the second one of 23 hours. */
export const generated = { from: instant(0), until: instant(3 * dayMs - hourMs) }

/** A manifest that depends on nothing but the seed. */
export function generateManifest(seed: number): Manifest {
  const random = randomFrom(seed)
  const slides: Record<string, SlideBody> = {}
  for (let n = 0; n < 8; n++) {
    const seconds = random.chance(0.1) ? 3 * 3600 : 120 + random.below(1500)
    slides[`s${n}`] = slideOf(seconds, random.chance(0.25) ? validity(random) : {})
  }
  const count = 2 + random.below(5)
  const playlists: Record<string, PlaylistBody> = {}
  for (let n = 0; n < count; n++) playlists[`l${n}`] = { name: 'List', order: 'sequence', items: itemsOf(random, n, count) }
  const entries = Array.from({ length: 1 + random.below(6) }, (_, n) =>
    entryOf(`e${n}`, {
      slot: random.chance(0.85) ? 'main' : 'ticker',
      band: random.pick(random.chance(0.6) ? ['normal'] : bands),
      exclusive: random.chance(0.3),
      weight: 1 + random.below(5),
      playlist: random.chance(0.03) ? 'gone' : `l${random.below(count)}`,
      when: whenOf(random),
    }),
  )
  const days: Series[] = [
    { start: instant(0), lengthMs: dayMs, everyMs: dayMs, count: 1 },
    { start: instant(dayMs), lengthMs: 23 * hourMs, everyMs: dayMs, count: 1 },
    { start: instant(2 * dayMs - hourMs), lengthMs: dayMs, everyMs: dayMs, count: 30 },
  ]
  return manifestOf({ entries, playlists, slides, change: { days } })
}

function itemsOf(random: Random, list: number, lists: number): PlaylistItem[] {
  return Array.from({ length: random.below(6) }, (_, n) => {
    const nested = list + 1 < lists && random.chance(0.3)
    const name = nested ? `@l${list + 1 + random.below(lists - list - 1)}` : `s${random.below(random.chance(0.05) ? 9 : 8)}`
    const durationMs = !nested && random.chance(0.3) ? (1 + random.below(20)) * minuteMs : null
    return { ...itemOf(name), id: `i${n}`, durationMs, ...(random.chance(0.25) ? validity(random) : {}) }
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
