/** The rules by hand: small cases with the answer worked out on paper, which both the engine and the oracle must give. Slides take 10 s; a letter each 10 s. */
import { describe, expect, test } from 'vitest'
import type { Cue, Live } from '../model/live.ts'
import type { Manifest } from '../model/manifest.ts'
import type { PlaylistBody, PlaylistItem } from '../model/playlist.ts'
import type { Region, SlideBody } from '../model/slide.ts'
import { sceneAt } from '../testing/ask.ts'
import { daily, entryOf, itemOf, liveOf, manifestOf, once, playlistOf, s, slideOf } from '../testing/build.ts'
import { createOracle } from '../testing/oracle.ts'
import { shuffleKey } from './order.ts'

/** What both say each 10 s from `from` on: the last ids of the paths in one word, a dot for nothing. */
function seen(manifest: Manifest, steps: number, from = 0, live: Live = liveOf()): string {
  const oracle = createOracle(manifest)
  const word = (path: string | undefined): string => path?.split('/').at(-1) ?? '.'
  const at = Array.from({ length: steps }, (_, n) => s(from + n * 10 + 5))
  const engine = at.map((t) => sceneAt(manifest, t, live).slots.main)
  const walked = at.map((t) => word(oracle.at('main', t, live)?.path)).join('')
  expect(engine.map((main) => word(main.kind === 'slide' ? main.path : undefined)).join('')).toBe(walked)
  return walked
}

function shuffle(items: string | readonly PlaylistItem[]): PlaylistBody {
  return { ...playlistOf(items), order: 'shuffle' }
}

/** `@in` that takes so many. */
function taking(name: string, take: number): PlaylistItem {
  return itemOf(name, { of: { kind: 'playlist', playlist: name.slice(1), take } })
}

/** The ids in the order of their keys. */
function byKey(path: string, pass: number, ids: string): string {
  return [...ids].sort((a, b) => shuffleKey(path, pass, a) - shuffleKey(path, pass, b)).join('')
}

/** Alone on the glass: one list, entry `e`. */
function alone(list: string | readonly PlaylistItem[] | PlaylistBody, others: Record<string, string | PlaylistBody> = {}): Manifest {
  return manifestOf({ entries: [entryOf('e')], playlists: { e: list, ...others } })
}

/** An item that is there only in these seconds; its coming and going are boundaries. */
function within(name: string, from: number | null, until: number | null): PlaylistItem {
  return itemOf(name, { validFrom: from === null ? null : s(from), validUntil: until === null ? null : s(until) })
}

describe('[E5] sequence', () => {
  test.each<readonly [string, Manifest, string]>([
    ['goes round', alone('a b c'), 'abcabc'],
    ['after a boundary goes on behind the last, and what lies before waits', alone([within('n', 15, null), ...items('a b c')]), 'abcnabcn'],
    ['an item that comes behind the last comes at once', alone([...items('a b'), within('n', 15, null), itemOf('c')]), 'abncabnc'],
    ['an item that goes is passed over', alone([itemOf('a'), within('b', null, 5), itemOf('c')]), 'acacac'],
    ['inner lists go to their end', alone('a @in', { in: 'p q' }), 'apqapq'],
    ['a single card', alone('a'), 'aaaa'],
    ['an empty inner list never comes', alone('a @in', { in: '' }), 'aaaa'],
  ])('%s', (_, manifest, wanted) => expect(seen(manifest, wanted.length)).toBe(wanted))
})

describe('[E4] visits that take a few', () => {
  test.each<readonly [string, Manifest, string]>([
    ['go on where the last one ended, round and round', alone([itemOf('a'), taking('@in', 2)], { in: 'p q r' }), 'apqarpaqrapq'],
    ['may take more than there is', alone([itemOf('a'), taking('@in', 5)], { in: 'p q' }), 'apqpqpaqpqpq'],
    [
      'are let go by a boundary, and go on where they were left',
      alone([itemOf('a'), taking('@in', 3), within('n', 15, null)], { in: 'p q r' }),
      'apnaqrpnaqrpn',
    ],
    [
      'have cursors of their own on each path',
      alone([taking('@in', 1), itemOf('a'), { ...taking('@in', 1), id: 'other' }], { in: 'p q' }),
      'papqaqpap',
    ],
    [
      'begin with what is left of a whole pass, as one of their cards',
      alone([taking('@in', 2), within('x', 5, null)], { in: '@deep', deep: 'p q r' }),
      'pxqrpqrxpqrpqrx',
    ],
  ])('%s', (_, manifest, wanted) => expect(seen(manifest, wanted.length)).toBe(wanted))
})

describe('[E6] whole passes', () => {
  test.each<readonly [string, Manifest, string]>([
    ['interrupted, are finished first', alone([itemOf('@in'), within('n', 5, null)], { in: 'p q r' }), 'pqrnpqrn'],
    ['interrupted deep down too', alone([itemOf('@in'), within('n', 5, null)], { in: 'o @deep p', deep: 'q r' }), 'oqrpnoqrpn'],
    ['take in a card that comes behind', alone('@in', { in: playlistOf([...items('p q'), within('n', 5, null)]) }), 'pqnpqn'],
    ['are given up when their item is no longer valid', alone([within('@in', null, 5), itemOf('a')], { in: 'p q' }), 'paaa'],
    [
      'of which nothing is left start afresh',
      alone('@in a b', { in: playlistOf([itemOf('p'), within('q', null, 5), within('r', 25, null)]) }),
      'pabprabprab',
    ],
  ])('%s', (_, manifest, wanted) => expect(seen(manifest, wanted.length)).toBe(wanted))
})

describe('[E5] shuffle', () => {
  test('the orders that the cases below rest on', () => {
    expect([0, 1, 2, 3].map((pass) => byKey('e', pass, 'abcd'))).toEqual(['dabc', 'bacd', 'bacd', 'bcad'])
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((pass) => byKey('e', pass, 'abc')).join(' ')).toBe('abc bac bac bca bac bca cab bca')
    expect([0, 1].map((pass) => byKey('e', pass, 'abz'))).toEqual(['zab', 'bza'])
    expect([0, 1, 2].map((pass) => byKey('e/in', pass, 'pqr'))).toEqual(['qpr', 'prq', 'qrp'])
  })

  test.each<readonly [string, Manifest, string]>([
    ['each pass by keys of its own', alone(shuffle('a b c d')), 'dabcbacdbacdbcad'],
    ['the one that ended a pass does not begin the next', alone(shuffle('a b c')), 'abcbacbacbcabacbcacabcba'],
    ['two alternate, from the smaller key of pass 0', alone(shuffle('a b')), 'abababab'],
    ['one stands again and again', alone(shuffle('a')), 'aaa'],
    [
      'after a boundary a pass goes on with what has not had its turn',
      alone(shuffle([...items('a b c'), within('d', 15, null)])),
      'abdcbacdbacd',
    ],
    ['what goes is left out, what is left keeps its keys', alone(shuffle([...items('a b'), within('z', null, 5)])), 'zababab'],
    [
      'where two are left and neither had the last turn, pass 0 decides',
      alone(shuffle([...items('a b'), within('c', null, 25)])),
      'abcabab',
    ],
    [
      'a whole pass that was interrupted is finished, the next is another',
      alone([itemOf('@in'), within('n', 5, null)], { in: shuffle('p q r') }),
      'qprnprqnrqpn',
    ],
    ['a few of a pass at a time', alone([itemOf('a'), taking('@in', 2)], { in: shuffle('p q r') }), 'aqparparqarqap'],
    ['neighbours make room', sponsored(alone(shuffle('a b c d')), { a: 'x', d: 'y' }), 'dbacbacdbacdbcad'],
    ['the same slide twice is worse than a rival', sponsored(twins(alone(shuffle('a b c d')), 'd', 'a'), { b: 'x' }), 'dbacbacdbacdbcad'],
  ])('%s', (_, manifest, wanted) => expect(seen(manifest, wanted.length)).toBe(wanted))
})

describe('[E4] neighbours in rounds', () => {
  test.each<readonly [string, Manifest, string]>([
    ['equals take turns by id', round('a b c d'), 'abcdabcd'],
    ['the same slide is kept apart', twins(round('a b c d'), 'a', 'b'), 'acbdacbd'],
    ['rivals are kept apart, whoever of them says so', sponsored(round('a b c d'), { a: 'y', b: 'x' }), 'acbdacbd'],
    ['two messages of one sponsor too', sponsored(round('a b c d'), { a: 'x', b: 'x' }), 'acbdacbd'],
    ['of several the earliest makes room', sponsored(round('a b c d e'), { a: 'x', b: 'x' }), 'acbdeacbde'],
    ['a rival is better than the same slide', sponsored(twins(round('a b c d'), 'a', 'b'), { a: 'x', b: 'x', c: 'y' }), 'acbdacbd'],
    ['an equal clash moves nobody', sponsored(round('a b c d'), { a: 'x', b: 'y', c: 'x' }), 'abcdabcd'],
    ['the last turn is never moved', twins(round('a b c'), 'a', 'b'), 'abcabc'],
    ['between rounds too', twins(round('a b c d'), 'a', 'd'), 'abcdbacdbacd'],
    ['and after a boundary', twins(joining(round('a b c d'), 'bcd', 5), 'a', 'b'), 'acbdacbda'],
    [
      'and where only the one that went off clashes',
      twins(round('a bc dk mn', { a: once(0, 10), b: once(10, 1_000), d: once(10, 1_000), m: once(10, 1_000) }), 'a', 'b'),
      'adbmcknbdm',
    ],
    ['no sponsor is nobody’s rival', sponsored(round('a b c d'), { a: 'x', b: 'z' }), 'abcdabcd'],
  ])('%s', (_, manifest, wanted) => expect(seen(manifest, wanted.length)).toBe(wanted))

  test('visits count with their first slide and their last', () => {
    const slow = (names: string): readonly PlaylistItem[] => items(names).map((item) => ({ ...item, durationMs: 20_000 }))
    const playlists = { e: '@in', in: 'p q', f: slow('a x'), g: slow('b y'), h: slow('c z') }
    const plain = manifestOf({ entries: [...'efgh'].map((id) => entryOf(id)), playlists })
    expect(seen(plain, 8)).toBe('pqaabbcc')
    expect(seen(twins(plain, 'q', 'a'), 8)).toBe('pqbbaacc')
    expect(seen(twins(plain, 'p', 'a'), 8)).toBe('pqaabbcc')
  })

  test('what is left of a visit stays first', () => {
    const entries = [
      entryOf('e'),
      entryOf('f', { when: once(5, 1_000) }),
      entryOf('g', { when: once(5, 1_000) }),
      entryOf('h', { when: once(5, 1_000) }),
    ]
    const manifest = twins(manifestOf({ entries, playlists: { e: '@in', in: 'p q', f: 'a', g: 'b', h: 'c' } }), 'p', 'q')
    expect(seen(manifest, 2)).toBe('pq')
  })
})

describe('[E6] what a boundary carries', () => {
  test.each<readonly [string, Manifest, string]>([
    ['the round goes on behind the one that had the last turn', joining(round('a b c d'), 'd', 15), 'abcdabcd'],
    ['and begins with the first where that one is gone', round('a b c d', { b: once(0, 20) }), 'abacdacd'],
    ['cursors, also of those that were away', round('ax b cy', { c: [...once(0, 30), ...once(70, 1_000)] }), 'abcxbabyxbcaby'],
    ['nor do windows that touch end a turn', round('a b', { a: [...once(0, 15), ...once(15, 1_000)], b: once(12, 1_000) }), 'aababa'],
    ['the item on the glass to its end', joining(round('a b'), 'b', 1), 'abab'],
  ])('%s', (_, manifest, wanted) => expect(seen(manifest, wanted.length)).toBe(wanted))
})

describe('[E9] manual entries', () => {
  const entries = [entryOf('e', { manual: true, exclusive: true, when: daily(20, 100, 2) })]
  const list = [itemOf('a'), itemOf('@in'), within('b', null, 70), itemOf('c')]
  const manifest = manifestOf({ entries, playlists: { e: list, in: shuffle('p q') } })
  const cued = (item: string, at: number, before: Cue['before'] = null): Live => ({
    ...liveOf(),
    cues: { e: { item, at: s(at), before } satisfies Cue },
  })

  test.each<readonly [string, Live, string]>([
    ['without a cue the first stands', liveOf(), '..aaaaaaaa..'],
    ['the cued card stands from the cue on', cued('in/q', 40), '..aaqqqqqq..'],
    ['a list means its first card, as it is written', cued('in', 40), '..aapppppp..'],
    ['a cue from before the occurrence does not count', cued('c', 19), '..aaaaaaaa..'],
    ['one at its very start does', cued('c', 20), '..cccccccc..'],
    ['a card that is no longer valid makes room for the next', cued('b', 20), '..bbbbbccc..'],
    ['one that is gone for the first', cued('gone', 20), '..aaaaaaaa..'],
    ['what was stepped to before goes on until the cue comes', cued('c', 60, { item: 'in/q', at: s(40) }), '..aaqqcccc..'],
    ['but not if that was before the occurrence', cued('c', 60, { item: 'in/q', at: s(10) }), '..aaaacccc..'],
  ])('%s', (_, live, wanted) => expect(seen(manifest, 12, 0, live)).toBe(wanted))

  test('a card stands since its cue, or since the validity that brought it', () => {
    const since = (live: Live, second: number): number => {
      const { main } = sceneAt(manifest, s(second), live).slots
      expect(main).toMatchObject({ since: createOracle(manifest).at('main', s(second), live)?.since })
      return main.kind === 'slide' ? main.since / 1_000 : -1
    }
    expect([since(liveOf(), 99), since(cued('in/q', 40), 39), since(cued('in/q', 40), 99)]).toEqual([20, 20, 40])
    expect([since(cued('b', 30), 69), since(cued('b', 30), 70), since(cued('b', 75), 80)]).toEqual([30, 70, 75])
  })

  test('where both cues lie ahead, what stands ends with the earlier one', () => {
    expect(sceneAt(manifest, s(30), cued('c', 60, { item: 'in/q', at: s(40) })).until).toBe(s(40))
  })

  test('the cue of yesterday is over', () => expect(seen(manifest, 4, 86_410, cued('c', 50))).toBe('.aaa'))

  test('of an entry that is always on it counts for good, and past the end of the list the first comes again', () => {
    const always = manifestOf({
      entries: [entryOf('e', { manual: true, exclusive: true })],
      playlists: { e: [itemOf('a'), within('b', null, 70)] },
    })
    expect(seen(always, 10, 0, cued('b', 20))).toBe('aabbbbbaaa')
    expect(seen(always, 2, 86_400, cued('b', 20))).toBe('aa')
  })
})

describe('[E8] layouts', () => {
  const region: Region = { xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'r' }
  const layout = slideOf(30, { content: { kind: 'layout', tone: 'night', regions: [region, { ...region, playlist: 'gone' }] } })
  const entries = [entryOf('e', { exclusive: true, when: daily(25, 200, 2) })]
  const manifest = manifestOf({ entries, playlists: { e: 'l a', r: 'p q l x' }, slides: { l: layout } })

  test('a region follows the clock of the venue, whatever shows it, and no layout comes in it', () => {
    const oracle = createOracle(manifest)
    const seenAt = [25, 29.999, 30, 54.999, 65, 70, 86_425].map((second) => {
      const main = sceneAt(manifest, s(second)).slots.main
      if (main.kind !== 'slide') throw new Error('nothing stands')
      expect(oracle.at('main', s(second), liveOf())?.regions.map((one) => one?.since)).toEqual(main.regions.map((one) => one?.since))
      return `${main.path}:${main.regions.map((one) => (one === null ? '–' : `${one.path}@${one.since / 1_000}`)).join(' ')}`
    })
    expect(seenAt).toEqual(['l:x@20 –', 'l:x@20 –', 'l:p@30 –', 'l:x@50 –', 'l:p@60 –', 'l:q@70 –', 'l:x@86420 –'])
  })

  test('its changes are in until', () => {
    expect([25, 30, 52, 57, 65].map((second) => sceneAt(manifest, s(second)).until / 1_000)).toEqual([30, 40, 55, 65, 70])
  })
})

/** Entries that share, each named after the items of its list, on always or as `when` says. */
function round(names: string, when: Record<string, Manifest['entries'][number]['when']> = {}): Manifest {
  const lists = names.split(' ')
  return manifestOf({
    entries: lists.map((list) => entryOf(list[0]!, { when: when[list[0]!] ?? 'always' })),
    playlists: Object.fromEntries(lists.map((list) => [list[0]!, items([...list].join(' '))])),
  })
}

/** The entries come on at that second only. */
function joining(manifest: Manifest, ids: string, from: number): Manifest {
  return {
    ...manifest,
    entries: manifest.entries.map((entry) => (ids.includes(entry.id) ? { ...entry, when: once(from, 10_000) } : entry)),
  }
}

/** Slide `b` is `a` once more: its items show that one. */
function twins(manifest: Manifest, a: string, b: string): Manifest {
  const turn = (item: PlaylistItem): PlaylistItem => (item.id === b ? { ...item, of: { kind: 'slide', slide: a } } : item)
  return {
    ...manifest,
    playlists: Object.fromEntries(Object.entries(manifest.playlists).map(([id, list]) => [id, { ...list, items: list.items.map(turn) }])),
  }
}

/** Slides with sponsors; `x` and `y` are rivals by the word of `x` alone, `z` has none. */
function sponsored(manifest: Manifest, of: Record<string, string>): Manifest {
  const slides = Object.entries(manifest.slides).map(([id, slide]): [string, SlideBody] => [id, { ...slide, sponsor: of[id] ?? null }])
  return { ...manifest, slides: Object.fromEntries(slides), sponsors: { x: { rivals: ['y'] }, y: { rivals: [] }, z: { rivals: [] } } }
}

function items(names: string): readonly PlaylistItem[] {
  return names.split(' ').map((name) => itemOf(name))
}
