import type { User } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { addCrew, addGrant, addMembership, carryGrants, changeCrew, removeCrew, removeGrant, removeMembership } from './crews/store.ts'
import { createStandings } from './standings.ts'
import { createPeople, type People } from './store.ts'

const author = { id: 'test', name: 'Test' }
const hourMs = 3_600_000

let world: TestWorld
let people: People
let kari: User
beforeEach(async () => {
  world = createTestWorld()
  people = createPeople(world)
  const rights = { role: 'see', mayStartOverride: false, mayEndOverride: false } as const
  kari = (await people.create(author, { username: 'kari', name: 'Kari', password: 'et-langt-passord', language: 'nb', ...rights })).value
})
afterEach(() => world.close())

const crew = (name: string, parent: string | null = null) => addCrew(world, author, { name, parent }).value.id
const join = (to: string, from: number | null = null, until: number | null = null) =>
  addMembership(world, author, { user: kari.id, crew: to, rank: 'member', from, until }).value.id
const give = (to: string, areas: readonly string[] | null = ['hall']) =>
  addGrant(world, author, { to: { kind: 'crew', crew: to, rank: 'member' }, right: 'edit', areas, from: null, until: null }).value.id

test('a shift begins and ends by itself', () => {
  const standings = createStandings(world)
  const now = world.wallMs()
  const net = crew('Net')
  give(net)
  join(net, now + hourMs, now + 9 * hourMs)
  const seen = [0, hourMs - 1, 1, 8 * hourMs - 1, 1].map((ms) => {
    world.pass(ms)
    return standings.of(kari).rights.edit
  })
  expect(seen).toEqual([[], [], ['hall'], ['hall'], []])
})

test('what is changed holds at once, by undo too, and so does a clock that is set back', () => {
  const standings = createStandings(world)
  const net = crew('Net')
  const membership = join(net, null, world.wallMs() + hourMs)
  const granted = give(net)
  const edit = () => standings.of(people.byId(kari.id) ?? kari).rights.edit
  expect(edit()).toEqual(['hall'])
  const { revision } = removeGrant(world, author, granted)
  expect(edit()).toEqual([])
  world.store.undo(author, revision)
  expect(edit()).toEqual(['hall'])
  world.pass(hourMs)
  expect(edit()).toEqual([])
  world.pass(-hourMs)
  expect(edit()).toEqual(['hall'])
  removeMembership(world, author, membership)
  expect(edit()).toEqual([])
})

test('an area that is gone is nobody’s own', () => {
  const standings = createStandings(world)
  const net = crew('Net')
  give(net)
  join(net)
  expect(standings.of(kari).areas).toEqual(['hall'])
  world.store.write(author, 'area.delete', (tx) => tx.remove('areas', 'hall'))
  expect(standings.of(kari).areas).toEqual([])
})

test('what was granted in areas that became others is granted in those, and nowhere else', () => {
  const standings = createStandings(world)
  for (const id of ['a', 'b', 'c'])
    world.store.write(author, 'area.create', (tx) => tx.put('areas', { id, event: 'tg', name: id, position: 0 }))
  const net = crew('Net')
  join(net)
  give(net, ['a', 'b'])
  give(net, ['b'])
  give(net, ['c'])
  world.store.write(author, 'areas', (tx) => {
    const became = [['a', 'hall'] as const, ['b', null] as const]
    carryGrants(tx, new Map<string, string | null>(became))
  })
  expect(standings.of(kari).rights.edit).toEqual(['c', 'hall'])
  expect(standings.rows().grants).toHaveLength(2)
})

describe('the tree of crews', () => {
  test.each<[string, () => unknown, string, string]>([
    ['a crew inside itself', () => ring(1), 'crew-cycle', 'parent'],
    ['a crew inside one beneath it', () => ring(3), 'crew-cycle', 'parent'],
    ['seven deep', () => deep(7), 'invalid', 'parent'],
    ['a taken name', () => [crew('Net'), crew('net')], 'duplicate', 'name'],
    ['a crew above that there is not', () => crew('Net', 'nothing'), 'unknown-reference', 'parent'],
    ['removing one with crews beneath', () => removeCrew(world, author, (crew('Wifi', crew('Net')), netId())), 'in-use', ''],
    ['removing one with somebody in it', () => (join(crew('Net')), removeCrew(world, author, netId())), 'in-use', ''],
  ])('%s is refused', (_, attempt, code, path) => {
    expect(attempt).toThrow(expect.objectContaining({ code, path }))
  })

  test('a branch that would become too deep by being moved is refused', () => {
    const [top = ''] = deep(3)
    const below = crew('A', crew('B', crew('C', crew('D'))))
    expect(() => changeCrew(world, author, top, { parent: below })).toThrow(expect.objectContaining({ code: 'invalid', path: 'parent' }))
  })

  test('a crew goes with what was granted to it and with those whose shift is over; undo brings back all of it', () => {
    const standings = createStandings(world)
    const net = crew('Net')
    give(net)
    join(net, null, world.wallMs() + 1)
    world.pass(1)
    const { revision } = removeCrew(world, author, net)
    expect(standings.rows()).toEqual({ crews: [], memberships: [], grants: [] })
    world.store.undo(author, revision)
    expect(Object.values(standings.rows()).map((rows) => (rows as unknown[]).length)).toEqual([1, 1, 1])
  })
})

describe('what refers to nothing, or never holds', () => {
  test.each<[string, () => unknown, string, string]>([
    ['somebody there is not', () => addMembership(world, author, { ...shift(crew('Net')), user: 'nobody' }), 'unknown-reference', 'user'],
    ['a crew there is not', () => addMembership(world, author, shift('nothing')), 'unknown-reference', 'crew'],
    ['an area there is not', () => give(crew('Net'), ['hall', 'nothing']), 'unknown-reference', 'areas.1'],
    ['a grant to a crew there is not', () => give('nothing'), 'unknown-reference', 'to.crew'],
    ['a shift that is over', () => join(crew('Net'), null, world.wallMs()), 'end-before-start', 'until'],
    ['a shift that ends before it begins', () => join(crew('Net'), world.wallMs() + 2, world.wallMs() + 1), 'end-before-start', 'until'],
  ])('%s is refused', (_, attempt, code, path) => {
    expect(attempt).toThrow(expect.objectContaining({ code, path }))
  })
})

test('shifts of long ago go when the same person comes in anew', () => {
  const net = crew('Net')
  join(net, null, world.wallMs() + hourMs)
  world.pass(8 * 24 * hourMs)
  join(net)
  expect(createStandings(world).rows().memberships).toHaveLength(1)
})

test('an account goes with its places and grants; undo brings them back', async () => {
  const standings = createStandings(world)
  join(crew('Net'))
  addGrant(world, author, { to: { kind: 'user', user: kari.id }, right: 'edit', areas: null, from: null, until: null })
  const rights = { role: 'all', mayStartOverride: false, mayEndOverride: false } as const
  await people.create(author, { username: 'sjef', name: 'Sjef', password: 'et-langt-passord', language: 'nb', ...rights })
  const { revision } = people.remove(author, kari.id)
  expect(standings.rows()).toMatchObject({ memberships: [], grants: [] })
  world.store.undo(author, revision)
  expect(standings.of(kari).rights.edit).toBe('venue')
})

function shift(to: string) {
  return { user: kari.id, crew: to, rank: 'member' as const, from: null, until: null }
}

function netId(): string {
  return (
    createStandings(world)
      .rows()
      .crews.find(({ name }) => name === 'Net')?.id ?? ''
  )
}

/** Crews one beneath the other, the outermost first. */
function deep(count: number): readonly string[] {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push(crew(`Crew ${i}`, ids.at(-1) ?? null))
  return ids
}

function ring(count: number): void {
  const ids = deep(count)
  changeCrew(world, author, ids[0] ?? '', { parent: ids.at(-1) ?? '' })
}
