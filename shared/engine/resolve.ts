/** The one question: what is on the screen at an instant (rule E1). */
import type { Live } from '../model/live.ts'
import type { Slot } from '../model/manifest.ts'
import { dayMs, type Instant, later } from '../time/instant.ts'
import { pathOf } from './cursor.ts'
import { overrideAt } from './override.ts'
import { type Manual, standsAt } from './manual.ts'
import type { Leaf } from './node.ts'
import { assertCovers, type Held, type Holders, type Plan } from './plan.ts'
import type { Content, Fallback, Scene, Showing } from './scene.ts'
import { countAtMost } from './search.ts'
import type { Steps } from './shape.ts'
import { placeIn, type Player, type Stretch } from './stretch.ts'

/** What is in each slot at `t`. `until` is the first instant at which the answer could differ, and never past the end of the plan, where the next plan is to be asked. Throws when the plan does not cover `t`. */
export function resolve(plan: Plan, live: Live, t: Instant): Scene {
  assertCovers(plan, t)
  const override = overrideAt(live, t)
  const slots: Partial<Record<Slot, Content>> = {}
  let until = Math.min(plan.window.until, override.until)
  for (const slotPlan of plan.slots) {
    const index = countAtMost(slotPlan.starts, t) - 1
    const holder = slotPlan.holders[index]!
    until = Math.min(until, slotPlan.starts[index + 1] ?? until)
    if (holder === null) continue
    const showing = showingOf(plan, holder, live, t)
    until = Math.min(until, showing.until, regionsUntil(plan, showing, t))
    slots[slotPlan.slot] = showing
  }
  if (slots.main === undefined) {
    const closes = later(plan.manifest.event.until, dayMs)
    slots.main = fallback(t >= closes)
    if (t < closes) until = Math.min(until, closes)
  }
  if (override.content !== null) slots.override = override.content
  return { slots: slots as Scene['slots'], until: until as Instant }
}

/** Who holds the place at `t`; null: nobody. */
export function holderAt(place: Holders | undefined, t: Instant): Held | null {
  return place?.holders[countAtMost(place.starts, t) - 1] ?? null
}

/** What a stretch has on the glass at `t`, with what stands in the regions of a layout. The key is made of nothing but what every screen knows that shows this turn. */
export function showingOf(plan: Plan, { claim, stretch }: Held, live: Live, t: Instant): Showing {
  const stands = stretch.kind === 'manual' ? atCue(stretch, live, t) : inTurn(stretch, t)
  const { entry, node } = stands.player
  const path = pathOf(node, stands.steps)
  const { slideId, slide } = stands.leaf
  const regions =
    slide.content.kind === 'layout' ? slide.content.regions.map(({ playlist }) => inRegion(plan, playlist, live, t)) : noRegions
  return {
    kind: 'slide',
    key: `${entry.id}:${path}:${stands.since.toString(36)}`,
    entry: entry.id,
    band: claim.track.band,
    path,
    item: path.slice(path.lastIndexOf('/') + 1),
    slideId,
    slide,
    since: stands.since as Instant,
    until: stands.until as Instant,
    regions,
  }
}

interface Standing {
  readonly player: Player
  readonly steps: Steps
  readonly leaf: Leaf
  readonly since: number
  readonly until: number
}

const noRegions: readonly Showing[] = []

function inTurn(stretch: Stretch, t: Instant): Standing {
  const { player, steps, leaf, since, end } = placeIn(stretch, t)
  return { player: stretch.players[player]!, steps, leaf, since, until: Math.min(end, stretch.until) }
}

function atCue(manual: Manual, live: Live, t: Instant): Standing {
  const player = manual.players[0]!
  const { card, since, until } = standsAt(manual, live.cues[player.entry.id], t)
  return { player, steps: card.steps, leaf: card.leaf, since, until }
}

function inRegion(plan: Plan, playlist: string, live: Live, t: Instant): Showing | null {
  const holder = holderAt(plan.regions.get(playlist), t)
  return holder === null ? null : showingOf(plan, holder, live, t)
}

/** The first instant at which another holder comes to the playlist's regions, or another turn in one. */
function regionsUntil(plan: Plan, { slide, regions }: Showing, t: Instant): number {
  if (slide.content.kind !== 'layout') return Infinity
  return slide.content.regions.reduce((until, { playlist }, at) => {
    const { starts } = plan.regions.get(playlist) ?? nobody
    return Math.min(until, regions[at]?.until ?? Infinity, starts[countAtMost(starts, t)] ?? Infinity)
  }, Infinity)
}

const nobody: Holders = { starts: [], holders: [], held: [] }

const fallbacks: Readonly<Record<Fallback['reason'], Fallback>> = {
  'nothing-scheduled': { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' },
  closed: { kind: 'fallback', key: 'fallback', reason: 'closed' },
}

function fallback(closed: boolean): Fallback {
  return fallbacks[closed ? 'closed' : 'nothing-scheduled']
}
