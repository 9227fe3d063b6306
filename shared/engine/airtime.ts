/** Airtime: how long each slide is planned to stand, multiplied from rounds and never enumerated (rule E1). */
import type { Cue } from '../model/live.ts'
import type { Slot } from '../model/manifest.ts'
import type { Instant } from '../time/instant.ts'
import { type Manual, standsAt } from './manual.ts'
import type { Leaf } from './node.ts'
import { assertCovers, type Held, type Holders, type Plan } from './plan.ts'
import { placeOfTurn, type Run } from './run.ts'
import { countAtMost } from './search.ts'
import { type Course, type Place, placeIn, usedAt } from './stretch.ts'
import { visitsOf } from './turns.ts'

/** Milliseconds by slide. */
export type Airtime = ReadonlyMap<string, number>

/** How long each slide stands in the slot in `[from, until)`, as planned: what a person steps by hand is not, and is left out. The slides in the regions of a layout get that part of its time which they have of the region's. Throws when the plan does not cover the period or it is empty. */
export function airtime(plan: Plan, slot: Exclude<Slot, 'override'>, from: Instant, until: Instant): Airtime {
  const total = stoodFor(plan, slot, nobodySteps, from, until)
  for (const [id, ms] of [...total]) {
    const content = plan.manifest.slides[id]?.content
    for (const { playlist } of content?.kind === 'layout' ? content.regions : []) {
      const inside = new Map<string, number>()
      const region = plan.regions.get(playlist)
      if (region !== undefined) addPeriod(inside, region, from, until, nobodySteps)
      for (const [slide, slideMs] of inside) add(total, slide, (slideMs / (until - from)) * ms)
    }
  }
  return total
}

/** Every step of each manual entry, oldest first. Null: what people step is left out. */
export type StepHistory = Readonly<Record<string, readonly Cue[]>> | null

const nobodySteps: StepHistory = null

/** How long each slide stands in the slot in `[from, until)`, with what people stepped to; a layout counts as one slide, and its regions not at all. Throws as `airtime` does. */
export function stoodFor(
  plan: Plan,
  slot: Exclude<Slot, 'override'>,
  steps: StepHistory,
  from: Instant,
  until: Instant,
): Map<string, number> {
  assertCovers(plan, from)
  if (until <= from || until > plan.window.until) throw new Error(`the plan does not cover [${from}, ${until})`)
  const place = plan.slots.find((one) => one.slot === slot)
  const total = new Map<string, number>()
  if (place !== undefined) addPeriod(total, place, from, until, steps)
  return total
}

function addPeriod(total: Map<string, number>, { starts, holders }: Holders, from: Instant, until: Instant, steps: StepHistory): void {
  for (let at = Math.max(0, countAtMost(starts, from) - 1); at < starts.length && starts[at]! < until; at++) {
    const start = Math.max(from, starts[at]!)
    const end = Math.min(until, starts[at + 1] ?? until)
    if (holders[at] !== null && start < end) addHeld(total, holders[at]!, start, end, steps)
  }
}

function addHeld(total: Map<string, number>, { stretch }: Held, from: number, until: number, steps: StepHistory): void {
  if (stretch.kind === 'manual') {
    if (steps !== null) addStepped(total, stretch, steps[stretch.players[0]!.entry.id] ?? [], from, until)
    return
  }
  if (stretch.kind === 'carried') return add(total, stretch.leaf.slideId, until - from)
  addUpTo(total, stretch, until, 1)
  addUpTo(total, stretch, from, -1)
}

/** What a person stepped to, from one step to the next; validity may change in between. */
function addStepped(total: Map<string, number>, manual: Manual, steps: readonly Cue[], from: number, until: number): void {
  let next = steps.findIndex(({ at }) => at > from)
  if (next === -1) next = steps.length
  for (let at = from; at < until;) {
    const { card, until: ends } = standsAt(manual, steps[next - 1], at)
    const end = Math.min(until, ends, steps[next]?.at ?? until)
    add(total, card.leaf.slideId, end - at)
    at = end
    while (next < steps.length && steps[next]!.at <= at) next++
  }
}

/** Adds (or with `sign` −1 takes away) what stood from the origin of the stretch to `t`. */
function addUpTo(total: Map<string, number>, course: Course, t: number, sign: number): void {
  const place: Place = placeIn(course, t)
  const used = usedAt(course, place)
  course.runs.forEach((run, player) => {
    if (player === place.player) addThrough(total, run, place.turns, sign)
    else addTurns(total, run, used[player]!, sign)
  })
  add(total, place.leaf.slideId, sign * (t - place.since))
}

/** The first `turns` turns of a list. */
function addTurns(total: Map<string, number>, run: Run, turns: number, sign: number): void {
  if (turns === 0) return
  for (const { leaf, list, visits, turns: inner } of visitsOf(run, turns)) {
    if (list === null) addLeaf(total, leaf!, visits * sign)
    else addTurns(total, list(), inner, sign)
  }
}

/** All turns before the one with these numbers, each in its list from this one down. */
function addThrough(total: Map<string, number>, run: Run, [turn, ...below]: readonly number[], sign: number): void {
  if (below.length === 0) return addTurns(total, run, turn!, sign)
  const standing = placeOfTurn(run, turn!)
  for (const { leaf, list, visits, turns, place } of visitsOf(run, turn!)) {
    if (list === null) addLeaf(total, leaf!, visits * sign)
    else if (place !== standing) addTurns(total, list(), turns, sign)
    else addThrough(total, list(), below, sign)
  }
}

function addLeaf(total: Map<string, number>, { slideId, durationMs }: Leaf, times: number): void {
  if (times !== 0) add(total, slideId, times * durationMs)
}

function add(total: Map<string, number>, slide: string, ms: number): void {
  total.set(slide, (total.get(slide) ?? 0) + ms)
}
