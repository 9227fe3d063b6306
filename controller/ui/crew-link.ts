/** The socket to `/crew`: what the gateway knows of the screens, what changed, and the venue's time. Crew pages only listen there. */
import { instant, type Instant } from '@infoskjerm/shared/time/instant.ts'
import type { NamesResource, Operation, OverridesResource } from '@infoskjerm/shared/wire/api.ts'
import type { ClassStatus, CrewMessage, CrewProbe, ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'

/** What is needed of a Socket.IO client. */
export interface CrewSocket {
  readonly on: (event: string, listener: (message: CrewMessage) => void) => unknown
  readonly emit: (event: string, message: CrewProbe) => unknown
  readonly connect: () => unknown
  /** Whether it tries again by itself. False after the gateway has refused or dismissed it. */
  readonly active: boolean
  readonly disconnect: () => unknown
}

export interface CrewLinkOptions {
  readonly socket: CrewSocket
  /** A clock that never jumps, in ms. */
  readonly monotonicMs: () => number
  /** Stands in for the venue's time until the first probe is answered. */
  readonly wallMs: () => number
  readonly every: (ms: number, call: () => void) => () => void
}

export interface CrewLink {
  readonly statuses: readonly ScreenStatus[]
  readonly classes: readonly ClassStatus[]
  /** Revision hash of each source's document, by source id. */
  readonly sources: Readonly<Record<string, string>>
  readonly overrides: OverridesResource | null
  /** Whether all screens show their names; null until the gateway has said. */
  readonly names: NamesResource | null
  /** Players that show a code and wait to be paired. */
  readonly waiting: number
  /** How a publish of the last minutes comes along, by its id; null where nothing was heard of it. The same object while nothing new was. */
  readonly operation: (id: string) => Pick<Operation, 'pending' | 'counts'> | null
  readonly connected: boolean
  /** The venue's served time: the round trip that was shortest of the last few decides. */
  readonly now: () => Instant
  /** Asks for the time at once, where it may just have been set. */
  readonly askTime: () => void
  /** Called after anything above has changed; answers how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  /** Called with the tables that a commit touched; with `null` after a new connection, when anything may have. */
  readonly onChanged: (listener: (tables: readonly string[] | null) => void) => () => void
  readonly start: () => void
  readonly stop: () => void
}

interface Probe {
  readonly roundTripMs: number
  readonly offsetMs: number
}

const probeEveryMs = 5_000
const probesKept = 8
/** Publishes whose news are kept. */
const operationsKept = 50

/** Listens to the gateway once `start` is called, and again after `stop`. */
export function createCrewLink({ socket, monotonicMs, wallMs, every }: CrewLinkOptions): CrewLink {
  const listeners = new Set<() => void>()
  const changedListeners = new Set<(tables: readonly string[] | null) => void>()
  let probes: readonly Probe[] = []
  let stopProbing: (() => void) | null = null
  let started = false
  const state = {
    statuses: [] as readonly ScreenStatus[],
    classes: [] as readonly ClassStatus[],
    sources: {} as Readonly<Record<string, string>>,
    overrides: null as OverridesResource | null,
    names: null as NamesResource | null,
    operations: new Map<string, Pick<Operation, 'pending' | 'counts'>>() as ReadonlyMap<string, Pick<Operation, 'pending' | 'counts'>>,
    waiting: 0,
    connected: false,
  }

  const tell = (change: Partial<typeof state>) => {
    Object.assign(state, change)
    for (const listener of listeners) listener()
  }
  const probe = () => void socket.emit('m', { t: 'probe', sentMs: monotonicMs() })

  function take(message: CrewMessage): void {
    switch (message.t) {
      case 'screens':
        return tell({ statuses: message.statuses })
      case 'classes':
        return tell({ classes: message.classes, sources: message.sources })
      case 'overrides':
        return tell({ overrides: message.overrides })
      case 'names':
        return tell({ names: message.names })
      case 'operation': {
        const { id, pending, counts } = message
        return tell({ operations: new Map([...state.operations, [id, { pending, counts }] as const].slice(-operationsKept)) })
      }
      case 'waiting':
        return tell({ waiting: message.players })
      case 'changed':
        for (const listener of changedListeners) listener(message.tables)
        return
      case 'clock':
        return probe()
      case 'time': {
        const backMs = monotonicMs()
        const middleMs = (message.sentMs + backMs) / 2
        const offsetMs = (message.receivedAt + message.answeredAt) / 2 - middleMs
        const first = probes.length === 0
        probes = [...probes.slice(1 - probesKept), { roundTripMs: backMs - message.sentMs, offsetMs }]
        // The demo clock moves the venue's time by days: what was measured before it is worth nothing then.
        if (probes.some((p) => Math.abs(p.offsetMs - offsetMs) > 2_000)) probes = probes.slice(-1)
        if (first || probes.length === 1) tell({})
        return
      }
    }
  }

  socket.on('m', take)
  socket.on('connect', () => {
    probes = []
    probe()
    tell({ connected: true })
    for (const listener of changedListeners) listener(null)
  })
  socket.on('disconnect', () => {
    tell({ connected: false })
    // Dismissed: the session may be over, which the next fetch tells.
    if (started && !socket.active) for (const listener of changedListeners) listener(null)
  })

  return {
    get statuses() {
      return state.statuses
    },
    get classes() {
      return state.classes
    },
    get sources() {
      return state.sources
    },
    get overrides() {
      return state.overrides
    },
    get names() {
      return state.names
    },
    get waiting() {
      return state.waiting
    },
    operation: (id) => state.operations.get(id) ?? null,
    get connected() {
      return state.connected
    },
    now: () => {
      const best = probes.reduce<Probe | null>((a, b) => (a === null || b.roundTripMs < a.roundTripMs ? b : a), null)
      return instant(Math.round(best === null ? wallMs() : monotonicMs() + best.offsetMs))
    },
    askTime: probe,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onChanged: (listener) => {
      changedListeners.add(listener)
      return () => void changedListeners.delete(listener)
    },
    start: () => {
      started = true
      socket.connect()
      stopProbing ??= every(probeEveryMs, () => {
        if (socket.active) probe()
        else socket.connect()
      })
    },
    stop: () => {
      started = false
      socket.disconnect()
      stopProbing?.()
      stopProbing = null
    },
  }
}
