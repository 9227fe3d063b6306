import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import { endedAt, entryOf, manifestOf, overrideOf, s, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { Effect } from './player.ts'
import { describe, expect, it } from 'vitest'
import { hashOf, of, order, overrides, picture, player, publishes, screen, signed } from './testing/player.ts'

const house = manifestOf({ entries: [entryOf('house')], playlists: { house: 'a b' } })

describe('a player', () => {
  it('shows the first manifest at once and wakes when the item ends', () => {
    const one = player()
    const effects = one.hear(2_000, screen, ...publishes('house', house, 1))
    expect(one.glass()).toBe('a')
    expect(of(effects, 'wake').at(-1)?.at).toBe(10_000)
  })

  it('a box that is switched off while a document is on its way comes back to the show that it had', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    const [, ...pointer] = publishes('new', manifestOf({ entries: [entryOf('new')], playlists: { new: 'n' } }), 2)
    const stored = of(one.hear(3_000, ...pointer), 'store').at(-1)
    const again = player()
    again.give(4_000, { kind: 'restored', link: stored?.link as never })
    expect(again.glass()).toBe('a')
  })

  it('goes on by itself when nobody speaks to it any more', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    const seen = [10_000, 20_000, 30_000, 86_400_000 * 3 + 15_000].map((at) => {
      one.give(at, { kind: 'tick' })
      return one.glass()
    })
    expect(seen).toEqual(['b', 'a', 'b', 'b'])
  })

  it('prepares what comes next, once', () => {
    const one = player()
    const first = of(one.hear(2_000, screen, ...publishes('house', house, 1)), 'prepare').map(({ content }) => content.key)
    expect(new Set(first).size).toBe(first.length)
    expect(first.length).toBeGreaterThan(1)
    expect(of(one.give(3_000, { kind: 'tick' }), 'prepare')).toEqual([])
  })

  it('[W4] a newer manifest waits for its moment', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    const effects = one.hear(3_000, ...publishes('other', manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' } }), 2, 3_150))
    expect(one.glass()).toBe('a')
    expect(of(effects, 'wake').at(-1)?.at).toBe(3_150)
    one.give(3_150, { kind: 'tick' })
    expect(one.glass()).toBe('x')
  })

  it('[W4] a newer manifest waits for its media, and what stands goes on', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    const needs = manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' }, slides: { x: picture('d') } })
    const effects = one.hear(3_000, ...publishes('other', needs, 2, 3_000))
    expect(of(effects, 'media').at(-1)?.hashes).toEqual([hashOf('d')])
    expect(one.glass()).toBe('a')
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('b')
    one.give(10_500, { kind: 'media', hash: hashOf('d') })
    expect(one.glass()).toBe('x')
  })

  it('[W4] a moment that lies too far ahead is of a clock that was set back: it is taken at once', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    one.hear(3_000, ...publishes('other', manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' } }), 2, 7_200_000))
    expect(one.glass()).toBe('x')
  })

  it('[W2] an older pointer never replaces a newer one', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 5))
    one.hear(3_000, ...publishes('other', manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' } }), 4))
    expect(one.glass()).toBe('a')
  })

  it('[W2] a pointer without its document asks again, and the glass stays', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    const [, pointer] = publishes('other', house, 2)
    expect(of(one.hear(3_000, pointer!), 'hello')).toHaveLength(1)
    expect(one.glass()).toBe('a')
  })

  it('a document that cannot be read changes nothing', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    const [, pointer] = publishes('broken', house, 2)
    one.hear(3_000, { t: 'document', hash: hashOf('broken'), body: '{"format":1' }, pointer!)
    expect(one.glass()).toBe('a')
  })

  it('with nothing meant for it, it shows the fallback', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    one.hear(3_000, { t: 'pointer', signed: signed({ kind: 'class', class: 'c', hash: null, activeFrom: instant(0), ...order(2) }) })
    expect(one.glass()).toBe('fallback')
  })

  it('[O] an override is on the glass at once, and is reported drawn exactly once, when its own picture was painted', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1), overrides(2))
    one.give(2_100, { kind: 'presented' })
    const [show] = of(one.hear(3_000, overrides(3, overrideOf('e'))), 'show')
    expect(one.glass()).toBe('override')
    expect(of(one.give(3_010, { kind: 'painted', look: 'house:a' }, { kind: 'presented' }), 'send')).toEqual([])
    const key = show?.scene.slots.override?.key ?? ''
    const drawn = one.give(3_020, { kind: 'painted', look: key }, { kind: 'painted', look: key })
    expect(of(drawn, 'send').map(({ message }) => message)).toEqual([{ t: 'drawn', overrides: { epoch: 1, sequence: 3 }, at: 3_020 }])
  })

  it('[O] its end is told in words, then the show is where it would be, and only then is the end reported', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1), overrides(3, overrideOf('e')))
    one.hear(5_000, overrides(4, overrideOf('e', { ending: endedAt(5) })))
    expect(one.glass()).toBe('override')
    one.give(125_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    expect(of(one.give(125_040, { kind: 'presented' }), 'send')).toHaveLength(1)
  })

  it('an override needs no manifest', () => {
    const one = player()
    one.hear(2_000, screen, overrides(3, overrideOf('e')))
    expect(one.glass()).toBe('override')
  })

  it('a reload begins with what was kept', () => {
    const before = player()
    const kept = of(before.hear(2_000, screen, ...publishes('house', house, 1)), 'store').at(-1)?.link
    const after = player()
    after.give(12_000, { kind: 'restored', link: kept! })
    expect(after.glass()).toBe('b')
  })

  it('[W6] the beat names the scene and the order of its manifest', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 7))
    expect(one.beat()).toMatchObject({ scene: expect.stringMatching(/^[0-9a-f]{8}$/), order: { epoch: 1, sequence: 7 } })
  })

  it('[W6] a scene that is chosen but not painted is not reported as on the glass', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    expect(one.beat(2_001)).toMatchObject({ scene: '', order: null })
    expect(of(one.give(2_020, { kind: 'painted', look: one.mainKey() }), 'beat')).toHaveLength(1)
    const painted = one.beat(2_020)
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('b')
    expect(one.beat(10_001)).toEqual({ ...painted, drawnAt: 10_001 })
    one.give(10_040, { kind: 'painted', look: one.mainKey() })
    expect(one.beat(10_040)).not.toMatchObject({ scene: painted.scene })
  })

  it('[W6] [O] an override that is not painted yet is not in the beat, and one that has gone is not in it any more', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    one.give(2_020, { kind: 'painted', look: one.mainKey() })
    const before = one.beat(2_020)
    const [show] = of(one.hear(3_000, overrides(3, overrideOf('e'))), 'show')
    expect(one.beat(3_001)).toEqual({ ...before, drawnAt: 3_001 })
    one.give(3_020, { kind: 'painted', look: show?.scene.slots.override?.key ?? '' })
    const covered = one.beat(3_020)
    expect(covered).not.toEqual({ ...before, drawnAt: 3_020 })
    one.hear(4_000, overrides(4))
    expect(one.beat(4_001)).toEqual({ ...covered, drawnAt: 4_001 })
    one.give(4_020, { kind: 'presented' })
    expect(one.beat(4_020)).toEqual({ ...before, drawnAt: 4_020 })
  })

  it('[W6] a publish that changes nothing on the glass is reported at once under its own order', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', house, 1))
    one.give(2_020, { kind: 'painted', look: one.mainKey() })
    const effects = one.hear(3_000, ...publishes('house', house, 2))
    expect(of(effects, 'beat')).toHaveLength(1)
    expect(one.beat(3_001)).toMatchObject({ order: { epoch: 1, sequence: 2 } })
  })

  it('[W6] [E8] a layout is reported with what stands in its regions, and prepared again for what comes into them', () => {
    const one = player()
    const content = {
      kind: 'layout' as const,
      tone: 'night' as const,
      regions: [{ xPct: 0, yPct: 0, widthPct: 100, heightPct: 100, playlist: 'side' }],
    }
    const split = manifestOf({ entries: [entryOf('m')], playlists: { m: 'l', side: 'a b' }, slides: { l: slideOf(60, { content }) } })
    const looks = (effects: readonly Effect[]) => of(effects, 'prepare').map(({ content: ahead }) => lookOf(ahead).split(' ').length)
    const began = one.hear(2_000, screen, ...publishes('split', split, 1))
    expect(looks(began)).toEqual([2, 2, 2])
    const first = one.mainLook()
    one.give(2_020, { kind: 'painted', look: first })
    const reported = one.beat(2_020)
    one.give(10_000, { kind: 'tick' })
    expect(one.mainLook()).not.toBe(first)
    one.give(10_020, { kind: 'painted', look: first })
    expect(one.beat(10_020)).toEqual({ ...reported, drawnAt: 10_020 })
    one.give(10_040, { kind: 'painted', look: one.mainLook() })
    expect(one.beat(10_040)).not.toMatchObject({ scene: reported.scene })
  })

  it('[W4] what a waiting manifest needs first is fetched before the rest of the one that plays', () => {
    const one = player()
    const many = manifestOf({
      entries: [entryOf('m')],
      playlists: { m: 'x y' },
      slides: { x: picture('a'), y: { ...picture('b'), durationMs: 60_000 }, spare: picture('c') },
    })
    one.hear(2_000, screen, ...publishes('many', many, 1))
    const needs = manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' }, slides: { x: picture('d') } })
    expect(of(one.hear(3_000, ...publishes('other', needs, 2)), 'media').at(-1)?.hashes).toEqual(['a', 'b', 'd', 'c'].map(hashOf))
  })

  it('[W4] a medium that was let go must come again before a manifest that needs it is ready', () => {
    const one = player()
    const needs = manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' }, slides: { x: picture('d') } })
    one.hear(2_000, screen, ...publishes('needs', needs, 1))
    one.give(2_100, { kind: 'media', hash: hashOf('d') })
    one.hear(3_000, ...publishes('house', house, 2))
    expect(one.glass()).toBe('a')
    one.hear(4_000, ...publishes('needs', needs, 3))
    expect(one.glass()).toBe('a')
    one.give(4_500, { kind: 'media', hash: hashOf('d') })
    expect(one.glass()).toBe('x')
  })

  it('a slide that could not be shown is reported', () => {
    expect(player().give(s(1), { kind: 'substituted', slide: 'a', why: 'broken' })).toEqual([
      { kind: 'send', message: { t: 'substituted', slide: 'a', why: 'broken' } },
    ])
  })
})
