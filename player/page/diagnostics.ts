/** The diagnostics interface: `window.infoskjerm`, read by tests and by whoever stands before the browser's console. Nothing on the glass depends on it. */

/** One turn on the glass: `chosenAt` is the synced instant of the frame in which it was chosen, `paintedAt` that of its presented frame. */
export interface TurnRecord {
  readonly key: string
  readonly chosenAt: number
  paintedAt: number | null
}

export interface Diagnostics {
  /** The last turns of the main slot and of overrides, oldest first. */
  readonly log: TurnRecord[]
  /** Synced time minus this page's monotonic clock at this moment (ms), and the bound of its error. */
  readonly offsetMs: number
  readonly errorBoundMs: number
  /** Messages that could not be read and were left out. */
  misread: number
  /** Times the glass was built anew after an error. */
  rebuilt: number
  /** What went wrong without concerning the glass, newest last. */
  readonly notes: string[]
}

declare global {
  interface Window {
    infoskjerm: Diagnostics
  }
}

const turnsKept = 500
const notesKept = 50

/** What the page's clock says of itself (ms). */
export interface ClockReading {
  readonly offsetMs: number
  readonly errorBoundMs: number
}

/** `note` takes what was refused and the error. */
export function createDiagnostics(clock: () => ClockReading): Diagnostics & {
  readonly chosen: (key: string, at: number) => void
  readonly painted: (key: string, at: number) => void
  readonly note: (what: string, why: unknown) => void
} {
  const log: TurnRecord[] = []
  const notes: string[] = []
  return {
    log,
    get offsetMs() {
      return clock().offsetMs
    },
    get errorBoundMs() {
      return clock().errorBoundMs
    },
    misread: 0,
    rebuilt: 0,
    notes,
    note: (what, why) => {
      notes.push(`${what}: ${String(why)}`)
      if (notes.length > notesKept) notes.shift()
    },
    chosen: (key, at) => {
      if (log.at(-1)?.key === key) return
      log.push({ key, chosenAt: at, paintedAt: null })
      if (log.length > turnsKept) log.shift()
    },
    painted: (key, at) => {
      const turn = log.findLast((one) => one.key === key)
      if (turn !== undefined && turn.paintedAt === null) turn.paintedAt = at
    },
  }
}
