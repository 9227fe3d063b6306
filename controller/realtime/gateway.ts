/** The gateway: Socket.IO behind both ports, with the namespaces of players and crew pages. */
import { randomInt } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { Server } from 'socket.io'
import type { Publisher } from '../publish/publisher.ts'
import type { Store } from '../storage/store.ts'
import { type Delay, watchLoop } from '../observability/loop.ts'
import { type Admission, createAdmission } from './admission.ts'
import { createCrew, type Crew, type CrewOptions } from './crew.ts'
import { type Connection, createMeter } from './meter.ts'
import { createPlayers, type Players, type PlayersOptions } from './players.ts'
import { createQuarantine } from './quarantine.ts'
import { createShedding } from './shedding.ts'

export interface GatewayOptions {
  readonly servers: readonly HttpServer[]
  readonly store: Store
  readonly publisher: Publisher
  readonly monotonicMs: () => number
  readonly players: Omit<PlayersOptions, 'meter' | 'admission' | 'onReport' | 'quarantine' | 'isShed' | 'after'>
  readonly crew: Omit<CrewOptions, 'admission' | 'isShed'>
  readonly every: (ms: number, work: () => void) => () => void
  readonly after: (ms: number, call: () => void) => () => void
}

/** What the gateway is doing, for the figures. */
export interface GatewayState {
  readonly sockets: Readonly<Record<'device' | 'preview' | 'waiting' | 'crew' | 'unknown', number>>
  /** Messages left out or refused since the start, by reason. */
  readonly dropped: Readonly<Record<'slow-line' | 'too-much' | 'turned-away', number>>
  readonly queues: Readonly<Record<'admission' | 'behind', number>>
  readonly quarantined: number
  /** Steps of the order of shedding that are given up. */
  readonly shed: number
  /** How late the event loop was in the last second (ms). */
  readonly delay: Delay
}

export interface Gateway {
  readonly players: Players
  /** Served time has jumped: everybody asks for it now. */
  readonly clockSet: () => void
  /** Lets go of those whose session is over. */
  readonly reviewSessions: () => void
  readonly state: () => GatewayState
  readonly close: () => Promise<void>
}

/** Who is turned away comes back after this (ms), give or take a half. */
const turnedAwayMs = 10_000
/** Crew pages hear of screens at most this often (ms). */
const catchUpMs = 250
const reviewMs = 5_000
const lookMs = 1_000
/** Reports of players reach crew pages this much later at most (ms), however many there are. */
const gatherMs = 30
/** A crew page with this many messages still unsent is cut: it comes back and is told everything. Players have lanes of their own. */
const mostUnsent = 200

export function createGateway(options: GatewayOptions): Gateway {
  const [first, ...others] = options.servers
  if (first === undefined) throw new Error('a gateway needs a server')
  const { monotonicMs } = options
  let isOpen = true
  const after: GatewayOptions['after'] = (ms, call) => options.after(ms, () => (isOpen ? call() : undefined))
  const { world, devices } = options.players
  const loop = watchLoop()
  let delay: Delay = loop.take()
  const shedding = createShedding(
    () => ({ lagMs: delay.p99Ms, heapShare: loop.heapShare() }),
    (given) => world.log.warn({ given, ...delay }, 'the load has changed what is given up'),
  )
  const { isShed } = shedding
  const admission = createAdmission({
    monotonicMs,
    after,
    isDevice: (id) => devices().get(id)?.local === false,
    mayStrangersCome: () => !isShed('strangers'),
  })
  const io = openSockets(first, admission)
  for (const server of others) io.engine.attach(server, { path: '/socket.io/' })
  const meter = createMeter(monotonicMs)
  io.engine.on('connection', (connection: Connection) => {
    meter.watch(connection)
    admission.opened(connection, connection.remoteAddress)
    connection.on('close', () => admission.closed(connection))
  })
  // Socket.IO always has it; nobody has business there.
  io.of('/').use((_, next) => next(new Error('not-found')))

  const crew = createCrew(io.of('/crew'), { ...options.crew, admission, isShed })
  const players = createPlayers(io.of('/player'), {
    ...options.players,
    meter,
    admission,
    isShed,
    after,
    quarantine: createQuarantine(world),
    onReport: gathered(after, crew.overridesChanged),
  })
  spread(options, players, crew)

  const reviewSessions = (): void => {
    players.tick()
    crew.reviewSessions()
  }
  const stops = [
    options.every(catchUpMs, crew.catchUp),
    options.every(lookMs, () => {
      delay = loop.take()
      shedding.look()
    }),
    options.every(reviewMs, () => {
      reviewSessions()
      cutSlow(io)
    }),
    loop.close,
  ]
  return {
    players,
    reviewSessions,
    clockSet: () => {
      players.clockSet()
      crew.clockSet()
    },
    state: () => {
      const known = { ...players.counts(), crew: io.of('/crew').sockets.size }
      const all = known.device + known.preview + known.waiting + known.crew
      return {
        sockets: { ...known, unknown: Math.max(0, io.engine.clientsCount - all) },
        dropped: { 'slow-line': players.lanes.leftOut(), 'too-much': meter.refused(), 'turned-away': admission.turnedAway() },
        queues: { admission: admission.waiting(), behind: players.lanes.behind() },
        quarantined: [...devices().values()].filter(({ quarantinedAt }) => quarantinedAt !== null).length,
        shed: shedding.level(),
        delay,
      }
    },
    close: async () => {
      isOpen = false
      for (const stop of stops) stop()
      await new Promise<void>((resolve) => {
        io.disconnectSockets(true)
        io.engine.close()
        resolve()
      })
    },
  }
}

/** Sockets behind the first server; who may not come is turned away before anything it sends is read. */
function openSockets(server: HttpServer, admission: Admission): Server {
  const toComeLater = new WeakSet<object>()
  const io = new Server(server, {
    // Long polling would let a page of anybody's begin a session without an Origin.
    transports: ['websocket'],
    allowRequest: (request, answer) => {
      const query = (request as { readonly _query?: Readonly<Record<string, unknown>> })._query
      const device = query?.['device']
      admission.ask(request.socket.remoteAddress ?? '', typeof device === 'string' ? device : null, (verdict) => {
        if (verdict === 'later') toComeLater.add(request)
        answer(null, verdict !== 'refused')
      })
    },
    connectTimeout: limits.introductionMs,
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    maxHttpBufferSize: limits.playerMessageBytes,
  })
  io.of('/player').use((socket, next) => {
    if (!toComeLater.has(socket.request)) return next()
    const data: GatewayMessage = { t: 'later', afterMs: randomInt(turnedAwayMs / 2, turnedAwayMs * 1.5) }
    next(Object.assign(new Error('later'), { data }))
    socket.conn.close()
  })
  return io
}

/** What is stored and published goes out. Overrides have the one road that is never behind another: they leave before anything else of the same commit. */
function spread({ publisher, store }: GatewayOptions, players: Players, crew: Crew): void {
  publisher.onOverrides((signed) => {
    players.overrides(signed)
    crew.overridesChanged()
  })
  publisher.onLive(players.live)
  publisher.onChange((change) => {
    players.change(change)
    crew.published()
  })
  store.onCommit((commit) => {
    if (['devices', 'screens', 'events'].some((table) => commit.tables.has(table as 'devices'))) players.reviewDevices()
    crew.committed(commit)
  })
}

/** Calls once for many calls, shortly after the first. */
function gathered(after: GatewayOptions['after'], call: () => void): () => void {
  let isComing = false
  return () => {
    if (isComing) return
    isComing = true
    after(gatherMs, () => {
      isComing = false
      call()
    })
  }
}

function cutSlow(io: Server): void {
  const connections = (
    io.engine as unknown as { readonly clients: Readonly<Record<string, { writeBuffer: unknown[]; close: (discard: boolean) => void }>> }
  ).clients
  for (const connection of Object.values(connections)) if (connection.writeBuffer.length > mostUnsent) connection.close(true)
}
