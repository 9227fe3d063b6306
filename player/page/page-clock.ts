/** The page's clock (rule T5): asks the controller for the time, as often as it is worth, and says what time it is before and after it was told. */
import { instant, type Instant } from '@infoskjerm/shared/time/instant.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { type ClockState, errorBoundMs, learn, probePauseMs, probePauses, syncedMs } from '../core/clock.ts'
import type { ClockReading } from './diagnostics.ts'
import type { KeptTime } from './kept-time.ts'

export interface PageClockOptions {
  /** What is known of the time before anybody has told it. */
  readonly keptTime: KeptTime
  /** A preview's own time: its first instant; null: the time as it is. */
  readonly beginsAtMs: number | null
  /** Asks for the time by a message of its own. */
  readonly probe: (sentMs: number) => void
}

export interface PageClock {
  /** Synced time, with fractions of a millisecond. */
  readonly nowMs: () => number
  readonly now: () => Instant
  readonly reading: () => ClockReading
  /** Nobody has told the time yet. */
  readonly isUntold: () => boolean
  /** Asks several times: of one answer alone nobody knows how late it was. */
  readonly ask: () => void
  /** What the next beat asks with: the monotonic clock (ms); null: the time need not be asked for. */
  readonly asksWith: () => number | null
  /** Asks by a message of its own, when it is time. */
  readonly askIfDue: () => void
  /** Takes an answer that came at `backMs` of the monotonic clock. `movedMs`: how far the time was off. */
  readonly learn: (
    answer: Extract<GatewayMessage, { t: 'time' }>,
    backMs: number,
  ) => { readonly isFirst: boolean; readonly movedMs: number }
}

/** Questions of the first second, and the pause between them (ms). */
const firstProbes = 5
const firstProbesEveryMs = 150
/** Timers of browsers are early and late; a beat that is early by less than this asks nevertheless (ms). */
const timerMs = 500

export function createPageClock({ keptTime, beginsAtMs, probe }: PageClockOptions): PageClock {
  let clock: ClockState | null = null
  let shiftMs = 0
  let askedAtMs = Number.NEGATIVE_INFINITY

  const toldMs = (): number => (clock === null ? keptTime.guessMs() : syncedMs(clock, performance.now()))
  const nowMs = (): number => toldMs() + shiftMs
  const asksWith = (): number | null => {
    const atMs = performance.now()
    if (atMs - askedAtMs < probePauseMs(clock, atMs) - timerMs) return null
    askedAtMs = atMs
    return atMs
  }
  const askNow = (): void => {
    askedAtMs = performance.now()
    probe(askedAtMs)
  }
  const askIfDue = (): void => {
    const sentMs = asksWith()
    if (sentMs !== null) probe(sentMs)
  }
  // What is asked every second is worth a message of its own; later the beat carries the question.
  window.setInterval(() => {
    if (probePauseMs(clock, performance.now()) === probePauses.unsureMs) askIfDue()
  }, probePauses.unsureMs)

  return {
    nowMs,
    now: () => instant(Math.floor(nowMs())),
    reading: () => {
      const atMs = performance.now()
      return {
        offsetMs: (clock === null ? keptTime.guessMs() - atMs : syncedMs(clock, atMs) - atMs) + shiftMs,
        errorBoundMs: clock === null ? Number.POSITIVE_INFINITY : errorBoundMs(clock, atMs),
      }
    },
    isUntold: () => clock === null,
    ask: () => {
      for (let n = 0; n < firstProbes; n++) window.setTimeout(askNow, n * firstProbesEveryMs)
    },
    asksWith,
    askIfDue,
    learn: (answer, backMs) => {
      const isFirst = clock === null
      const beforeMs = nowMs()
      clock = learn(clock, { ...answer, backMs })
      if (isFirst && beginsAtMs !== null) shiftMs = beginsAtMs - nowMs()
      keptTime.keep(toldMs())
      return { isFirst, movedMs: nowMs() - beforeMs }
    },
  }
}
