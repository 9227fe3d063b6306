/** What every room of the controller is given: the store, the clocks, ids, the log. Nothing here is a module-level variable; tests make a world of their own. */
import type { Ballast } from './storage/ballast.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Operation, Written } from '@infoskjerm/shared/wire/api.ts'
import type { Logger } from 'pino'
import type { Author, Written as Committed, Store } from './storage/store.ts'

export interface World {
  readonly store: Store
  /** The venue's served time (rule T4), which a demo clock may shift. Everything that screens see uses it. */
  readonly now: () => Instant
  /** The machine's wall clock, ms: sessions, invitations and the audit record. */
  readonly wallMs: () => number
  /** The machine's monotonic clock, ms: time-outs and rates. */
  readonly monotonicMs: () => number
  /** A new id that nobody can guess. */
  readonly newId: () => string
  readonly log: Logger
  /** Folder of everything that is kept. */
  readonly dataFolder: string
  /** The operation that a revision started on the screens, or null where it concerns none. Set by publish/. */
  readonly operationOf: (revision: number) => Operation | null
  /** Runs a write that must succeed even on a full disk. */
  readonly despiteFullDisk: Ballast['despiteFullDisk']
}

/** The answer of a write: what was committed, with the operation it started. */
export function written<T>(world: World, committed: Committed<T>): Written<T> {
  return { ...committed, operation: world.operationOf(committed.revision) }
}

export type { Author }
