/** What became of a publish on one screen, from what the screen says of itself (rule W5). */
import type { Operation, Outcome, OutcomeReason } from '@infoskjerm/shared/wire/api.ts'
import type { Details } from '@infoskjerm/shared/wire/player.ts'
import { compareOrder, type Order } from '@infoskjerm/shared/wire/pointers.ts'

/** What a screen last said of itself: the order it shows, how it is beyond that, and whether it has been heard lately. */
export interface Reported {
  readonly order: Order | null
  readonly silent: boolean
  readonly details: Details | null
}

export type Counts = Operation['counts']

export interface Outcomes {
  readonly counts: Counts
  /** Of each screen concerned; empty where it was not asked for. */
  readonly each: Operation['outcomes']
}

export interface OutcomesOptions {
  readonly screens: readonly string[]
  readonly order: Order
  /** Whether what is missing by now will hardly come. */
  readonly isLate: boolean
  readonly reported: (screen: string) => Reported
  /** All screens, concerned or not. */
  readonly total: number
  readonly each: boolean
}

export const none: Counts = { waiting: 0, ready: 0, showing: 0, substituted: 0, failed: 0, 'no-contact': 0, 'not-concerned': 0 }

export function outcomesOf({ screens, order, isLate, reported, total, each }: OutcomesOptions): Outcomes {
  const counts: Record<Outcome, number> = { ...none, 'not-concerned': Math.max(0, total - screens.length) }
  const rows: Operation['outcomes'][number][] = []
  for (const screen of screens) {
    const one = outcomeOf(reported(screen), order, isLate)
    counts[one.outcome]++
    if (each) rows.push({ screen, ...one })
  }
  return { counts, each: rows }
}

/** A screen that shows it and is no longer heard has shown it all the same: that it is silent now is another matter. */
export function outcomeOf(
  { order: shown, silent, details }: Reported,
  order: Order,
  isLate: boolean,
): { readonly outcome: Outcome; readonly why: OutcomeReason | null } {
  const isShowing = shown !== null && compareOrder(shown, order) >= 0
  if (silent && !isShowing) return { outcome: 'no-contact', why: null }
  const holds = details?.holds ?? null
  const isHeld = holds !== null && compareOrder(holds, order) >= 0
  const substituted = isShowing ? (details?.substituted ?? null) : null
  const [missing] = isHeld ? (details?.missing ?? []) : []
  if (substituted?.why === 'broken') return { outcome: 'failed', why: substituted }
  if (isLate && missing !== undefined) return { outcome: 'failed', why: { slide: missing, why: 'missing' } }
  if (substituted !== null) return { outcome: 'substituted', why: substituted }
  if (isShowing) return { outcome: 'showing', why: null }
  return { outcome: isHeld && details?.isReady === true ? 'ready' : 'waiting', why: null }
}
