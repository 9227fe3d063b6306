/** Neighbours: who must not follow whom, and how turns are put in order so that they do not (rule E4). */
import type { Manifest, Tag } from '../model/manifest.ts'
import type { SlideBody } from '../model/slide.ts'

/** A slide's tag, and every sponsor that must not stand beside it: its own and all rivals, whichever side named the other. */
export interface Mark extends Tag {
  readonly against: ReadonlySet<string>
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

/** Brings to this place, in place, who follows best there: if the turn that stands here clashes (`gradeOf` > 0), the later one that clashes least, and less, is pulled in front of it. The last turn never moves, and turns of one owner keep their order. */
export function settle<T>(turns: T[], at: number, gradeOf: (turn: T) => number, ownerOf: (turn: T) => unknown): void {
  if (at >= turns.length - 1) return
  let least = gradeOf(turns[at]!)
  if (least === 0) return
  let best = at
  const passed = new Set([ownerOf(turns[at]!)])
  for (let later = at + 1; later < turns.length - 1 && least > 0; later++) {
    const turn = turns[later]!
    if (passed.has(ownerOf(turn))) continue
    passed.add(ownerOf(turn))
    const grade = gradeOf(turn)
    if (grade >= least) continue
    least = grade
    best = later
  }
  if (best > at) turns.splice(at, 0, ...turns.splice(best, 1))
}
