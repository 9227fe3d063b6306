/** Lint: each finding where it must be, and nothing where all is well. */
import { describe, expect, test } from 'vitest'
import type { Manifest } from '../model/manifest.ts'
import { entryOf, itemOf, manifestOf, once, playlistOf, s, slideOf } from '../testing/build.ts'
import { lint } from './lint.ts'

const found = (manifest: Manifest, until = 3_600) => lint(manifest, s(0), s(until))

describe('[E1] lint', () => {
  test('says nothing about a schedule in which all is well', () => {
    const entries = [entryOf('a', { weight: 2 }), entryOf('b')]
    expect(found(manifestOf({ entries, playlists: { a: 'x y @c', b: 'z', c: 'v w' } }))).toEqual([])
  })

  test('nothing but the fallback, for exactly as long', () => {
    const manifest = manifestOf({ entries: [entryOf('a', { when: once(600, 1_200) })], playlists: { a: 'x' } })
    expect(found(manifest)).toEqual([
      { kind: 'only-fallback', from: s(0), until: s(600) },
      { kind: 'only-fallback', from: s(1_200), until: s(3_600) },
    ])
    expect(found(manifestOf({ entries: [], playlists: {} }))).toEqual([{ kind: 'only-fallback', from: s(0), until: s(3_600) }])
  })

  test('items that can never show, with the reason', () => {
    const items = [
      itemOf('x'),
      itemOf('gone'),
      itemOf('late', { validFrom: s(3_600) }),
      itemOf('@none'),
      itemOf('@deep'),
      itemOf('@early', { validUntil: s(0) }),
    ]
    const deep = { deep: '@deep2', deep2: '@deep3', deep3: '@deep4', deep4: 'x' }
    const manifest = manifestOf({ entries: [entryOf('a')], playlists: { a: items, none: '', early: 'x', ...deep } })
    const { gone: _, ...slides } = manifest.slides
    expect(found({ ...manifest, slides })).toEqual(
      [
        ['gone', 'slide-missing'],
        ['late', 'not-valid-then'],
        ['none', 'list-empty'],
        ['deep/deep2/deep3/deep4', 'too-deep'],
        ['early', 'not-valid-then'],
      ].map(([path, why]) => ({ kind: 'never-shows', entry: 'a', path, why })),
    )
  })

  test('a layout inside a layout', () => {
    const layout = (playlist: string) =>
      slideOf(10, { content: { kind: 'layout', tone: 'night', regions: [{ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist }] } })
    const playlists = { a: [itemOf('outer')], side: [itemOf('inner'), itemOf('x')], deeper: 'x' }
    const manifest = manifestOf({ entries: [entryOf('a')], playlists, slides: { outer: layout('side'), inner: layout('deeper') } })
    expect(found(manifest)).toEqual([{ kind: 'never-shows', entry: 'a', path: 'outer/side/inner', why: 'layout-in-layout' }])
  })

  test('an entry that another always covers, or that has nothing to show', () => {
    const entries = [entryOf('low', { when: once(600, 1_200) }), entryOf('high', { band: 'event' }), entryOf('empty', { slot: 'ticker' })]
    expect(found(manifestOf({ entries, playlists: { low: 'x', high: 'y', empty: '' } }))).toEqual([
      { kind: 'always-hidden', entry: 'low', by: 'high' },
      { kind: 'always-hidden', entry: 'empty', by: null },
    ])
  })

  test('a slide that ends during the event while its entry goes on', () => {
    const slides = { x: slideOf(10, { validUntil: s(1_000) }), y: slideOf(10, { validUntil: s(5_000) }) }
    const entries = [entryOf('a'), entryOf('b', { slot: 'ticker', when: once(0, 1_000) })]
    const manifest = manifestOf({ entries, playlists: { a: 'x y z', b: 'x' }, slides })
    expect(found(manifest)).toEqual([{ kind: 'expires', entry: 'a', slide: 'x', at: s(1_000) }])
  })

  test('a share that whole turns cannot keep', () => {
    const entries = [entryOf('a', { weight: 1_000 }), entryOf('b', { weight: 1 })]
    const manifest = manifestOf({ entries, playlists: { a: 'x', b: 'y' }, slides: { y: 3_600 } })
    const shares = found(manifest).filter(({ kind }) => kind === 'share-missed')
    expect(shares).toHaveLength(2)
    expect(shares[0]).toMatchObject({ entry: 'a', promised: 1_000 / 1_001, from: s(0), until: s(3_600) })
  })

  test('rivals that must meet, once a pair; not those that could be kept apart', () => {
    const slides = { x: slideOf(10, { sponsor: 'cola' }), y: slideOf(10, { sponsor: 'pop' }), z: slideOf(10) }
    const sponsors = { cola: { rivals: ['pop'] }, pop: { rivals: [] } }
    const alone = manifestOf({ entries: [entryOf('a')], playlists: { a: 'x y' }, slides, change: { sponsors } })
    expect(found(alone)).toEqual([{ kind: 'rivals-meet', slides: ['x', 'y'], sponsors: ['cola', 'pop'], at: s(10) }])
    const own = { ...slides, y: slideOf(10, { sponsor: 'cola' }) }
    expect(found(manifestOf({ entries: [entryOf('a')], playlists: { a: 'x y' }, slides: own, change: { sponsors } }))).toEqual([])
    const among = manifestOf({
      entries: [entryOf('a'), entryOf('b'), entryOf('c', { weight: 3 })],
      playlists: { a: 'x', b: 'y', c: playlistOf('z w') },
      slides,
      change: { sponsors },
    })
    expect(found(among)).toEqual([])
  })
})
