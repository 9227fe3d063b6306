/** The synced clock (rule T5): the player's own monotonic clock plus an offset learnt from probes. Pure: every reading is an argument. */
import { instant, type Instant } from '@infoskjerm/shared/time/instant.ts'

/** One answered probe. `sentMs` and `backMs` are of the player's monotonic clock, the other two of the controller's served time. */
export interface Probe {
  readonly sentMs: number
  readonly receivedAt: number
  readonly answeredAt: number
  readonly backMs: number
}

interface Sample {
  readonly offsetMs: number
  /** Time on the wire, there and back. */
  readonly roundTripMs: number
  readonly atMs: number
}

export interface ClockState {
  readonly samples: readonly Sample[]
  /** What is aimed at. */
  readonly targetMs: number
  /** The offset in use at `slewFromMs`; from there it goes to the target by at most 5 %. */
  readonly slewMs: number
  readonly slewFromMs: number
}

const windowLength = 16
const windowMs = 120_000
const slewRate = 0.05
/** Errors from here on are stepped, not slewed. */
export const stepFromMs = 2_000
/** A clock that never knew the time better than this is in step with nobody, and is set instead of slewed (ms). A page that is still loading answers late to its own probes. */
const roughMs = 50
/** A quartz that is off by 100 ppm is a bad one. */
const driftPerMs = 100e-6

/** Takes the answer of a probe. The sample with the lowest round trip of the last two minutes decides; samples that contradict it by more than a step belong to a clock that was set, and are dropped. */
export function learn(state: ClockState | null, probe: Probe): ClockState {
  const sample: Sample = {
    offsetMs: (probe.receivedAt - probe.sentMs + probe.answeredAt - probe.backMs) / 2,
    roundTripMs: probe.backMs - probe.sentMs - (probe.answeredAt - probe.receivedAt),
    atMs: probe.backMs,
  }
  const recent = (state?.samples ?? []).filter(
    (one) => sample.atMs - one.atMs < windowMs && Math.abs(one.offsetMs - sample.offsetMs) < stepFromMs,
  )
  const samples = [...recent, sample].slice(-windowLength)
  const targetMs = samples.reduce((best, one) => (bound(one, sample.atMs) < bound(best, sample.atMs) ? one : best)).offsetMs
  const inUseMs = state === null ? targetMs : offsetAt(state, sample.atMs)
  const isRough = Math.min(...(state?.samples ?? []).map((one) => one.roundTripMs / 2)) > roughMs
  const stepped = isRough || Math.abs(targetMs - inUseMs) >= stepFromMs
  return { samples, targetMs, slewMs: stepped ? targetMs : inUseMs, slewFromMs: sample.atMs }
}

/** Synced time at a reading of the monotonic clock, with fractions of a millisecond. */
export function syncedMs(state: ClockState, monotonicMs: number): number {
  return monotonicMs + offsetAt(state, monotonicMs)
}

/** The same, as an instant. */
export function syncedAt(state: ClockState, monotonicMs: number): Instant {
  return instant(Math.floor(syncedMs(state, monotonicMs)))
}

/** How far the synced clock may be off, in ms: half the round trip of the deciding sample, what a quartz drifts since, and what is still being slewed. */
export function errorBoundMs(state: ClockState, monotonicMs: number): number {
  const best = Math.min(...state.samples.map((sample) => bound(sample, monotonicMs)))
  return best + Math.abs(state.targetMs - offsetAt(state, monotonicMs))
}

function bound(sample: Sample, atMs: number): number {
  return sample.roundTripMs / 2 + (atMs - sample.atMs) * driftPerMs
}

function offsetAt(state: ClockState, monotonicMs: number): number {
  const most = Math.max(0, monotonicMs - state.slewFromMs) * slewRate
  const missing = state.targetMs - state.slewMs
  return state.slewMs + Math.sign(missing) * Math.min(Math.abs(missing), most)
}
