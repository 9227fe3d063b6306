import type { PlaylistResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import type { PlaylistJson } from '../parts/slide-editor-json.ts'
import {
  filmstrip,
  inOrder,
  type ItemJson,
  libraryOf,
  nameOf,
  passMs,
  unpublishedSlides,
  withoutItem,
  withSlide,
} from './playlists-items.ts'

const versioned = { changedAt: '2027-03-26T20:00:00Z', changedBy: 'Kari' }
const slide = (id: string, seconds: number, published = true): SlideResource => {
  const body = {
    name: id.toUpperCase(),
    content: { kind: 'clock' as const, heading: { nb: '', en: '' } },
    durationMs: seconds * 1000,
    validFrom: null,
    validUntil: null,
    variants: [],
    sponsor: null,
    embargo: false,
    audience: 'everyone' as const,
  }
  return { id, draft: published ? null : body, published: published ? body : null, ...versioned }
}
const item = (id: string, of: ItemJson['of'], seconds: number | null = null): ItemJson => ({
  id,
  of,
  durationMs: seconds === null ? null : seconds * 1000,
  validFrom: null,
  validUntil: null,
})
const list = (...items: ItemJson[]): PlaylistJson => ({ name: 'Liste', order: 'sequence', items })
const stored = (id: string, body: PlaylistJson): PlaylistResource => ({ id, draft: null, published: body, ...versioned })

const sponsors = list(item('s1', { kind: 'slide', slide: 'a' }), item('s2', { kind: 'slide', slide: 'b' }, 5))
const evening = list(
  item('1', { kind: 'slide', slide: 'c' }),
  item('2', { kind: 'playlist', playlist: 'sponsors', take: null }),
  item('3', { kind: 'slide', slide: 'gone' }),
)
const library = libraryOf(
  [slide('a', 10), slide('b', 20), slide('c', 12, false)],
  [stored('sponsors', sponsors), stored('evening', evening)],
)

describe('a playlist', () => {
  test('takes as long as its slides, with its own durations, and nested lists whole', () => {
    expect(passMs(sponsors, library)).toBe(15_000)
    expect(passMs(evening, library)).toBe(27_000)
  })

  test('counts an inner list of which a visit takes a few by its mean', () => {
    const two = list(item('1', { kind: 'playlist', playlist: 'sponsors', take: 3 }))
    expect(passMs(two, library)).toBe(22_500)
  })

  test('inside itself has an end all the same', () => {
    const ring = list(item('x', { kind: 'slide', slide: 'a' }), item('y', { kind: 'playlist', playlist: 'ring', take: null }))
    expect(passMs(ring, libraryOf([slide('a', 10)], [stored('ring', ring)]))).toBe(40_000)
  })

  test('shows its first slides, through nested lists, skipping what is gone', () => {
    expect(filmstrip(evening, library, 8).map((one) => one.id)).toEqual(['c', 'a', 'b'])
    expect(filmstrip(evening, library, 2).map((one) => one.id)).toEqual(['c', 'a'])
  })

  test('knows which of its slides have never been out', () => expect(unpublishedSlides(evening, library)).toEqual(['c']))

  test('names its items, but not what is gone', () => {
    expect(evening.items.map((one) => nameOf(one, library))).toEqual(['C', 'Liste', null])
  })

  test('takes a slide last, loses an item, takes another order', () => {
    expect(withSlide(sponsors, 'c').items.map((one) => one.of)).toEqual([
      ...sponsors.items.map((one) => one.of),
      { kind: 'slide', slide: 'c' },
    ])
    expect(withoutItem(sponsors, 's1').items.map((one) => one.id)).toEqual(['s2'])
    expect(inOrder(evening, ['3', '1', 'unknown']).items.map((one) => one.id)).toEqual(['3', '1', '2'])
  })
})
