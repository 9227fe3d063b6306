import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { letBoxesGo } from '../events/farewell.ts'
import { createEvents } from '../events/store.ts'
import type { TestWorld } from '../testing/world.ts'
import { author, createHall, createTestVenue, type Hall, type Peer } from './testing.ts'

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

const is = (t: string) => (message: GatewayMessage) => message.t === t
const hello = { t: 'hello', holds: { pointers: {}, documents: [] }, widthPx: 1920, heightPx: 1080, build: 'test' }
const kinds = ({ told }: Peer) => told.map(({ t }) => t)

interface Box {
  readonly peer: Peer
  readonly device: { readonly id: string; readonly secret: string }
}

/** A box that was paired by code with the screen, and shows it. */
async function boxOf(screen: string): Promise<Box> {
  const fresh = hall.connect({})
  const { code } = await fresh.hears<{ code: string }>(is('pairing'))
  hall.call('post', '/screens/pair', { code, screen, name: null, area: null })
  const { device, secret } = await fresh.hears<{ device: string; secret: string }>(is('paired'))
  fresh.socket.close()
  const peer = hall.connect({ device: { id: device, secret } })
  peer.say(hello)
  await peer.hears(is('pointer'))
  return { peer, device: { id: device, secret } }
}

const gone = ({ socket }: Peer) =>
  new Promise<void>((resolve) => (socket.connected ? socket.once('disconnect', () => resolve()) : resolve()))

function farewell(): void {
  createEvents(world).enter(author, 'ended')
  letBoxesGo(world, author)
}

it('a connected box hears it at once, and the line is closed', async () => {
  const [a, b] = [await boxOf('a1'), await boxOf('b1')]
  farewell()
  for (const { peer } of [a, b]) {
    await peer.hears(is('farewell'))
    await gone(peer)
    expect(kinds(peer)).not.toContain('unpaired')
  }
})

it('a box that was off hears it whenever it comes, and is let in nowhere', async () => {
  const { peer, device } = await boxOf('a1')
  peer.socket.close()
  farewell()
  for (const time of ['first', 'second']) {
    const back = hall.connect({ device })
    back.say(hello)
    await back.hears(is('farewell'))
    await gone(back)
    expect([time, kinds(back).filter((t) => t !== 'later')]).toEqual([time, ['farewell']])
  }
})

it('[W2] over plain GETs it is the same word', async () => {
  const { peer, device } = await boxOf('a1')
  peer.socket.close()
  farewell()
  const headers = { 'x-device': device.id, 'x-secret': device.secret }
  expect(await hall.realtime.playerHttp('state', new Request('http://hall/', { headers }))?.json()).toEqual([{ t: 'farewell' }])
  const stranger = { 'x-device': device.id, 'x-secret': 'guessed' }
  expect(await hall.realtime.playerHttp('state', new Request('http://hall/', { headers: stranger }))?.json()).toEqual([{ t: 'unpaired' }])
})

it('a box that was only unpaired hears that, before the end and after it', async () => {
  const { peer, device } = await boxOf('a1')
  hall.call('delete', '/screens/a1/device')
  await peer.hears(is('unpaired'))
  farewell()
  const back = hall.connect({ device })
  await back.hears(is('pairing'))
  expect(kinds(back)).toEqual(['unpaired', 'pairing'])
})

it('a box that was let go can be paired anew', async () => {
  const { peer } = await boxOf('a1')
  farewell()
  await gone(peer)
  createEvents(world).enter(author, 'setup')
  const again = await boxOf('a1')
  expect(kinds(again.peer)).not.toContain('farewell')
})
