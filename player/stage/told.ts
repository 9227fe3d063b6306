/** What the glass tells those who listen: what stands, and what could not be shown. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'

/** Detail of the event `painted`: a content has been presented, all of it. `look` is its key and, for a layout, what stands in each region. */
export interface Painted {
  readonly look: string
  readonly at: Instant
}

/** Detail of the event `substituted`: this slide could not be shown at its turn, and what stood before still stands. */
export interface Substituted {
  readonly slide: string
  readonly why: SubstitutionReason
}

/** Detail of the event `failed` of a kind: what stood, or should, does not any more. Its slide tells it on as `substituted`. */
export interface Failed {
  readonly why: SubstitutionReason
}

/** Dispatches such an event; it passes every shadow root on its way. */
export function tell<T extends Painted | Substituted | Failed>(
  from: EventTarget,
  type: 'painted' | 'substituted' | 'failed',
  detail: T,
): void {
  from.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }))
}
