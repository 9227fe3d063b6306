/** Who is kept out, and what it costs the venue: nothing that is stored. */
import { encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { changes } from '../audit/table.ts'
import type { TestWorld } from '../testing/world.ts'
import { author, createHall, createTestVenue, type Hall, type Peer } from './testing.ts'

let world: TestWorld
let hall: Hall

beforeEach(async () => {
  world = createTestVenue()
  world.store.write(author, 'devices', (tx) => tx.put('devices', deviceRow))
  hall = await createHall(world)
})
afterEach(async () => {
  await hall.close()
  world.close()
})

const is = (t: string) => (message: GatewayMessage) => message.t === t
const device = { id: 'd1', secret: 'hemmelig' }
const deviceRow = {
  id: 'd1',
  screen: 'a1',
  // SHA-256 of «hemmelig».
  secretHash: '804e445bb10e5ddd3e1ca92b3228b1da4b1bc1f7120671c7dae1cba2c529b7dc',
  local: false,
  pairedAt: 0,
  quarantinedAt: null,
}
const quarantinedAt = () => world.store.db.$client.prepare('SELECT quarantined_at FROM devices WHERE id = ?').pluck().get('d1')

/** Connects and sends until it is cut; answers for how long it was told to stay away (ms). */
async function flood(): Promise<number> {
  const peer = hall.connect({ device })
  await peer.settled()
  for (let sent = 0; sent < 300; sent++) peer.say(encodeBeat({ scene: '', order: null, drawnAt: null, sentMs: sent }))
  const { afterMs } = await peer.hears<{ afterMs: number }>(is('later'))
  await vi.waitFor(() => expect(peer.socket.connected).toBe(false))
  world.pass(30_000)
  return afterMs
}

async function stateOf(screen: string): Promise<ScreenStatus['state'] | undefined> {
  const page: Peer = hall.crew()
  const { statuses } = await page.hears<{ statuses: readonly ScreenStatus[] }>(is('screens') as never)
  return statuses.find((status) => status.screen === screen)?.state
}

describe('[W7] a box that sends far too much', () => {
  test('is in quarantine with the fifth flood in ten minutes, told to stay away for minutes, and said to the crew', async () => {
    for (let n = 1; n < limits.floodsBeforeQuarantine; n++) await flood()
    expect(quarantinedAt()).toBeNull()
    await flood()
    expect(quarantinedAt()).not.toBeNull()
    expect(await stateOf('a1')).toBe('quarantined')
    const again = hall.connect({ device })
    const { afterMs } = await again.hears<{ afterMs: number }>(is('later'))
    expect(afterMs).toBeGreaterThanOrEqual(limits.quarantineAwayMs / 2)
    expect(again.told.map(({ t }) => t)).toEqual(['later'])
    const [written] = world.store.db.select().from(changes).where(eq(changes.row, 'd1')).all().slice(-1)
    expect(written).toMatchObject({ table: 'devices' })
  })

  test('floods that lie further apart than that are forgiven', async () => {
    for (let n = 0; n < limits.floodsBeforeQuarantine + 2; n++) {
      await flood()
      world.pass(5 * 60_000)
    }
    expect(quarantinedAt()).toBeNull()
  })

  test('is let in again by a person, and only then', async () => {
    world.store.write(author, 'out', (tx) => tx.put('devices', { ...deviceRow, quarantinedAt: world.now() }))
    await hall.connect({ device }).hears(is('later'))
    hall.call('post', '/screens/a1/release')
    const back = hall.connect({ device })
    await back.settled()
    expect(back.told.map(({ t }) => t)).toEqual(['time'])
    expect(() => hall.call('post', '/screens/a1/release')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('is cut at once where a commit puts it out', async () => {
    const peer = hall.connect({ device })
    await peer.settled()
    world.store.write(author, 'out', (tx) => tx.put('devices', { ...deviceRow, quarantinedAt: world.now() }))
    await peer.hears(is('later'))
    await vi.waitFor(() => expect(peer.socket.connected).toBe(false))
  })
})

describe('[W7] pages that nobody paired', () => {
  test('a thousand handshakes and what they say leave no row behind', async () => {
    const rows = () =>
      world.store.db.$client
        .prepare<[], string>(`SELECT name FROM sqlite_master WHERE type = 'table'`)
        .pluck()
        .all()
        .map((table) => [table, world.store.db.$client.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()])
    const before = [rows(), world.store.revision()]
    for (let n = 0; n < 1_000; n += 50) {
      const pages = Array.from({ length: 50 }, () => hall.connect({ device: { id: `guess${n}`, secret: 'guess' } }))
      await Promise.all(pages.map((page) => page.hears(is('pairing'))))
      for (const page of pages) {
        page.say({ t: 'hello', holds: { pointers: {}, documents: [] }, widthPx: 1, heightPx: 1, build: 'x' })
        page.say({ t: 'proof', records: [] })
        page.socket.close()
      }
      world.pass(5_000)
    }
    hall.tick()
    expect([rows(), world.store.revision()]).toEqual(before)
  }, 30_000)
})
