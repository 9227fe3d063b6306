/** The namespace `/player`: lets players in, gives each what it lacks, hears what it reports (rules W1, W2, S8). */
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Beat, decodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import {
  type GatewayMessage,
  handshakeSchema,
  type Holds,
  type PlayerMessage,
  playerMessageSchema,
  protocol,
} from '@infoskjerm/shared/wire/player.ts'
import type { Namespace, Socket } from 'socket.io'
import { factsOf } from '../http/doors.ts'
import type { Progress } from '../overrides/progress.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { DeviceRow } from '../screens/table.ts'
import type { Taking } from '../telemetry/plays/taking.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { World } from '../world.ts'
import type { Admission } from './admission.ts'
import { createBuckets } from './bucket.ts'
import type { Meter } from './meter.ts'
import { createPeers, type Peer, type PeerOptions, type Shown } from './peer.ts'
import { createRooms, type Rooms } from './rooms.ts'
import type { WaitingRoom } from './waiting.ts'

export interface PlayersOptions extends PeerOptions {
  readonly world: World
  readonly nowMs: () => number
  readonly publisher: Publisher
  readonly telemetry: Telemetry
  readonly proof: Pick<Taking, 'take'>
  readonly progress: Progress
  readonly waiting: WaitingRoom
  readonly meter: Meter
  readonly admission: Admission
  readonly devices: () => readonly DeviceRow[]
  readonly random: (below: number) => number
  /** Whether the screen shows its name until somebody switches that off. */
  readonly isNamed: (screen: string) => boolean
  /** Something that crew pages show has changed. */
  readonly onReport: () => void
}

export interface Players extends Pick<Rooms, 'change' | 'overrides' | 'identify' | 'clockSet'> {
  /** Tells the player that shows the code who it is. */
  readonly paired: (player: string, device: string, secret: string) => void
  /** Devices may have come, gone or moved: lets go of those that are no longer known. */
  readonly reviewDevices: () => void
  /** New codes for old ones; lets go of previews whose session is over. */
  readonly tick: () => void
}

/** A player that asks for what it may not have comes back after this (ms), give or take a half. */
const refusedMs = 30_000
const floodedMs = 10_000

const nothing: Holds = { pointers: {}, documents: [] }

export function createPlayers(namespace: Namespace, options: PlayersOptions): Players {
  const { world, publisher, waiting } = options
  const who = createPeers(options)
  const rooms = createRooms(namespace, publisher)
  const report = createReports(options)
  const peers = new Map<Socket, Peer>()
  const buckets = createBuckets(limits.playerBurst, limits.playerMessagesPerSecond, limits.screens)
  const refuse = (socket: Socket, afterMs: number): void => {
    say(socket, { t: 'later', afterMs: Math.round(afterMs / 2 + options.random(afterMs)) })
    socket.conn.close()
  }

  /** A disk that is full, or an event with too many screens, is no reason for the gateway to end: the player comes back. */
  function connect(socket: Socket): void {
    // Who leaves the namespace has no business on the line.
    socket.on('disconnect', () => {
      peers.delete(socket)
      waiting.leave(socket.id)
      socket.conn.close()
      options.onReport()
    })
    try {
      const handshake = handshakeSchema.safeParse(socket.handshake.auth)
      if (!handshake.success || handshake.data.protocol !== protocol) return refuse(socket, refusedMs)
      const { peer, first } = who.of(handshake.data, factsOf(socket.request), cookieOf(socket))
      for (const message of first) say(socket, message)
      if (peer === null) return refuse(socket, refusedMs)
      admit(socket, peer)
    } catch (error) {
      world.log.error({ err: error }, 'a player could not be let in')
      refuse(socket, refusedMs)
    }
  }

  function admit(socket: Socket, peer: Peer): void {
    peers.set(socket, peer)
    const bucket = buckets.of(peer.kind === 'device' ? `device ${peer.device.id}` : `socket ${socket.id}`, world.monotonicMs())
    options.meter.attribute(socket.conn, bucket, () => {
      world.log.warn({ peer: peer.kind, screen: peer.kind === 'waiting' ? null : peer.screen }, 'a player sends too much')
      refuse(socket, floodedMs)
    })
    socket.on('m', (raw: unknown) => hear(socket, raw))
    if (peer.kind === 'waiting') offerCode(socket)
    else {
      options.admission.known(socket.conn)
      rooms.enter(socket, peer)
    }
    if (peer.kind === 'device') options.telemetry.connected(peer.screen, !factsOf(socket.request).encrypted || peer.device.local)
    options.onReport()
  }

  function offerCode(socket: Socket): void {
    const code = waiting.enter(socket.id, world.monotonicMs())
    if (code === null) refuse(socket, refusedMs)
    else say(socket, { t: 'pairing', ...code })
  }

  function hear(socket: Socket, raw: unknown): void {
    const receivedAt = options.nowMs()
    const peer = peers.get(socket)
    const beat = decodeBeat(raw)
    if (beat !== null) return peer?.kind === 'device' ? onBeat(socket, peer.screen, beat, receivedAt) : undefined
    const message = playerMessageSchema.safeParse(raw)
    if (!message.success || peer === undefined) {
      world.log.debug({ player: socket.id }, 'a message that cannot be understood')
      return
    }
    if (message.data.t === 'probe') say(socket, { t: 'time', sentMs: message.data.sentMs, receivedAt, answeredAt: options.nowMs() })
    else if (message.data.t === 'hello') welcome(socket, peer, message.data.holds)
    else if (peer.kind === 'device') report(socket, peer, message.data)
  }

  function onBeat(socket: Socket, screen: string, beat: Beat, receivedAt: number): void {
    if (beat.sentMs !== null) say(socket, { t: 'time', sentMs: beat.sentMs, receivedAt, answeredAt: options.nowMs() })
    // Without a drawn frame the page cannot tell what people see, and nothing counts as confirmed.
    if (options.telemetry.beat(screen, beat) && beat.drawnAt !== null) options.progress.right(screen)
    options.onReport()
  }

  function welcome(socket: Socket, peer: Peer, holds: Holds): void {
    if (peer.kind === 'waiting') return offerCode(socket)
    const pointers = publisher.pointersFor(peer.screen, peer.held)
    if (pointers === null) return say(socket, { t: 'unpaired' })
    for (const message of missing({ pointers, document: publisher.document }, holds)) say(socket, message)
    if (options.isNamed(peer.screen)) say(socket, { t: 'identify', forMs: limits.namesForMs })
  }

  function letGo(socket: Socket, thanks: boolean): void {
    peers.delete(socket)
    say(socket, { t: thanks ? 'farewell' : 'unpaired' })
    socket.conn.close()
  }

  /** The sample's reach changed: the player gets what it may have now. */
  function hold(socket: Socket, peer: Shown): void {
    peers.set(socket, peer)
    rooms.enter(socket, peer)
    welcome(socket, peer, nothing)
  }

  namespace.on('connection', connect)

  return {
    change: rooms.change,
    overrides: rooms.overrides,
    identify: rooms.identify,
    clockSet: rooms.clockSet,
    paired: (player, device, secret) => {
      waiting.leave(player)
      namespace.to(player).emit('m', { t: 'paired', device, secret } satisfies GatewayMessage)
    },
    reviewDevices: () => {
      const devices = new Map(options.devices().map((device) => [device.id, device]))
      for (const [socket, peer] of peers) {
        if (peer.kind !== 'device') continue
        const now = devices.get(peer.device.id)
        if (now === undefined) letGo(socket, options.wasLetGo(peer.device.secretHash))
        else if (now.screen !== peer.screen || now.secretHash !== peer.device.secretHash) letGo(socket, false)
        else if (options.isHeld(now) !== peer.held) hold(socket, who.asDevice(now))
      }
    },
    tick: () => {
      for (const [player, code] of waiting.renew(world.monotonicMs()))
        namespace.to(player).emit('m', { t: 'pairing', ...code } satisfies GatewayMessage)
      for (const [socket, peer] of peers)
        if (peer.kind === 'preview' && !who.mayPreview(factsOf(socket.request), cookieOf(socket))) refuse(socket, refusedMs)
    },
  }
}

function say(socket: Socket, message: GatewayMessage): void {
  socket.emit('m', message)
}

function cookieOf(socket: Socket): string | null {
  return socket.request.headers.cookie ?? null
}

type Report = Exclude<PlayerMessage, { t: 'hello' | 'probe' }>

/** What a device says of its screen, taken down where it is asked for. */
function createReports(
  options: Pick<PlayersOptions, 'progress' | 'telemetry' | 'proof' | 'world' | 'onReport'>,
): (socket: Socket, peer: Peer & { readonly kind: 'device' }, message: Report) => void {
  const { progress, telemetry, proof, world, onReport } = options
  return (socket, { screen, device }, message) => {
    switch (message.t) {
      case 'drawn':
        progress.drawn(screen, message.overrides)
        break
      case 'substituted':
        world.log.info({ screen, slide: message.slide, why: message.why }, 'an item was substituted')
        break
      case 'details':
        telemetry.details(screen, message.details)
        break
      case 'proof':
        proof.take(device.id, screen, message.records, (number) => say(socket, { t: 'proven', number }))
        return
    }
    onReport()
  }
}
