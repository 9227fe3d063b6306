/** The venue's served time (rule T4): the machine's monotonic clock from a start that is fixed once, or a demo moment that goes round. */
import { hourMs, type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { DemoMoment } from '@infoskjerm/shared/wire/api.ts'
import type { Logger } from 'pino'
import type { Store } from '../storage/store.ts'

export interface VenueClock {
  readonly now: () => Instant
  /** The same with fractions, ms. */
  readonly nowMs: () => number
  readonly demo: () => DemoMoment | null
  /** The moments that the demo clock can show; null where the current event is not the sample or names none. */
  readonly moments: () => Moments | null
  /** Sets the demo clock, or (null) follows the machine's. Survives a restart without a jump. */
  readonly setDemo: (moment: DemoMoment | null) => void
  /** How far the machine's wall clock has jumped since the start without being followed (ms); 0: not at all. */
  readonly movedMs: () => number
  /** Follows the wall clock to where it jumped. */
  readonly accept: () => void
  /** Called after time has jumped because somebody asked for it. */
  readonly onJump: (listener: () => void) => void
  readonly close: () => void
}

export type Moments = Readonly<Record<DemoMoment, string>>

export interface VenueClockOptions {
  readonly store: Store
  readonly wallMs: () => number
  readonly monotonicMs: () => number
  readonly log: Logger
  readonly every: (ms: number, work: () => void) => () => void
  /** Whether the current event is the sample; anything else follows the clock. */
  readonly isSample: () => boolean
}

/** A demo moment goes on for so long and then begins again (ms): long enough for an evening of looking. */
const roundMs = 6 * hourMs
/** The wall clock is looked at this often (ms). */
const checkMs = 1_000
/** A wall clock that moves by more than this between two looks has jumped (ms). */
const jumpMs = 1_000
/** The wall clock tells whole milliseconds; what is within them is no correction, and following it would make served time tremble. */
const wallStepMs = 1
/** How fast served time follows the wall clock's own small corrections: 500 ppm, the most that NTP slews. */
const slewPerMs = 0.0005

interface Demo {
  readonly moment: DemoMoment
  readonly startedAtWallMs: number
}

export function createVenueClock(options: VenueClockOptions): VenueClock {
  const { store, isSample } = options
  const steady = createSteadyClock(options)
  const listeners: (() => void)[] = []
  let demo = firstDemo()
  let startMs = startOf(demo)
  store.onCommit(({ tables }) => {
    if (!tables.has('events')) return
    if (demo !== null && !isSample()) setDemo(null)
    startMs = startOf(demo)
  })

  function moments(): Moments | null {
    return isSample() ? store.setting<Moments | null>('demo', null) : null
  }

  function firstDemo(): Demo | null {
    if (moments() === null) return null
    const kept = store.setting<Demo | 'follow' | null>('clock', null)
    if (kept === 'follow') return null
    const first = kept ?? { moment: 'friday' as const, startedAtWallMs: steady.nowMs() }
    if (kept === null) store.setSetting('clock', first)
    return first
  }

  /** When the moment begins, NaN where there is none: every question for the time needs it, so it is not read for each. */
  function startOf(of: Demo | null): number {
    return of === null ? Number.NaN : Date.parse(moments()?.[of.moment] ?? '')
  }

  function setDemo(moment: DemoMoment | null): void {
    demo = moment === null ? null : { moment, startedAtWallMs: steady.nowMs() }
    startMs = startOf(demo)
    store.setSetting('clock', demo ?? 'follow')
    for (const listener of listeners) listener()
  }

  function nowMs(): number {
    return demo === null || Number.isNaN(startMs) ? steady.nowMs() : startMs + modulo(steady.nowMs() - demo.startedAtWallMs, roundMs)
  }

  return {
    nowMs,
    now: () => instant(Math.floor(nowMs())),
    demo: () => demo?.moment ?? null,
    moments,
    setDemo,
    movedMs: steady.movedMs,
    accept: () => {
      const movedMs = steady.accept()
      // A demo moment is no matter of the wall clock.
      if (demo !== null) {
        demo = { ...demo, startedAtWallMs: demo.startedAtWallMs + movedMs }
        store.setSetting('clock', demo)
      }
      for (const listener of listeners) listener()
    },
    onJump: (listener) => void listeners.push(listener),
    close: steady.close,
  }
}

interface Steady extends Pick<VenueClock, 'nowMs' | 'movedMs' | 'close'> {
  /** Answers by how much time has jumped now (ms). */
  readonly accept: () => number
}

/** Monotonic time from the wall clock as it was at the start. Small corrections of the wall clock are followed slowly, a jump is logged and changes nothing. */
function createSteadyClock({ wallMs, monotonicMs, log, every }: VenueClockOptions): Steady {
  let offsetMs = wallMs() - monotonicMs()
  let ignoredMs = 0
  let lastMs = monotonicMs()
  let lastWallMs = wallMs()

  function check(): void {
    const atMs = monotonicMs()
    const atWallMs = wallMs()
    const passedMs = atMs - lastMs
    const movedMs = atWallMs - lastWallMs - passedMs
    lastMs = atMs
    lastWallMs = atWallMs
    if (Math.abs(movedMs) > jumpMs) {
      ignoredMs += movedMs
      log.warn({ movedMs: Math.round(movedMs) }, 'the clock of this machine jumped; the venue’s time goes on as it was')
      return
    }
    const behindMs = atWallMs - ignoredMs - (atMs + offsetMs)
    const tellsMs = Math.sign(behindMs) * Math.max(0, Math.abs(behindMs) - wallStepMs)
    offsetMs += Math.max(-slewPerMs * passedMs, Math.min(slewPerMs * passedMs, tellsMs))
  }

  return {
    nowMs: () => monotonicMs() + offsetMs,
    movedMs: () => Math.round(ignoredMs),
    accept: () => {
      const movedMs = ignoredMs
      offsetMs += movedMs
      ignoredMs = 0
      return movedMs
    },
    close: every(checkMs, check),
  }
}

function modulo(a: number, b: number): number {
  return ((a % b) + b) % b
}
