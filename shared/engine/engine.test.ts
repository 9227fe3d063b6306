/** The engine against the oracle, over seeded manifests. A failure names its seed. `SEEDS=5000 npx vitest run --project unit shared/engine/engine` looks at more of them. */
import { describe, expect, test } from 'vitest'
import type { Live } from '../model/live.ts'
import type { Manifest, Slot } from '../model/manifest.ts'
import { liveOf } from '../testing/build.ts'
import { generated, generateLive, generateManifest } from '../testing/generate.ts'
import { cueMomentsOf, momentsOf } from '../testing/moments.ts'
import { createOracle, type Walked } from '../testing/oracle.ts'
import { randomFrom } from '../testing/random.ts'
import { hourMs, type Instant, later } from '../time/instant.ts'
import { compile } from './compile.ts'
import { sceneHash } from './hash.ts'
import { reanchor } from './reanchor.ts'
import { resolve } from './resolve.ts'
import type { Content, Scene } from './scene.ts'

const count = Number(process.env['SEEDS'] ?? 150)
const seeds = Array.from({ length: count }, (_, n) => n + 1)
const shown = ['main', 'ticker', 'corner', 'banner'] as const

function said(content: Content | null | undefined): Walked | null {
  if (content?.kind !== 'slide') return null
  return { entry: content.entry, path: content.path, since: content.since, regions: content.regions.map(said) }
}

/** Compares all slots at `t` in one look. */
function agree(seed: number, scene: Scene, at: (slot: (typeof shown)[number]) => Walked | null, t: Instant): void {
  const [mine, theirs] = [shown.map((slot) => said(scene.slots[slot])), shown.map((slot) => at(slot))]
  alike({ seed, t }, mine, theirs)
}

/** `expect` only where there is something to tell: it is slow over thousands of scenes. */
function alike(of: { readonly seed: number; readonly t: Instant }, mine: unknown, wanted: unknown): void {
  if (JSON.stringify(mine) !== JSON.stringify(wanted)) expect({ ...of, seen: mine }).toEqual({ ...of, seen: wanted })
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
    sponsors: reorder(manifest.sponsors),
    anchors: random.shuffled(manifest.anchors),
  }
}

/** A manifest that was edited in the middle of the show, its anchors, and when. */
function edited(seed: number): { manifest: Manifest; live: Live; at: Instant } {
  const random = randomFrom(seed + 50_000)
  const [first, other] = [generateManifest(seed), generateManifest(seed + 1_000)]
  const next = random.pick([
    { ...first, slides: other.slides },
    { ...first, playlists: other.playlists },
    { ...other, entries: first.entries },
  ])
  const live = generateLive(seed, first)
  const at = later(generated.from, random.below(generated.until - generated.from))
  return { manifest: reanchor(first, next, live, at), live, at }
}

describe('over seeded manifests', { timeout: 600_000 }, () => {
  test('[E6] at every boundary, just before it, at the ends of turns and in between, resolve says what a walk slide by slide says', () => {
    for (const seed of seeds) {
      const manifest = generateManifest(seed)
      const live = generateLive(seed, manifest)
      const plan = compile(manifest, generated)
      const oracle = createOracle(manifest)
      for (const t of [...momentsOf(manifest, randomFrom(seed), 30), ...cueMomentsOf(live)]) {
        const scene = resolve(plan, live, t)
        agree(seed, scene, (slot) => oracle.at(slot, t, live), t)
        const end = scene.until
        agree(seed, resolve(plan, live, later(end, -1)), (slot) => oracle.at(slot, end - 1, live), end)
        if (end < generated.until) agree(seed, resolve(plan, live, end), (slot) => oracle.at(slot, end, live), end)
      }
    }
  })

  test('[E7] after an edit that does not restart the show, resolve goes on as the walk does, until day-break and beyond', () => {
    for (const seed of seeds) {
      const { manifest, live, at } = edited(seed)
      const plan = compile(manifest, generated)
      const oracle = createOracle(manifest)
      for (const t of [at, ...momentsOf(manifest, randomFrom(seed), 30)])
        if (t >= at) agree(seed, resolve(plan, live, t), (slot) => oracle.at(slot, t, live), t)
    }
  })

  test('[E1] until is exactly the next change: the answer stands until then, and is another there', () => {
    for (const seed of seeds) {
      const { manifest, live, at } =
        seed % 2 === 0 ? edited(seed) : { manifest: generateManifest(seed), live: liveOf(), at: generated.from }
      const cued = seed % 4 === 1 ? generateLive(seed, manifest) : live
      const plan = compile(manifest, generated)
      const random = randomFrom(seed)
      for (const t of momentsOf(manifest, random, 12).filter((moment) => moment >= at)) {
        const scene = resolve(plan, cued, t)
        const between = later(t, random.below(scene.until - t))
        for (const same of [between, later(scene.until, -1)]) alike({ seed, t }, resolve(plan, cued, same), scene)
        if (scene.until === generated.until) continue
        const next = resolve(plan, cued, scene.until)
        if (JSON.stringify(next.slots) === JSON.stringify(scene.slots))
          expect({ seed, t, next: next.slots }).not.toEqual({ seed, t, next: scene.slots })
      }
    }
  })

  test('[E1] neither the window of the plan, nor what was asked before, nor a round trip through JSON changes an answer', () => {
    for (const seed of seeds) {
      const { manifest, live } = seed % 2 === 0 ? edited(seed) : { manifest: generateManifest(seed), live: liveOf() }
      const random = randomFrom(seed)
      const whole = compile(manifest, generated)
      for (const t of random.shuffled(momentsOf(manifest, random, 4)).slice(0, 6)) {
        const cold = compile(JSON.parse(JSON.stringify(manifest)) as Manifest, { from: t, until: later(t, 1 + random.below(hourMs)) })
        const [one, other] = [resolve(cold, live, t), resolve(whole, live, t)]
        alike({ seed, t }, [one.slots, sceneHash(one)], [other.slots, sceneHash(other)])
      }
    }
  })

  test('[E11] the order of the input changes nothing', () => {
    for (const seed of seeds) {
      const { manifest, live } = seed % 2 === 0 ? edited(seed) : { manifest: generateManifest(seed), live: liveOf() }
      const plan = compile(manifest, generated)
      const other = compile(shuffled(manifest, seed), generated)
      for (const t of momentsOf(manifest, randomFrom(seed), 5))
        alike({ seed, t }, sceneHash(resolve(other, live, t)), sceneHash(resolve(plan, live, t)))
    }
  })

  test('[E9] cues change manual entries alone; slips and the data of sources change nothing', () => {
    for (const seed of seeds) {
      const manifest = generateManifest(seed)
      const plan = compile(manifest, generated)
      const cued = generateLive(seed, manifest)
      const busy: Live = { ...cued, slips: { s0: 60_000, s1: -60_000 }, sources: { programme: 'ff'.repeat(32) } }
      const wild: Live = {
        ...liveOf(),
        cues: Object.fromEntries(manifest.entries.map(({ id }) => [id, { item: 'i1', at: generated.from, before: null }])),
      }
      const manual = new Set(manifest.entries.filter((entry) => entry.manual).map(({ id }) => id))
      for (const t of momentsOf(manifest, randomFrom(seed), 5)) {
        const [calm, moved] = [resolve(plan, liveOf(), t), resolve(plan, wild, t)]
        alike({ seed, t }, resolve(plan, busy, t), resolve(plan, cued, t))
        for (const slot of shown) if (!isOf(manual, calm, slot)) alike({ seed, t }, moved.slots[slot], calm.slots[slot])
      }
    }
  })
})

function isOf(entries: ReadonlySet<string>, { slots }: Scene, slot: Slot): boolean {
  const content = slots[slot]
  return content?.kind === 'slide' && entries.has(content.entry)
}
