/** The namespace `/player`: lets players in, gives each what it lacks, hears what it reports (rules W1, W2, S8). */
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Beat, decodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import { handshakeSchema, type Holds, type PlayerMessage, playerMessageSchema, protocol } from '@infoskjerm/shared/wire/player.ts'
import type { Namespace, Socket } from 'socket.io'
import { type Facts, factsOf } from '../http/doors.ts'
import type { Progress } from '../overrides/progress.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { DeviceRow } from '../screens/table.ts'
import type { Taking } from '../telemetry/plays/taking.ts'
import type { Telemetry } from '../telemetry/telemetry.ts'
import type { World } from '../world.ts'
import type { Admission } from './admission.ts'
import { createBuckets } from './bucket.ts'
import { createDocuments } from './documents.ts'
import { createEncoder } from './encode.ts'
import { createLanes, type Lane, type Lanes } from './lane.ts'
import type { Meter } from './meter.ts'
import { createPeers, type Peer, type PeerOptions, type Shown } from './peer.ts'
import type { Quarantine } from './quarantine.ts'
import { createRooms, type Rooms } from './rooms.ts'
import type { Shedding } from './shedding.ts'
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
  readonly quarantine: Quarantine
  readonly isShed: Shedding['isShed']
  /** Every paired box by its id. */
  readonly devices: () => ReadonlyMap<string, DeviceRow>
  readonly after: (ms: number, call: () => void) => () => void
  readonly random: (below: number) => number
  /** Whether the screen shows its name until somebody switches that off. */
  readonly isNamed: (screen: string) => boolean
  /** Something that crew pages show has changed. */
  readonly onReport: () => void
}

export interface Players extends Pick<Rooms, 'change' | 'overrides' | 'live' | 'identify' | 'diagnose' | 'clockSet'> {
  /** Tells the player that shows the code who it is. */
  readonly paired: (player: string, device: string, secret: string) => void
  /** Devices may have come, gone or moved: lets go of those that are no longer known. */
  readonly reviewDevices: () => void
  /** New codes for old ones; lets go of previews whose session is over. */
  readonly tick: () => void
  /** Players by kind, at the moment. */
  readonly counts: () => Readonly<Record<Peer['kind'], number>>
  readonly lanes: Pick<Lanes, 'behind' | 'leftOut'>
}

/** One socket and who is behind it. */
interface Player {
  readonly socket: Socket
  readonly lane: Lane
  peer: Peer
  /** The cookie and the facts of a preview, whose session is looked at again; null for others. */
  readonly session: Session | null
  beats: number
}

interface Session {
  readonly facts: Facts
  readonly cookie: string | null
}

/** A player that asks for what it may not have comes back after this (ms), give or take a half. */
const refusedMs = 30_000
const floodedMs = 10_000

const nothing: Holds = { pointers: {}, documents: [] }

export function createPlayers(namespace: Namespace, options: PlayersOptions): Players {
  const { world, publisher, waiting } = options
  const who = createPeers(options)
  const encode = createEncoder()
  const lanes = createLanes({ encode, monotonicMs: world.monotonicMs, after: options.after })
  const document = createDocuments(publisher.document)
  const rooms = createRooms(publisher, encode)
  const report = createReports(options)
  const players = new Map<string, Player>()
  const buckets = createBuckets(limits.playerBurst, limits.playerMessagesPerSecond, limits.screens)

  /** Tells when to come back, spread so that not all come at once, and cuts. */
  function refuse(socket: Socket, lane: Lane, afterMs: number): void {
    lane.say({ t: 'later', afterMs: Math.round(afterMs / 2 + options.random(afterMs)) })
    socket.conn.close()
  }

  /** A disk that is full, or an event with too many screens, is no reason for the gateway to end: the player comes back. */
  function connect(socket: Socket): void {
    const lane = lanes.open(socket)
    // Who leaves the namespace has no business on the line.
    socket.on('disconnect', () => {
      rooms.leave(lane)
      lane.close()
      players.delete(socket.id)
      waiting.leave(socket.id)
      socket.conn.close()
      options.onReport()
    })
    try {
      const handshake = handshakeSchema.safeParse(socket.handshake.auth)
      if (!handshake.success || handshake.data.protocol !== protocol) return refuse(socket, lane, refusedMs)
      const session = { facts: factsOf(socket.request), cookie: socket.request.headers.cookie ?? null }
      const { peer, first } = who.of(handshake.data, session.facts, session.cookie)
      for (const message of first) lane.say(message)
      if (peer === null || (peer.kind === 'preview' && options.isShed('previews'))) return refuse(socket, lane, refusedMs)
      if (peer.kind === 'device' && peer.device.quarantinedAt !== null) return refuse(socket, lane, limits.quarantineAwayMs)
      admit({ socket, lane, peer, session: peer.kind === 'preview' ? session : null, beats: 0 }, session.facts)
    } catch (error) {
      world.log.error({ err: error }, 'a player could not be let in')
      refuse(socket, lane, refusedMs)
    }
  }

  function admit(player: Player, { encrypted }: Facts): void {
    const { socket, peer } = player
    players.set(socket.id, player)
    const bucket = buckets.of(peer.kind === 'device' ? `device ${peer.device.id}` : `socket ${socket.id}`, world.monotonicMs())
    options.meter.attribute(socket.conn, bucket, () => flooded(player))
    socket.on('m', (raw: unknown) => guarded(player, raw))
    if (peer.kind === 'waiting') offerCode(player)
    else {
      options.admission.known(socket.conn)
      rooms.enter(player.lane, peer)
    }
    if (peer.kind === 'device') {
      options.telemetry.connected(peer.screen, !encrypted || peer.device.local)
      forgetRequest(socket)
    }
    options.onReport()
  }

  function flooded({ socket, lane, peer }: Player): void {
    world.log.warn({ peer: peer.kind, screen: peer.kind === 'waiting' ? null : peer.screen }, 'a player sends too much')
    refuse(socket, lane, floodedMs)
    if (peer.kind === 'device') options.quarantine.flooded(peer.device.id)
  }

  function offerCode({ socket, lane }: Player): void {
    const code = waiting.enter(socket.id, world.monotonicMs())
    if (code === null) refuse(socket, lane, refusedMs)
    else lane.say({ t: 'pairing', ...code })
  }

  /** What one box says must not end the gateway for all. */
  function guarded(player: Player, raw: unknown): void {
    try {
      hear(player, raw)
    } catch (error) {
      world.log.error({ err: error, peer: player.peer.kind }, 'a message could not be answered')
      refuse(player.socket, player.lane, refusedMs)
    }
  }

  function hear(player: Player, raw: unknown): void {
    const receivedAt = options.nowMs()
    // A socket that was let go may have more on its way.
    if (players.get(player.socket.id) !== player) return
    const { lane, peer } = player
    const beat = decodeBeat(raw)
    if (beat !== null) return peer.kind === 'device' ? onBeat(player, peer.screen, beat, receivedAt) : undefined
    const message = playerMessageSchema.safeParse(raw)
    if (!message.success) return world.log.debug({ player: player.socket.id }, 'a message that cannot be understood')
    if (message.data.t === 'probe') lane.say({ t: 'time', sentMs: message.data.sentMs, receivedAt, answeredAt: options.nowMs() })
    else if (message.data.t === 'hello') welcome(player, message.data.holds)
    else if (peer.kind === 'device') report(lane, peer, message.data)
  }

  function onBeat(player: Player, screen: string, beat: Beat, receivedAt: number): void {
    if (beat.sentMs !== null) player.lane.say({ t: 'time', sentMs: beat.sentMs, receivedAt, answeredAt: options.nowMs() })
    // Under the hardest pressure every other beat is enough to know that the box is there.
    if (player.beats++ % 2 === 1 && options.isShed('every-beat')) return
    // Without a drawn frame the page cannot tell what people see, and nothing counts as confirmed.
    if (options.telemetry.beat(screen, beat) && beat.drawnAt !== null) options.progress.right(screen)
    if (publisher.overrides().body.document.overrides.length > 0) options.onReport()
  }

  function welcome(player: Player, holds: Holds): void {
    const { lane, peer } = player
    if (peer.kind === 'waiting') return offerCode(player)
    const pointers = publisher.pointersFor(peer.screen, peer.held)
    if (pointers === null) return onItsWay(player, peer, holds)
    for (const message of missing({ pointers, document }, holds)) lane.say(message)
    if (options.isNamed(peer.screen)) lane.say({ t: 'identify', forMs: limits.namesForMs })
  }

  /** A box that was paired a moment ago is known before its screen is published: it hears what is urgent now and the rest as soon as that has happened. */
  function onItsWay(player: Player, peer: Shown, holds: Holds): void {
    const { lane, socket } = player
    if (peer.kind !== 'device' || !options.devices().has(peer.device.id)) return lane.say({ t: 'unpaired' })
    const urgent = [publisher.overrides(), publisher.live()]
    for (const message of missing({ pointers: urgent, document }, holds)) lane.say(message)
    void publisher.settled().then(() => {
      const isHere = players.get(socket.id) === player && player.peer === peer
      if (isHere && publisher.pointersFor(peer.screen, peer.held) !== null) welcome(player, holds)
    })
  }

  function letGo({ socket, lane }: Player, thanks: boolean): void {
    players.delete(socket.id)
    lane.say({ t: thanks ? 'farewell' : 'unpaired' })
    socket.conn.close()
  }

  /** The sample's reach changed: the player gets what it may have now. */
  function hold(player: Player, peer: Shown): void {
    player.peer = peer
    rooms.enter(player.lane, peer)
    welcome(player, nothing)
  }

  function reviewDevice(player: Player, known: DeviceRow, now: DeviceRow | undefined): void {
    if (now === undefined) letGo(player, options.wasLetGo(known.secretHash))
    else if (now.screen !== known.screen || now.secretHash !== known.secretHash) letGo(player, false)
    else if (now.quarantinedAt !== null) refuse(player.socket, player.lane, limits.quarantineAwayMs)
    else if (player.peer.kind === 'device' && options.isHeld(now) !== player.peer.held) hold(player, who.asDevice(now))
  }

  namespace.on('connection', connect)

  return {
    change: rooms.change,
    overrides: rooms.overrides,
    live: rooms.live,
    identify: rooms.identify,
    diagnose: rooms.diagnose,
    clockSet: rooms.clockSet,
    lanes,
    counts: () => {
      const counts = { device: 0, preview: 0, waiting: 0 }
      for (const { peer } of players.values()) counts[peer.kind]++
      return counts
    },
    paired: (id, device, secret) => {
      waiting.leave(id)
      players.get(id)?.lane.say({ t: 'paired', device, secret })
    },
    reviewDevices: () => {
      const devices = options.devices()
      for (const player of players.values())
        if (player.peer.kind === 'device') reviewDevice(player, player.peer.device, devices.get(player.peer.device.id))
    },
    tick: () => {
      for (const [id, code] of waiting.renew(world.monotonicMs())) players.get(id)?.lane.say({ t: 'pairing', ...code })
      for (const { session, socket, lane } of players.values())
        if (session !== null && !who.mayPreview(session.facts, session.cookie)) refuse(socket, lane, refusedMs)
    },
  }
}

/** A box stays for days, and its request is never asked again: without it an idle player takes a third less memory (Socket.IO, “Memory usage”). */
function forgetRequest(socket: Socket): void {
  Object.assign(socket, { handshake: null })
  Object.assign(socket.conn, { request: null })
}

type Report = Exclude<PlayerMessage, { t: 'hello' | 'probe' }>

/** What a device says of its screen, taken down where it is asked for. */
function createReports(
  options: Pick<PlayersOptions, 'progress' | 'telemetry' | 'proof' | 'world' | 'onReport' | 'isShed'>,
): (lane: Lane, peer: Peer & { readonly kind: 'device' }, message: Report) => void {
  const { progress, telemetry, proof, world, onReport, isShed } = options
  return (lane, { screen, device }, message) => {
    switch (message.t) {
      case 'drawn':
        progress.drawn(screen, message.overrides)
        break
      case 'substituted':
        world.log.info({ screen, slide: message.slide, why: message.why }, 'an item was substituted')
        break
      case 'details':
        if (!isShed('details')) telemetry.details(screen, message.details)
        return
      case 'proof':
        // What is not acknowledged is kept by the box, and sent again.
        if (!isShed('proof')) proof.take(device.id, screen, message.records, (number) => lane.say({ t: 'proven', number }))
        return
    }
    onReport()
  }
}
