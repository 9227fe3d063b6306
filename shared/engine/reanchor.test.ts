/** Edits while the show runs: what is on the glass goes on, and the new order follows. Slides take 10 s where nothing else is said. */
import { describe, expect, test } from 'vitest'
import { quiet } from '../model/live.ts'
import type { Entry, Manifest } from '../model/manifest.ts'
import { manifestSchema } from '../model/manifest.ts'
import { glassAt, sceneAt } from '../testing/ask.ts'
import { entryOf, manifestOf, once, s, slideOf } from '../testing/build.ts'
import { generated, generateManifest } from '../testing/generate.ts'
import { randomFrom } from '../testing/random.ts'
import { dayMs, instant, later } from '../time/instant.ts'
import { compile } from './compile.ts'
import { sceneHash } from './hash.ts'
import { reanchor } from './reanchor.ts'
import { resolve } from './resolve.ts'

const house = entryOf('house', { band: 'house' })

function show(
  lists: Readonly<Record<string, string>>,
  slides: Readonly<Record<string, number>> = {},
  entries: readonly Entry[] = [house],
): Manifest {
  return manifestOf({ entries, playlists: lists, slides })
}

/** The next manifest as published at 15 s, when `b` of `a b c d` has been on the glass for five. */
function edited(previous: Manifest, next: Manifest, seconds = 15): Manifest {
  return reanchor(previous, next, quiet, s(seconds))
}

describe('[E7] an edit does not restart the show', () => {
  const before = show({ house: 'a b c d' })

  test.each([
    ['a new order follows after the item on the glass', show({ house: 'c b d a' }), 'house:b house:b house:d house:a house:c'],
    ['an item put in front does not come before its turn', show({ house: 'n a b c d' }), 'house:b house:b house:c house:d house:n'],
    ['gone from the list: the next follows at once', show({ house: 'a c d' }), 'house:c house:c house:d house:a house:c'],
    ['gone, and the order is new: who came next, then the new order', show({ house: 'd c a' }), 'house:c house:c house:a house:d house:c'],
    ['everything is new: from the start', show({ house: 'x y' }), 'house:x house:x house:y house:x house:y'],
    ['made longer: it stays so long', show({ house: 'a b c d' }, { b: 20 }), 'house:b house:b house:b house:c house:d'],
    ['made shorter than it has stood: it ends now', show({ house: 'a b c d' }, { b: 3 }), 'house:c house:c house:d house:a house:b'],
    [
      'nothing that moves anything',
      { ...before, slides: { ...before.slides, b: slideOf(10, { name: 'new' }) } },
      'house:b house:b house:c house:d house:a',
    ],
  ])('%s', (_, next, seen) => {
    expect(glassAt(edited(before, next), 15, 19.999, 25, 35, 45)).toBe(seen)
  })

  test('gone at the end of the list: who came next is at its beginning', () => {
    expect(glassAt(edited(before, show({ house: 'b a c' }), 35), 35, 45, 55)).toBe('house:a house:c house:b')
  })

  test('made shorter than it has stood: what follows has its whole time', () => {
    const after = edited(before, show({ house: 'a b c d' }, { b: 3 }))
    expect(sceneAt(after, s(15)).slots.main).toMatchObject({ item: 'c', since: s(15), until: s(25) })
  })

  test('the turn on the glass keeps its name, so that nothing is drawn again', () => {
    const after = edited(before, show({ house: 'c b d a' }))
    expect(sceneAt(after, s(15)).slots.main).toMatchObject({ key: sceneAt(before, s(15)).slots.main.key, since: s(10), until: s(20) })
    expect(sceneAt(after, s(15)).until).toBe(s(20))
  })

  test('a slide that is not valid any more makes room at once', () => {
    const next = manifestOf({ entries: [house], playlists: { house: 'a b c d' }, slides: { b: slideOf(10, { validUntil: s(12) }) } })
    expect(glassAt(edited(before, next), 15, 25)).toBe('house:c house:d')
  })

  test('a visit goes on inside', () => {
    const nested = show({ house: 'a @in z', in: 'p q r' })
    expect(glassAt(edited(nested, show({ house: 'z a @in', in: 'r p q' }), 15), 15, 20, 30, 40)).toBe(
      'house:in/p house:in/q house:z house:a',
    )
    expect(glassAt(edited(nested, show({ house: 'a @in z', in: 'q r' }), 15), 15, 25, 35)).toBe('house:in/q house:in/r house:z')
    expect(glassAt(edited(nested, show({ house: 'a @in z', in: 'p q' }), 35), 35, 45)).toBe('house:z house:a')
    expect(glassAt(edited(nested, show({ house: 'a z', in: 'p' }), 15), 15, 25)).toBe('house:z house:a')
  })

  test('an entry that ends by the edit is gone; one that comes waits for its turn', () => {
    const two = [entryOf('a'), entryOf('b')]
    const sharing = show({ a: 'x y', b: 'p q' }, {}, two)
    expect(glassAt(edited(sharing, show({ a: 'x y', b: 'p q' }, {}, two.slice(0, 1))), 14.999, 15, 25)).toBe('a:y a:y a:x')
    const three = [...two, entryOf('c')]
    expect(glassAt(edited(sharing, show({ a: 'x y', b: 'p q', c: 'm' }, {}, three)), 15, 20, 30, 40)).toBe('b:p c:m a:y b:q')
  })

  test('an exclusive entry too, from its own occurrence', () => {
    const x = entryOf('x', { exclusive: true, when: once(7, 1_000) })
    const next = show({ x: 'c a b' }, {}, [x])
    expect(glassAt(edited(show({ x: 'a b c' }, {}, [x]), next, 20), 20, 26.999, 27, 37)).toBe('x:b x:b x:c x:a')
  })

  test('covered rotations keep their place as well', () => {
    const over = entryOf('over', { band: 'takeover', when: once(12, 18) })
    const entries = [house, over]
    const after = edited(show({ house: 'a b c d', over: 'o' }, {}, entries), show({ house: 'd b a c', over: 'o' }, {}, entries))
    expect(glassAt(after, 15, 18, 20)).toBe('over:o house:b house:a')
  })
})

describe('[E7] anchors come and go', () => {
  const before = show({ house: 'a b c d' })
  const next = show({ house: 'd c b a' })
  const after = edited(before, next)

  test('without a change there is none, and with one it parses', () => {
    expect(edited(before, before)).toEqual(before)
    expect(reanchor(null, after, quiet, s(15))).toEqual(next)
    expect(manifestSchema.parse(JSON.parse(JSON.stringify(after)))).toEqual(after)
  })

  test('a change that moves nothing keeps it', () => {
    expect(edited(after, next, 500).anchors).toEqual(after.anchors)
  })

  test('at day-break it counts no more, and is dropped: equal content is an equal manifest', () => {
    const day = dayMs / 1_000
    expect(glassAt(after, day, day + 10)).toBe('house:d house:c')
    expect(edited(after, next, day)).toEqual(next)
    expect(edited(after, next, day - 0.001).anchors).toEqual(after.anchors)
  })

  test('also for an exclusive entry that runs on over day-break', () => {
    const x = entryOf('x', { exclusive: true, when: once(0, 3 * (dayMs / 1_000)) })
    const turned = show({ x: 'b a' }, {}, [x])
    const moved = edited(show({ x: 'a b' }, {}, [x]), turned)
    const day = dayMs / 1_000
    expect(glassAt(moved, 15, 20, 30)).toBe('x:b x:a x:b')
    expect(glassAt(moved, day, day + 10)).toBe(glassAt(turned, day, day + 10))
    expect(glassAt(moved, day - 1)).not.toBe(glassAt(turned, day - 1))
  })

  test('over seeded manifests without manual entries: published anew with every list turned round, the item on the glass goes on to its end', () => {
    let moved = 0
    for (let seed = 1; seed <= 60; seed++) {
      const whole = generateManifest(seed)
      const old = { ...whole, entries: whole.entries.map((entry) => ({ ...entry, manual: false })) }
      const random = randomFrom(seed)
      const at = instant(generated.from + random.below(generated.until - generated.from - dayMs))
      const turned = Object.entries(old.playlists).map(([id, list]) => [id, { ...list, items: [...list.items].reverse() }])
      const fresh: Manifest = { ...old, playlists: Object.fromEntries(turned) }
      const now = compile(reanchor(old, fresh, quiet, at), generated)
      const scene = resolve(compile(old, generated), quiet, at)
      if (sceneHash(resolve(compile(fresh, generated), quiet, at)) !== sceneHash(scene)) moved++
      expect({ seed, hash: sceneHash(resolve(now, quiet, at)) }).toEqual({ seed, hash: sceneHash(scene) })
      const last = later(scene.until, -1)
      expect({ seed, hash: sceneHash(resolve(now, quiet, last)) }).toEqual({ seed, hash: sceneHash(scene) })
    }
    expect(moved).toBeGreaterThan(10)
  }, 60_000)

  test('over seeded manifests: two edits in a row, with other windows asked, keep until exact', () => {
    for (let seed = 200; seed <= 215; seed++) {
      const old = generateManifest(seed)
      const other = generateManifest(seed + 1_000)
      const once = reanchor(old, { ...other, entries: old.entries }, quiet, instant(dayMs + 5_000_000))
      const twice = reanchor(once, { ...old, anchors: [] }, quiet, instant(dayMs + 9_000_000))
      const plan = compile(twice, generated)
      for (let t = instant(dayMs + 4_000_000); t < dayMs + 20_000_000;) {
        const scene = resolve(plan, quiet, t)
        const narrow = resolve(compile(twice, { from: t, until: later(t, 1) }), quiet, t)
        expect({ seed, t, hash: sceneHash(narrow) }).toEqual({ seed, t, hash: sceneHash(scene) })
        expect(sceneHash(resolve(plan, quiet, later(scene.until, -1)))).toBe(sceneHash(scene))
        if (scene.until === generated.until) break
        expect(sceneHash(resolve(plan, quiet, scene.until))).not.toBe(sceneHash(scene))
        t = scene.until
      }
    }
  }, 60_000)
})

describe('[E7] what an anchor carries', () => {
  test('what had the last turn, so that no rival follows it', () => {
    const slides = { a: slideOf(10, { sponsor: 'cola' }), p: slideOf(10, { sponsor: 'pop' }) }
    const change = { sponsors: { cola: { rivals: ['pop'] }, pop: { rivals: [] } } }
    const old = manifestOf({ entries: [entryOf('e')], playlists: { e: 'a' }, slides, change })
    const fresh = manifestOf({
      entries: [entryOf('f'), entryOf('g'), entryOf('h')],
      playlists: { f: 'p q', g: 'r s', h: 't u' },
      slides,
      change,
    })
    expect(glassAt({ ...fresh, anchors: [] }, 0)).toBe('f:p')
    expect(glassAt(edited(old, fresh), 15, 25)).toBe('g:r f:p')
  })

  test('the visit that goes on inside a shuffled list', () => {
    const shuffled = (items: string): Manifest => {
      const plain = show({ house: items, in: 'p q r' })
      return { ...plain, playlists: { ...plain.playlists, house: { ...plain.playlists['house']!, order: 'shuffle' } } }
    }
    const [old, fresh] = [shuffled('x y @in z'), shuffled('x y @in z n')]
    const begins = Array.from({ length: 12 }, (_, turn) => turn * 10).find((second) => glassAt(old, second) === 'house:in/p')!
    const moved = edited(old, fresh, begins + 5)
    expect(glassAt(moved, begins + 5, begins + 10, begins + 20)).toBe('house:in/p house:in/q house:in/r')
  })

  test('the rotation of a region, which goes on by itself', () => {
    const regions = [{ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'side' }]
    const wide = slideOf(600, { content: { kind: 'layout', tone: 'night', regions } })
    const withSide = (side: string): Manifest => manifestOf({ entries: [house], playlists: { house: 'l', side }, slides: { l: wide } })
    const regionAt = (manifest: Manifest, second: number): string | undefined => {
      const { main } = sceneAt(manifest, s(second)).slots
      return main.kind === 'slide' ? main.regions[0]?.path : undefined
    }
    const moved = edited(withSide('a b c d'), withSide('n c b d a'))
    expect([15, 19.999, 20, 30, 40].map((second) => regionAt(moved, second))).toEqual(['b', 'b', 'd', 'a', 'n'])
  })

  const timed = (take: number | null, until: number | null): Manifest => {
    const plain = manifestOf({
      entries: [house],
      playlists: { house: 'a @in', in: 'p q r' },
      slides: { a: slideOf(10, { validUntil: until === null ? null : s(until) }) },
    })
    const [a, inner] = plain.playlists['house']!.items
    const playlist = { ...plain.playlists['house']!, items: [a!, { ...inner!, of: { kind: 'playlist', playlist: 'in', take } as const }] }
    return { ...plain, playlists: { ...plain.playlists, house: playlist } }
  }
  const stirred = (manifest: Manifest): Manifest => ({
    ...manifest,
    playlists: { ...manifest.playlists, in: { ...manifest.playlists['in']!, order: 'shuffle' } },
  })
  test.each([
    ['nothing that decides timing', timed(1, null), 0],
    ['how many a visit takes', timed(2, null), 1],
    ['the end of a slide', timed(1, 900), 1],
    ['the order of a list', stirred(timed(1, null)), 1],
  ])('one where timing changed: %s', (_, next, anchors) => {
    expect(edited(timed(1, null), next).anchors).toHaveLength(anchors)
  })

  test('none of what a person steps: its cue says where it stands', () => {
    const stepped = (items: string): Manifest =>
      manifestOf({ entries: [entryOf('m', { manual: true, exclusive: true })], playlists: { m: items } })
    expect(edited(stepped('a b'), stepped('b a c')).anchors).toEqual([])
  })
})
