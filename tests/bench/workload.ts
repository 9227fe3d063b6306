/** What the engine's benches measure, free of any environment: the same code, bundled as a player has it, runs in Node and in Chromium. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import type { Plan } from '@infoskjerm/shared/engine/plan.ts'
import { holderAt, resolve } from '@infoskjerm/shared/engine/resolve.ts'
import { timeline } from '@infoskjerm/shared/engine/timeline.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { type EventSize, eventDays, generateEvent, generateVenue } from '@infoskjerm/shared/testing/event.ts'
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { dayMs, hourMs, type Instant, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { manifestWithOneShow } from './one-show.ts'
import { percentile } from './percentile.ts'

/** The window that a player compiles, here round Friday noon. */
const noon = later(instant(2 * dayMs), 12 * hourMs)
const window = { from: later(noon, -6 * hourMs), until: later(noon, 30 * hourMs) }
export const windowHours = 36

const seed = 7

/** What one kind of call took. */
export interface Took {
  readonly best: number
  readonly p50: number
  readonly p99: number
  readonly worst: number
  readonly calls: number
}

/** Microseconds of `resolve` at random instants, each call by itself, after as many to warm up. `inOrder`: the same turn after turn, as a player asks. `sharing`: how many entries share `main`, at the median; `slots`: how many have something on. */
export function resolveUs(
  size: EventSize,
  calls: number,
): Took & { readonly inOrder: Took; readonly sharing: number; readonly slots: number } {
  const plan = compile(generateEvent(size, seed), window)
  const took: number[] = []
  for (const [call, t] of randomInstants(2 * calls).entries()) {
    const startMs = performance.now()
    resolve(plan, quiet, t)
    const endMs = performance.now()
    if (call >= calls) took.push((endMs - startMs) * 1_000)
  }
  return { ...summed(took), inOrder: summed(inOrderUs(plan)), ...medians(plan) }
}

/** From the beginning of the window to its end. */
function inOrderUs(plan: Plan): readonly number[] {
  const took: number[] = []
  for (let t = window.from; t < window.until;) {
    const startMs = performance.now()
    const { until } = resolve(plan, quiet, t)
    took.push((performance.now() - startMs) * 1_000)
    t = until
  }
  return took
}

/** Milliseconds of `compile`, after a third as many to warm up. */
export function compileMs(size: EventSize, calls: number): Took {
  const manifest = generateEvent(size, seed)
  const took: number[] = []
  for (let call = -calls / 3; call < calls; call++) {
    const startMs = performance.now()
    compile(manifest, window)
    if (call >= 0) took.push(performance.now() - startMs)
  }
  return summed(took)
}

/** `resolve` within the hour that begins one minute after the show did, and ten years later, in turn: microseconds at the median, and the same for `compile` of the 36 hours around. */
export function farUs(calls: number): {
  readonly near: Took
  readonly far: Took
  readonly compileNearUs: number
  readonly compileFarUs: number
} {
  const manifest = manifestWithOneShow()
  const starts = [later(instant(0), minuteMs), later(instant(0), 3_652 * dayMs)] as const
  const plans = starts.map((start) => compile(manifest, { from: later(start, -minuteMs), until: later(start, 36 * hourMs) }))
  const random = randomFrom(3)
  const took: [number[], number[]] = [[], []]
  for (let call = 0; call < 2 * calls; call++) {
    const afterMs = random.below(hourMs)
    for (const [which, start] of starts.entries()) {
      const t = later(start, afterMs)
      const startMs = performance.now()
      resolve(plans[which]!, quiet, t)
      const endMs = performance.now()
      if (call >= calls) took[which]!.push((endMs - startMs) * 1_000)
    }
  }
  const compileUs = (start: Instant): number => {
    const each = Array.from({ length: 200 }, () => {
      const startMs = performance.now()
      compile(manifest, { from: later(start, -minuteMs), until: later(start, 36 * hourMs) })
      return (performance.now() - startMs) * 1_000
    })
    return percentile(each.slice(100), 0.5)
  }
  return { near: summed(took[0]), far: summed(took[1]), compileNearUs: compileUs(starts[0]), compileFarUs: compileUs(starts[1]) }
}

/** Milliseconds until the week of every screen is known, from manifests to spans of entries: once for each class, as the screens of one share it. */
export function timelineMs(
  screens: number,
  entries: number,
  runs: number,
): Took & { readonly classes: number; readonly entriesOfClass: number; readonly spans: number } {
  const venue = generateVenue({ screens, entries }, seed)
  const week = { from: instant(-dayMs), until: instant((eventDays + 1) * dayMs) }
  const took: number[] = []
  let spans = 0
  for (let run = -1; run < runs; run++) {
    const startMs = performance.now()
    const byClass = new Map<Manifest, ReturnType<typeof timeline>>()
    const ofScreens = venue.screens.map((manifest) => {
      const known = byClass.get(manifest) ?? timeline(compile(manifest, week), quiet, week.from, week.until)
      byClass.set(manifest, known)
      return known
    })
    if (run >= 0) took.push(performance.now() - startMs)
    spans = ofScreens.reduce((sum, one) => sum + one.spans.length, 0)
  }
  const sizes = venue.classes.map((manifest) => manifest.entries.length)
  return { ...summed(took), classes: sizes.length, entriesOfClass: percentile(sizes, 0.5), spans }
}

/** Bytes that one `resolve` allocates, over calls at random instants. Only in Node with `--expose-gc`, and with a young generation that holds everything, so that nothing is collected in between. */
export function allocatedBytes(size: EventSize, calls: number): number {
  const plan = compile(generateEvent(size, seed), window)
  const instants = randomInstants(calls)
  const ask = (): void => {
    for (const t of instants) resolve(plan, quiet, t)
  }
  for (let warm = 0; warm < 3; warm++) ask()
  if (globalThis.gc === undefined) throw new Error('start Node with --expose-gc')
  globalThis.gc()
  const before = process.memoryUsage().heapUsed
  ask()
  return (process.memoryUsage().heapUsed - before) / calls
}

function randomInstants(count: number): readonly Instant[] {
  const random = randomFrom(1)
  return Array.from({ length: count }, () => later(window.from, random.below(window.until - window.from)))
}

function medians(plan: Plan): { readonly sharing: number; readonly slots: number } {
  const held = randomInstants(1_000).map((t) => plan.slots.map((slot) => ({ slot: slot.slot, held: holderAt(slot, t) })))
  const sharing = held.map((places) => places.find(({ slot }) => slot === 'main')?.held?.stretch.players.length ?? 0)
  return {
    sharing: percentile(sharing, 0.5),
    slots: percentile(
      held.map((places) => places.filter((place) => place.held !== null).length),
      0.5,
    ),
  }
}

function summed(took: readonly number[]): Took {
  return {
    best: percentile(took, 0),
    p50: percentile(took, 0.5),
    p99: percentile(took, 0.99),
    worst: percentile(took, 1),
    calls: took.length,
  }
}
