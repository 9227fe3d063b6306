/** The engine against the oracle, over seeded manifests. A failure names its seed. */
import { describe, expect, test } from 'vitest'
import { quiet } from '../model/live.ts'
import type { Manifest } from '../model/manifest.ts'
import { generated, generateManifest } from '../testing/generate.ts'
import { momentsOf } from '../testing/moments.ts'
import { walk, type Walked } from '../testing/oracle.ts'
import { randomFrom } from '../testing/random.ts'
import { hourMs, type Instant, later } from '../time/instant.ts'
import { compile } from './compile.ts'
import { sceneHash } from './hash.ts'
import { resolve } from './resolve.ts'
import type { Content, Scene } from './scene.ts'

const seeds = Array.from({ length: 40 }, (_, n) => n + 1)

function said(content: Content | undefined): Omit<Walked, 'until'> | null {
  return content?.kind === 'slide' ? { entry: content.entry, path: content.path, since: content.since } : null
}

function walked(manifest: Manifest, slot: string, t: Instant): Omit<Walked, 'until'> | null {
  const found = walk(manifest, slot, t)
  return found === null ? null : { entry: found.entry, path: found.path, since: found.since }
}

function shuffled(manifest: Manifest, seed: number): Manifest {
  const random = randomFrom(seed)
  const reorder = <T>(record: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(random.shuffled(Object.entries(record)))
  return {
    ...manifest,
    days: random.shuffled(manifest.days),
    entries: random.shuffled(manifest.entries).map((entry) => ({
      ...entry,
      when: entry.when === 'always' ? entry.when : random.shuffled(entry.when),
    })),
    playlists: reorder(manifest.playlists),
    slides: reorder(manifest.slides),
    anchors: random.shuffled(manifest.anchors),
  }
}

describe('over seeded manifests', { timeout: 60_000 }, () => {
  test('[E6] at every boundary, just before it and in between, resolve says what a walk item by item says', () => {
    for (const seed of seeds) {
      const manifest = generateManifest(seed)
      const plan = compile(manifest, generated)
      for (const t of momentsOf(manifest, randomFrom(seed), 8)) {
        const { slots } = resolve(plan, quiet, t)
        expect({ seed, t, main: said(slots.main) }).toEqual({ seed, t, main: walked(manifest, 'main', t) })
        expect({ seed, t, ticker: said(slots.ticker) }).toEqual({ seed, t, ticker: walked(manifest, 'ticker', t) })
      }
    }
  })

  test('[E1] until is exactly the next change: the answer stands until then, and is another there', () => {
    for (const seed of seeds) {
      const manifest = generateManifest(seed)
      const plan = compile(manifest, generated)
      const random = randomFrom(seed)
      for (const t of momentsOf(manifest, random, 12)) {
        const scene = resolve(plan, quiet, t)
        const between = later(t, random.below(scene.until - t))
        for (const same of [between, later(scene.until, -1)])
          expect({ seed, t, scene: resolve(plan, quiet, same) }).toEqual({ seed, t, scene })
        if (scene.until === generated.until) continue
        const next = resolve(plan, quiet, scene.until)
        expect({ seed, t, hash: sceneHash(next) }).not.toEqual({ seed, t, hash: sceneHash(scene) })
      }
    }
  })

  test('[E1] neither the window of the plan, nor what was asked before, nor a round trip through JSON changes an answer', () => {
    for (const seed of seeds) {
      const manifest = generateManifest(seed)
      const random = randomFrom(seed)
      const whole = compile(manifest, generated)
      for (const t of random.shuffled(momentsOf(manifest, random, 4)).slice(0, 6)) {
        const hash = (scene: Scene): string => sceneHash(scene)
        const cold = compile(JSON.parse(JSON.stringify(manifest)) as Manifest, { from: t, until: later(t, 1 + random.below(hourMs)) })
        expect({ seed, t, hash: hash(resolve(cold, quiet, t)) }).toEqual({ seed, t, hash: hash(resolve(whole, quiet, t)) })
      }
    }
  })

  test('[E11] the order of the input changes nothing', () => {
    for (const seed of seeds) {
      const manifest = generateManifest(seed)
      const plan = compile(manifest, generated)
      const other = compile(shuffled(manifest, seed), generated)
      for (const t of momentsOf(manifest, randomFrom(seed), 5))
        expect(sceneHash(resolve(other, quiet, t))).toBe(sceneHash(resolve(plan, quiet, t)))
    }
  })
})
