/** What is expanded, against the engine asked at every second. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { type Cue, quiet } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { entryOf, itemOf, manifestOf, once, s, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { generated, generateManifest } from '@infoskjerm/shared/testing/generate.ts'
import { type Random, randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { hourMs, type Instant, instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { PlayException } from '@infoskjerm/shared/wire/player.ts'
import { describe, expect, test } from 'vitest'
import type { Play } from '../plays/store.ts'
import { expand, lastStood, type Steps, stood } from './expand.ts'
import { createMemory } from './memory.ts'
import { piecesOf } from './pieces.ts'
import type { Service } from './service.ts'
import { readStretches } from './stretches.ts'

const step = (item: string, seconds: number): Cue => ({ item, at: s(seconds), before: null })

/** What is on the glass at `t`, by the plainest way there is: the newest step of each entry by then, and every slide in `main` and its regions. */
function shownAt(plan: ReturnType<typeof compile>, steps: Steps, t: Instant): readonly string[] {
  const newest = Object.entries(steps).flatMap(([entry, all]) => {
    const cue = all.filter(({ at }) => at <= t).at(-1)
    return cue === undefined ? [] : [[entry, cue] as const]
  })
  const { main } = resolve(plan, { ...quiet, cues: Object.fromEntries(newest) }, t).slots
  if (main.kind !== 'slide') return []
  return [main.slideId, ...main.regions.flatMap((region) => region?.slideId ?? [])]
}

const region = { xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'side' }
const layout = slideOf(20, { content: { kind: 'layout', tone: 'night', regions: [region, { ...region, xPct: 50, playlist: 'own' }] } })

/** Shared and exclusive entries, one that is stepped by hand, and a layout. */
const venue = (change: string): Manifest =>
  manifestOf({
    entries: [
      entryOf('a', { weight: 3 }),
      entryOf('b'),
      entryOf('stage', { manual: true, exclusive: true, band: 'event', when: once(1_000, 1_900) }),
      entryOf('big', { exclusive: true, band: 'takeover', when: once(2_500, 2_700) }),
    ],
    playlists: { a: `x y ${change}`, b: [itemOf('l'), itemOf('z')], stage: 'one l three', big: 'w', side: 'p q', own: 'r' },
    slides: { l: layout, x: 7, y: 13, q: 30, w: 11 },
  })

const steps: Steps = { stage: [step('l', 900), step('three', 1_213), step('l', 1_500), step('one', 1_507)] }

/** The records of a screen: five minutes at most, with holes, exceptions of all kinds, and another manifest in the middle. */
function recordsOf(screen: string, random: Random, until: number): readonly Play[] {
  const plays: Play[] = []
  for (let at = random.below(60); at < until;) {
    const end = Math.min(until, at + 1 + random.below(300), at < 2_000 ? 2_000 : Infinity)
    const exceptions: PlayException[] = []
    while (random.chance(0.4)) {
      const from = at + random.below(end - at)
      exceptions.push({
        from: s(from),
        until: s(Math.min(end, from + 1 + random.below(40))),
        why: random.pick(['override', 'dark', 'substituted']),
      })
    }
    plays.push({ screen, manifest: at < 2_000 ? 1 : 2, from: s(at), until: s(end), exceptions })
    at = end + (random.chance(end === 2_000 ? 0.5 : 0.2) ? random.below(120) : 0)
  }
  return plays
}

const strongest = ['override', 'dark', 'substituted'] as const
const lossOf = { override: 'emergency', dark: 'dark', substituted: 'substituted' } as const
const manifests: Readonly<Record<number, Manifest>> = { 1: venue('z'), 2: venue('v z') }

describe('[W6] records', () => {
  test('come to what every second of them shows, minus what was not seen', async () => {
    const end = 3_000
    const memory = createMemory(1_000)
    for (let seed = 1; seed <= 12; seed++) {
      const random = randomFrom(seed)
      const service: Service = {
        first: 'in-service',
        turns: random.chance(0.5)
          ? [
              { at: s(700), state: 'out-of-service' },
              { at: s(900 + random.below(500)), state: 'in-service' },
            ]
          : [],
      }
      const plays = recordsOf('a', random, end - 400)
      const read = await readStretches({ page: pageOf(plays) }, s(0), s(end), () => true)
      const edges = [s(0), s(600), s(1_234), s(end)]
      const pieces = piecesOf('a', read.get('a') ?? [], service, null, { edges, silentUntil: s(end - 100) })
      const told: Record<string, number> = {}
      const manifestOfId = (id: number): Manifest => manifests[id]!
      await expand(pieces, { manifestOf: manifestOfId, steps, memory, monotonicMs: () => 0 }, ({ shown, pieces: own }) => {
        for (const { slide, ms } of shown)
          for (const { cell, lost } of own) told[`${cell} ${slide} ${lost}`] = (told[`${cell} ${slide} ${lost}`] ?? 0) + ms / 1_000
      })
      expect({ seed, told }).toEqual({ seed, told: bySecond(plays, service, edges, end - 100) })
    }
  })

  test('that were expanded before are not when something else was stepped to since', async () => {
    const memory = createMemory(1_000)
    const piece = { screen: 'a', cell: 0, manifest: 1, from: s(1_000), until: s(1_900), lost: null }
    const told = async (history: Steps): Promise<Record<string, number>> => {
      const sums: Record<string, number> = {}
      const of = { manifestOf: (id: number) => manifests[id]!, steps: history, memory, monotonicMs: () => 0 }
      await expand([piece], of, ({ shown }) => {
        for (const { slide, ms } of shown) sums[slide] = ms / 1_000
      })
      return sums
    }
    expect(await told({})).toEqual({ one: 900 })
    expect(await told({ stage: [step('three', 1_200)] })).toEqual({ one: 200, three: 700 })
    expect(await told({ stage: [step('three', 1_300)] })).toEqual({ one: 300, three: 600 })
    expect(await told({ stage: [step('three', 1_300), step('l', 5_000)] })).toEqual({ one: 300, three: 600 })
  })

  test('pages of them join as one', async () => {
    const plays = Array.from({ length: 9_000 }, (_, n): Play => ({
      screen: `s${n % 3}`,
      manifest: 1,
      from: s(Math.floor(n / 3) * 10),
      until: s(Math.floor(n / 3) * 10 + 10),
      exceptions: [],
    }))
    const read = await readStretches({ page: pageOf(plays) }, s(5), s(29_000), (screen) => screen !== 's1')
    expect([...read]).toEqual(['s0', 's2'].map((screen) => [screen, [{ manifest: 1, from: s(5), until: s(29_000), exceptions: [] }]]))
  })
})

function pageOf(plays: readonly Play[]) {
  const sorted = [...plays].sort((a, b) => a.from - b.from || (a.screen < b.screen ? -1 : 1))
  return (from: number, until: number, after: { from: number; screen: string } | null, most: number): readonly Play[] =>
    sorted
      .filter((play) => play.from >= from && play.from < until)
      .filter((play) => after === null || play.from > after.from || (play.from === after.from && play.screen > after.screen))
      .slice(0, most)
}

/** Seconds by cell, slide and why it does not count. Time without a record belongs to the manifest that the screen held before. */
function bySecond(plays: readonly Play[], service: Service, edges: readonly Instant[], silentUntil: number): Record<string, number> {
  const told: Record<string, number> = {}
  const plans = new Map(Object.entries(manifests).map(([id, manifest]) => [Number(id), compile(manifest, { from: s(0), until: s(4_000) })]))
  for (let second = 0; second < edges.at(-1)! / 1_000; second++) {
    const t = s(second)
    const play = plays.find(({ from, until }) => from <= t && t < until)
    const before = plays.filter(({ until }) => until <= t).at(-1) ?? plays[0]!
    if (play === undefined && second >= silentUntil && before.until <= t && !plays.some(({ from }) => from > t)) continue
    const out = service.turns.filter(({ at }) => at <= t).at(-1)?.state === 'out-of-service'
    const why = strongest.find((one) => play?.exceptions.some((span) => span.why === one && span.from <= t && t < span.until))
    const lost = out ? 'out-of-service' : play === undefined ? 'no-report' : why === undefined ? null : lossOf[why]
    const cell = edges.filter((edge) => edge <= t).length - 1
    for (const slide of shownAt(plans.get((play ?? before).manifest)!, steps, t))
      told[`${cell} ${slide} ${lost}`] = (told[`${cell} ${slide} ${lost}`] ?? 0) + 1
  }
  return told
}

describe('what stood', () => {
  test('is what a count of every turn says, with what was stepped by hand', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const manifest = generateManifest(seed)
      const random = randomFrom(seed)
      const plan = compile(manifest, generated)
      const from = instant(random.below(40 * hourMs))
      const until = later(from, 1 + random.below(12 * hourMs))
      const stepped = stepsOf(manifest, random)
      const counted: Record<string, number> = {}
      const edges = Object.values(stepped).flatMap((all) => all.map(({ at }) => at as number))
      for (let at = from; at < until;) {
        const newest = Object.entries(stepped).flatMap(([entry, all]) => {
          const cue = all.filter((one) => one.at <= at).at(-1)
          return cue === undefined ? [] : [[entry, cue] as const]
        })
        const scene = resolve(plan, { ...quiet, cues: Object.fromEntries(newest) }, at)
        const end = instant(Math.min(until, scene.until, ...edges.filter((edge) => edge > at)))
        for (const slide of shownAt(plan, stepped, at)) counted[slide] = (counted[slide] ?? 0) + end - at
        at = end
      }
      expect({ seed, told: Object.fromEntries([...stood(plan, stepped, from, until)].filter(([, ms]) => ms !== 0)) }).toEqual({
        seed,
        told: counted,
      })
    }
  })

  test('last stood until the end of its last turn', () => {
    const plan = compile(manifestOf({ entries: [entryOf('a', { when: once(0, 100) })], playlists: { a: 'x y' } }), {
      from: s(0),
      until: s(4_000),
    })
    const last = (slide: string, until: number) => lastStood(plan, {}, new Set([slide]), s(0), s(until))
    expect([last('x', 57), last('y', 57), last('x', 4_000), last('z', 4_000)]).toEqual([s(50), s(57), s(90), null])
  })
})

function stepsOf({ entries, playlists }: Manifest, random: Random): Steps {
  const manual = entries.filter((entry) => entry.manual)
  return Object.fromEntries(
    manual.map(({ id, playlist }) => [
      id,
      Array.from({ length: random.below(6) }, () => ({
        item: random.pick(playlists[playlist]?.items.map((item) => item.id) ?? ['gone']),
        at: instant(random.below(generated.until)),
        before: null,
      })).sort((a, b) => a.at - b.at),
    ]),
  )
}
