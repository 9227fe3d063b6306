/** Airtime against a count of every turn, over seeded manifests. */
import { describe, expect, test } from 'vitest'
import { quiet } from '../model/live.ts'
import type { SlideBody } from '../model/slide.ts'
import { entryOf, itemOf, manifestOf, once, s, slideOf } from '../testing/build.ts'
import { generated, generateManifest } from '../testing/generate.ts'
import { randomFrom } from '../testing/random.ts'
import { hourMs, type Instant, instant, later } from '../time/instant.ts'
import { airtime } from './airtime.ts'
import { compile } from './compile.ts'
import type { Plan } from './plan.ts'
import { resolve } from './resolve.ts'

/** Turn by turn; what a person steps by hand is left out. */
function counted(plan: Plan, from: Instant, until: Instant): Record<string, number> {
  const total: Record<string, number> = {}
  for (let at = from; at < until;) {
    const { slots, until: next } = resolve(plan, quiet, at)
    const end = Math.min(next, until) as Instant
    const { main } = slots
    if (main.kind === 'slide' && !plan.manifest.entries.some(({ id, manual }) => id === main.entry && manual))
      total[main.slideId] = (total[main.slideId] ?? 0) + end - at
    at = end
  }
  return total
}

describe('[E1] airtime', () => {
  test('is what a count of every turn says', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const whole = generateManifest(seed)
      const slides: [string, SlideBody][] = Object.entries(whole.slides).filter(([, { content }]) => content.kind !== 'layout')
      const manifest = { ...whole, slides: Object.fromEntries(slides) }
      const plan = compile(manifest, generated)
      const random = randomFrom(seed)
      const from = instant(random.below(40 * hourMs))
      const until = later(from, 1 + random.below(20 * hourMs))
      const told = Object.fromEntries([...airtime(plan, 'main', from, until)].filter(([, ms]) => ms !== 0))
      expect({ seed, told }).toEqual({ seed, told: counted(plan, from, until) })
    }
  })

  test('follows the weights of those that share', () => {
    const entries = [entryOf('a', { weight: 3 }), entryOf('b', { weight: 1 })]
    const plan = compile(manifestOf({ entries, playlists: { a: 'x', b: 'y z' }, slides: { y: 5 } }), { from: s(0), until: s(4_000) })
    const total = airtime(plan, 'main', s(0), s(3_600))
    expect((total.get('x') ?? 0) / s(3_600)).toBeCloseTo(0.75, 2)
  })

  test('gives the slides in regions their part of the time of the layout', () => {
    const region = { xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'side' }
    const layout = slideOf(20, { content: { kind: 'layout', tone: 'night', regions: [region] } })
    const entries = [entryOf('a', { when: once(0, 1_000) })]
    const playlists = { a: [itemOf('l'), itemOf('x')], side: 'p q' }
    const plan = compile(manifestOf({ entries, playlists, slides: { l: layout, q: 30 } }), { from: s(0), until: s(2_000) })
    const total = airtime(plan, 'main', s(0), s(1_200))
    expect(Object.fromEntries(total)).toEqual({ l: 670_000, x: 330_000, p: 167_500, q: 502_500 })
  })
})
