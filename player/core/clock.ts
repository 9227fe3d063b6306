/** The synced clock (rule T5): the player's own monotonic clock plus an offset that is a straight line through what probes told. Pure: every reading is an argument. */
import { instant, type Instant } from '@infoskjerm/shared/time/instant.ts'

/** One answered probe. `sentMs` and `backMs` are of the player's monotonic clock, the other two of the controller's served time. */
export interface Probe {
  readonly sentMs: number
  readonly receivedAt: number
  readonly answeredAt: number
  readonly backMs: number
}

/** What a probe proves: at `atMs` the offset was within `halfMs` (half of the time on the wire) of `offsetMs`. */
interface Sample {
  readonly offsetMs: number
  readonly halfMs: number
  readonly atMs: number
}

/** The offset at `atMs`, and how much it grows per ms: what two quartzes drift apart. */
interface Line {
  readonly offsetMs: number
  readonly atMs: number
  readonly rate: number
}

export interface ClockState {
  /** Oldest first; never empty. */
  readonly samples: readonly Sample[]
  readonly line: Line
  /** How far the clock in use is above the line at `line.atMs`; it goes there by at most 5 %. */
  readonly aheadMs: number
}

/** Of more than this the slowest is let go. */
const mostSamples = 256
const windowMs = 600_000
const slewRate = 0.05
/** Errors from here on are stepped, not slewed. */
export const stepFromMs = 2_000
/** A clock that never knew the time better than this is in step with nobody, and is set instead of slewed (ms). A page that is still loading answers late to its own probes. */
const roughMs = 50
/** A quartz that is off by 100 ppm is a bad one; half of that is what one may expect beforehand. */
const driftPerMs = 100e-6
const likelyDrift = 50e-6
/** What a page's own readings jitter by (ms). */
const readingMs = 0.1

/** Takes the answer of a probe. A sample that cannot be true together with the others proves that one of the clocks was set or stood still: then it alone counts. */
export function learn(state: ClockState | null, probe: Probe): ClockState {
  const sample: Sample = {
    offsetMs: (probe.receivedAt - probe.sentMs + probe.answeredAt - probe.backMs) / 2,
    halfMs: Math.max(0, (probe.backMs - probe.sentMs - (probe.answeredAt - probe.receivedAt)) / 2),
    atMs: probe.backMs,
  }
  if (state === null) return { samples: [sample], line: fit([sample]), aheadMs: 0 }
  const recent = quickest(state.samples.filter((one) => sample.atMs - one.atMs < windowMs))
  const samples = recent.every((one) => agree(one, sample)) ? [...recent, sample] : [sample]
  const line = fit(samples)
  const aheadMs = offsetAt(state, line.atMs) - line.offsetMs
  const wasRough = Math.min(...state.samples.map(({ halfMs }) => halfMs)) > roughMs
  return { samples, line, aheadMs: wasRough || Math.abs(aheadMs) >= stepFromMs ? 0 : aheadMs }
}

/** Synced time at a reading of the monotonic clock, with fractions of a millisecond. */
export function syncedMs(state: ClockState, monotonicMs: number): number {
  return monotonicMs + offsetAt(state, monotonicMs)
}

/** The same, as an instant. */
export function syncedAt(state: ClockState, monotonicMs: number): Instant {
  return instant(Math.floor(syncedMs(state, monotonicMs)))
}

/** How far the synced clock may be off, in ms: as far as the span in which every sample allows the truth to lie, at a drift of 100 ppm. */
export function errorBoundMs(state: ClockState, monotonicMs: number): number {
  const { from, until } = allowed(state.samples, monotonicMs)
  const used = offsetAt(state, monotonicMs)
  return Math.max(used - from, until - used, 0)
}

/** Whether the network answers so unevenly that more probes are worth their cost: too few samples took the shortest way for their middle to be good. */
export function wantsProbes({ samples }: ClockState): boolean {
  const halves = samples.map(({ halfMs }) => halfMs).sort((a, b) => a - b)
  const shortest = halves[0] ?? 0
  const middle = halves[Math.floor(halves.length / 2)] ?? 0
  return samples.length < mostSamples && middle - shortest > 2 && halves.filter((half) => half < shortest + 1).length < 5
}

/** Room for one more. */
function quickest(samples: readonly Sample[]): readonly Sample[] {
  if (samples.length < mostSamples) return samples
  const slowest = samples.reduce((found, one) => (one.halfMs > found.halfMs ? one : found))
  return samples.filter((one) => one !== slowest)
}

/** Whether both can be true, where the clocks drift apart by at most twice `driftPerMs`. */
function agree(a: Sample, b: Sample): boolean {
  return Math.abs(a.offsetMs - b.offsetMs) <= a.halfMs + b.halfMs + readingMs + 2 * driftPerMs * Math.abs(a.atMs - b.atMs)
}

/** The likeliest line through the samples: weighted least squares, where a sample is as uncertain as it took longer than the shortest way there is, and drift is expected to be small (ridge regression; the quickest round trip is symmetric, Cristian 1989). */
function fit(samples: readonly Sample[]): Line {
  const { shortest, spread } = quickestOf(samples)
  const { atMs } = samples.at(-1)!
  let weights = 0
  let at = 0
  let offset = 0
  const weighted = samples.map((sample) => {
    const weight = 1 / (readingMs + spread + sample.halfMs - shortest) ** 2
    weights += weight
    at += weight * (sample.atMs - atMs)
    offset += weight * sample.offsetMs
    return { sample, weight }
  })
  at /= weights
  offset /= weights
  let together = 0
  let square = 1 / likelyDrift ** 2
  for (const { sample, weight } of weighted) {
    const dt = sample.atMs - atMs - at
    together += weight * dt * (sample.offsetMs - offset)
    square += weight * dt * dt
  }
  const rate = Math.max(-driftPerMs, Math.min(driftPerMs, together / square))
  const { from, until } = allowed(samples, atMs)
  return { offsetMs: Math.max(from, Math.min(until, offset - rate * at)), atMs, rate }
}

/** The quickest sample, and how far the next ones are from it: about as far as it is itself from the shortest way there is. */
function quickestOf(samples: readonly Sample[]): { readonly shortest: number; readonly spread: number } {
  const halves = samples.map(({ halfMs }) => halfMs).sort((a, b) => a - b)
  const shortest = halves[0] ?? 0
  return { shortest, spread: (halves[Math.min(4, halves.length >> 2)] ?? shortest) - shortest }
}

/** The offsets that every sample allows at a reading; where reading errors leave nothing, the middle. */
function allowed(samples: readonly Sample[], monotonicMs: number): { readonly from: number; readonly until: number } {
  const reach = ({ halfMs, atMs }: Sample): number => halfMs + Math.abs(monotonicMs - atMs) * driftPerMs
  const from = Math.max(...samples.map((one) => one.offsetMs - reach(one)))
  const until = Math.min(...samples.map((one) => one.offsetMs + reach(one)))
  return from <= until ? { from, until } : { from: (from + until) / 2, until: (from + until) / 2 }
}

function offsetAt({ line, aheadMs }: ClockState, monotonicMs: number): number {
  const passedMs = monotonicMs - line.atMs
  const left = Math.max(0, Math.abs(aheadMs) - Math.max(0, passedMs) * slewRate)
  return line.offsetMs + line.rate * passedMs + Math.sign(aheadMs) * left
}
