/** Tells an answer that was asked for before our own save, and would set the words back, from one that somebody's *Angre* made older on purpose. */
import type { Rfc3339 } from '@infoskjerm/shared/wire/api.ts'

export interface StaleGuard {
  /** Our own save has been stored as of `changedAt`. */
  readonly saved: (changedAt: Rfc3339) => void
  /** Forgets the last save: what comes next is right, be it older. */
  readonly forget: () => void
  readonly isStale: (changedAt: Rfc3339) => boolean
}

/** An answer on its way when we saved has come after this long (ms); no hand reaches *Angre* sooner. */
const onItsWayMs = 700

export function createStaleGuard(monotonicMs: () => number): StaleGuard {
  let last: { readonly changedAt: Rfc3339; readonly atMs: number } | null = null
  return {
    saved(changedAt) {
      last = { changedAt, atMs: monotonicMs() }
    },
    forget() {
      last = null
    },
    isStale: (changedAt) => last !== null && changedAt < last.changedAt && monotonicMs() - last.atMs < onItsWayMs,
  }
}
