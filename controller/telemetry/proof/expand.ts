/** What was in pieces of time, worked out by the engine from the manifests that they name. */
import { setImmediate as breathe } from 'node:timers/promises'
import { type Airtime, stoodFor } from '@infoskjerm/shared/engine/airtime.ts'
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import type { Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Cue, quiet } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { dayMs, type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { Memory, Shown } from './memory.ts'
import type { Piece } from './pieces.ts'

/** Every step of each manual entry, oldest first. */
export type Steps = Readonly<Record<string, readonly Cue[]>>

export interface Expanding {
  readonly manifestOf: (id: number) => Manifest
  readonly steps: Steps
  readonly memory: Memory
  readonly monotonicMs: () => number
}

/** An interval of one manifest, what stood in `main` in it (what stands in a region of a layout counts whole, beside the layout), and all pieces that it is the time of. */
export interface Expanded {
  readonly manifest: number
  readonly from: Instant
  readonly until: Instant
  readonly shown: readonly Shown[]
  readonly pieces: readonly Piece[]
}

/** A plan is worked out for so long at most at once. */
const planMs = 2 * dayMs

/** Expands pieces, each interval of each manifest once, and hands them to `visit`; others have their turn every few milliseconds. */
export async function expand(pieces: readonly Piece[], of: Expanding, visit: (expanded: Expanded) => void): Promise<void> {
  const sorted = [...pieces].sort((a, b) => a.manifest - b.manifest || a.from - b.from || a.until - b.until)
  let began = of.monotonicMs()
  let last: { readonly id: number; readonly plan: Plan } | null = null
  for (let at = 0; at < sorted.length;) {
    const { manifest, from, until } = sorted[at]!
    let end = at + 1
    while (end < sorted.length && isSame(sorted[end]!, sorted[at]!)) end++
    const key = `${manifest} ${from} ${until} ${stepsUntil(of.steps, until)}`
    let shown = of.memory.read(key)
    if (shown === null) {
      if (last === null || last.id !== manifest || until > last.plan.window.until) {
        const known: Manifest = last?.id === manifest ? last.plan.manifest : of.manifestOf(manifest)
        last = { id: manifest, plan: compile(known, { from, until: reach(sorted, at) }) }
      }
      shown = shownIn(last.plan, of.steps, from, until)
      of.memory.keep(key, shown)
    }
    visit({ manifest, from, until, shown, pieces: sorted.slice(at, end) })
    at = end
    if (of.monotonicMs() - began < limits.sliceMs) continue
    await breathe()
    began = of.monotonicMs()
  }
}

function shownIn(plan: Plan, steps: Steps, from: Instant, until: Instant): readonly Shown[] {
  const { slides } = plan.manifest
  return [...stood(plan, steps, from, until)].flatMap(([slide, ms]) => {
    const { name = slide, sponsor = null } = slides[slide] ?? {}
    return ms > 0 ? { slide, name, sponsor, ms } : []
  })
}

/** Tells histories apart that could make a difference until then. */
function stepsUntil(steps: Steps, until: Instant): string {
  let count = 0
  let sum = 0
  for (const history of Object.values(steps))
    for (const { at } of history) {
      if (at >= until) break
      count++
      sum += at
    }
  return `${count} ${sum}`
}

/** How far a plan must go from this piece on: to the end of what its manifest is asked for, but not for longer than `planMs` where the piece is shorter. */
function reach(sorted: readonly Piece[], begin: number): Instant {
  const { manifest, from, until } = sorted[begin]!
  let last: number = until
  for (let at = begin; at < sorted.length && sorted[at]!.manifest === manifest && sorted[at]!.until <= from + planMs; at++)
    last = Math.max(last, sorted[at]!.until)
  return instant(last)
}

function isSame(a: Piece, b: Piece): boolean {
  return a.manifest === b.manifest && a.from === b.from && a.until === b.until
}

/** How long each slide stood in `main`, in a region of a layout too. Only a layout makes it walk from turn to turn. */
export function stood(plan: Plan, steps: Steps, from: Instant, until: Instant): Airtime {
  const total = stoodFor(plan, 'main', steps, from, until)
  const slides = plan.manifest.slides
  if (![...total].some(([slide, ms]) => ms > 0 && slides[slide]?.content.kind === 'layout')) return total
  walk(plan, steps, from, until, (slide, ms) => total.set(slide, (total.get(slide) ?? 0) + ms))
  return total
}

function walk(plan: Plan, steps: Steps, from: Instant, until: Instant, add: (slide: string, ms: number) => void): void {
  for (let at = from; at < until;) {
    const { cues, next } = cuesAt(steps, at)
    const { slots, until: ends } = resolve(plan, { ...quiet, cues }, at)
    const end = instant(Math.min(until, ends, next))
    if (slots.main.kind === 'slide') for (const region of slots.main.regions) if (region !== null) add(region.slideId, end - at)
    at = end
  }
}

/** What was cued at `t`, and when the next step came. */
function cuesAt(steps: Steps, t: Instant): { readonly cues: Readonly<Record<string, Cue>>; readonly next: number } {
  const cues: Record<string, Cue> = {}
  let next = Infinity
  for (const [entry, history] of Object.entries(steps)) {
    const cue = history.findLast(({ at }) => at <= t)
    if (cue !== undefined) cues[entry] = cue
    next = Math.min(next, history.find(({ at }) => at > t)?.at ?? Infinity)
  }
  return { cues, next }
}

/** The last instant before `until` at which one of these slides stood, from `from` on; null: none did. Found by halving, for time that stood only grows. */
export function lastStood(plan: Plan, steps: Steps, slides: ReadonlySet<string>, from: Instant, until: Instant): Instant | null {
  const stands = (since: number): boolean => {
    const airtime = stood(plan, steps, instant(since), until)
    for (const slide of slides) if ((airtime.get(slide) ?? 0) > 0) return true
    return false
  }
  if (!stands(from)) return null
  let low: number = from
  let high: number = until
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (stands(middle)) low = middle
    else high = middle
  }
  return instant(high)
}
