/** What will be on the glass soon, so that it can be made ready (rule E1). */
import type { Live } from '../model/live.ts'
import { slots } from '../model/manifest.ts'
import { mediaOf } from '../model/slide.ts'
import { type Instant, later } from '../time/instant.ts'
import type { SlotContent } from './diff.ts'
import type { Plan } from './plan.ts'
import { resolve } from './resolve.ts'

/** Content that comes into a slot at `at`, and the media it needs, by hash. */
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
      if (content === undefined || seen.has(`${slot} ${content.key}`)) continue
      seen.add(`${slot} ${content.key}`)
      coming.push({ slot, content, at, media: content.kind === 'slide' ? mediaOf(content.slide) : [] })
    }
    at = scene.until
  }
  return coming
}
