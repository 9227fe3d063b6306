/** The namespace `/crew`: what crew pages hear. They write over REST; here they only listen. */
import type { NamesResource, OverridesResource, User } from '@infoskjerm/shared/wire/api.ts'
import type { CrewMessage, ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import { type Doors, factsOf } from '../http/doors.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { Commit } from '../storage/store.ts'
import type { Admission } from './admission.ts'
import type { Shedding } from './shedding.ts'

export interface CrewOptions {
  readonly nowMs: () => number
  readonly monotonicMs: () => number
  readonly publisher: Publisher
  readonly statuses: () => readonly ScreenStatus[]
  readonly overrides: () => OverridesResource
  readonly waiting: () => number
  readonly names: () => NamesResource
  /** What to tell of publishes since it was last asked. */
  readonly operations: () => readonly CrewMessage[]
  readonly admission: Admission
  readonly isShed: Shedding['isShed']
  readonly doors: Doors
  readonly sessionOf: (cookie: string | null, encrypted: boolean) => User | null
}

export interface Crew {
  readonly committed: (commit: Commit) => void
  readonly published: () => void
  /** Sends what changed of statuses, overrides and waiting players since the last time. */
  readonly catchUp: () => void
  /** Sends the overrides at once where anything in them changed. */
  readonly overridesChanged: () => void
  /** Served time has jumped. */
  readonly clockSet: () => void
  /** Lets go of those whose session is over. */
  readonly reviewSessions: () => void
}

const probeSchema = z.object({ t: z.literal('probe'), sentMs: z.number() })

/** Under pressure crew pages hear of screens this often (ms). */
const shedEveryMs = 2_000
/** Times of the last beat alone are sent this often (ms). */
const heardEveryMs = 5_000

export function createCrew(namespace: Namespace, options: CrewOptions): Crew {
  const say = (socket: Socket, message: CrewMessage) => void socket.emit('m', message)
  const tell = (message: CrewMessage) => void namespace.emit('m', message)
  let saidStatuses: readonly ScreenStatus[] = []
  let saidMs = Number.NEGATIVE_INFINITY
  let saidHeardMs = Number.NEGATIVE_INFINITY
  let saidOverrides = ''
  let saidWaiting = -1
  let saidNames = ''

  function userOf(socket: Socket): User | null {
    const facts = factsOf(socket.request)
    if (options.doors.doorOf(facts) !== 'crew' || !options.doors.isOwnOrigin(facts)) return null
    return options.sessionOf(socket.request.headers.cookie ?? null, facts.encrypted)
  }

  function classes(): CrewMessage {
    const { classes: states, programme } = options.publisher.publication()
    return {
      t: 'classes',
      classes: [...states.values()].map(({ id, hash, pointer, screens }) => {
        const { epoch, sequence } = pointer.body
        return { class: id, hash, order: { epoch, sequence }, screens }
      }),
      sources: programme === null ? {} : { programme: programme.body.hash },
    }
  }

  function overridesChanged(): void {
    if (namespace.sockets.size === 0) return
    const overrides = options.overrides()
    const text = JSON.stringify(overrides)
    if (text === saidOverrides) return
    saidOverrides = text
    tell({ t: 'overrides', overrides })
  }

  function statusesChanged(): void {
    const statuses = options.statuses()
    const ms = options.monotonicMs()
    if (statuses === saidStatuses) return
    if (isSame(statuses, saidStatuses) && ms - saidHeardMs < heardEveryMs) return
    saidStatuses = statuses
    saidHeardMs = ms
    tell({ t: 'screens', statuses })
  }

  namespace.use((socket, next) => next(userOf(socket) === null ? new Error('sign-in') : undefined))
  namespace.on('connection', (socket) => {
    options.admission.known(socket.conn)
    socket.on('disconnect', () => socket.conn.close())
    say(socket, { t: 'screens', statuses: options.statuses() })
    say(socket, classes())
    say(socket, { t: 'overrides', overrides: options.overrides() })
    say(socket, { t: 'waiting', players: options.waiting() })
    say(socket, { t: 'names', names: options.names() })
    socket.on('m', (raw: unknown) => {
      const receivedAt = options.nowMs()
      const probe = probeSchema.safeParse(raw)
      if (probe.success) say(socket, { t: 'time', sentMs: probe.data.sentMs, receivedAt, answeredAt: options.nowMs() })
    })
  })

  return {
    committed: ({ revision, tables }) => tell({ t: 'changed', revision, tables: [...tables] }),
    published: () => tell(classes()),
    overridesChanged,
    clockSet: () => tell({ t: 'clock' }),
    catchUp: () => {
      const ms = options.monotonicMs()
      if (namespace.sockets.size === 0 || (options.isShed('crew-often') && ms - saidMs < shedEveryMs)) return
      saidMs = ms
      for (const message of options.operations()) tell(message)
      statusesChanged()
      overridesChanged()
      const waiting = options.waiting()
      if (waiting !== saidWaiting) tell({ t: 'waiting', players: waiting })
      saidWaiting = waiting
      const names = options.names()
      if (JSON.stringify(names) !== saidNames) tell({ t: 'names', names })
      saidNames = JSON.stringify(names)
    },
    reviewSessions: () => {
      for (const socket of namespace.sockets.values()) if (userOf(socket) === null) socket.disconnect(true)
    },
  }
}

/** Whether nothing differs but when each screen was last heard. */
function isSame(a: readonly ScreenStatus[], b: readonly ScreenStatus[]): boolean {
  return a.length === b.length && a.every((status, at) => status === b[at] || isSameStatus(status, b[at]))
}

function isSameStatus(a: ScreenStatus, b: ScreenStatus | undefined): boolean {
  return (
    a.screen === b?.screen &&
    a.state === b.state &&
    a.since === b.since &&
    a.showing === b.showing &&
    a.local === b.local &&
    a.details === b.details
  )
}
