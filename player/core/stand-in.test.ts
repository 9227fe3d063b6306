import { entryOf, manifestOf, once, overrideOf, playlistOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { describe, expect, it } from 'vitest'
import { detailsOf } from './details.ts'
import { hashOf, of, overrides, picture, player, publishes, screen } from './testing/player.ts'

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

describe('[W4] an item that is not ready at its turn', () => {
  it('is stood in for by what stood there, for that turn only, and is reported once', () => {
    const one = playing()
    one.give(2_020, { kind: 'painted', look: one.mainKey() })
    const effects = one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    expect(of(effects, 'send').map(({ message }) => message)).toEqual([{ t: 'substituted', slide: 'b', why: 'not-ready' }])
    expect(of(effects, 'details')).toHaveLength(1)
    expect(of(one.give(15_000, { kind: 'tick' }), 'send')).toEqual([])
    expect(detailsOf(one.state()).substituted).toEqual({ slide: 'b', why: 'not-ready' })
    const over = one.give(20_000, { kind: 'tick' })
    expect(one.glass()).toBe('c')
    expect(of(over, 'details')).toHaveLength(1)
    expect(detailsOf(one.state()).substituted).toBeNull()
  })

  it('comes as soon as it is ready', () => {
    const one = playing()
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    one.give(13_000, media('b1'))
    expect(one.glass()).toBe('b')
    expect(detailsOf(one.state()).substituted).toBeNull()
  })

  it('does not begin with nothing: the next of the rotation that is ready', () => {
    const one = playing(mixed, 11_000)
    one.give(11_600, { kind: 'tick' })
    expect(one.glass()).toBe('c')
  })

  /** A page that was loaded anew with what it had kept. */
  const reloaded = (at: number) => {
    const link = playing().state().link
    const one = player()
    one.give(at, { kind: 'restored', link })
    return one
  }

  it('leaves the glass to the backdrop for a moment after a reload, for what the page has kept', () => {
    const one = reloaded(11_000)
    expect(one.state().scene).toBeNull()
    one.give(11_200, media('b1'))
    expect(one.glass()).toBe('b')
  })

  it('but not for longer', () => {
    const one = reloaded(11_000)
    one.give(11_500, { kind: 'tick' })
    expect(one.glass()).toBe('c')
  })

  it('and a message of danger waits for nothing', () => {
    const one = reloaded(11_000)
    one.hear(11_100, overrides(2, overrideOf('e')))
    expect(one.glass()).toBe('override')
  })

  it('with nothing else ready: the fallback, never black', () => {
    const one = playing(manifestOf({ entries: [entryOf('m')], playlists: { m: 'b' }, slides: { b: picture('b1') } }))
    one.give(2_600, { kind: 'tick' })
    expect(one.glass()).toBe('fallback')
    one.give(3_000, media('b1'))
    expect(one.glass()).toBe('b')
  })

  it('of a take-over leaves on the glass what runs on beneath', () => {
    const lent = manifestOf({
      entries: [entryOf('m'), entryOf('t', { band: 'takeover', exclusive: true, when: once(10, 100) })],
      playlists: { m: 'a c', t: 'b' },
      slides: { b: picture('b1') },
    })
    const one = playing(lent)
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    const late = playing(lent, 15_000)
    late.give(16_000, { kind: 'tick' })
    expect(late.glass()).toBe('c')
  })

  it('is never stood in for by what is over', () => {
    const ends = manifestOf({
      entries: [entryOf('m'), entryOf('n', { band: 'takeover', exclusive: true, when: once(0, 10) })],
      playlists: { m: 'b d', n: 'a' },
      slides: { b: picture('b1'), d: picture('d1') },
    })
    const one = playing(ends)
    expect(one.glass()).toBe('a')
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('fallback')
  })

  it('is never stood in for by a slide whose validity ends: another takes over at that instant', () => {
    const valid = manifestOf({
      entries: [entryOf('m')],
      playlists: { m: 'a b c' },
      slides: { a: slideOf(10, { validUntil: 14_000 as never }), b: picture('b1') },
    })
    const one = playing(valid)
    const effects = one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    expect(of(effects, 'wake').at(-1)?.at).toBe(14_000)
    one.give(14_000, { kind: 'tick' })
    expect(one.glass()).toBe('c')
  })

  it('that failed for good is missing, and does not hold up a manifest that needs it', () => {
    const one = playing(manifestOf({ entries: [entryOf('o')], playlists: { o: 'x' } }))
    one.hear(3_000, ...publishes('second', mixed, 2, 3_000))
    expect(one.glass()).toBe('x')
    one.give(4_000, { kind: 'lost', hash: hashOf('b1') })
    expect(one.glass()).toBe('x')
    one.give(4_100, media('d1'))
    expect(one.glass()).toBe('a')
    one.give(10_000, { kind: 'tick' })
    expect(detailsOf(one.state()).substituted).toEqual({ slide: 'b', why: 'missing' })
  })

  it('that was let go for want of room counts as not here', () => {
    const one = playing()
    one.give(3_000, media('b1'))
    one.give(4_000, { kind: 'gone', hash: hashOf('b1') })
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
  })
})

describe('[W4] a slide that the stage cannot show', () => {
  it('is stood in for until its turn is over, and tried again at its next', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', manifestOf({ entries: [entryOf('h')], playlists: { h: 'a b' } }), 1))
    one.give(10_000, { kind: 'tick' })
    const effects = one.give(10_100, { kind: 'substituted', slide: 'b', why: 'broken' })
    expect(one.glass()).toBe('a')
    expect(of(effects, 'send').map(({ message }) => message)).toEqual([{ t: 'substituted', slide: 'b', why: 'broken' }])
    one.give(20_000, { kind: 'tick' })
    one.give(30_000, { kind: 'tick' })
    expect(one.glass()).toBe('b')
  })

  it('because nobody answers is tried again every now and then, without a word more, and told of as over once it stands', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', manifestOf({ entries: [entryOf('h')], playlists: { h: 'a b' }, slides: { b: 600 } }), 1))
    one.give(2_020, { kind: 'painted', look: one.mainKey() })
    one.give(10_000, { kind: 'tick' })
    one.give(10_100, { kind: 'substituted', slide: 'b', why: 'missing' })
    one.give(20_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    const again = one.give(25_100, { kind: 'tick' })
    expect(one.glass()).toBe('b')
    const failed = one.give(25_200, { kind: 'substituted', slide: 'b', why: 'missing' })
    expect(one.glass()).toBe('a')
    expect([...of(again, 'send'), ...of(again, 'details'), ...of(failed, 'send'), ...of(failed, 'details')]).toEqual([])
    one.give(40_200, { kind: 'tick' })
    expect(detailsOf(one.state()).substituted).toEqual({ slide: 'b', why: 'missing' })
    expect(of(one.give(40_900, { kind: 'painted', look: one.mainLook() }), 'details')).toHaveLength(1)
    one.give(45_000, { kind: 'tick' })
    expect(one.glass()).toBe('b')
    expect(detailsOf(one.state()).substituted).toBeNull()
  })

  it('in time is late, until it has been painted', () => {
    const one = player()
    one.hear(2_000, screen, ...publishes('house', manifestOf({ entries: [entryOf('h')], playlists: { h: 'a b' } }), 1))
    one.give(10_000, { kind: 'tick' })
    one.give(10_400, { kind: 'substituted', slide: 'b', why: 'not-ready' })
    expect(one.glass()).toBe('b')
    expect(detailsOf(one.state()).substituted).toEqual({ slide: 'b', why: 'not-ready' })
    expect(of(one.give(10_900, { kind: 'painted', look: one.mainLook() }), 'details')).toHaveLength(1)
    expect(detailsOf(one.state()).substituted).toBeNull()
  })
})

describe('[W4] [E8] a layout', () => {
  const content = {
    kind: 'layout' as const,
    tone: 'night' as const,
    regions: [{ xPct: 0, yPct: 0, widthPct: 100, heightPct: 100, playlist: 'side' }],
  }
  const split = manifestOf({
    entries: [entryOf('m')],
    playlists: { m: 'a l', side: playlistOf('c b') },
    slides: { l: slideOf(60, { content }), b: picture('b1') },
  })

  it('keeps in its region what stood there', () => {
    const one = playing(split, 20_000)
    expect(one.mainLook()).toMatch(/^m:l:\S+ side:c:/)
    one.give(30_000, { kind: 'tick' })
    expect(one.mainLook()).toMatch(/^m:l:\S+ side:c:/)
    expect(detailsOf(one.state()).substituted?.slide).toBe('b')
    one.give(31_000, media('b1'))
    expect(one.mainLook()).toMatch(/^m:l:\S+ side:b:/)
  })

  it('does not come half', () => {
    const one = playing(split, 5_000)
    one.give(10_000, { kind: 'tick' })
    expect(one.glass()).toBe('a')
    one.give(20_000, { kind: 'tick' })
    expect(one.glass()).toBe('l')
  })
})
