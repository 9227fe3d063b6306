import { afterEach, beforeEach, expect, test } from 'vitest'
import { endOverride, startOverride } from '../overrides/store.ts'
import { screenRow } from '../realtime/testing.ts'
import { listDevices } from '../screens/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { cameBack, letBoxesGo, wasLetGo } from './farewell.ts'
import { createEvents } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
  world.store.write(kari, 'set-up', (tx) => {
    tx.put('screens', screenRow('a1', 'hall'))
    tx.put('devices', { id: 'box', screen: 'a1', secretHash: 'x', local: false, pairedAt: 0, quarantinedAt: null })
  })
})
afterEach(() => world.close())

test('boxes stay while the event is not over, and while a message of danger stands', () => {
  const conflict = expect.objectContaining({ code: 'conflict' })
  expect(() => letBoxesGo(world, kari)).toThrow(conflict)
  createEvents(world).enter(kari, 'ended')
  const { value } = startOverride(world, kari, { template: 'evacuate', target: { kind: 'all' }, status: 'actual' })
  expect(() => letBoxesGo(world, kari)).toThrow(conflict)
  expect([listDevices(world.store.db).length, wasLetGo(world.store, 'x')]).toEqual([1, false])
  endOverride(world, kari, value.id, 'all-clear')
  expect(letBoxesGo(world, kari).value).toEqual({ boxes: 1 })
})

test('a box that was let go is known until it is paired anew', () => {
  createEvents(world).enter(kari, 'ended')
  letBoxesGo(world, kari)
  expect([listDevices(world.store.db), wasLetGo(world.store, 'x'), wasLetGo(world.store, 'y')]).toEqual([[], true, false])
  cameBack(world.store, 'x')
  expect(wasLetGo(world.store, 'x')).toBe(false)
})

test('a write that fails lets nobody go, and says so to nobody', () => {
  createEvents(world).enter(kari, 'ended')
  const { db } = world.store
  db.$client.exec("CREATE TRIGGER full BEFORE INSERT ON revisions BEGIN SELECT RAISE(ABORT, 'full'); END")
  expect(() => letBoxesGo(world, kari)).toThrow('full')
  expect([listDevices(db).length, wasLetGo(world.store, 'x')]).toEqual([1, false])
})

test('who hears of the write finds the boxes named already', () => {
  createEvents(world).enter(kari, 'ended')
  const heard: boolean[] = []
  world.store.onCommit(() => heard.push(wasLetGo(world.store, 'x')))
  letBoxesGo(world, kari)
  expect(heard).toEqual([true])
})
