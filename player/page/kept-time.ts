/** What a page knows of the time before anybody has told it: the computer's clock, as far as that has proved right before (rule T5). */
import { limits } from '@infoskjerm/shared/limits.ts'

export interface KeptTime {
  /** The time as the computer's clock has it, put right by how far it was off the last time (ms). */
  readonly guessMs: () => number
  /** Whether the guess at the start can be true: not before the last instant that was kept, and not long after it. */
  readonly isLikely: boolean
  /** Keeps the synced time, at most every `limits.syncedKeptEveryMs`. */
  readonly keep: (syncedMs: number) => void
}

export interface KeptTimeOptions {
  readonly wallMs: () => number
  readonly recall: (key: string) => string | null
  readonly remember: (key: string, text: string) => void
}

const key = 'infoskjerm.clock'

export function createKeptTime({ wallMs, recall, remember }: KeptTimeOptions): KeptTime {
  const [offset, last] = (recall(key) ?? '').split(',').map(Number)
  const offsetMs = Number.isFinite(offset) ? (offset ?? 0) : 0
  const lastMs = last ?? NaN
  const startMs = wallMs() + offsetMs
  let keptAtMs = -Infinity
  return {
    guessMs: () => wallMs() + offsetMs,
    isLikely: startMs >= lastMs && startMs <= lastMs + limits.unprovedAheadMs,
    keep: (syncedMs) => {
      if (Math.abs(syncedMs - keptAtMs) < limits.syncedKeptEveryMs) return
      keptAtMs = syncedMs
      remember(key, `${Math.round(syncedMs - wallMs())},${Math.round(syncedMs)}`)
    },
  }
}
