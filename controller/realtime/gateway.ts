/** The gateway: Socket.IO behind both ports, with the namespaces of players and crew pages. */
import type { Server as HttpServer } from 'node:http'
import { limits } from '@infoskjerm/shared/limits.ts'
import { Server } from 'socket.io'
import type { Publisher } from '../publish/publisher.ts'
import type { Store } from '../storage/store.ts'
import { createAdmission } from './admission.ts'
import { createCrew, type CrewOptions } from './crew.ts'
import { type Connection, createMeter } from './meter.ts'
import { createPlayers, type Players, type PlayersOptions } from './players.ts'

export interface GatewayOptions {
  readonly servers: readonly HttpServer[]
  readonly store: Store
  readonly publisher: Publisher
  readonly monotonicMs: () => number
  readonly players: Omit<PlayersOptions, 'meter' | 'admission' | 'onReport'>
  readonly crew: Omit<CrewOptions, 'admission'>
  readonly every: (ms: number, work: () => void) => () => void
}

export interface Gateway {
  readonly players: Players
  /** Served time has jumped: everybody asks for it now. */
  readonly clockSet: () => void
  /** Lets go of those whose session is over. */
  readonly reviewSessions: () => void
  /** Sockets that are open. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** Crew pages hear of screens at most this often (ms). */
const catchUpMs = 250
const reviewMs = 5_000
/** A connection with this many messages still unsent is cut: it comes back and is told what it lacks. */
const mostUnsent = 200

export function createGateway(options: GatewayOptions): Gateway {
  const [first, ...others] = options.servers
  if (first === undefined) throw new Error('a gateway needs a server')
  const admission = createAdmission(options.monotonicMs)
  const io = new Server(first, {
    // Long polling would let a page of anybody's begin a session without an Origin.
    transports: ['websocket'],
    allowRequest: (request, answer) => answer(null, admission.mayOpen(request.socket.remoteAddress ?? '')),
    connectTimeout: limits.introductionMs,
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    maxHttpBufferSize: limits.playerMessageBytes,
  })
  for (const server of others) io.engine.attach(server, { path: '/socket.io/' })
  const meter = createMeter(options.monotonicMs)
  io.engine.on('connection', (connection: Connection) => {
    meter.watch(connection)
    admission.opened(connection, connection.remoteAddress)
    connection.on('close', () => admission.closed(connection))
  })
  // Socket.IO always has it; nobody has business there.
  io.of('/').use((_, next) => next(new Error('not-found')))

  const crew = createCrew(io.of('/crew'), { ...options.crew, admission })
  const players = createPlayers(io.of('/player'), { ...options.players, meter, admission, onReport: crew.overridesChanged })

  // The one road that is never behind another: overrides leave before anything else of the same commit.
  options.publisher.onOverrides((signed) => {
    players.overrides(signed)
    crew.overridesChanged()
  })
  options.publisher.onChange((change) => {
    players.change(change)
    crew.published()
  })
  options.store.onCommit((commit) => {
    if (['devices', 'screens', 'events'].some((table) => commit.tables.has(table as 'devices'))) players.reviewDevices()
    crew.committed(commit)
  })

  const reviewSessions = (): void => {
    players.tick()
    crew.reviewSessions()
  }
  const stops = [
    options.every(catchUpMs, crew.catchUp),
    options.every(reviewMs, () => {
      reviewSessions()
      cutSlow(io)
    }),
  ]
  return {
    players,
    reviewSessions,
    clockSet: () => {
      players.clockSet()
      crew.clockSet()
    },
    connections: () => io.engine.clientsCount,
    close: async () => {
      for (const stop of stops) stop()
      await new Promise<void>((resolve) => {
        io.disconnectSockets(true)
        io.engine.close()
        resolve()
      })
    },
  }
}

function cutSlow(io: Server): void {
  const connections = (
    io.engine as unknown as { readonly clients: Readonly<Record<string, { writeBuffer: unknown[]; close: (discard: boolean) => void }>> }
  ).clients
  for (const connection of Object.values(connections)) if (connection.writeBuffer.length > mostUnsent) connection.close(true)
}
