/** The synced clock (rule T5): the player's own monotonic clock plus an offset that is a straight line between what probes allow. Pure: every reading is an argument. */
import { instant, type Instant } from '@infoskjerm/shared/time/instant.ts'

/** One answered probe. `sentMs` and `backMs` are of the player's monotonic clock, the other two of the controller's served time. */
export interface Probe {
  readonly sentMs: number
  readonly receivedAt: number
  readonly answeredAt: number
  readonly backMs: number
}

/** What a probe proves, for no message arrives before it was sent: at `atMs` the offset was neither below `leastMs` nor above `mostMs`. */
interface Sample {
  readonly atMs: number
  readonly leastMs: number
  readonly mostMs: number
}

/** The offset at `atMs`, and how much it grows per ms: what two quartzes drift apart. */
interface Line {
  readonly atMs: number
  readonly offsetMs: number
  readonly rate: number
}

export interface ClockState {
  /** Oldest first; never empty. */
  readonly samples: readonly Sample[]
  readonly line: Line
  /** How far the clock in use is above the line at `line.atMs`; it goes there by at most 5 %. */
  readonly aheadMs: number
}

/** Of more than this the one that says least is let go. */
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
/** Answers that vary by less than this are even (ms). */
const unevenMs = 2
/** Until the clock is known this well, it is asked for every second (ms). */
const knownWithinMs = 20
/** Between two probes: while the time is not known well, while the drift is being learnt, and then (ms). The last two are whole beats, which carry the question. */
export const probePauses = { unsureMs: 1_000, learningMs: 5_000, settledMs: 20_000 } as const
/** Answers from which a drift can be told: two minutes of them. */
const settledAfter = 24

/** Takes the answer of a probe. Where no line fits between all samples, one of the clocks was set or stood still: then the new sample alone counts. */
export function learn(state: ClockState | null, { sentMs, receivedAt, answeredAt, backMs }: Probe): ClockState {
  const sample: Sample = { atMs: backMs, leastMs: answeredAt - backMs, mostMs: Math.max(answeredAt - backMs, receivedAt - sentMs) }
  if (state === null) return { samples: [sample], line: between([sample]).line, aheadMs: 0 }
  const all = [...sayingMost(state, backMs), sample]
  const fitted = between(all)
  const fits = fitted.roomMs > -readingMs
  const line = fits ? fitted.line : between([sample]).line
  const aheadMs = offsetAt(state, backMs) - line.offsetMs
  const wasRough = Math.min(...state.samples.map(({ leastMs, mostMs }) => mostMs - leastMs)) > 2 * roughMs
  return { samples: fits ? all : [sample], line, aheadMs: wasRough || Math.abs(aheadMs) >= stepFromMs ? 0 : aheadMs }
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
  let least = Number.NEGATIVE_INFINITY
  let most = Number.POSITIVE_INFINITY
  for (const { atMs, leastMs, mostMs } of state.samples) {
    const drifted = Math.abs(monotonicMs - atMs) * driftPerMs
    least = Math.max(least, leastMs - drifted)
    most = Math.min(most, mostMs + drifted)
  }
  const used = offsetAt(state, monotonicMs)
  return Math.max(used - least, most - used, 0)
}

/** How long after one probe the next is worth its cost (ms). A page that loads answers late to its own probes, and on an uneven network those that are quick one way are rare; a clock that knows its drift needs few. */
export function probePauseMs(state: ClockState | null, monotonicMs: number): number {
  if (state === null || errorBoundMs(state, monotonicMs) > knownWithinMs || isUneven(state)) return probePauses.unsureMs
  return state.samples.length < settledAfter ? probePauses.learningMs : probePauses.settledMs
}

/** Whether most probes say little, and too few say much. */
function isUneven({ samples, line }: ClockState): boolean {
  const slow = samples.filter((one) => slackMs(one, line) > unevenMs)
  return samples.length < mostSamples && slow.length > samples.length / 2
}

/** The samples that are not too old, with room for one more. */
function sayingMost({ samples, line }: ClockState, nowMs: number): readonly Sample[] {
  const recent = samples.filter(({ atMs }) => nowMs - atMs < windowMs)
  if (recent.length < mostSamples) return recent
  const least = recent.reduce((found, one) => (slackMs(one, line) > slackMs(found, line) ? one : found))
  return recent.filter((one) => one !== least)
}

/** How far the line could move before the sample forbade it (ms). */
function slackMs({ atMs, leastMs, mostMs }: Sample, line: Line): number {
  const offsetMs = line.offsetMs + line.rate * (atMs - line.atMs)
  return Math.min(offsetMs - leastMs, mostMs - offsetMs)
}

/** The line with the most room on both sides: every way has a shortest time, and the line lies in the middle of the shortest of both (the convex-hull estimate of Zhang, Liu and Xia, 2002). Where samples lie too close together to tell a drift, a small one is likelier. `roomMs` is negative where no line fits. */
function between(samples: readonly Sample[]): { readonly line: Line; readonly roomMs: number } {
  const { atMs } = samples.at(-1)!
  const floors = telling(samples, ({ leastMs }) => leastMs)
  const roofs = telling(samples, ({ mostMs }) => -mostMs)
  /** The highest floor at `atMs`, had the drift this rate; of roofs, the lowest with its sign turned. */
  const reach = (bounds: readonly Bound[], rate: number): number => {
    let highest = Number.NEGATIVE_INFINITY
    for (const one of bounds) highest = Math.max(highest, one.bound - rate * (one.atMs - atMs))
    return highest
  }
  const worth = (rate: number): number => -reach(floors, rate) - reach(roofs, -rate) - readingMs * (rate / likelyDrift) ** 2
  const rate = samples.length < 2 ? 0 : highest(worth, -driftPerMs, driftPerMs)
  const [least, most] = [reach(floors, rate), -reach(roofs, -rate)]
  return { line: { atMs, offsetMs: (least + most) / 2, rate }, roomMs: (most - least) / 2 }
}

interface Bound {
  readonly atMs: number
  readonly bound: number
}

/** The lower bounds that say something: those that no other implies, whatever the drift. Of those that stay none implies another, so the newest of them is the only one to ask. */
function telling(samples: readonly Sample[], boundOf: (one: Sample) => number): readonly Bound[] {
  const kept: Bound[] = []
  for (const one of samples) {
    const next = { atMs: one.atMs, bound: boundOf(one) }
    while (kept.length > 0 && implies(next, kept.at(-1)!)) kept.pop()
    if (kept.length === 0 || !implies(kept.at(-1)!, next)) kept.push(next)
  }
  return kept
}

/** Whether the offset cannot be below the other bound where it is not below this one. */
function implies(one: Bound, other: Bound): boolean {
  return other.bound <= one.bound - driftPerMs * Math.abs(other.atMs - one.atMs)
}

/** Where a concave function is highest, to a thousandth of the range: golden sections (Kiefer 1953). */
function highest(worth: (x: number) => number, from: number, until: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [from, until]
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [worth(left), worth(right)]
  while (high - low > (until - from) / 1_000) {
    if (atLeft >= atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - golden * (high - low)
      atLeft = worth(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + golden * (high - low)
      atRight = worth(right)
    }
  }
  return (low + high) / 2
}

function offsetAt({ line, aheadMs }: ClockState, monotonicMs: number): number {
  const passedMs = monotonicMs - line.atMs
  const left = Math.max(0, Math.abs(aheadMs) - Math.max(0, passedMs) * slewRate)
  return line.offsetMs + line.rate * passedMs + Math.sign(aheadMs) * left
}
