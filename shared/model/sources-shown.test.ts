/** News by the clock, and figures out of somebody else's JSON. */
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { slideContentSchema } from './slide.ts'
import { newsAt, readFigures } from './sources-shown.ts'

describe('which piece of news stands', () => {
  const rows: readonly (readonly [number, number, number])[] = [
    [3, 0, 0],
    [3, 7_999, 0],
    [3, 8_000, 1],
    [3, 23_999, 2],
    [3, 24_000, 0],
    [1, 100_000, 0],
    [0, 9_000, 0],
    [3, -50, 0],
  ]
  it.each(rows)('of %i after %i ms: %i', (items, elapsedMs, expected) => expect(newsAt(items, elapsedMs)).toBe(expected))
})

/** As a network's monitor writes it: numbers as text, and much that is missing. */
const source = JSON.stringify({
  switches: { 'e1-3': { clients: { live: 31 }, temp: '41', 'a/b': 7, 'm~n': 8 }, 'e99-1': { temp: null } },
  then: { 'e1-3': { clients: { live: 30 }, temp: '43' } },
  list: [5, 6],
})

describe('a figure by its path', () => {
  const rows: readonly (readonly [string, string | null, number | null, 'up' | 'down' | 'same' | null])[] = [
    ['/switches/e1-3/clients/live', '/then/e1-3/clients/live', 31, 'up'],
    ['/switches/e1-3/temp', '/then/e1-3/temp', 41, 'down'],
    ['/list/1', '/list/1', 6, 'same'],
    ['/list/1', null, 6, null],
    ['/switches/e1-3/a~1b', null, 7, null],
    ['/switches/e1-3/m~0n', null, 8, null],
    ['/switches/e99-1/temp', '/list/0', null, null],
    ['/switches/e99-1/clients/live', null, null, null],
    ['/list/0', '/nothing', 5, null],
    ['/switches', null, null, null],
    ['', null, null, null],
    ['/list/length', null, null, null],
    ['/constructor/length', null, null, null],
  ]
  it.each(rows)('%s against %s: %s, %s', (path, before, value, change) => {
    const label = { nb: 'x', en: '' }
    const [read] = readFigures({ source, figures: [{ label, path, before, unit: '', decimals: 0 }] })
    expect([read?.value, read?.change]).toEqual([value, change])
  })
})

describe('what is refused', () => {
  const none = { nb: '', en: '' }
  const picture = { hash: 'a'.repeat(64), type: 'image/png', widthPx: 10, heightPx: 10 }
  const item = { title: none, intro: none, when: '', picture: null }
  const figure = { label: none, path: '/a', before: null, unit: '', decimals: 0 }
  const map = { kind: 'map', title: none, picture, places: [], screens: [] }
  const rows: readonly (readonly [string, object, boolean])[] = [
    ['one piece of news', { kind: 'feed', heading: none, items: [item] }, true],
    ['no news', { kind: 'feed', heading: none, items: [] }, false],
    ['too much news', { kind: 'feed', heading: none, items: Array(13).fill(item) }, false],
    ['a field nobody knows', { kind: 'feed', heading: none, items: [{ ...item, url: 'x' }] }, false],
    ['figures', { kind: 'data', title: none, source: '{"a":1}', figures: [figure] }, true],
    ['a source that is null', { kind: 'data', title: none, source: 'null', figures: [figure] }, true],
    ['a source that is no JSON', { kind: 'data', title: none, source: '{a:1}', figures: [figure] }, false],
    ['no source', { kind: 'data', title: none, figures: [figure] }, false],
    ['a source too long', { kind: 'data', title: none, source: `"${'x'.repeat(16_000)}"`, figures: [figure] }, false],
    ['a path without a stroke', { kind: 'data', title: none, source: '{}', figures: [{ ...figure, path: 'a' }] }, false],
    ['a tilde alone', { kind: 'data', title: none, source: '{}', figures: [{ ...figure, path: '/a~' }] }, false],
    ['a map', { ...map, places: [{ letter: 'Å', name: none, xPct: 0, yPct: 100 }] }, true],
    ['a place outside', { ...map, places: [{ letter: 'A', name: none, xPct: 101, yPct: 0 }] }, false],
    ['a letter of three', { ...map, places: [{ letter: 'ABC', name: none, xPct: 1, yPct: 0 }] }, false],
    ['a screen that looks nowhere', { ...map, screens: [{ screen: 's', xPct: 1, yPct: 1, facingDeg: 400 }] }, false],
  ]
  it.each(rows)('%s', (_, content, expected) => expect(z.safeParse(slideContentSchema, content).success).toBe(expected))
})
