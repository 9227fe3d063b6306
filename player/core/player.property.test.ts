import { entryOf, manifestOf, once, overrideOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { compareOrder, type Order } from '@infoskjerm/shared/wire/pointers.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { mediaOf } from '@infoskjerm/shared/model/slide.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, it } from 'vitest'
import { openingMs } from './choose.ts'
import { detailsOf } from './details.ts'
import { asleep, type Effect, type Input, type PlayerState, step } from './player.ts'
import { hashOf, overrides, picture, publishes, screen, signed } from './testing/player.ts'

const seeds = Number(process.env['SEEDS'] ?? 40)
const pictures = ['a1', 'b1', 'c1', 'd1']

/** A manifest of some slides, some of which need pictures, with a take-over now and then. */
function manifest(random: () => number) {
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const slides = Object.fromEntries(
    ['p', 'q', 'r', 's', 't'].map((id) => {
      const slide = random() < 0.5 ? picture(any(pictures)) : slideOf(5)
      return [id, random() < 0.1 ? { ...slide, validUntil: instant(Math.floor(random() * 600_000)) } : slide]
    }),
  )
  const list = (): string =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => any(Object.keys(slides)))
      .filter((id, at, all) => all.indexOf(id) === at)
      .join(' ')
  const from = Math.floor(random() * 500)
  const takeover = entryOf('t', { band: 'takeover', exclusive: true, when: once(from, from + 60) })
  return manifestOf({ entries: random() < 0.3 ? [entryOf('m'), takeover] : [entryOf('m')], playlists: { m: list(), t: list() }, slides })
}

/** Whatever may happen to a player, in any order. */
function happening(random: () => number, state: PlayerState, sequence: number, now: number): Input[] {
  const said = (...messages: GatewayMessage[]): Input[] => messages.map((message): Input => ({ kind: 'message', message }))
  const hash = hashOf(pictures[Math.floor(random() * pictures.length)]!)
  const roll = random()
  if (roll < 0.08) {
    const all = publishes(`${sequence}`, manifest(random), sequence, now + (random() < 0.5 ? 150 : 0))
    return said(...all.filter(() => random() > 0.1).sort(() => random() - 0.3))
  }
  if (roll < 0.1)
    return said({
      t: 'pointer',
      signed: signed({ kind: 'class', class: 'c', venue: 'v', epoch: 1, sequence, hash: null, activeFrom: instant(now) }),
    })
  if (roll < 0.14) return said(overrides(sequence, ...(random() < 0.5 ? [overrideOf('e')] : [])))
  if (roll < 0.16) return said(overrides(Math.max(1, sequence - 5), overrideOf('old')))
  if (roll < 0.18) return [{ kind: 'restored', link: state.link }]
  if (roll < 0.2) return [{ kind: 'time', isProved: random() < 0.7 }]
  if (roll < 0.22) return [{ kind: 'connected' }]
  if (roll < 0.34) return [{ kind: 'media', hash }]
  if (roll < 0.37) return [{ kind: 'lost', hash }]
  if (roll < 0.39) return [{ kind: 'gone', hash }]
  const main = state.scene?.slots.main
  if (roll < 0.44 && main?.kind === 'slide')
    return [{ kind: 'substituted', slide: main.slideId, why: (['not-ready', 'missing', 'broken'] as const)[Math.floor(random() * 3)]! }]
  if (roll < 0.6 && main !== undefined) return [{ kind: 'painted', look: main.key }, { kind: 'presented' }]
  return [{ kind: 'tick' }]
}

describe('whatever happens, in any order', () => {
  it.each(Array.from({ length: seeds }, (_, at) => at + 1))('seed %i', (seed) => {
    const random = seeded(seed)
    let state = asleep
    let now = Math.floor(random() * 100_000)
    let wakeAt = now
    let emptySince: number | null = null
    let newest: Order = { epoch: 0, sequence: 0 }
    const take = (input: Input): void => {
      const before = state
      const result = step(state, input, instant(now))
      state = result.state
      wakeAt = result.effects.filter((effect) => effect.kind === 'wake').at(-1)?.at ?? wakeAt
      holds(before, result.effects)
    }
    /** What must be true after every step. */
    const holds = (before: PlayerState, effects: readonly Effect[]): void => {
      const why = `seed ${seed} at ${now}`
      // [E10] [W4] Never dark: a scene was handed over, but for the moment in which a page reads what it kept.
      emptySince = state.scene === null && state.show !== null ? (emptySince ?? now) : null
      if (emptySince !== null) expect(now - emptySince, why).toBeLessThan(openingMs)
      if (before.scene !== null) expect(state.scene, why).not.toBeNull()
      // [W4] Nothing half-loaded: all that is handed over is here, and the stage has not refused it.
      const shown = effects.findLast((effect) => effect.kind === 'show')?.scene.slots.main
      if (shown?.kind === 'slide') {
        for (const hash of mediaOf(shown.slide)) expect(state.settled.has(hash), why).toBe(true)
        expect(now - (state.refused.get(shown.slideId)?.at ?? -Infinity), why).toBeGreaterThanOrEqual(15_000)
      }
      // Something stands in exactly while it is told of.
      const main = state.scene?.slots.main
      if (main !== undefined && main.key !== state.turn) expect(state.substituted, why).not.toBeNull()
      // [W2] Nothing older replaces something newer.
      const order = state.show?.pointer ?? newest
      expect(compareOrder(order, newest), why).toBeGreaterThanOrEqual(0)
      newest = order
      // Bounded.
      expect(detailsOf(state).missing.length, why).toBeLessThanOrEqual(10)
      expect(state.settled.size + state.lost.size, why).toBeLessThanOrEqual(2 * pictures.length)
    }
    take({ kind: 'message', message: screen })
    for (let turn = 2; turn < 300; turn++) {
      const next = now + Math.floor(random() * 3_000)
      while (wakeAt > now && wakeAt <= next) {
        now = wakeAt
        take({ kind: 'tick' })
      }
      now = next
      for (const input of happening(random, state, turn, now)) take(input)
    }
    // [W4] Faults over, everything here: a minute later the newest manifest stands as planned.
    for (const name of pictures) take({ kind: 'media', hash: hashOf(name) })
    now += 120_000
    take({ kind: 'tick' })
    for (const name of pictures) take({ kind: 'media', hash: hashOf(name) })
    expect(state.next, `seed ${seed}`).toBeNull()
    expect(state.substituted, `seed ${seed}`).toBeNull()
  })
})

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
