/** The one question: what is on the screen at an instant (rule E1). */
import type { Live } from '../model/live.ts'
import type { Slot } from '../model/manifest.ts'
import { dayMs, type Instant, later } from '../time/instant.ts'
import { idsOf } from './cursor.ts'
import { overrideAt } from './override.ts'
import { assertCovers, type Held, type Plan, type SlotPlan } from './plan.ts'
import type { Content, Fallback, Scene, Showing } from './scene.ts'
import { countAtMost } from './search.ts'
import { placeIn } from './stretch.ts'

/** What is in each slot at `t`. `until` is the first instant at which the answer could differ, and never past the end of the plan, where the next plan is to be asked. Throws when the plan does not cover `t`. */
export function resolve(plan: Plan, live: Live, t: Instant): Scene {
  assertCovers(plan, t)
  const override = overrideAt(live, t)
  const slots: Partial<Record<Slot, Content>> = {}
  let until = Math.min(plan.window.until, override.until)
  let main: Showing | Fallback | null = null
  for (const slotPlan of plan.slots) {
    const index = countAtMost(slotPlan.starts, t) - 1
    const holder = slotPlan.holders[index]!
    until = Math.min(until, slotPlan.starts[index + 1] ?? until)
    if (holder === null) continue
    const showing = showingOf(holder, t)
    until = Math.min(until, showing.until)
    if (slotPlan.slot === 'main') main = showing
    else slots[slotPlan.slot] = showing
  }
  const closes = later(plan.manifest.event.until, dayMs)
  if (main === null && t < closes) until = Math.min(until, closes)
  if (override.content !== null) slots.override = override.content
  return { slots: { ...slots, main: main ?? fallback(t >= closes) }, until: until as Instant }
}

/** Who holds the slot at `t`; null: nobody. */
export function holderAt(slotPlan: SlotPlan, t: Instant): Held | null {
  return slotPlan.holders[countAtMost(slotPlan.starts, t) - 1] ?? null
}

/** What a stretch has on the glass at `t`. The key is made of nothing but what every screen knows that shows this turn. */
export function showingOf({ claim, stretch }: Held, t: Instant): Showing {
  const place = placeIn(stretch, t)
  const { entry, node } = stretch.players[place.player]!
  const ids = idsOf(node, place.steps)
  const path = ids.join('/')
  return {
    kind: 'slide',
    key: `${entry.id}:${path}:${place.since.toString(36)}`,
    entry: entry.id,
    band: claim.track.band,
    path,
    item: ids[ids.length - 1]!,
    slideId: place.leaf.slideId,
    slide: place.leaf.slide,
    since: place.since as Instant,
    until: Math.min(place.end, stretch.until) as Instant,
    regions: [],
  }
}

const fallbacks: Readonly<Record<Fallback['reason'], Fallback>> = {
  'nothing-scheduled': { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' },
  closed: { kind: 'fallback', key: 'fallback', reason: 'closed' },
}

function fallback(closed: boolean): Fallback {
  return fallbacks[closed ? 'closed' : 'nothing-scheduled']
}
