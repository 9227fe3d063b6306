/** The namespace `/player`: who a player is, what it lacks, what it reports (rules W1, W2, S8). */
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { User } from '@infoskjerm/shared/wire/api.ts'
import {
  type GatewayMessage,
  type Handshake,
  handshakeSchema,
  type PlayerMessage,
  playerMessageSchema,
  protocol,
} from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Namespace, Socket } from 'socket.io'
import { type Doors, factsOf } from '../http/doors.ts'
import type { Progress } from '../overrides/progress.ts'
import type { Change } from '../publish/publication.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { DeviceRow } from '../screens/table.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { World } from '../world.ts'
import { createBuckets } from './bucket.ts'
import type { Meter } from './meter.ts'
import type { WaitingRoom } from './waiting.ts'

export interface PlayersOptions {
  readonly world: World
  readonly nowMs: () => number
  readonly publisher: Publisher
  readonly telemetry: Telemetry
  readonly progress: Progress
  readonly waiting: WaitingRoom
  readonly meter: Meter
  readonly doors: Doors
  readonly sessionOf: (cookie: string | null, encrypted: boolean) => User | null
  /** The device whose secret this is. */
  readonly deviceOf: (id: string, secret: string) => DeviceRow | null
  /** Pairs a page on this machine with this machine's screen; null before there is an event. */
  readonly pairLocally: () => { readonly device: DeviceRow; readonly secret: string } | null
  readonly devices: () => readonly DeviceRow[]
  /** Whether the sample is shown on this machine alone. */
  readonly isHeld: (device: DeviceRow) => boolean
  readonly random: (below: number) => number
  /** Something that crew pages show has changed. */
  readonly onReport: () => void
}

export interface Players {
  readonly change: (change: Change) => void
  readonly overrides: (signed: Signed) => void
  readonly identify: (screen: string) => void
  /** Tells the player that shows the code who it is; false where nobody shows it. */
  readonly paired: (player: string, device: string, secret: string) => void
  /** Devices may have come, gone or moved: lets go of those that are no longer known. */
  readonly reviewDevices: () => void
  readonly tick: () => void
}

/** Who is at the other end. */
type Peer =
  | { readonly kind: 'device'; readonly device: DeviceRow; readonly screen: string; readonly held: boolean }
  | { readonly kind: 'preview'; readonly screen: string; readonly held: false }
  | { readonly kind: 'waiting' }

/** A player that asks for what it may not have comes back after this (ms), give or take a half. */
const refusedMs = 30_000
const floodedMs = 10_000

export function createPlayers(namespace: Namespace, options: PlayersOptions): Players {
  const { world, publisher, telemetry, progress, waiting, meter } = options
  const peers = new Map<string, Peer>()
  const buckets = createBuckets(limits.playerBurst, limits.playerMessagesPerSecond, limits.screens)
  const say = (socket: Socket, message: GatewayMessage) => void socket.emit('m', message)
  const tell = (room: string, message: GatewayMessage) => void namespace.to(room).emit('m', message)

  function refuse(socket: Socket, afterMs: number): void {
    say(socket, { t: 'later', afterMs: Math.round(afterMs / 2 + options.random(afterMs)) })
    socket.conn.close()
  }

  function connect(socket: Socket): void {
    const handshake = handshakeSchema.safeParse(socket.handshake.auth)
    if (!handshake.success || handshake.data.protocol !== protocol) return refuse(socket, refusedMs)
    const peer = peerOf(socket, handshake.data)
    if (peer === null) return refuse(socket, refusedMs)
    const bucketName = peer.kind === 'device' ? `device ${peer.device.id}` : `address ${socket.handshake.address}`
    meter.attribute(socket.conn, buckets.of(bucketName, world.monotonicMs()), () => {
      world.log.warn({ bucketName }, 'a player sends too much')
      refuse(socket, floodedMs)
    })
    peers.set(socket.id, peer)
    if (peer.kind !== 'waiting') join(socket, peer)
    else offerCode(socket)
    socket.on('m', (raw: unknown) => hear(socket, raw))
    socket.on('disconnect', () => {
      peers.delete(socket.id)
      waiting.leave(socket.id)
      options.onReport()
    })
    options.onReport()
  }

  function peerOf(socket: Socket, handshake: Handshake): Peer | null {
    const facts = factsOf(socket.request)
    if (handshake.preview !== null) {
      const user =
        options.doors.doorOf(facts) === 'crew' && options.doors.isOwnOrigin(facts)
          ? options.sessionOf(socket.request.headers.cookie ?? null, facts.encrypted)
          : null
      return user === null ? null : { kind: 'preview', screen: handshake.preview, held: false }
    }
    const known = handshake.device === null ? null : options.deviceOf(handshake.device.id, handshake.device.secret)
    if (handshake.device !== null && known === null) say(socket, { t: 'unpaired' })
    if (known !== null) return asDevice(known)
    const local = options.doors.mayPairItself(facts) ? options.pairLocally() : null
    if (local === null) return waiting.size() < limits.waitingPlayers ? { kind: 'waiting' } : null
    say(socket, { t: 'paired', device: local.device.id, secret: local.secret })
    return asDevice(local.device)
  }

  function asDevice(device: DeviceRow): Peer {
    return { kind: 'device', device, screen: device.screen, held: options.isHeld(device) }
  }

  function join(socket: Socket, peer: Exclude<Peer, { kind: 'waiting' }>): void {
    const facts = factsOf(socket.request)
    const screenClass = publisher.publication().screens.get(peer.screen)?.pointer.body.class
    void socket.join(['shown', `screen:${peer.screen}`])
    if (screenClass !== undefined) void socket.join(classRoom(screenClass, peer.held))
    if (peer.kind === 'device') telemetry.connected(peer.screen, !facts.encrypted || peer.device.local)
  }

  function offerCode(socket: Socket): void {
    const code = waiting.enter(socket.id, world.monotonicMs())
    if (code === null) refuse(socket, refusedMs)
    else say(socket, { t: 'pairing', ...code })
  }

  function hear(socket: Socket, raw: unknown): void {
    const receivedAt = options.nowMs()
    const message = playerMessageSchema.safeParse(raw)
    const peer = peers.get(socket.id)
    if (!message.success || peer === undefined) {
      world.log.debug({ player: socket.id }, 'a message that cannot be understood')
      return
    }
    if (message.data.t === 'probe') say(socket, { t: 'time', sentMs: message.data.sentMs, receivedAt, answeredAt: options.nowMs() })
    else if (message.data.t === 'hello') welcome(socket, peer, message.data.holds)
    else if (peer.kind === 'device') report(peer.screen, message.data)
  }

  function welcome(socket: Socket, peer: Peer, holds: Extract<PlayerMessage, { t: 'hello' }>['holds']): void {
    if (peer.kind === 'waiting') return offerCode(socket)
    const pointers = publisher.pointersFor(peer.screen, peer.held)
    if (pointers === null) return say(socket, { t: 'unpaired' })
    for (const message of missing({ pointers, document: publisher.document }, holds)) say(socket, message)
  }

  function report(screen: string, message: Exclude<PlayerMessage, { t: 'hello' | 'probe' }>): void {
    switch (message.t) {
      case 'beat':
        // Without a drawn frame the page cannot tell what people see, and nothing counts as confirmed.
        if (telemetry.beat(screen, message) && message.drawnAt !== null) progress.right(screen)
        break
      case 'drawn':
        progress.drawn(screen, message.overrides)
        break
      case 'substituted':
        world.log.info({ screen, slide: message.slide, why: message.why }, 'an item was substituted')
    }
    options.onReport()
  }

  /** Moves a screen's players to the rooms of its class. */
  function move(screen: string): void {
    const screenClass = publisher.publication().screens.get(screen)?.pointer.body.class
    for (const id of namespace.adapter.rooms.get(`screen:${screen}`) ?? []) {
      const socket = namespace.sockets.get(id)
      const peer = peers.get(id)
      if (socket === undefined || peer === undefined || peer.kind === 'waiting') continue
      for (const room of [...socket.rooms].filter((name) => name.startsWith('class:') || name.startsWith('held:'))) void socket.leave(room)
      if (screenClass !== undefined) void socket.join(classRoom(screenClass, peer.held))
    }
  }

  namespace.on('connection', connect)

  return {
    change: (change) => {
      for (const { screen, pointer, joined } of change.screens) {
        if (joined) move(screen)
        tell(`screen:${screen}`, { t: 'pointer', signed: pointer })
      }
      for (const { id, hash, pointer, held } of change.classes) {
        const body = change.documents.get(hash)
        const newcomers = change.screens.filter(({ joined, pointer: own }) => joined && own.body.class === id)
        if (body !== undefined) tell(`class:${id}`, { t: 'document', hash, body })
        else for (const { screen } of newcomers) tellDocument(`screen:${screen}`, hash)
        tell(`class:${id}`, { t: 'pointer', signed: pointer })
        if (held !== null) tell(`held:${id}`, { t: 'pointer', signed: held })
      }
      if (change.programme === null) return
      tellDocument('shown', change.programme.body.hash)
      tell('shown', { t: 'pointer', signed: change.programme })
    },
    overrides: (signed) => tell('shown', { t: 'pointer', signed }),
    identify: (screen) => tell(`screen:${screen}`, { t: 'identify', forMs: limits.identifyMs }),
    paired: (player, device, secret) => {
      waiting.leave(player)
      tell(player, { t: 'paired', device, secret })
    },
    reviewDevices: () => {
      const devices = new Map(options.devices().map((device) => [device.id, device]))
      for (const [id, peer] of peers) {
        const socket = namespace.sockets.get(id)
        if (socket === undefined || peer.kind !== 'device') continue
        const now = devices.get(peer.device.id)
        if (now === undefined || now.screen !== peer.screen || now.secretHash !== peer.device.secretHash) letGo(socket)
        else if (options.isHeld(now) !== peer.held) hold(socket, now)
      }
    },
    tick: () => {
      for (const [player, code] of waiting.renew(world.monotonicMs())) tell(player, { t: 'pairing', ...code })
    },
  }

  function letGo(socket: Socket): void {
    peers.delete(socket.id)
    say(socket, { t: 'unpaired' })
    socket.conn.close()
  }

  /** The sample's reach changed: the player gets what it may have now. */
  function hold(socket: Socket, device: DeviceRow): void {
    const peer = asDevice(device)
    peers.set(socket.id, peer)
    move(device.screen)
    welcome(socket, peer, { pointers: {}, documents: [] })
  }

  function tellDocument(room: string, hash: string): void {
    const body = publisher.document(hash)
    if (body !== null) tell(room, { t: 'document', hash, body })
  }
}

function classRoom(screenClass: string, held: boolean): string {
  return `${held ? 'held' : 'class'}:${screenClass}`
}
