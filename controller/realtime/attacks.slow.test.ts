/** What somebody on the hall's network may try against the sockets, and what a hall may suffer. */
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { io } from 'socket.io-client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { send } from '../testing/rig.ts'
import { rethrow, type TestWorld } from '../testing/world.ts'
import { openDatabase } from '../storage/database.ts'
import { createStore } from '../storage/store.ts'
import { author, createHall, createTestVenue, type Hall, slide } from './testing.ts'

vi.setConfig({ testTimeout: 30_000 })

let world: TestWorld
let hall: Hall

beforeEach(async () => {
  world = createTestVenue()
  hall = await createHall(world, true)
})
afterEach(async () => {
  await hall.close()
  world.close()
})

const is = (t: string) => (message: GatewayMessage) => message.t === t
const hello = { t: 'hello', holds: { pointers: {}, documents: [] }, widthPx: 1, heightPx: 1, build: 'test' }

describe('[S8] a page of somebody else’s, opened on the controller’s machine', () => {
  it.each([
    ['from the hall’s network', { origin: 'http://10.0.0.66' }],
    ['of another server on this machine', { origin: 'http://127.0.0.1:8080' }],
    ['in a sandbox', { origin: 'null' }],
    ['under a name that resolves to this machine (rebinding)', { host: 'evil.example', origin: 'http://evil.example' }],
    ['behind a proxy', { 'x-forwarded-for': '10.0.0.66' }],
  ])('%s, gets a code and not the local screen', async (_, headers) => {
    const page = hall.connect({}, headers)
    await page.hears(is('pairing'))
    expect(page.told.map(({ t }) => t)).toEqual(['pairing'])
  })

  it.each([
    ['from elsewhere', { cookie: 'session=kari', origin: 'http://10.0.0.66' }],
    ['rebound', { cookie: 'session=kari', host: 'evil.example', origin: 'http://evil.example' }],
    ['without a cookie', {}],
  ])('%s, previews nothing', async (_, headers) => {
    const page = hall.connect({ preview: 'a1' }, headers)
    page.say(hello)
    await page.hears(is('later'))
    expect(page.told.map(({ t }) => t)).toEqual(['later'])
  })

  it('cannot begin a session by long polling, which needs no Origin', async () => {
    const answer = await send(hall.port, { path: '/socket.io/?EIO=4&transport=polling', headers: { host: `127.0.0.1:${hall.port}` } })
    expect(answer.status).toBe(400)
  })
})

describe('[W7] sockets that only take a place', () => {
  const closed = (socket: { on: (event: 'disconnect' | 'connect_error', done: () => void) => unknown }) =>
    new Promise<void>((resolve) => {
      socket.on('disconnect', resolve)
      socket.on('connect_error', resolve)
    })

  it('nobody has business in the namespace that is always there', async () => {
    const socket = io(`http://127.0.0.1:${hall.port}/`, { transports: ['websocket'], reconnection: false, forceNew: true })
    await closed(socket)
    expect(socket.connected).toBe(false)
    socket.close()
  })

  it('who leaves the namespace is off the line', async () => {
    const page = hall.connect({})
    await page.hears(is('paired'))
    const engine = page.socket.io.engine
    const gone = new Promise((resolve) => engine.on('close', resolve))
    page.socket.io._close = () => undefined
    page.socket.disconnect()
    await gone
  })

  it('one address does not fill the waiting room', async () => {
    await hall.close()
    hall = await createHall(world)
    const pages = Array.from({ length: limits.strangersPerAddress + 5 }, () => hall.connect({}))
    await Promise.all(pages.slice(0, 50).map((page) => page.hears(is('pairing'))))
    await vi.waitFor(() => expect(pages.filter(({ socket }) => socket.connected).length).toBe(limits.strangersPerAddress), 5_000)
  })

  it.each([
    ['a frame larger than any message', 'x'.repeat(limits.playerMessageBytes + 1)],
    ['a packet that is none', '42/player,{{{'],
    ['a binary packet that never comes', '451-/player,["m",{"_placeholder":true,"num":0}]'],
  ])('%s cuts that socket alone, or changes nothing', async (_, raw) => {
    const calm = hall.connect({})
    await calm.hears(is('paired'))
    const loud = hall.connect({ preview: 'a1' })
    await vi.waitFor(() => expect(loud.socket.connected).toBe(true))
    ;(loud.socket.io.engine as unknown as { transport: { ws: { send: (data: string) => void } } }).transport.ws.send(`4${raw}`)
    await calm.settled()
    expect(calm.socket.connected).toBe(true)
  })
})

describe('a session that is over', () => {
  it('ends its previews too', async () => {
    let signedIn = true
    await hall.close()
    hall = await createHall(world, false, () => signedIn)
    const page = hall.connect({ preview: 'a1' })
    page.say(hello)
    await page.hears(is('pointer'))
    signedIn = false
    hall.tick()
    await page.hears(is('later'))
    await vi.waitFor(() => expect(page.socket.connected).toBe(false))
  })
})

describe('a device whose secret is another now', () => {
  it('is let go, whoever holds the old one', async () => {
    const page = hall.connect({})
    await page.hears(is('paired'))
    world.store.write(author, 'devices', (tx) => tx.put('devices', { ...tx.need('devices', 'local', ''), secretHash: 'another' }))
    await page.hears(is('unpaired'))
  })
})

describe('a sample that is for this machine alone', () => {
  it('reaches no other screen, not even one that comes to another class', async () => {
    world.store.write(author, 'reach', (tx) => {
      tx.put('events', { ...tx.need('events', 'tg', ''), sampleReach: 'local' })
      tx.put('schedule', { ...tx.need('schedule', 'always', ''), id: 'foyer', playlist: 'extra', target: { kind: 'area', area: 'foyer' } })
      tx.put('devices', deviceRow('d1'))
    })
    const player = hall.connect({ device: { id: 'd1', secret: 'hemmelig' } })
    player.say(hello)
    await player.hears((message) => message.t === 'pointer' && message.signed.body.kind === 'class')
    player.forget()
    hall.call('patch', '/screens/a1', { area: 'foyer' })
    const { signed } = await player.hears<{ signed: { body: object } }>(
      (message) => message.t === 'pointer' && message.signed.body.kind === 'class',
    )
    expect(signed.body).toMatchObject({ hash: null })
    expect(player.told.map(({ t }) => t)).not.toContain('document')
  })
})

describe('the power goes between a commit and its push', () => {
  it('[W2] the next start publishes it', async () => {
    const page = hall.connect({})
    page.say(hello)
    await page.hears(is('pointer'))
    await hall.close()
    const database = openDatabase(join(world.dataFolder, 'infoskjerm.sqlite'))
    createStore(database, () => 0, rethrow).write(author, 'publish', (tx) =>
      tx.put('slides', { ...tx.need('slides', 's1', ''), published: slide('Skrevet like før') }),
    )
    database.close()
    hall = await createHall(world, true)
    const again = hall.connect({})
    again.say(hello)
    await again.hears((message) => message.t === 'document' && message.body.includes('Skrevet like før'))
  })
})

describe('three hundred players at once', () => {
  it('all hear of a publish within two seconds, and the loop stays awake', async () => {
    await hall.close()
    hall = await createHall(world)
    world.store.write(author, 'devices', (tx) => {
      for (let n = 0; n < 300; n++) tx.put('devices', deviceRow(`d${n}`))
    })
    const players = []
    for (let n = 0; n < 300; n++) {
      players.push(hall.connect({ device: { id: `d${n}`, secret: 'hemmelig' } }))
      world.pass(1_000 / limits.openingsPerSecond)
      if (n % 50 === 49) await Promise.all(players.slice(-50).map((player) => player.settled()))
    }
    let longestMs = 0
    let lastMs = performance.now()
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - lastMs)
      lastMs = performance.now()
    }, 10)
    world.store.write(author, 'publish', (tx) => tx.put('slides', { ...tx.need('slides', 's1', ''), published: slide('Til alle') }))
    await Promise.all(players.map((player) => player.hears((message) => message.t === 'document' && message.body.includes('Til alle'))))
    clearInterval(timer)
    expect(longestMs).toBeLessThan(1_000)
  })
})

function deviceRow(id: string) {
  // SHA-256 of «hemmelig».
  const secretHash = '804e445bb10e5ddd3e1ca92b3228b1da4b1bc1f7120671c7dae1cba2c529b7dc'
  return { id, screen: 'a1', secretHash, local: false, pairedAt: 0, quarantinedAt: null }
}
