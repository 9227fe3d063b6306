/** Operations: what became of each publish on every screen concerned (rule W5). Kept in memory; a restart forgets them. */
import type { Operation } from '@infoskjerm/shared/wire/api.ts'
import { compareOrder, type Order } from '@infoskjerm/shared/wire/pointers.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Change } from './publication.ts'

/** Operations that can still be asked about. */
const remembered = 500

/** What a screen last said of itself: the order it shows, and whether it has been heard lately. */
export interface Reported {
  readonly order: Order | null
  readonly silent: boolean
}

export interface Operations {
  /** Begins an operation for the screens whose pointers changed; nothing where none did. */
  readonly start: (change: Change, revision: number, at: Instant, concerned: (screen: string) => boolean) => void
  readonly ofRevision: (revision: number) => Operation | null
  /** Problem `not-found`. */
  readonly read: (id: string) => Operation
}

interface Started {
  readonly id: string
  readonly revision: number
  readonly at: Instant
  readonly order: Order
  readonly screens: readonly string[]
}

/** `reported` tells what each screen says now; outcomes are worked out when asked. */
export function createOperations(reported: (screen: string) => Reported): Operations {
  const started: Started[] = []

  function told(operation: Started): Operation {
    const { id, at, order, screens } = operation
    return {
      id,
      at: new Date(at).toISOString(),
      what: '',
      by: '',
      pending: false,
      counts: { waiting: 0, ready: 0, showing: 0, substituted: 0, failed: 0, 'no-contact': 0, 'not-concerned': 0 },
      order,
      outcomes: screens.map((screen) => ({ screen, outcome: outcomeOf(reported(screen), order), why: null })),
    }
  }

  return {
    start: (change, revision, at, concerned) => {
      if (change.classes.length === 0) return
      const { epoch, sequence } = change.order
      const screens = change.classes.flatMap((state) => state.screens).filter(concerned)
      started.push({ id: `${epoch}-${sequence}`, revision, at, order: change.order, screens })
      if (started.length > remembered) started.shift()
    },
    ofRevision: (revision) => {
      const operation = started.find((one) => one.revision === revision)
      return operation === undefined ? null : told(operation)
    },
    read: (id) => {
      const operation = started.find((one) => one.id === id)
      if (operation === undefined)
        throw new Problem(404, 'not-found', `There is no operation «${id}»; it may be from before a restart.`, '', { id })
      return told(operation)
    },
  }
}

function outcomeOf(reported: Reported, order: Order): 'waiting' | 'showing' | 'no-contact' {
  if (reported.order !== null && compareOrder(reported.order, order) >= 0) return 'showing'
  return reported.silent ? 'no-contact' : 'waiting'
}
