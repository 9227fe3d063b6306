/** Wall time from a table of offsets, without `Date` or `Intl`, so that every screen says the same time whatever its operating system knows of time zones. */
import { dayMs, hourMs, type Instant, minuteMs, secondMs } from './instant.ts'

/** The offsets of one zone over the months a manifest covers. `firstOffsetMs` holds before the first change; offsets are wall time minus UTC. */
export interface ZoneTable {
  readonly name: string
  readonly firstOffsetMs: number
  readonly changes: readonly { readonly at: Instant; readonly offsetMs: number }[]
}

/** A date and time as a clock on the wall shows it. Month 1–12, weekday 1 (Monday) – 7 (Sunday). */
export interface WallTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** Offset of the zone at `t`, in milliseconds east of UTC. */
export function offsetAt(zone: ZoneTable, t: Instant): number {
  let offsetMs = zone.firstOffsetMs
  for (const change of zone.changes) if (change.at <= t) offsetMs = change.offsetMs
  return offsetMs
}

/** What a wall clock in the zone shows at `t`. */
export function wallTime(zone: ZoneTable, t: Instant): WallTime {
  const local = t + offsetAt(zone, t)
  const days = Math.floor(local / dayMs)
  const inDay = local - days * dayMs
  return {
    ...civil(days),
    weekday: modulo(days + 3, 7) + 1,
    hour: Math.floor(inDay / hourMs),
    minute: Math.floor(inDay / minuteMs) % 60,
    second: Math.floor(inDay / secondMs) % 60,
  }
}

/** The date of the festival day that holds `t`: days run from day-break to day-break (rule T6). `dayBreakMs` is wall time after midnight. */
export function festivalDay(zone: ZoneTable, t: Instant, dayBreakMs: number): WallTime {
  const local = t + offsetAt(zone, t) - dayBreakMs
  const days = Math.floor(local / dayMs)
  return { ...civil(days), weekday: modulo(days + 3, 7) + 1, hour: 0, minute: 0, second: 0 }
}

/** Year, month and day of a count of days since 1970-01-01 in the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date algorithms", civil_from_days). */
function civil(daysSinceEpoch: number): { year: number; month: number; day: number } {
  const shifted = daysSinceEpoch + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

function modulo(a: number, b: number): number {
  return ((a % b) + b) % b
}
