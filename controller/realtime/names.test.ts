import { limits } from '@infoskjerm/shared/limits.ts'
import type { NamesResource, Written } from '@infoskjerm/shared/wire/api.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { changes } from '../audit/table.ts'
import type { TestWorld } from '../testing/world.ts'
import { createHall, createTestVenue, type Hall, type Peer } from './testing.ts'

let world: TestWorld
let hall: Hall

beforeEach(async () => {
  world = createTestVenue()
  hall = await createHall(world)
})
afterEach(async () => {
  await hall.close()
  world.close()
})

const hello = { t: 'hello', holds: { pointers: {}, documents: [] }, widthPx: 1920, heightPx: 1080, build: 'test' }
const isNamed = (forMs: number) => (message: GatewayMessage) => message.t === 'identify' && message.forMs === forMs
const names = (shown: boolean) => hall.call<Written<NamesResource>>('put', '/names', { shown })
const asked = ({ told }: Peer) => told.flatMap((message) => (message.t === 'identify' ? message.forMs : []))

/** A page that shows the screen, and has what it needs. */
async function shows(screen: string): Promise<Peer> {
  const peer = hall.connect({ preview: screen })
  peer.say(hello)
  await peer.hears((message) => message.t === 'pointer')
  await peer.settled()
  return peer
}

it('stand on every screen at once, are asked for again and again, and go when switched off', async () => {
  const all = [await shows('a1'), await shows('b1')]
  expect(names(true)).toMatchObject({ value: { shown: true, by: 'Kari' } })
  for (const peer of all) await peer.hears(isNamed(limits.namesForMs))
  for (const peer of all) peer.forget()
  hall.tick()
  for (const peer of all) await peer.hears(isNamed(limits.namesForMs))
  for (const peer of all) peer.forget()
  expect(names(false)).toMatchObject({ value: { shown: false, since: null, by: null } })
  for (const peer of all) {
    await peer.hears(isNamed(0))
    await peer.settled()
    expect(asked(peer)).toEqual([0])
    peer.forget()
  }
  hall.tick()
  for (const peer of all) {
    await peer.settled()
    expect(asked(peer)).toEqual([])
  }
})

it('stand on a screen that connects later, for longer than until they are asked for again', async () => {
  names(true)
  const late = await shows('a2')
  expect(asked(late)).toEqual([limits.namesForMs])
  expect(limits.namesForMs).toBeGreaterThan(2 * limits.namesEveryMs)
})

it('are no news to a screen that connects when they are off', async () => expect(asked(await shows('a1'))).toEqual([]))

it('crew pages hear of them: those that listen, and those that come later', async () => {
  const page = hall.crew()
  await page.settled()
  const isNames = (shown: boolean) => (message: GatewayMessage) =>
    (message as unknown as { t: string; names?: NamesResource }).names?.shown === shown
  names(true)
  hall.tick()
  await page.hears(isNames(true))
  await hall.crew().hears(isNames(true))
  names(false)
  hall.tick()
  page.forget()
  names(true)
  hall.tick()
  await page.hears(isNames(true))
})

it('are in the record, with who and what before, and are taken back; switching on what is on is no deed', async () => {
  const peer = await shows('a1')
  const on = names(true)
  expect(names(true).revision).toBe(0)
  const off = names(false)
  await peer.hears(isNamed(0))
  peer.forget()
  const row = { name: 'names', set: { since: world.now(), by: 'Kari' } }
  const changesOf = (revision: number) => world.store.db.select().from(changes).where(eq(changes.revision, revision)).all()
  expect(changesOf(on.revision)).toMatchObject([{ table: 'settings', row: row.name, before: null, after: { value: row.set } }])
  expect(changesOf(off.revision)).toMatchObject([{ table: 'settings', row: row.name, before: { value: row.set } }])
  world.store.undo({ id: 'ola', name: 'Ola' }, off.revision)
  expect(hall.call<NamesResource>('get', '/names')).toMatchObject({ shown: true, by: 'Kari' })
  await peer.hears(isNamed(limits.namesForMs))
})
