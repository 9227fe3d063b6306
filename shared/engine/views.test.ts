/** What is told about a plan: differences, what comes, spans, reasons, hashes. Slides take 10 s. */
import { describe, expect, test } from 'vitest'
import { sceneAt } from '../testing/ask.ts'
import { daily, endedAt, entryOf, liveOf, manifestOf, once, overrideOf, s, slideOf } from '../testing/build.ts'
import { hourMs, later } from '../time/instant.ts'
import { ahead } from './ahead.ts'
import { compile } from './compile.ts'
import { diff } from './diff.ts'
import { explain } from './explain.ts'
import { sceneHash } from './hash.ts'
import { timeline } from './timeline.ts'

const entries = [
  entryOf('house', { band: 'house' }),
  entryOf('a'),
  entryOf('b'),
  entryOf('first', { exclusive: true, when: once(100, 200) }),
  entryOf('second', { exclusive: true, when: once(120, 140) }),
  entryOf('twin', { exclusive: true, when: once(120, 140) }),
  entryOf('bare', { band: 'takeover' }),
  entryOf('later', { band: 'event', when: daily(600, 700, 3) }),
  entryOf('line', { slot: 'ticker', when: once(130, 300) }),
]
const picture = { hash: 'ab'.repeat(32), type: 'image/webp', widthPx: 1, heightPx: 1 }
const manifest = manifestOf({
  entries,
  playlists: { house: 'h', a: 'x y', b: 'p', first: 'f', second: 'g', twin: 'g', bare: '', later: 'l', line: 't' },
  slides: { p: slideOf(10, { content: { kind: 'image', picture, fit: 'cover', tone: 'night', caption: { nb: '', en: '' } } }) },
})
const plan = compile(manifest, { from: s(0), until: s(10_000) })
const live = liveOf()

describe('[E1] diff', () => {
  test.each([
    ['from a dark glass', null, 5, ['main'], []],
    ['within a turn nothing', 5, 9, [], []],
    ['the next turn', 5, 15, ['main'], []],
    ['a slot fills beside a new turn', 128, 131, ['main', 'ticker'], []],
    ['a slot empties', 299, 305, ['main'], ['ticker']],
  ])('%s', (_, before, after, shown, hidden) => {
    const change = diff(before === null ? null : sceneAt(manifest, s(before)), sceneAt(manifest, s(after)))
    expect([change.show.map(({ slot }) => slot), change.hide]).toEqual([shown, hidden])
    expect(change.prepare).toEqual(change.show)
  })

  test('a turn that goes on is drawn again when its slide was edited, and only then', () => {
    const copy = JSON.parse(JSON.stringify(manifest)) as typeof manifest
    expect(diff(sceneAt(manifest, s(5)), sceneAt(copy, s(5))).show).toEqual([])
    const x = slideOf(10, { content: { ...slideOf(10).content, kind: 'clock', heading: { nb: 'Nå', en: 'Now' } } })
    expect(diff(sceneAt(manifest, s(5)), sceneAt({ ...manifest, slides: { ...manifest.slides, x } }, s(5))).show).toHaveLength(1)
    expect(diff(sceneAt(manifest, s(5)), sceneAt({ ...manifest, slides: { ...manifest.slides, y: x } }, s(5))).show).toEqual([])
  })

  test('an override comes and goes in its own slot, above a show that runs on', () => {
    const [calm, alarm] = [sceneAt(manifest, s(5)), sceneAt(manifest, s(5), liveOf(overrideOf('leave')))]
    expect(diff(calm, alarm)).toMatchObject({ prepare: [], show: [{ slot: 'override' }], hide: [] })
    expect(diff(alarm, calm)).toEqual({ prepare: [], show: [], hide: ['override'] })
    const over = sceneAt(manifest, s(5), liveOf(overrideOf('leave', { ending: endedAt(3) })))
    expect(diff(alarm, over).show).toMatchObject([{ slot: 'override', content: { ending: 'all-clear' } }])
  })
})

test('[E1] ahead names what comes, in order, each turn once, with its media', () => {
  const coming = ahead(plan, live, s(95), 40_000)
  expect(coming.map(({ slot, content, at }) => [slot, content.key.split(':')[0], at / 1_000])).toEqual([
    ['main', 'b', 95],
    ['main', 'first', 100],
    ['main', 'first', 110],
    ['main', 'second', 120],
    ['main', 'second', 130],
    ['ticker', 'line', 130],
  ])
  expect(coming[0]!.media).toEqual([picture.hash])
  expect(ahead(plan, live, s(9_995), 60_000)).toHaveLength(1)
})

describe('[E1] timeline', () => {
  test('spans of entries for any period', () => {
    const { spans, items } = timeline(plan, live, s(90), s(8_000))
    expect(items).toBeNull()
    expect(spans.map(({ slot, from, until, band, entries: who }) => [slot, from / 1_000, until / 1_000, band, who.join(' ')])).toEqual([
      ['main', 90, 100, 'normal', 'a b'],
      ['main', 100, 120, 'normal', 'first'],
      ['main', 120, 140, 'normal', 'second'],
      ['main', 140, 200, 'normal', 'first'],
      ['main', 200, 600, 'normal', 'a b'],
      ['main', 600, 700, 'event', 'later'],
      ['main', 700, 8_000, 'normal', 'a b'],
      ['ticker', 130, 300, 'normal', 'line'],
    ])
  })

  test('items for an hour, end to end', () => {
    const items = timeline(plan, live, s(5), later(s(5), hourMs)).items!.filter(({ slot }) => slot === 'main')
    expect(items[0]).toMatchObject({ from: s(5), until: s(10) })
    items.slice(1).forEach((item, at) => expect(item.from).toBe(items[at]!.until))
  })

  test('nothing scheduled is a span too; a period that the plan does not cover is refused', () => {
    const nothing = compile(manifestOf({ entries: [], playlists: {} }), { from: s(0), until: s(100) })
    expect(timeline(nothing, live, s(0), s(100)).spans).toEqual([{ slot: 'main', from: 0, until: 100_000, band: null, entries: [] }])
    expect(() => timeline(plan, live, s(0), s(10_001))).toThrow('does not cover')
  })
})

test('[E1] explain names every loser and the rule that beat it', () => {
  const losers = (seconds: number): string[] => {
    const main = explain(plan, live, s(seconds)).slots.find(({ slot }) => slot === 'main')!
    return main.losers.map(({ entry, rule, by }) => `${entry} ${rule} ${by ?? ''}`.trim())
  }
  expect(losers(5)).toEqual([
    'b waits-its-turn a',
    'bare nothing-valid',
    'first not-now',
    'house higher-band a',
    'later not-now',
    'second not-now',
    'twin not-now',
  ])
  expect(losers(125)).toEqual([
    'a exclusive second',
    'b exclusive second',
    'bare nothing-valid',
    'first later-start second',
    'house higher-band second',
    'later not-now',
    'twin smaller-id second',
  ])
  const { override, slots } = explain(plan, liveOf(overrideOf('leave')), s(150))
  expect(override?.override.id).toBe('leave')
  expect(slots[0]!.losers.find(({ entry }) => entry === 'later')!.changesAt).toBe(s(600))
})

describe('scene hashes', () => {
  test('eight hex characters that do not depend on the order of the slots', () => {
    const scene = sceneAt(manifest, s(135), liveOf(overrideOf('leave')))
    const turned = { ...scene, slots: Object.fromEntries(Object.entries(scene.slots).reverse()) as typeof scene.slots }
    expect(sceneHash(scene)).toMatch(/^[0-9a-f]{8}$/)
    expect(sceneHash(turned)).toBe(sceneHash(scene))
  })

  test('another turn, another slot, another reason: another hash', () => {
    const hashes = [5, 15, 25, 105, 135].map((at) => sceneHash(sceneAt(manifest, s(at))))
    const empty = manifestOf({ entries: [], playlists: {} })
    hashes.push(sceneHash(sceneAt(empty, s(0))), sceneHash(sceneAt(empty, s(600_000))))
    expect(new Set(hashes).size).toBe(hashes.length)
  })
})
