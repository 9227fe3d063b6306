import { instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { PlannedScreen } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nextEvent } from '../events/next/store.ts'
import { screenRow } from '../realtime/testing.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { completed } from './body.ts'
import { exitsAfter, sameExits } from './exits.ts'
import { putList } from './list.ts'
import { createNames } from './names.ts'
import { endRound, listRounds, see, startRound, unseenScreens } from './rounds/store.ts'
import { changeScreen, confirmExits, createScreen, listScreens, movedScreen, pairDevice, readScreen, serveScreen } from './store.ts'
import type { ScreenRow } from './table.ts'

const kari = { id: 'kari', name: 'Kari' }
const ola = { id: 'ola', name: 'Ola' }
const seenBy = { by: 'Kari', at: instant(5) }
const exit = (name: string, direction: 'left' | 'right' = 'left', confirmed: typeof seenBy | null = seenBy) => ({
  name,
  direction,
  confirmed,
})

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
  world.store.write(kari, 'set-up', (tx) => {
    tx.put('areas', { id: 'foyer', event: 'tg', name: 'Foyer', position: 1 })
    tx.put('screens', { ...screenRow('b', 'foyer'), name: 'B', position: 1 })
    tx.put('screens', { ...screenRow('a10', 'hall'), name: 'A10', position: 2 })
    tx.put('screens', { ...screenRow('a2', 'hall'), name: 'A2', position: 2 })
    tx.put('screens', { ...screenRow('p', 'hall'), name: 'P', position: 1, state: { kind: 'planned' } })
  })
})
afterEach(() => world.close())
const screen = (id: string) => readScreen(world.store.db, id)

describe('a confirmed way out', () => {
  const before = { area: 'hall', widthPx: 1920, heightPx: 1080, exits: [exit('Nord'), exit('Sør', 'right')] } as unknown as ScreenRow
  test.each<[string, Partial<ScreenRow>, readonly boolean[]]>([
    ['lasts while nothing of it changes', { name: 'Nytt navn', distance: 'near' }, [true, true]],
    ['lasts with more pixels of the same shape', { widthPx: 3840, heightPx: 2160 }, [true, true]],
    ['does not last in another area', { area: 'foyer' }, [false, false]],
    ['does not last when the screen is turned', { widthPx: 1080, heightPx: 1920 }, [false, false]],
    ['does not last with another direction', { exits: [exit('Nord', 'right'), exit('Sør', 'right')] }, [false, true]],
    ['does not last under another name', { exits: [exit('Port 4'), exit('Sør', 'right')] }, [false, true]],
    ['is nothing that a form can claim', { exits: [exit('Øst', 'left'), exit('Vest', 'right')] }, [false, false]],
  ])('%s', (_, change, confirmed) => {
    expect(exitsAfter(before, { ...before, ...change }).map((one) => one.confirmed !== null)).toEqual(confirmed)
  })

  test('is what a person sees, in any order, and nothing else', () => {
    const two = [exit('Nord'), exit('Sør', 'right')]
    expect([sameExits(two, [...two].reverse()), sameExits(two, [exit('Nord')]), sameExits(two, [exit('Nord'), exit('Sør')])]).toEqual([
      true,
      false,
      false,
    ])
  })

  test('is confirmed on the spot; a new box, or somebody who moved it, makes it unconfirmed', () => {
    const nord = { name: 'Nord', direction: 'left' } as const
    changeScreen(world, kari, 'a2', { exits: [{ ...nord, confirmed: seenBy }] })
    expect(screen('a2').exits).toEqual([{ ...nord, confirmed: null }])
    expect(() => confirmExits(world, kari, 'a2', [{ ...nord, direction: 'right' }])).toThrow(expect.objectContaining({ code: 'conflict' }))
    confirmExits(world, kari, 'a2', [nord])
    expect(screen('a2').exits[0]?.confirmed).toEqual({ by: 'Kari', at: world.now() })
    movedScreen(world, ola, 'a2')
    expect(screen('a2').exits[0]?.confirmed).toBeNull()
    confirmExits(world, kari, 'a2', [nord])
    pairDevice(world, ola, 'a2', 'secret')
    expect(screen('a2').exits[0]?.confirmed).toBeNull()
  })
})

test('a screen of next year does not hang in an area of this year', () => {
  nextEvent(world, kari, { name: 'TG28', firstDay: '2028-04-12' })
  const one = completed({ name: 'Ny', area: 'hall' })
  expect(() => createScreen(world, kari, one)).toThrow(expect.objectContaining({ code: 'unknown-reference', path: 'area' }))
  const area = listScreens(world.store.db)[0]?.area ?? ''
  expect(createScreen(world, kari, { ...one, area }).value.area).toBe(area)
})

describe('service', () => {
  test('out of service keeps who and since, whatever a form says of them', () => {
    serveScreen(world, kari, 'a2', { kind: 'out-of-service', why: 'no-power', note: 'sikring' })
    const out = { kind: 'out-of-service', by: 'Kari', since: world.now(), why: 'no-power', note: 'sikring' }
    expect(screen('a2').state).toEqual(out)
    world.pass(minuteMs)
    changeScreen(world, ola, 'a2', { state: { kind: 'out-of-service', by: 'Nisse', since: instant(1), why: 'broken', note: '' } })
    expect(screen('a2').state).toEqual({ ...out, why: 'broken', note: '' })
    serveScreen(world, ola, 'a2', { kind: 'in-service' })
    expect(screen('a2').state).toEqual({ kind: 'in-service' })
  })

  test('a planned screen that gets a box is in service; one that was taken out stays out', () => {
    pairDevice(world, kari, 'p', 'secret')
    expect(screen('p').state).toEqual({ kind: 'in-service' })
    serveScreen(world, kari, 'a2', { kind: 'out-of-service', why: 'broken', note: '' })
    pairDevice(world, kari, 'a2', 'other')
    expect(screen('a2').state.kind).toBe('out-of-service')
  })
})

describe('a pasted list', () => {
  const row = (name: string, area = 'Hallen', change: Partial<PlannedScreen> = {}): PlannedScreen => ({
    ...{ name, area, portrait: false, sizeInches: 55, distance: 'passage', exits: [] },
    ...change,
  })

  test('makes planned screens and areas, changes what has the name, in the order of the list; one undo takes it back', () => {
    const { value, revision } = putList(world, kari, [
      row('Nord 1', 'Nytt område', { portrait: true, exits: [{ name: 'Nord', direction: 'left' }] }),
      row(' a2 ', 'hallen', { sizeInches: 75, distance: 'hall' }),
    ])
    expect(value).toEqual({ made: ['nord-1'], changed: ['a2'], areas: ['Nytt område'] })
    expect(screen('nord-1')).toMatchObject({ heightPx: 1920, position: 1, state: { kind: 'planned' }, sizeInches: 55, area: 'nytt-omrade' })
    expect(screen('nord-1').exits).toEqual([{ name: 'Nord', direction: 'left', confirmed: null }])
    expect(screen('a2')).toMatchObject({ area: 'hall', position: 2, sizeInches: 75, distance: 'hall', state: { kind: 'in-service' } })
    expect(putList(world, kari, [row('Nord 1', 'Nytt område', { portrait: true })]).value).toMatchObject({
      made: [],
      changed: ['nord-1'],
      areas: [],
    })
    world.store.undo(kari, revision + 1)
    world.store.undo(kari, revision)
    expect(listScreens(world.store.db).map(({ id }) => id)).not.toContain('nord-1')
  })

  test('twice the same name is refused with its row, and nothing is stored', () => {
    expect(() => putList(world, kari, [row('X'), row('Y'), row('x ')])).toThrow(
      expect.objectContaining({ code: 'duplicate', path: 'rows.2.name' }),
    )
    expect(listScreens(world.store.db)).toHaveLength(4)
  })
})

describe('a round', () => {
  const right = { screen: 'a2', state: 'right', since: 0, heardAt: 7, showing: null, local: false, details: null } as const
  const sighting = (id: string, seen = true) => ({ screen: id, seen, note: seen ? '' : 'Svart', picture: null })

  test('goes area by area in walking order, past what hangs already', () => {
    expect(startRound(world, kari, { kind: 'all' }).value.round.screens).toEqual(['a2', 'a10', 'b'])
  })

  test('takes down what was seen beside what the box said; again replaces; undo takes back', () => {
    const { id } = startRound(world, kari, { kind: 'all' }).value.round
    see(world, kari, id, sighting('a2', false), right)
    const { revision, value } = see(world, ola, id, sighting('a2'), null)
    expect(value.sightings).toMatchObject([{ screen: 'a2', seen: true, by: 'Ola', state: 'unpaired', heardAt: null }])
    expect(unseenScreens(world.store.db)).toEqual(['a10', 'b'])
    world.store.undo(ola, revision)
    expect(listRounds(world.store.db)[0]?.sightings).toMatchObject([{ seen: false, note: 'Svart', state: 'right', heardAt: 7 }])
    endRound(world, kari, id)
    expect(unseenScreens(world.store.db)).toEqual([])
  })

  test('of another year stands in nobody’s way', () => {
    startRound(world, kari, { kind: 'all' })
    const { event } = nextEvent(world, kari, { name: 'TG28', firstDay: '2028-04-12' }).value
    expect(unseenScreens(world.store.db)).toEqual([])
    const { round } = startRound(world, kari, { kind: 'all' }).value
    expect([round.event, unseenScreens(world.store.db)]).toEqual([event.id, round.screens])
  })

  test.each<[string, (id: string) => unknown, string]>([
    ['a second at once', () => startRound(world, ola, { kind: 'all' }), 'conflict'],
    ['a screen that is not on it', (id) => see(world, ola, id, sighting('p'), null), 'unknown-reference'],
    ['a photo that was not sent', (id) => see(world, ola, id, { ...sighting('a2'), picture: 'a'.repeat(64) }, null), 'unknown-reference'],
  ])('refuses %s', (_, deed, code) => {
    const { id } = startRound(world, kari, { kind: 'all' }).value.round
    expect(() => deed(id)).toThrow(expect.objectContaining({ code }))
  })

  test('is refused where nothing hangs, and after its end', () => {
    expect(() => startRound(world, kari, { kind: 'screen', screen: 'p' })).toThrow(expect.objectContaining({ code: 'no-screens' }))
    const { id } = startRound(world, kari, { kind: 'area', area: 'foyer' }).value.round
    endRound(world, kari, id)
    expect(() => see(world, kari, id, sighting('b'), null)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
})

test('names stand on all screens until switched off, over a restart too; else on those that a round has not seen', () => {
  const said: string[] = []
  const start = () =>
    createNames({
      world,
      screens: () => ['a2', 'b'],
      unseen: () => unseenScreens(world.store.db),
      say: (id, forMs) => said.push(`${id} ${forMs === 0 ? 'off' : 'on'}`),
    })
  const names = start()
  names.set(kari, true)
  names.repeat()
  expect(said.splice(0)).toEqual(['a2 on', 'b on'])
  expect(names.read()).toEqual({ shown: true, since: new Date(world.now()).toISOString(), by: 'Kari' })
  const again = start()
  again.repeat()
  expect([said.splice(0), again.isShown('b')]).toEqual([['a2 on', 'b on'], true])
  startRound(world, kari, { kind: 'area', area: 'foyer' })
  again.set(ola, false)
  again.repeat()
  expect(said.splice(0)).toEqual(['b on', 'a2 off'])
  expect([again.read().shown, again.isShown('a2'), again.isShown('b')]).toEqual([false, false, true])
})
