/** What changes on the glass between two scenes (rule E1). */
import { type Slot, slots } from '../model/manifest.ts'
import type { SlideBody } from '../model/slide.ts'
import type { Content, Scene, Showing } from './scene.ts'

export interface SlotContent {
  readonly slot: Slot
  readonly content: Content
}

/** `prepare` is what must be ready before the change, `show` what comes into a slot in place of what was there, `hide` the slots that become empty. */
export interface SceneChange {
  readonly prepare: readonly SlotContent[]
  readonly show: readonly SlotContent[]
  readonly hide: readonly Slot[]
}

/** From `previous` (null: a dark glass) to `next`. A turn that goes on is left alone, unless what it shows was edited. */
export function diff(previous: Scene | null, next: Scene): SceneChange {
  const show: SlotContent[] = []
  const hide: Slot[] = []
  for (const slot of slots) {
    const before = previous?.slots[slot]
    const content = next.slots[slot]
    if (content === undefined) {
      if (before !== undefined) hide.push(slot)
    } else if (before === undefined || !sameContent(before, content)) show.push({ slot, content })
  }
  return { prepare: show.filter(({ content }) => content.kind === 'slide'), show, hide }
}

/** Whether two contents are the same turn and look the same. */
export function sameContent(a: Content, b: Content): boolean {
  if (a.key !== b.key) return false
  if (a.kind === 'slide' && b.kind === 'slide')
    return sameSlide(a.slide, b.slide) && a.regions.every((region, at) => sameRegion(region, b.regions[at] ?? null))
  if (a.kind === 'fallback' && b.kind === 'fallback') return a.reason === b.reason
  return a.kind === b.kind && equal(a, b)
}

function sameSlide(a: SlideBody, b: SlideBody): boolean {
  return a === b || (equal(a.content, b.content) && equal(a.variants, b.variants))
}

function sameRegion(a: Showing | null, b: Showing | null): boolean {
  return a === null || b === null ? a === b : sameContent(a, b)
}

/** Whether two values of plain JSON are equal. Both were parsed by the same schema, which puts their keys in one order. */
function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
