/** For tests: a venue with real sockets on loopback, a clock moved by hand, timers run by hand. */
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { When } from '@infoskjerm/shared/wire/api.ts'
import type { GatewayMessage, Handshake, PlayerMessage } from '@infoskjerm/shared/wire/player.ts'
import { protocol } from '@infoskjerm/shared/wire/player.ts'
import { io, type Socket } from 'socket.io-client'
import { createVenueClock } from '../clock/venue-clock.ts'
import { createDoors, type Doors } from '../http/doors.ts'
import type { Call } from '../http/route.ts'
import { atOnce, type Pace } from '../publish/pace.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import type { World } from '../world.ts'
import { createRealtime, type Realtime } from './realtime.ts'

type Headers = Readonly<Record<string, string>>

const session: Headers = { cookie: 'session=kari' }

export const author = { id: 'kari', name: 'Kari' }

export interface Hall {
  readonly world: TestWorld
  readonly realtime: Realtime
  readonly port: number
  /** Calls a route as `kari`, who may everything. */
  readonly call: <T>(method: string, path: string, body?: unknown) => T
  /** A player; a preview comes with a session unless other headers are given. */
  readonly connect: (handshake: Partial<Handshake>, headers?: Headers) => Peer
  readonly crew: (headers?: Headers) => Peer
  /** Runs every timer once. */
  readonly tick: () => void
  readonly close: () => Promise<void>
}

/** The other end of a socket, with everything it was told. */
export interface Peer {
  readonly socket: Socket
  readonly told: GatewayMessage[]
  readonly say: (message: PlayerMessage | object | string) => void
  /** The first message that fits, now or within two seconds. */
  readonly hears: <M extends object>(fits: (message: GatewayMessage) => boolean) => Promise<M>
  /** Everything that was said to the peer so far has arrived. */
  readonly settled: () => Promise<void>
  readonly forget: () => void
}

/** A running venue in the folder of `world`. `selfPairing`: whether a page on this machine takes the local screen. `signedIn`: whether the one session lives. `pace`: how it publishes. */
export async function createHall(world: TestWorld, selfPairing = false, signedIn = () => true, pace: Pace = atOnce): Promise<Hall> {
  const timers = new Set<() => void>()
  const every = (_: number, work: () => void) => {
    timers.add(work)
    return () => void timers.delete(work)
  }
  const clock = createVenueClock({ ...world, every, isSample: () => false })
  let operationOf: World['operationOf'] = () => null
  const inner: World = { ...world, now: clock.now, operationOf: (revision) => operationOf(revision) }
  const own = createDoors({ proxied: false, publicOrigin: null })
  const doors: Doors = { ...own, mayPairItself: (facts) => selfPairing && own.mayPairItself(facts) }
  const user = {
    id: 'kari',
    username: 'kari',
    name: 'Kari',
    role: 'all',
    mayStartOverride: true,
    mayEndOverride: true,
    language: 'nb',
  } as const
  const realtime = createRealtime({
    world: inner,
    clock,
    pace,
    doors,
    sessionOf: (cookie) => (cookie === 'session=kari' && signedIn() ? user : null),
    every,
  })
  operationOf = realtime.operationOf
  const server = createServer()
  const gateway = realtime.serve([server])
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const peers: Peer[] = []
  const open = (namespace: string, auth: object, headers: Headers): Peer => {
    const socket = io(`http://127.0.0.1:${port}${namespace}`, {
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      auth,
      extraHeaders: { ...headers },
    })
    const peer = peerOf(socket)
    peers.push(peer)
    return peer
  }
  return {
    world,
    realtime,
    port,
    call: <T>(method: string, path: string, body: unknown = null) => callRoute<T>(realtime, method, path, body),
    connect: (handshake, headers = handshake.preview === undefined ? {} : session) =>
      open('/player', { protocol, device: null, preview: null, ...handshake }, headers),
    crew: (headers = session) => open('/crew', {}, headers),
    tick: () => [...timers].forEach((work) => work()),
    close: async () => {
      for (const { socket } of peers) socket.close()
      realtime.close()
      clock.close()
      await gateway.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function callRoute<T>(realtime: Realtime, method: string, path: string, body: unknown): T {
  const [bare = '', search = ''] = path.split('?')
  for (const route of realtime.routes) {
    const pattern = new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`)
    const found = route.method === method ? pattern.exec(bare) : null
    if (found === null) continue
    const parsed = route.body === null ? null : route.body.parse(body)
    const query = Object.fromEntries(new URLSearchParams(search))
    return route.handle({ params: { ...found.groups }, query, body: parsed, author } as unknown as Call<unknown>) as T
  }
  throw new Error(`no route ${method} ${path}`)
}

function peerOf(socket: Socket): Peer {
  const told: GatewayMessage[] = []
  const waiting = new Set<() => void>()
  socket.on('m', (message: GatewayMessage) => {
    told.push(message)
    for (const look of [...waiting]) look()
  })
  const hears = <M extends object>(fits: (message: GatewayMessage) => boolean): Promise<M> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not told; only ${JSON.stringify(told).slice(0, 500)}`)), 2_000)
      const look = (): void => {
        const message = told.find(fits)
        if (message === undefined) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve(message as unknown as M)
      }
      waiting.add(look)
      look()
    })
  return {
    socket,
    told,
    hears,
    say: (message) => void socket.emit('m', message),
    settled: async () => {
      const sentMs = Math.random()
      socket.emit('m', { t: 'probe', sentMs })
      await hears((message) => message.t === 'time' && message.sentMs === sentMs)
    },
    forget: () => void told.splice(0),
  }
}

/** A world with two screens in the hall, one in the foyer, and a published list of two slides that everybody shows. */
export function createTestVenue(): TestWorld {
  const world = createTestWorld()
  world.store.write(author, 'set-up', (tx) => {
    tx.put('areas', { id: 'foyer', event: 'tg', name: 'Foajé', position: 1 })
    for (const [id, area] of [
      ['a1', 'hall'],
      ['a2', 'hall'],
      ['b1', 'foyer'],
    ] as const)
      tx.put('screens', screenRow(id, area))
    for (const id of ['s1', 's2', 's3'])
      tx.put('slides', { id, event: 'tg', draft: null, published: slide(id), changedAt: 0, changedBy: '' })
    tx.put('playlists', { id: 'house', event: 'tg', draft: null, published: list('Huset', 's1', 's2'), changedAt: 0, changedBy: '' })
    tx.put('playlists', { id: 'extra', event: 'tg', draft: null, published: list('Ekstra', 's3'), changedAt: 0, changedBy: '' })
    tx.put('schedule', entryRow('always', 'house', { kind: 'always' }))
  })
  return world
}

export function screenRow(id: string, area: string) {
  return {
    id,
    event: 'tg',
    area,
    name: `Skjerm ${id}`,
    tags: [],
    profile: 'standard' as const,
    widthPx: 1920,
    heightPx: 1080,
    distance: 'hall' as const,
    exits: [],
    sizeInches: null,
    care: plainCare,
    position: 0,
    audience: 'public' as const,
    state: { kind: 'in-service' as const },
    local: false,
  }
}

export function entryRow(id: string, playlist: string, when: When) {
  return {
    id,
    event: 'tg',
    name: `Sending ${id}`,
    playlist,
    target: { kind: 'all' as const },
    slot: 'main' as const,
    band: 'house' as 'house' | 'normal',
    exclusive: false,
    manual: false,
    armed: null as Target | null,
    weight: 1,
    when,
  }
}

export function slide(name: string): SlideBody {
  const content = { kind: 'text' as const, title: { nb: name, en: '' }, body: { nb: '', en: '' }, tone: 'night' as const, picture: null }
  return {
    name,
    content,
    variants: [],
    durationMs: 10_000,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
  }
}

export function list(name: string, ...slides: readonly string[]): PlaylistBody {
  const items = slides.map((id) => ({
    id: `i-${id}`,
    of: { kind: 'slide' as const, slide: id },
    durationMs: null,
    validFrom: null,
    validUntil: null,
  }))
  return { name, order: 'sequence', items }
}
