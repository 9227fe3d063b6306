/** Test vectors: manifests, cues, instants and what the engine must answer, so that every place that runs it can prove that it answers the same. */
import { compile } from '../engine/compile.ts'
import { sceneHash } from '../engine/hash.ts'
import { reanchor } from '../engine/reanchor.ts'
import { resolve } from '../engine/resolve.ts'
import { type Live, quiet } from '../model/live.ts'
import type { Manifest } from '../model/manifest.ts'
import { dayMs, instant, later } from '../time/instant.ts'
import { generated, generateLive, generateManifest } from './generate.ts'
import { cueMomentsOf, momentsOf } from './moments.ts'
import { randomFrom } from './random.ts'

/** `scenes`: instant, until and scene hash, in the order in which they are to be asked. */
export interface Vector {
  readonly seed: number
  readonly manifest: Manifest
  readonly cues: Live['cues']
  readonly scenes: readonly (readonly [t: number, until: number, hash: string])[]
}

/** The vector of a seed; those of odd seeds have been edited in the middle of the show. */
export function vectorOf(seed: number): Vector {
  const first = generateManifest(seed)
  const live = generateLive(seed, first)
  const edited = { ...generateManifest(seed + 1_000), entries: first.entries }
  const manifest = seed % 2 === 0 ? first : reanchor(first, edited, live, instant(dayMs + seed * 1_000_000))
  const random = randomFrom(seed)
  const moments = random.shuffled([...momentsOf(manifest, random, 20), ...cueMomentsOf(live)]).slice(0, 60)
  return { seed, manifest, cues: live.cues, scenes: answersTo(manifest, live.cues, moments) }
}

/** What the engine answers: to the first half from one plan for everything, to the rest from a plan for each. */
export function answersTo(manifest: Manifest, cues: Live['cues'], instants: readonly number[]): Vector['scenes'] {
  const whole = compile(manifest, generated)
  const live = { ...quiet, cues }
  return instants.map((ms, n) => {
    const t = instant(ms)
    const long = resolve(whole, live, t)
    const scene = n < instants.length / 2 ? long : resolve(compile(manifest, { from: t, until: later(t, 1) }), live, t)
    return [t, long.until, sceneHash(scene)]
  })
}
