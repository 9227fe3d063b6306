/** How fast the engine is: compiling a large manifest for two days, and asking the plan at random instants. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import type { Entry, Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { daily, entryOf, itemOf, manifestOf, once, playlistOf } from '@infoskjerm/shared/testing/build.ts'
import { type Random, randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { dayMs, instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { Figure } from './figure.ts'

const conditions = { entries: 200, items: 2_000, windowDays: 2 }
const window = { from: instant(dayMs), until: instant((1 + conditions.windowDays) * dayMs) }

export const benches: Record<string, () => Figure[]> = {
  resolve_us: () => {
    const plan = compile(eventOf(conditions.entries), window)
    const random = randomFrom(1)
    const batch = 100
    const perCallUs = Array.from({ length: 400 }, () => {
      const instants = Array.from({ length: batch }, () => later(window.from, random.below(window.until - window.from)))
      const startMs = performance.now()
      for (const t of instants) resolve(plan, quiet, t)
      return ((performance.now() - startMs) * 1_000) / batch
    }).slice(100)
    const value = median(perCallUs)
    return [{ figure: 'resolve_us', value, unit: 'us', goal: 5, met: value <= 5, ...conditions }]
  },
  compile_ms: () => {
    const manifest = eventOf(conditions.entries)
    const tookMs = Array.from({ length: 15 }, () => {
      const startMs = performance.now()
      compile(manifest, window)
      return performance.now() - startMs
    }).slice(5)
    return [{ figure: 'compile_ms', value: median(tookMs), unit: 'ms', goal: null, met: null, ...conditions }]
  },
}

/** An event of so many entries with ten items each, a tenth of them visits to other lists: in every band, a third exclusive, daily windows, single ones and always. */
function eventOf(entries: number): Manifest {
  const random = randomFrom(7)
  const playlists = Object.fromEntries(
    Array.from({ length: entries }, (_, n) => {
      const items = Array.from({ length: 10 }, (_, item) => {
        const name = item === 9 && n + 1 < entries ? `@l${n + 1 + random.below(Math.min(5, entries - n - 1))}` : `s${random.below(500)}`
        const expires = random.chance(0.05) ? instant(random.below(4 * dayMs)) : null
        return itemOf(name, { id: `i${item}`, validUntil: expires, durationMs: name.startsWith('@') ? null : 8_000 + random.below(20_000) })
      })
      return [`l${n}`, playlistOf(items)]
    }),
  )
  return manifestOf({ entries: Array.from({ length: entries }, (_, n) => someEntry(random, n)), playlists })
}

/** Always on is only what is shared at the bottom, so that what wins is now a shared rotation, now an exclusive one. */
function someEntry(random: Random, n: number): Entry {
  const from = random.below(1_000) * 60
  const until = from + (10 + random.below(300)) * 60
  const always = random.chance(0.1)
  return entryOf(`e${n}`, {
    playlist: `l${n}`,
    band: always ? 'house' : random.pick(['normal', 'normal', 'normal', 'event', 'takeover']),
    exclusive: !always && random.chance(0.33),
    weight: 1 + random.below(5),
    when: always ? 'always' : random.chance(0.5) ? daily(from, until, 5) : once(dayMs / 1_000 + from, dayMs / 1_000 + until),
  })
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Number(sorted[Math.floor(sorted.length / 2)]!.toFixed(3))
}
