import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { entryOf, manifestOf, overrideOf } from '@infoskjerm/shared/testing/build.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { describe, expect, it } from 'vitest'
import { detailsOf } from './details.ts'
import type { Key } from './keys.ts'
import { observe, beginProof, seenOf } from './proof.ts'
import { overrides, player, publishes, screen, signed } from './testing/player.ts'

const manifest = manifestOf({ entries: [entryOf('house')], playlists: { house: 'a b c' } })

/** The screen with its keys switched on. */
function keyed(keys: boolean, sequence = 2): GatewayMessage {
  if (screen.t !== 'pointer' || screen.signed.body.kind !== 'screen') throw new Error('not a screen')
  return { t: 'pointer', signed: signed({ ...screen.signed.body, sequence, care: { ...plainCare, keys } }) }
}

function at(seconds: number, ...keys: readonly Key[]) {
  const one = player()
  one.hear(2_000, keyed(true), ...publishes('house', manifest, 1))
  one.give(seconds * 1_000, ...keys.map((key) => ({ kind: 'key', key }) as const))
  return one
}

describe('the keys of the box', () => {
  it.each<[string, readonly Key[], string]>([
    ['none', [], 'a'],
    ['forth', ['forth'], 'b'],
    ['forth twice', ['forth', 'forth'], 'c'],
    ['back', ['back'], 'c'],
    ['forth and back', ['forth', 'back'], 'a'],
    ['hold', ['hold'], 'a'],
    ['forth, and given back', ['forth', 'hold'], 'a'],
  ])('%s', (_, keys, shows) => expect(at(5, ...keys).glass()).toBe(shows))

  it('what is held stands although its turn is over, and gives back by itself', () => {
    const one = at(5, 'hold')
    one.give(15_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    one.give(5_000 + limits.keysMs, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    one.give(12_000 + limits.keysMs, { kind: 'tick' })
    expect(one.glass()).toBe('b')
  })

  it('do nothing until they are switched on for the screen, and nothing more when they are switched off', () => {
    const off = player()
    off.hear(2_000, keyed(false), ...publishes('house', manifest, 1))
    off.give(5_000, { kind: 'key', key: 'forth' })
    expect(off.glass()).toBe('a')
    const one = at(5, 'forth')
    one.hear(6_000, keyed(false, 3))
    expect(one.glass()).toBe('a')
  })

  it('never hold back a message of danger', () => {
    const one = at(5, 'hold')
    one.hear(6_000, overrides(1, overrideOf('fire')))
    expect(one.glass()).toBe('override')
  })

  it('are reported: until when, and that something else was seen than planned', () => {
    const one = at(5, 'forth')
    expect(detailsOf(one.state()).keysUntil).toBe(5_000 + limits.keysMs)
    const now = instant(6_000)
    const seen = seenOf({ ...one.state(), standing: { ...one.state().standing, scene: 'x' } }, null, now)
    expect(observe(beginProof(null, now), seen, now).open?.why).toBe('substituted')
  })
})
