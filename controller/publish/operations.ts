/** Operations: what became of each publish on every screen concerned (rule W5). Kept in memory; a restart forgets them. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { Operation } from '@infoskjerm/shared/wire/api.ts'
import type { CrewMessage } from '@infoskjerm/shared/wire/crew.ts'
import type { Order } from '@infoskjerm/shared/wire/pointers.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { type Counts, none, type Outcomes, outcomesOf, type Reported } from './outcomes.ts'
import type { Change } from './publication.ts'

/** Operations that can still be asked about. */
const remembered = 500
/** Of an operation younger than this (ms) everybody hears how it comes along, and of so many at once. */
const followedMs = 2 * minuteMs
const followed = 5

export interface OperationsOptions {
  readonly now: () => Instant
  /** All screens there are. */
  readonly screens: () => number
  /** Whether anybody waits for the screen: it has a device that may show what is published. */
  readonly isConcerned: (screen: string) => boolean
  /** What the screen last said of itself. */
  readonly reported: (screen: string) => Reported
}

export interface Operations {
  /** A revision is on its way to be published. */
  readonly begin: (commit: { readonly revision: number; readonly what: string; readonly author: { readonly name: string } }) => void
  /** What these revisions became together; `change` null: no screen had to know anything anew. */
  readonly published: (revisions: readonly number[], change: Change | null) => void
  /** Without its outcomes; null where a revision concerned no screen. */
  readonly ofRevision: (revision: number) => Operation | null
  /** Newest first, older than the operation `before` (null: from the newest), without their outcomes. */
  readonly list: (before: string | null, most: number) => readonly Operation[]
  /** With the outcome on each screen. Problem `not-found`. */
  readonly read: (id: string) => Operation
  /** What to tell of the newest ones since it was last asked. */
  readonly news: () => readonly Extract<CrewMessage, { t: 'operation' }>[]
}

interface Started {
  readonly revision: number
  readonly what: string
  readonly by: string
  readonly at: Instant
  /** Null: pending. */
  order: Order | null
  publishedAt: Instant
  screens: readonly string[]
  said: string
}

const unordered: Order = { epoch: 0, sequence: 0 }

/** Outcomes are worked out when asked: nothing is kept of a screen but what it says now. */
export function createOperations(options: OperationsOptions): Operations {
  const { now, reported } = options
  const started = new Map<number, Started>()

  function outcomes({ order, publishedAt, screens }: Started, each: boolean): Outcomes {
    if (order === null) return { counts: none, each: [] }
    const hadMs = now() - publishedAt
    return outcomesOf({ screens, order, isLate: hadMs > limits.switchWithinMs, reported, total: options.screens(), each })
  }

  function told(operation: Started, withEach: boolean): Operation {
    const { revision, at, what, by, order } = operation
    const { counts, each } = outcomes(operation, withEach)
    const head = { id: String(revision), at: new Date(at).toISOString(), what, by }
    return { ...head, pending: order === null, order: order ?? unordered, counts, outcomes: each }
  }

  const newestFirst = (): readonly Started[] => [...started.values()].reverse()

  return {
    begin: ({ revision, what, author }) => {
      const at = now()
      started.set(revision, { revision, what, by: author.name, at, order: null, publishedAt: at, screens: [], said: '' })
      for (const [oldest] of started) if (started.size > remembered) started.delete(oldest)
    },
    published: (revisions, change) => {
      const screens = change?.classes.flatMap((state) => state.screens.filter(options.isConcerned)) ?? []
      for (const revision of revisions) {
        const operation = started.get(revision)
        if (operation === undefined) continue
        if (change === null || change.classes.length === 0) {
          started.delete(revision)
          continue
        }
        operation.order = change.order
        operation.publishedAt = now()
        operation.screens = screens
      }
    },
    ofRevision: (revision) => {
      const operation = started.get(revision)
      return operation === undefined ? null : told(operation, false)
    },
    list: (before, most) => {
      const older = newestFirst().filter(({ revision }) => before === null || revision < Number(before))
      return older.slice(0, most).map((operation) => told(operation, false))
    },
    read: (id) => {
      const operation = started.get(Number(id))
      if (operation === undefined)
        throw new Problem(404, 'not-found', `There is no operation «${id}»; it may be from before a restart.`, '', { id })
      return told(operation, true)
    },
    news: () => {
      const since = now() - followedMs
      return newestFirst()
        .slice(0, followed)
        .filter(({ at }) => at >= since)
        .flatMap((operation) => {
          const counts: Counts = outcomes(operation, false).counts
          const pending = operation.order === null
          const text = `${pending} ${Object.values(counts).join(' ')}`
          if (text === operation.said) return []
          operation.said = text
          return [{ t: 'operation' as const, id: String(operation.revision), pending, counts }]
        })
    },
  }
}
