/** How publishing shares the process with everything else: in short slices, and no oftener than screens can tell. */
import { limits } from '@infoskjerm/shared/limits.ts'

export interface Pace {
  /** Runs `work` once after so long (ms); 0: as soon as everything else that waits has had its turn. Answers how to call it off. */
  readonly after: (ms: number, work: () => void) => () => void
  /** One slice lasts about this long (ms); Infinity: all in one. */
  readonly sliceMs: number
  /** Commits within this (ms) of the last publication become one (rule W3). */
  readonly coalesceMs: number
}

/** The pace of a controller. */
export function steadyPace(): Pace {
  return {
    after: (ms, work) => {
      if (ms > 0) {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      }
      const turn = setImmediate(work)
      return () => clearImmediate(turn)
    },
    sliceMs: limits.sliceMs,
    coalesceMs: limits.coalesceMs,
  }
}

/** Everything within the commit that causes it, for who has nobody to share with. */
export const atOnce: Pace = {
  after: (_, work) => {
    work()
    return () => undefined
  },
  sliceMs: Number.POSITIVE_INFINITY,
  coalesceMs: 0,
}
