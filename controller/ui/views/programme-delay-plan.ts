/** What a delay changes: the happening alone, or with everything that follows it on its stage. Pure. */
import { delayed, followers } from '@infoskjerm/shared/model/correction.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { type Change, changed, changeOf, type Item, saidOf, type Timetable } from './programme-model.ts'

/** A happening before and after the delay. */
export interface Shift {
  readonly before: Item
  readonly after: Item
}

export interface DelayPlan {
  readonly minutes: number
  readonly first: Shift
  /** Those that may follow, by start; none: there is nothing to ask. */
  readonly rest: readonly Shift[]
  /** Alone, it would run into the next on its stage. */
  readonly overlaps: boolean
}

/** The plan of putting `item` off at `now`. `dayEnd`: the day-break that ends its festival day. What is over does not follow. */
export function planDelay(item: Item, minutes: number, timetable: Timetable, now: Instant, dayEnd: Instant): DelayPlan {
  const following = followers(
    item.now,
    timetable.items.map((other) => other.now),
    dayEnd,
  )
  const ids = new Set(following.filter((other) => other.end > now || other.start > now).map((other) => other.id))
  const rest = timetable.items.filter((other) => ids.has(other.id)).map((other) => shiftOf(other, minutes, timetable, now))
  const first = shiftOf(item, minutes, timetable, now)
  const next = rest.find((shift) => shift.before.now.start >= item.now.end)
  return { minutes, first, rest, overlaps: next !== undefined && first.after.now.end > next.before.now.start }
}

/** The changes to send; `withRest`: the stage follows. */
export function changesOf(plan: DelayPlan, withRest: boolean): readonly Change[] {
  return [plan.first, ...(withRest ? plan.rest : [])].map(({ after }) => changeOf(after, saidOf(after)))
}

function shiftOf(before: Item, minutes: number, timetable: Timetable, now: Instant): Shift {
  const correction = delayed(before.now, saidOf(before), minutes, now)
  const [after = before] = changed({ ...timetable, items: [before] }, [{ happening: before.id, correction }], '', now).items
  return { before, after }
}
