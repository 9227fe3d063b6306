import { entryOf, manifestOf } from '@infoskjerm/shared/testing/build.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { describe, expect, it } from 'vitest'
import { detailsOf } from './details.ts'
import { hashOf, of, picture, player, publishes, screen } from './testing/player.ts'

const media = (name: string) => ({ kind: 'media', hash: hashOf(name) }) as const
/** Ten seconds each: `a` and `c` need nothing, `b` needs the picture `b1`, `d` the picture `d1`. */
const mixed = manifestOf({
  entries: [entryOf('m')],
  playlists: { m: 'a b c d' },
  slides: { b: picture('b1'), d: picture('d1') },
})

function playing(manifest: Manifest = mixed, at = 2_000) {
  const one = player()
  one.hear(at, screen, ...publishes('mixed', manifest, 1))
  return one
}

describe('[W4] when a manifest becomes current', () => {
  const house = manifestOf({ entries: [entryOf('m')], playlists: { m: 'a' } })

  it('waits for its media for a minute, and no longer', () => {
    const one = playing(house)
    const waits = one.hear(
      3_000,
      ...publishes('b', manifestOf({ entries: [entryOf('m')], playlists: { m: 'b' }, slides: { b: picture('b1') } }), 2, 3_000),
    )
    expect(of(waits, 'wake').at(-1)?.at).toBeLessThanOrEqual(63_000)
    for (let at = 4_000; at < 63_000; at += 5_000) one.give(at, { kind: 'tick' })
    expect(one.state().show?.pointer.sequence).toBe(1)
    one.give(63_000, { kind: 'tick' })
    expect(one.state().show?.pointer.sequence).toBe(2)
    expect(detailsOf(one.state()).substituted).toEqual({ slide: 'b', why: 'not-ready' })
  })

  it('a newer one replaces the waiting one, keeps what was loaded, and does not wait anew', () => {
    const one = playing(house)
    const two = manifestOf({ entries: [entryOf('m')], playlists: { m: 'b d' }, slides: { b: picture('b1'), d: picture('d1') } })
    one.hear(3_000, ...publishes('two', two, 2, 3_000))
    one.give(10_000, media('b1'))
    const only = manifestOf({ entries: [entryOf('m')], playlists: { m: 'b' }, slides: { b: picture('b1') } })
    one.hear(11_000, ...publishes('only', only, 3, 11_000))
    expect(one.glass()).toBe('b')
    expect(one.state().show?.pointer.sequence).toBe(3)
  })

  it.each<[string, Manifest, boolean]>([
    [
      'removes a slide',
      manifestOf({ entries: [entryOf('m')], playlists: { m: 'a b d' }, slides: { b: picture('b1'), d: picture('d1') } }),
      true,
    ],
    [
      're-orders',
      manifestOf({ entries: [entryOf('m')], playlists: { m: 'd c b a' }, slides: { b: picture('b1'), d: picture('d1') } }),
      true,
    ],
    [
      'shortens a slide',
      manifestOf({ entries: [entryOf('m')], playlists: { m: 'a b c d' }, slides: { a: 5, b: picture('b1'), d: picture('d1') } }),
      true,
    ],
    [
      'brings a picture',
      manifestOf({
        entries: [entryOf('m')],
        playlists: { m: 'e b c d' },
        slides: { e: picture('e1'), b: picture('b1'), d: picture('d1') },
      }),
      false,
    ],
    ['brings another list', manifestOf({ entries: [entryOf('n')], playlists: { n: 'b a' }, slides: { b: picture('b1') } }), false],
  ])('one that %s', (_, next, atOnce) => {
    const one = playing()
    one.hear(3_000, ...publishes('next', next, 2, 3_000))
    expect(one.state().show?.pointer.sequence === 2).toBe(atOnce)
  })
})

describe('[W6] details', () => {
  it('name what is held, whether it is ready, and what is missing', () => {
    const one = playing()
    expect(detailsOf(one.state())).toEqual({
      holds: { epoch: 1, sequence: 1 },
      isReady: false,
      missing: ['b', 'd'],
      missingCount: 2,
      substituted: null,
      isTimeProved: true,
      keysUntil: null,
    })
    expect(of(one.give(3_000, media('b1')), 'details')).toHaveLength(1)
    expect(of(one.give(3_100, { kind: 'tick' }), 'details')).toEqual([])
    one.give(4_000, media('d1'))
    expect(detailsOf(one.state())).toMatchObject({ isReady: true, missing: [], missingCount: 0 })
  })

  it('tell of a manifest that waits', () => {
    const one = playing(manifestOf({ entries: [entryOf('m')], playlists: { m: 'a' } }))
    one.hear(3_000, ...publishes('second', mixed, 2, 3_000))
    expect(detailsOf(one.state())).toMatchObject({ holds: { epoch: 1, sequence: 2 }, isReady: false, missingCount: 2 })
  })
})
