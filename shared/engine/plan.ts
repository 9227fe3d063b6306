/** Plans: a manifest worked out for a window of time, so that asking it costs a few searches. */
import type { Manifest, Slot } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import type { Interval } from './day.ts'
import type { Manual } from './manual.ts'
import type { Stretch } from './stretch.ts'
import type { Claim } from './track.ts'

/** A stretch and whose it is. */
export interface Held {
  readonly claim: Claim
  readonly stretch: Stretch | Manual
}

/** One slot, or the regions that a playlist stands in, over the window: who holds it from `starts[i]` to `starts[i + 1]` (the last to the window's end); null: nobody. `held` is everything that could have been shown, covered or not. */
export interface Holders {
  readonly starts: readonly Instant[]
  readonly holders: readonly (Held | null)[]
  readonly held: readonly Held[]
}

export interface SlotPlan extends Holders {
  readonly slot: Exclude<Slot, 'override'>
}

/** What a manifest shows in `[window.from, window.until)`. Opaque to everything outside the engine, immutable, worth keeping: it only ever depends on the manifest and the window, and no answer depends on the window. */
export interface Plan {
  readonly manifest: Manifest
  readonly window: Interval
  readonly slots: readonly SlotPlan[]
  /** What rotates in the regions of layouts, by playlist. */
  readonly regions: ReadonlyMap<string, Holders>
}

/** Whether the plan knows what happens at `t`. */
export function covers(plan: Plan, t: Instant): boolean {
  return plan.window.from <= t && t < plan.window.until
}

/** Throws when the plan does not cover `t`: asking it is a broken invariant of the caller, who compiles another. */
export function assertCovers(plan: Plan, t: Instant): void {
  if (!covers(plan, t)) throw new Error(`the plan covers [${plan.window.from}, ${plan.window.until}), asked for ${t}`)
}
