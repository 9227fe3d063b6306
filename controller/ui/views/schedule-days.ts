/** The schedule as people read it: what always goes, then festival day by festival day (rule T6). */
import type { EntryResource } from '@infoskjerm/shared/wire/api.ts'
import { type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { fromText } from '../parts/slide-editor-json.ts'
import { addDays, daysFrom } from './schedule-wall.ts'

/** One entry on one day: the window that touches the day, whole, be it longer than the day or not. */
export interface DayRow {
  readonly entry: EntryResource
  readonly from: Instant
  readonly until: Instant
}

export interface ScheduleDay {
  /** ISO date of the festival day. */
  readonly day: string
  readonly rows: readonly DayRow[]
}

/** Every day of the event, and each other day on which something goes; rows by start, then end, then name. `dateOf` gives the festival day of an instant. */
export function scheduleDays(
  entries: readonly EntryResource[],
  firstDay: string,
  lastDay: string,
  dateOf: (t: Instant) => string,
): readonly ScheduleDay[] {
  const days = new Map<string, DayRow[]>(daysFrom(firstDay, lastDay).map((day) => [day, []]))
  for (const entry of entries) {
    for (const window of entry.windows ?? []) {
      const row: DayRow = { entry, from: fromText(window.from), until: fromText(window.until) }
      for (const day of daysFrom(dateOf(row.from), dateOf(later(row.until, -1)))) days.set(day, [...(days.get(day) ?? []), row])
    }
  }
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, rows]) => ({
      day,
      rows: rows.toSorted((a, b) => a.from - b.from || a.until - b.until || (a.entry.name < b.entry.name ? -1 : 1)),
    }))
}

/** Where a row lies on the bar of its day, as shares 0–1 from day-break to day-break. `startOf` gives the instant at which a festival day begins. */
export function laneOf(row: DayRow, day: string, startOf: (day: string) => Instant): { readonly from: number; readonly until: number } {
  const start = startOf(day)
  const lengthMs = startOf(addDays(day, 1)) - start
  const share = (t: Instant): number => Math.max(0, Math.min(1, (t - start) / lengthMs))
  return { from: share(row.from), until: share(row.until) }
}
