/** Wall times of the event's zone as people type them, turned into instants and back (rules T3, T6). */
import { dayMs, hourMs, type Instant, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { ZoneTable } from '@infoskjerm/shared/time/zone.ts'

/** A festival day (ISO date) and a clock time `HH:MM`; a time before day-break lies in the night that ends the day. */
export interface FestivalTime {
  readonly day: string
  readonly time: string
}

/** A wall time names an instant, or falls in the gap when clocks go forward; then its neighbours are the last minute before and the first after. */
export type Meaning =
  { readonly kind: 'exists'; readonly at: Instant } | { readonly kind: 'gap'; readonly before: Instant; readonly after: Instant }

/** What people write for a time, as `HH:MM`: `18:00`, `18.00`, `1800`, `18` and `9` are all understood. Null where it is no time. */
export function readTime(text: string): string | null {
  const match = /^\s*(?:kl\.?\s*)?(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?\s*$/i.exec(text)
  if (match === null) return null
  const hour = Number(match[1])
  const minute = Number(match[2] ?? '0')
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null
  return `${two(hour % 24)}:${two(minute)}`
}

/** The ISO date `days` after an ISO date. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** Every ISO date from `first` to `last`, both included; empty where last is before first. */
export function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

/** The calendar date on which a festival time falls: after midnight it is the next one. `dayBreak` is `HH:MM`. */
export function calendarDate(at: FestivalTime, dayBreak: string): string {
  return at.time < dayBreak ? addDays(at.day, 1) : at.day
}

/** The festival time of a calendar date and clock time. */
export function festivalTime(date: string, time: string, dayBreak: string): FestivalTime {
  return { day: time < dayBreak ? addDays(date, -1) : date, time }
}

/** The festival time that clocks in `zone` show at an instant. */
export function festivalTimeAt(t: Instant, zone: string, dayBreak: string): FestivalTime {
  const wall = new Date(t + offsetAt(zone, t)).toISOString()
  return festivalTime(wall.slice(0, 10), wall.slice(11, 16), dayBreak)
}

/** What a festival time means in `zone`; of one that exists twice the first (rule T3). */
export function meaningOf(at: FestivalTime, zone: string, dayBreak: string): Meaning {
  const wallMs = Date.parse(`${calendarDate(at, dayBreak)}T${at.time}Z`)
  const offsets = [offsetAt(zone, wallMs - dayMs), offsetAt(zone, wallMs + dayMs)]
  const found = offsets.map((offset) => wallMs - offset).filter((t) => t + offsetAt(zone, t) === wallMs)
  if (found.length > 0) return { kind: 'exists', at: instant(Math.min(...found)) }
  const after = changeAfter(zone, wallMs - Math.max(...offsets) - 2 * hourMs, 6 * hourMs)
  return { kind: 'gap', before: instant(after - minuteMs), after: instant(after) }
}

/** The zone's offsets from one instant to another, as the renderer takes them. */
export function zoneTable(zone: string, from: Instant, until: Instant): ZoneTable {
  const changes: { at: Instant; offsetMs: number }[] = []
  const firstOffsetMs = offsetAt(zone, from)
  let offsetMs = firstOffsetMs
  for (let day: number = from; day < until; day += dayMs) {
    const next = offsetAt(zone, day + dayMs)
    if (next !== offsetMs) changes.push({ at: instant(changeAfter(zone, day, dayMs)), offsetMs: next })
    offsetMs = next
  }
  return { name: zone, firstOffsetMs, changes }
}

/** The first whole minute after `fromMs`, within `withinMs`, from which the zone has another offset. */
function changeAfter(zone: string, fromMs: number, withinMs: number): number {
  const offset = offsetAt(zone, fromMs)
  let same = Math.floor(fromMs / minuteMs)
  let other = same + withinMs / minuteMs
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetAt(zone, middle * minuteMs) === offset) same = middle
    else other = middle
  }
  return other * minuteMs
}

/** Wall time minus UTC in `zone` at `t`, in ms, from the browser's own zone table. */
function offsetAt(zone: string, t: number): number {
  const parts = formatOf(zone).formatToParts(t)
  const value = (type: string): number => Number(parts.find((part) => part.type === type)?.value)
  const wall = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'), value('second'))
  return wall - Math.floor(t / 1000) * 1000
}

/** Making a format costs a hundred times more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, made)
  return made
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
