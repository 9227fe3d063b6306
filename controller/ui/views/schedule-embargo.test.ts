import type { PlaylistResource, ScreenResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { expect, test } from 'vitest'
import { libraryOf } from './playlists-items.ts'
import { heldSlides, nextStart, releasedOn } from './schedule-embargo.ts'

const slide = (id: string, embargo: boolean, published = true, content: object = { kind: 'clock' }) =>
  ({ id, draft: { embargo, content }, published: published ? { name: id, embargo, content } : null }) as unknown as SlideResource
const list = (id: string, ...of: readonly object[]) =>
  ({ id, draft: null, published: { name: id, order: 'sequence', items: of.map((one) => ({ of: one })) } }) as unknown as PlaylistResource
const showing = (id: string) => ({ kind: 'slide', slide: id })
const inner = (id: string) => ({ kind: 'playlist', playlist: id, take: null })
const layout = (playlist: string) => ({ kind: 'layout', tone: 'night', regions: [{ playlist }] })

const library = libraryOf(
  [slide('open', false), slide('secret', true), slide('draft', true, false), slide('split', false, true, layout('plain'))],
  [
    list('plain', showing('open'), showing('secret'), showing('secret')),
    list('safe', showing('open'), showing('draft')),
    list('outer', inner('plain')),
    list('regions', showing('split')),
    list('round', inner('round'), showing('secret')),
  ],
)

test.each([
  ['in the list itself, once', 'plain', ['secret']],
  ['what was never shown holds nothing back', 'safe', []],
  ['in a list inside', 'outer', ['secret']],
  ['in a region of a layout', 'regions', ['secret']],
  ['in a list that holds itself', 'round', ['secret']],
  ['a list that is gone', 'gone', []],
] as const)('[E9] slides under embargo are found: %s', (_, playlist, ids) => {
  expect(heldSlides(playlist, library).map(({ id }) => id)).toEqual(ids)
})

const screens = ['a', 'b', 'c'].map((id) => ({ id, area: 'hall', tags: [] }) as unknown as ScreenResource)
const entry = { screens: ['a', 'b'] }

test.each([
  ['held back', null, []],
  ['all screens means those of the entry', { kind: 'all' }, ['a', 'b']],
  ['a screen of another entry', { kind: 'screen', screen: 'c' }, []],
] as const)('[E9] released on: %s', (_, target, ids) => {
  expect(releasedOn(target, entry, screens).map(({ id }) => id)).toEqual(ids)
})

const windows = [
  { from: '2027-03-27T18:00:00Z', until: '2027-03-27T20:00:00Z' },
  { from: '2027-03-26T18:00:00Z', until: '2027-03-26T20:00:00Z' },
]
const at = (text: string) => instant(Date.parse(text))

test.each([
  ['2027-03-26T12:00:00Z', at('2027-03-26T18:00:00Z')],
  ['2027-03-26T18:00:00Z', 'now'],
  ['2027-03-26T20:00:00Z', at('2027-03-27T18:00:00Z')],
  ['2027-03-27T20:00:00Z', null],
] as const)('seen from %s it comes at %s', (now, start) => {
  expect(nextStart({ windows }, at(now))).toBe(start)
})

test('what always goes comes now', () => {
  expect(nextStart({ windows: null }, at('2027-03-26T12:00:00Z'))).toBe('now')
})
