/** What an account may do, by a table, and against an oracle that is slow and obvious. */
import { type Random, randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { type Rank, ranks, type Reaching, type Right, type Role, type User } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import { nextTurn, type PeopleRows, standingOf } from './rights.ts'
import type { CrewRow, GrantRow, MembershipRow } from './table.ts'

const noon = 1_000_000
const kari = (role: Role = 'see'): User => ({
  id: 'kari',
  username: 'kari',
  name: 'Kari',
  role,
  mayStartOverride: false,
  mayEndOverride: false,
  language: 'nb',
})

/** Tech holds Net, which holds Wifi; Stage stands by itself. */
const tree: readonly CrewRow[] = [
  { id: 'tech', name: 'Tech', parent: null },
  { id: 'net', name: 'Net', parent: 'tech' },
  { id: 'wifi', name: 'Wifi', parent: 'net' },
  { id: 'stage', name: 'Stage', parent: null },
]
const member = (crew: string, rank: Rank = 'member', from: number | null = null, until: number | null = null): MembershipRow => ({
  id: `${crew}-${rank}`,
  user: 'kari',
  crew,
  rank,
  from,
  until,
})
const grant = (to: GrantRow['to'], right: Right = 'edit', areas: readonly string[] | null = ['a']): GrantRow => ({
  id: `${JSON.stringify(to)}-${right}`,
  to,
  right,
  areas,
  from: null,
  until: null,
})
const toCrew = (crew: string, rank: Rank = 'member') => grant({ kind: 'crew', crew, rank })
const toRank = (rank: Rank) => grant({ kind: 'rank', rank })
const rowsOf = (memberships: readonly MembershipRow[], ...grants: readonly GrantRow[]): PeopleRows => ({ crews: tree, memberships, grants })

describe('[W26] a grant reaches', () => {
  test.each<[string, readonly MembershipRow[], GrantRow, boolean]>([
    ['nobody who is in no crew', [], toCrew('net'), false],
    ['a member of the crew', [member('net')], toCrew('net'), true],
    ['no member of another', [member('stage')], toCrew('net'), false],
    ['a member of a crew beneath, as a member', [member('wifi')], toCrew('tech'), true],
    ['nobody beneath as more than a member', [member('wifi', 'chief')], toCrew('tech', 'shift-leader'), false],
    ['a leader beneath where a member is meant', [member('wifi', 'chief')], toCrew('tech'), true],
    ['the leader of the crew above', [member('tech', 'shift-leader')], toCrew('wifi'), true],
    ['that leader with the same rank', [member('tech', 'chief')], toCrew('wifi', 'chief'), true],
    ['that leader with no higher rank', [member('tech', 'co-chief')], toCrew('wifi', 'chief'), false],
    ['no mere member of the crew above', [member('tech')], toCrew('wifi'), false],
    ['no leader of a neighbour through the crew above', [member('stage', 'organizer')], toCrew('wifi'), false],
    ['a higher rank than it names', [member('net', 'organizer')], toCrew('net', 'shift-leader'), true],
    ['no lower rank than it names', [member('net', 'shift-leader')], toCrew('net', 'co-chief'), false],
    ['a rank, whatever the crew', [member('stage', 'chief')], toRank('co-chief'), true],
    ['no lower rank, whatever the crew', [member('stage', 'shift-leader')], toRank('co-chief'), false],
    ['a person by name', [], grant({ kind: 'user', user: 'kari' }), true],
    ['no other person', [], grant({ kind: 'user', user: 'ola' }), false],
    ['nobody before the shift', [member('net', 'member', noon + 1, noon + 2)], toCrew('net'), false],
    ['whoever begins at this moment', [member('net', 'member', noon, noon + 1)], toCrew('net'), true],
    ['nobody from the end of the shift on', [member('net', 'member', null, noon)], toCrew('net'), false],
    ['nobody before it holds', [member('net')], { ...toCrew('net'), from: noon + 1 }, false],
    ['nobody from its end on', [member('net')], { ...toCrew('net'), until: noon }, false],
  ])('%s', (_, memberships, given, reaches) => {
    expect(standingOf(kari(), rowsOf(memberships, given), noon).rights.edit).toEqual(reaches ? ['a'] : [])
  })
})

describe('[W27] rights', () => {
  test.each<[string, Role, readonly GrantRow[], object]>([
    ['are none by default', 'see', [], { edit: [], all: false, startOverride: [], endOverride: [] }],
    ['are those of the role', 'edit', [], { edit: 'venue', all: false, startOverride: [], endOverride: [] }],
    [
      'to everything are no right to send an emergency message',
      'all',
      [],
      { edit: 'venue', all: true, startOverride: [], endOverride: [] },
    ],
    ['come together from several grants', 'see', [byName('edit', ['b', 'a']), byName('edit', ['b', 'c'])], { edit: ['a', 'b', 'c'] }],
    ['in the whole venue hold in all of it', 'see', [byName('edit', ['a']), byName('edit', null)], { edit: 'venue' }],
    ['of a role are not narrowed by a grant', 'edit', [byName('edit', ['a'])], { edit: 'venue' }],
    ['to everything are to edit too', 'see', [byName('all', null)], { all: true, edit: 'venue', startOverride: [] }],
    [
      'to send and to end are apart',
      'see',
      [byName('start-override', ['a']), byName('end-override', null)],
      { edit: [], startOverride: ['a'], endOverride: 'venue' },
    ],
  ])('%s', (_, role, grants, expected) => {
    expect(standingOf(kari(role), rowsOf([], ...grants), noon).rights).toMatchObject(expected)
  })
})

describe('the areas that are one’s own', () => {
  test.each<[string, readonly MembershipRow[], readonly GrantRow[], readonly string[]]>([
    ['are those of the grants that reach one', [], [byName('edit', ['b', 'a'])], ['a', 'b']],
    ['else those of one’s crews', [member('net')], [toCrew('net', 'chief')], ['a']],
    ['and none otherwise', [member('stage')], [toCrew('net')], []],
  ])('%s', (_, memberships, grants, areas) => {
    expect(standingOf(kari('edit'), rowsOf(memberships, ...grants), noon).areas).toEqual(areas)
  })
})

test.each<[Rank, readonly string[]]>([
  ['member', []],
  ['shift-leader', ['net', 'wifi']],
  ['organizer', ['net', 'wifi']],
])('a %s of a crew leads %j', (rank, leads) => {
  expect(standingOf(kari(), rowsOf([member('net', rank)]), noon).leads).toEqual(leads)
})

test('the next turn is the nearest edge that lies ahead', () => {
  const rows = rowsOf(
    [member('net', 'member', noon - 5, noon + 30)],
    { ...toCrew('net'), from: noon + 10 },
    { ...toCrew('tech'), until: noon },
  )
  expect(nextTurn(rows, noon)).toBe(noon + 10)
  expect(nextTurn(rows, noon + 30)).toBe(Number.POSITIVE_INFINITY)
})

test('a ring of crews, which no write makes, ends nothing but itself', () => {
  const ring = [
    { id: 'x', name: 'X', parent: 'y' },
    { id: 'y', name: 'Y', parent: 'x' },
  ]
  const rows = { crews: ring, memberships: [member('x', 'chief')], grants: [toCrew('y')] }
  expect(standingOf(kari(), rows, noon).rights.edit).toEqual(['a'])
})

test('over random people: as the oracle says', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = randomFrom(seed)
    const rows = randomRows(random)
    for (const user of ['kari', 'ola', 'per'])
      for (const atMs of [0, 2, 5, 9]) {
        const role = random.pick<Role>(['see', 'see', 'see', 'edit', 'all'])
        const account = { ...kari(role), id: user, mayStartOverride: random.chance(0.2) }
        const { rights } = standingOf(account, rows, atMs)
        expect({ seed, user, atMs, ...rights }).toEqual({ seed, user, atMs, ...rightsByOracle(account, rows, atMs) })
      }
  }
})

test('over random people: nothing changes before the next turn', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const rows = randomRows(randomFrom(seed))
    const next = nextTurn(rows, 0)
    for (let atMs = 0; atMs < Math.min(next, 10); atMs++)
      expect({ seed, atMs, standing: standingOf(kari(), rows, atMs) }).toEqual({ seed, atMs, standing: standingOf(kari(), rows, 0) })
  }
})

function byName(right: Right, areas: readonly string[] | null): GrantRow {
  return grant({ kind: 'user', user: 'kari' }, right, areas)
}

/** Asks for each right in each area by itself, and believes nothing but single steps. */
function rightsByOracle(user: User, rows: PeopleRows, atMs: number) {
  const inForce = (row: { from: number | null; until: number | null }): boolean =>
    !(row.from !== null && atMs < row.from) && !(row.until !== null && atMs >= row.until)
  const isBeneath = (crew: string, above: string): boolean => {
    const parent = rows.crews.find(({ id }) => id === crew)?.parent ?? null
    return parent !== null && (parent === above || isBeneath(parent, above))
  }
  const has = (crew: string, rank: Rank): boolean =>
    rows.memberships.some((one) => {
      if (one.user !== user.id || !inForce(one)) return false
      const enough = ranks.indexOf(one.rank) >= ranks.indexOf(rank)
      if (one.crew === crew) return enough
      if (isBeneath(one.crew, crew)) return rank === 'member'
      return isBeneath(crew, one.crew) && one.rank !== 'member' && enough
    })
  const isFor = ({ to }: GrantRow): boolean => {
    if (to.kind === 'user') return to.user === user.id
    if (to.kind === 'crew') return has(to.crew, to.rank)
    return rows.crews.some(({ id }) => has(id, to.rank))
  }
  const may = (right: Right, area: string | null): boolean =>
    rows.grants.some(
      (one) => one.right === right && inForce(one) && isFor(one) && (one.areas === null || (area !== null && one.areas.includes(area))),
    )
  const reach = (right: Right, ofRole: boolean): Reaching => {
    if (ofRole || may(right, null)) return 'venue'
    return ['a', 'b', 'c'].filter((area) => may(right, area))
  }
  const all = user.role === 'all' || may('all', null)
  return {
    edit: reach('edit', user.role === 'edit' || all),
    all,
    startOverride: reach('start-override', user.mayStartOverride),
    endOverride: reach('end-override', user.mayEndOverride),
  }
}

function randomRows(random: Random): PeopleRows {
  const names = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'].slice(0, 1 + random.below(6))
  const crews = names.map((id, index) => ({
    id,
    name: id,
    parent: index === 0 || random.chance(0.3) ? null : random.pick(names.slice(0, index)),
  }))
  const box = () => {
    const [from, until] = [random.below(10), random.below(10)]
    return { from: random.chance(0.5) ? null : from, until: random.chance(0.5) ? null : until }
  }
  const some = <T>(most: number, make: (id: string) => T): readonly T[] =>
    Array.from({ length: random.below(most + 1) }, (_, index) => make(`${index}`))
  const to = (): GrantRow['to'] => {
    const kind = random.pick(['user', 'crew', 'crew', 'rank'] as const)
    if (kind === 'user') return { kind, user: random.pick(['kari', 'ola', 'per']) }
    if (kind === 'rank') return { kind, rank: random.pick(ranks) }
    return { kind, crew: random.pick(names), rank: random.pick(ranks) }
  }
  return {
    crews,
    memberships: some(8, (id) => ({
      id,
      user: random.pick(['kari', 'ola', 'per']),
      crew: random.pick(names),
      rank: random.pick(ranks),
      ...box(),
    })),
    grants: some(6, (id) => {
      const right = random.pick<Right>(['edit', 'edit', 'all', 'start-override', 'end-override'])
      const areas = right === 'all' || random.chance(0.2) ? null : ['a', 'b', 'c'].filter(() => random.chance(0.5))
      return { id, to: to(), right, areas, ...box() }
    }),
  }
}
