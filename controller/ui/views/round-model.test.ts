import type { RoundResource, SightingResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test } from 'vitest'
import { beside, nextOf, progressOf, splitRounds, withSighting } from './round-model.ts'

const sighting = (screen: string, seen = true): SightingResource => ({
  screen,
  at: '2027-03-24T12:00:00Z',
  by: 'Kari',
  seen,
  note: '',
  picture: null,
  reported: { state: 'right', heardAt: null },
})
const round = (screens: string, ...sightings: readonly SightingResource[]): RoundResource => ({
  id: 'r',
  startedAt: '2027-03-24T12:00:00Z',
  by: 'Kari',
  endedAt: null,
  screens: [...screens],
  sightings,
})

test.each([
  ['abc', '', null, 'a'],
  ['abc', 'a', null, 'b'],
  ['abc', 'a', 'a', 'b'],
  ['abc', '', 'b', 'c'],
  ['abc', 'c', 'b', 'a'],
  ['abc', 'ab', 'c', null],
  ['abc', 'abc', null, null],
  ['', '', null, null],
])('of %s, with %s seen, after %s comes %s', (screens, seen, after, next) => {
  expect(nextOf(round(screens, ...[...seen].map((one) => sighting(one))), after)).toBe(next)
})

test('what was wrong stands in walking order, and counts as seen', () => {
  const walked = round('abc', sighting('c', false), sighting('a', false))
  expect(progressOf(walked)).toEqual({ seen: 2, of: 3, wrong: [sighting('a', false), sighting('c', false)], left: ['b'] })
})

test.each([
  ['a', -1, null],
  ['a', 1, 'b'],
  ['c', 1, null],
  ['gone', 1, null],
] as const)('beside %s (%i) stands %s', (screen, by, other) => {
  expect(beside(round('abc'), screen, by)).toBe(other)
})

test('a second look replaces the first', () => {
  const again = withSighting(round('ab', sighting('a', false)), sighting('a'))
  expect(again.sightings).toEqual([sighting('a')])
})

test('the one without an end is being walked', () => {
  const ended = { ...round('a'), id: 'old', endedAt: '2027-03-24T13:00:00Z' }
  expect(splitRounds([ended, round('a')])).toEqual({ running: round('a'), former: [ended] })
  expect(splitRounds([ended]).running).toBeNull()
})
