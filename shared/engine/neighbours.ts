/** Neighbours: who must not follow whom, and how turns are put in order so that they do not (rule E4). */
import type { Manifest, Tag } from '../model/manifest.ts'
import type { SlideBody } from '../model/slide.ts'

/** A slide's tag, and every sponsor that must not stand beside it: its own and all rivals, whichever side named the other. */
export interface Mark extends Tag {
  readonly against: ReadonlySet<string>
}

/** A turn as its neighbours see it: what it begins and ends with, null where that varies. Turns of one `owner` keep their order. `item` is the place in a list, −1 for turns of a round. */
export interface Neighbour {
  readonly owner: number
  readonly item: number
  readonly head: Mark | null
  readonly tail: Tag | null
}

const nobody: ReadonlySet<string> = new Set()

export function markOf({ sponsors }: Manifest, slide: string, { sponsor }: SlideBody): Mark {
  if (sponsor === null) return { slide, sponsor, against: nobody }
  const against = new Set([sponsor, ...(sponsors[sponsor]?.rivals ?? [])])
  for (const [id, { rivals }] of Object.entries(sponsors)) if (rivals.includes(sponsor)) against.add(id)
  return { slide, sponsor, against }
}

/** 2: the same slide twice running, 1: the same sponsor or rivals, 0: good neighbours. */
export function clash(before: Tag | null, next: Mark | null): number {
  if (before === null || next === null) return 0
  if (before.slide === next.slide) return 2
  return before.sponsor !== null && next.against.has(before.sponsor) ? 1 : 0
}

/** Puts turns in order in place, from `start` on: one that clashes with the turn before it makes room for the later one that clashes least, and less. The last never moves. */
export function settle<T extends Neighbour>(turns: T[], before: Neighbour | null, start: number): T[] {
  for (let at = start; at < turns.length - 1; at++) {
    const previous = at === 0 ? before : turns[at - 1]!
    let least = grade(previous, turns[at]!)
    if (least === 0) continue
    let best = at
    const passed = new Set([turns[at]!.owner])
    for (let later = at + 1; later < turns.length - 1 && least > 0; later++) {
      const { owner } = turns[later]!
      if (passed.has(owner)) continue
      passed.add(owner)
      const here = grade(previous, turns[later]!)
      if (here >= least) continue
      least = here
      best = later
    }
    if (best > at) turns.splice(at, 0, ...turns.splice(best, 1))
  }
  return turns
}

function grade(before: Neighbour | null, next: Neighbour): number {
  if (before === null) return 0
  return before.item >= 0 && before.item === next.item ? 2 : clash(before.tail, next.head)
}
