/** Wakes at an instant of synced time: a timer to just before it, then frame by frame, so that two screens change in the same frame. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'

export interface Waker {
  /** Replaces any earlier instant. */
  readonly at: (instant: Instant) => void
}

const leadMs = 60
/** Timers in browsers hold at most 2³¹ − 1 ms. */
const longestMs = 60_000

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
    } else if (leftMs > leadMs) timer = window.setTimeout(() => arm(mine), Math.min(leftMs - leadMs, longestMs))
    // A hidden tab gets no frames.
    else if (document.hidden) timer = window.setTimeout(() => arm(mine), leftMs)
    else requestAnimationFrame(() => arm(mine))
  }

  return {
    at: (instant) => {
      if (instant === due) return
      due = instant
      window.clearTimeout(timer)
      arm(++generation)
    },
  }
}
