/** What will be on the glass soon, so that it can be made ready (rule E1). */
import type { Live } from '../model/live.ts'
import { type Slot, slots } from '../model/manifest.ts'
import { mediaOf } from '../model/slide.ts'
import { type Instant, later } from '../time/instant.ts'
import type { SlotContent } from './diff.ts'
import { lookOf } from './look.ts'
import { standsAt } from './manual.ts'
import type { Plan } from './plan.ts'
import { holderAt, resolve } from './resolve.ts'
import type { Showing } from './scene.ts'

/** Content that comes into a slot at `at`, and the media it needs, by hash. A layout comes again whenever another slide comes into one of its regions. */
export interface Coming extends SlotContent {
  readonly at: Instant
  readonly media: readonly string[]
}

/** What is on the glass at `t` and what comes in the `horizonMs` after, in order, each turn once; no further than the plan reaches. */
export function ahead(plan: Plan, live: Live, t: Instant, horizonMs: number): readonly Coming[] {
  const end = Math.min(later(t, horizonMs), plan.window.until)
  const seen = new Set<string>()
  const coming: Coming[] = []
  for (let at = t; at < end;) {
    const scene = resolve(plan, live, at)
    for (const slot of slots) {
      const content = scene.slots[slot]
      if (content === undefined) continue
      const name = `${slot} ${lookOf(content)}`
      if (seen.has(name)) continue
      seen.add(name)
      coming.push({ slot, content, at, media: content.kind === 'slide' ? mediaFor(plan, live, content, slot, at) : [] })
    }
    at = scene.until
  }
  return coming
}

/** Of the slide and of what stands in its regions; of a manual entry also what *next* would bring, for nobody knows when. */
function mediaFor(plan: Plan, live: Live, showing: Showing, slot: Slot, t: Instant): readonly string[] {
  const held = holderAt(
    plan.slots.find((place) => place.slot === slot),
    t,
  )
  const next = held?.stretch.kind === 'manual' ? mediaOf(standsAt(held.stretch, live.cues[showing.entry], t).next.leaf.slide) : []
  const inside = showing.regions.flatMap((region) => (region === null ? [] : mediaOf(region.slide)))
  return [...new Set([...mediaOf(showing.slide), ...inside, ...next])]
}
