/** The namespace `/crew`: what crew pages hear. They write over REST; here they only listen. */
import type { NamesResource, OverridesResource, User } from '@infoskjerm/shared/wire/api.ts'
import type { CrewMessage, ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { Namespace, Socket } from 'socket.io'
import * as z from 'zod/mini'
import { type Doors, factsOf } from '../http/doors.ts'
import type { Publisher } from '../publish/publisher.ts'
import type { Commit } from '../storage/store.ts'
import type { Admission } from './admission.ts'

export interface CrewOptions {
  readonly nowMs: () => number
  readonly monotonicMs: () => number
  readonly publisher: Publisher
  readonly statuses: () => readonly ScreenStatus[]
  readonly overrides: () => OverridesResource
  readonly waiting: () => number
  readonly names: () => NamesResource
  readonly admission: Admission
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

/** Times of the last beat alone are sent this often (ms). */
const heardEveryMs = 5_000

export function createCrew(namespace: Namespace, options: CrewOptions): Crew {
  const say = (socket: Socket, message: CrewMessage) => void socket.emit('m', message)
  const tell = (message: CrewMessage) => void namespace.emit('m', message)
  let saidStatuses = ''
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
    const overrides = options.overrides()
    const text = JSON.stringify(overrides)
    if (text === saidOverrides) return
    saidOverrides = text
    tell({ t: 'overrides', overrides })
  }

  function statusesChanged(): void {
    const statuses = options.statuses()
    const text = JSON.stringify(statuses.map((status) => ({ ...status, heardAt: null })))
    const ms = options.monotonicMs()
    if (text === saidStatuses && ms - saidHeardMs < heardEveryMs) return
    saidStatuses = text
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
