/** The zone and day-break of the event on the glass. */
import type { StageContext } from './context.ts'
import type { Calendar } from './words.ts'

/** Null where no event is known: then the glass says no time rather than a wrong one. */
export function calendarOf(context: StageContext | null): Calendar | null {
  const event = context?.isTimeProved === true ? context.event : null
  return event === null ? null : { zone: event.zone, dayBreakMs: event.dayBreakMs }
}
