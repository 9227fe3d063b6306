/** When publications are made: one at a time, in slices, the first of a burst at once and the rest of it together (rule W3). */
import type { Logger } from 'pino'
import type { Pace } from './pace.ts'

/** What one publication is for. `goOn` false: the clock jumped, and nothing that stood on the glass is worth going on with. */
export interface Run {
  readonly revisions: readonly number[]
  readonly goOn: boolean
}

export interface RunsOptions {
  readonly pace: Pace
  readonly monotonicMs: () => number
  readonly log: Pick<Logger, 'error'>
  /** Makes a publication, a step at a time. Nothing of it may be told before its last step. */
  readonly publish: (run: Run) => Generator<void, void>
}

export interface Runs {
  /** Asks for a publication of what is stored now. Its first slice may be done before this answers, and throws what goes wrong in it. */
  readonly request: (run: Run) => void
  /** The same, whole, before this answers. */
  readonly now: (run: Run) => void
  /** Nothing is asked for or under way any more. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

/** What is asked for while a publication is under way becomes the next one: what goes out is always a whole state of the venue. */
export function createRuns({ pace, monotonicMs, log, publish }: RunsOptions): Runs {
  let wanted: Run | null = null
  /** What could not be published; it goes along with the next that is asked for. */
  let failed: Run | null = null
  let running: { readonly run: Run; readonly steps: Generator<void, void> } | null = null
  let callOff: (() => void) | null = null
  let lastMs = Number.NEGATIVE_INFINITY
  let isClosed = false
  const waiting: (() => void)[] = []

  function begin(run: Run): void {
    running = { run, steps: publish(run) }
    lastMs = monotonicMs()
  }

  /** Works until the slice is over; answers whether the publication is made. What throws is asked for again with the next request. */
  function slice(sliceMs: number): boolean {
    if (running === null) return true
    const { run, steps } = running
    const startMs = monotonicMs()
    try {
      do {
        if (steps.next().done !== true) continue
        running = null
        lastMs = monotonicMs()
        return true
      } while (monotonicMs() - startMs < sliceMs)
      return false
    } catch (error) {
      running = null
      failed = joined(run, failed)
      throw error
    }
  }

  /** Goes on with what is under way, or begins what is wanted once it is time; then waits for its next turn. */
  function turn(): void {
    callOff = null
    if (running === null && wanted !== null) {
      const waitMs = lastMs + pace.coalesceMs - monotonicMs()
      if (waitMs > 0) return wait(waitMs)
      const run = joined(wanted, failed)
      wanted = null
      failed = null
      begin(run)
    }
    const isDone = slice(pace.sliceMs)
    if (!isDone || wanted !== null) wait(isDone ? pace.coalesceMs : 0)
    else settle()
  }

  function wait(ms: number): void {
    const stop = pace.after(ms, () => {
      try {
        turn()
      } catch (error) {
        log.error({ err: error }, 'what is new could not be published')
        afterFailure()
      }
    })
    if (running !== null || wanted !== null) callOff = stop
  }

  function afterFailure(): void {
    if (wanted === null) settle()
    else wait(pace.coalesceMs)
  }

  function settle(): void {
    for (const told of waiting.splice(0)) told()
  }

  return {
    request: (run) => {
      if (isClosed) return
      wanted = joined(run, wanted)
      if (running !== null || callOff !== null) return
      try {
        turn()
      } catch (error) {
        afterFailure()
        throw error
      }
    },
    now: (run) => {
      begin(run)
      slice(Number.POSITIVE_INFINITY)
    },
    settled: () =>
      new Promise((resolve) => {
        if (running === null && wanted === null) resolve()
        else waiting.push(resolve)
      }),
    close: () => {
      isClosed = true
      callOff?.()
      callOff = null
      running = null
      wanted = null
      settle()
    },
  }
}

function joined(run: Run, other: Run | null): Run {
  return other === null ? run : { revisions: [...other.revisions, ...run.revisions], goOn: run.goOn && other.goOn }
}
