/** The instants at which an engine is most likely to be wrong. */
import type { Live } from '../model/live.ts'
import type { Manifest } from '../model/manifest.ts'
import { type Instant, instant } from '../time/instant.ts'
import { generated } from './generate.ts'
import type { Random } from './random.ts'

/** Every boundary of the manifest in the period, 1 ms before each, and some random instants. */
export function momentsOf(manifest: Manifest, random: Random, extra: number): readonly Instant[] {
  const edges = new Set<number>()
  for (const { when } of manifest.entries) {
    for (const { start, lengthMs, everyMs, count } of when === 'always' ? [] : when) {
      for (let n = 0; n < count; n++) edges.add(start + n * everyMs).add(start + n * everyMs + lengthMs)
    }
  }
  const valid = [...Object.values(manifest.playlists).flatMap(({ items }) => items), ...Object.values(manifest.slides)]
  for (const { validFrom, validUntil } of valid) for (const edge of [validFrom, validUntil]) if (edge !== null) edges.add(edge)
  for (const { start, everyMs, count } of manifest.days) for (let n = 0; n < count; n++) edges.add(start + n * everyMs)
  const blunt = Array.from({ length: extra }, () => instant(generated.from + random.below(generated.until - generated.from)))
  return [...sharp(edges), ...blunt]
}

/** Every cue and the one before it, and 1 ms before each. */
export function cueMomentsOf({ cues }: Live): readonly Instant[] {
  return sharp(Object.values(cues).flatMap(({ at, before }) => (before === null ? [at] : [at, before.at])))
}

function sharp(edges: Iterable<number>): Instant[] {
  return [...edges]
    .flatMap((edge) => [edge - 1, edge])
    .filter((t) => generated.from <= t && t < generated.until)
    .map((t) => instant(t))
}
