import { hourMs, instant } from '@infoskjerm/shared/time/instant.ts'
import type { GrantResource, MembershipResource, Rank } from '@infoskjerm/shared/wire/api.ts'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('../live.ts', () => ({}))
const { crewTree, givenTo, shiftEnd } = await import('./people-model.ts')
const { createTimes } = await import('../words/times.ts')

const now = instant(Date.parse('2027-03-26T22:40:00+01:00'))
const at = (hours: number) => new Date(now + hours * hourMs).toISOString()

const crews = [
  { id: 'core', name: 'Core', parent: null },
  { id: 'info', name: 'Info', parent: 'core' },
  { id: 'desk', name: 'Desk', parent: 'info' },
  { id: 'stage', name: 'Scene', parent: null },
]
const member = (crew: string, rank: Rank, from: string | null, until: string | null): MembershipResource => ({
  id: `${crew}-${rank}`,
  user: 'kari',
  crew,
  rank,
  from,
  until,
})
const grant = (to: GrantResource['to'], until: string | null): GrantResource => ({
  id: 'g',
  to,
  right: 'edit',
  areas: ['hall'],
  from: null,
  until,
})
const toCrew = (crew: string, rank: Rank, until: string | null = null) => grant({ kind: 'crew', crew, rank }, until)

test.each([
  ['a member of the crew, for the shift', [member('info', 'member', null, at(8))], toCrew('info', 'member'), at(8)],
  ['whoever is in a crew is a member of those above it', [member('desk', 'chief', null, null)], toCrew('core', 'member'), null],
  ['a rank counts in the crews beneath', [member('core', 'shift-leader', null, at(2))], toCrew('desk', 'shift-leader'), at(2)],
  ['the grant ends before the shift', [member('info', 'member', null, at(8))], toCrew('info', 'member', at(1)), at(1)],
  [
    'the longer of two shifts',
    [member('info', 'member', null, at(1)), member('info', 'chief', null, at(9))],
    toCrew('info', 'member'),
    at(9),
  ],
  ['a rank, whatever the crew', [member('stage', 'chief', null, null)], grant({ kind: 'rank', rank: 'co-chief' }, null), null],
  ['by name', [], grant({ kind: 'user', user: 'kari' }, at(3)), at(3)],
] as const)('%s', (_, memberships, given, until) => {
  const [reached] = givenTo('kari', { crews, memberships, grants: [given] }, now)
  expect(reached?.until ?? null).toBe(until === null ? null : Date.parse(until))
  expect(reached?.areas).toEqual(['hall'])
})

test.each([
  ['a member is in none of the crews beneath', [member('core', 'member', null, null)], toCrew('desk', 'member')],
  ['a rank is not carried upwards', [member('desk', 'chief', null, null)], toCrew('info', 'shift-leader')],
  ['a shift that is over', [member('info', 'member', null, at(-1))], toCrew('info', 'member')],
  ['a shift that has not begun', [member('info', 'member', at(1), at(9))], toCrew('info', 'member')],
  ['a grant that is over', [member('info', 'member', null, null)], toCrew('info', 'member', at(-1))],
  ['another crew', [member('stage', 'chief', null, null)], toCrew('info', 'member')],
  ['another person', [], grant({ kind: 'user', user: 'ola' }, null)],
] as const)('nothing from %s', (_, memberships, given) => {
  expect(givenTo('kari', { crews, memberships, grants: [given] }, now)).toEqual([])
})

test('crews stand beneath those they belong to', () => {
  expect(crewTree(crews).map(({ crew, depth }) => `${depth} ${crew.name}`)).toEqual(['0 Core', '1 Info', '2 Desk', '0 Scene'])
})

const oslo = createTimes('Europe/Oslo', '05:00', 'nb')

test.each([
  [{ kind: 'hours', hours: 8 }, '2027-03-27T06:30:00+01:00'],
  [{ kind: 'until', time: '23:30' }, '2027-03-26T23:30:00+01:00'],
  [{ kind: 'until', time: '08:00' }, '2027-03-27T08:00:00+01:00'],
  [{ kind: 'until', time: '22:00' }, '2027-03-27T22:00:00+01:00'],
] as const)('a shift of %o ends %s', (shift, end) => {
  expect(shiftEnd(shift, now, oslo)).toBe(Date.parse(end))
})

test('[T3] a shift until a time after the gap ends by the clock on the wall', () => {
  const night = instant(Date.parse('2027-03-28T00:30:00+01:00'))
  expect(shiftEnd({ kind: 'until', time: '08:00' }, night, oslo)).toBe(Date.parse('2027-03-28T08:00:00+02:00'))
})
