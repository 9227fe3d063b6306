/** The timetable of one festival day (rule T6), stage by stage, and how each happening stands. Pure. */
import type { Happening, Stage } from '@infoskjerm/shared/model/programme.ts'
import { hourMs, type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { Item, Timetable } from './programme-model.ts'

/** `open`: it goes on until somebody says that it is over. `soon`: within the hour. */
export type Phase = 'cancelled' | 'open' | 'now' | 'soon' | 'later' | 'over'

/** How a happening stands. `lateMs`: how much later it begins than first announced, or, where only the end has moved, how much later it ends; negative: earlier. */
export interface Standing {
  readonly phase: Phase
  readonly lateMs: number
  readonly moved: boolean
}

/** One stage on one day. `stage` null: happenings without a place. What is over comes apart, as nobody corrects it any more. */
export interface StageDay {
  readonly stage: Stage | null
  readonly coming: readonly Item[]
  readonly over: readonly Item[]
}

const soonMs = hourMs
/** A moment without an end is still *now* for this long. */
const momentMs = 10 * minuteMs

/** How a happening stands at `now`. `planned` as imported. */
export function standing(happening: Happening, planned: Happening, now: Instant): Standing {
  const was = happening.was ?? { start: planned.start, stage: planned.stage }
  const laterStart = happening.start - was.start
  return {
    phase: phaseOf(happening, now),
    lateMs: laterStart === 0 && !happening.open ? happening.end - planned.end : laterStart,
    moved: happening.stage !== was.stage,
  }
}

function phaseOf({ start, end, open, cancelled }: Happening, now: Instant): Phase {
  const over = (end === start ? start + momentMs : end) <= now
  if (cancelled) return over ? 'over' : 'cancelled'
  if (over) return 'over'
  if (start <= now) return open ? 'open' : 'now'
  return start - now <= soonMs ? 'soon' : 'later'
}

/** The stages of a festival day in their order, those without happenings left out; on today also what began on an earlier day and still goes on. `dateOf` gives the festival day of an instant. */
export function stageDays({ stages, items }: Timetable, day: string, now: Instant, dateOf: (t: Instant) => string): readonly StageDay[] {
  const today = dateOf(now) === day
  const goesOn = ({ now: { start, end, cancelled } }: Item) => today && start <= now && now < end && !cancelled
  const ofDay = items.filter((item) => dateOf(item.now.start) === day || goesOn(item))
  return [...stages, null]
    .map((stage): StageDay => {
      const here = ofDay.filter((item) => stageOf(stages, item) === stage)
      const over = here.filter((item) => phaseOf(item.now, now) === 'over')
      return { stage, coming: here.filter((item) => !over.includes(item)), over }
    })
    .filter(({ coming, over }) => coming.length + over.length > 0)
}

/** The festival days to choose from: those of the event, and every other on which something happens. */
export function programmeDays({ items }: Timetable, eventDays: readonly string[], dateOf: (t: Instant) => string): readonly string[] {
  return [...new Set([...eventDays, ...items.map((item) => dateOf(item.now.start))])].sort()
}

function stageOf(stages: readonly Stage[], item: Item): Stage | null {
  return stages.find(({ id }) => id === item.now.stage) ?? null
}
