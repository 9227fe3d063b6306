/** Wakes at an instant of synced time: a timer to just before it, then frame by frame, so that two screens change in the same frame. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'

export interface Waker {
  /** Replaces any earlier instant, and takes the clock as it is now: called again with the same one after the clock was set. */
  readonly at: (instant: Instant) => void
}

const leadMs = 60
/** Timers in browsers hold at most 2³¹ − 1 ms. */
const longestMs = 60_000
/** Synced time runs up to 5 % faster than the timer while it is slewed (rule T5). */
const fastest = 1.05

export function createWaker(nowMs: () => number, wake: () => void): Waker {
  let timer = 0
  let due = Number.POSITIVE_INFINITY
  let generation = 0

  const arm = (mine: number): void => {
    if (mine !== generation) return
    const leftMs = due - nowMs()
    if (leftMs <= 0) {
      due = Number.POSITIVE_INFINITY
      wake()
    } else if (leftMs > leadMs) timer = window.setTimeout(() => arm(mine), Math.min((leftMs - leadMs) / fastest, longestMs))
    // A hidden tab gets no frames.
    else if (document.hidden) timer = window.setTimeout(() => arm(mine), leftMs)
    else requestAnimationFrame(() => arm(mine))
  }

  return {
    at: (instant) => {
      due = instant
      window.clearTimeout(timer)
      arm(++generation)
    },
  }
}
