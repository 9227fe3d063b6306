/** Wall times as the crew reads them, from a table of offsets and no locale, so that they are the same on every machine. */
import type { ManifestEvent } from '@infoskjerm/shared/model/manifest.ts'
import { hourMs, type Instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { festivalDay, offsetAt, wallTime } from '@infoskjerm/shared/time/zone.ts'

const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']

/** `lørdag 27., 21:30`; after midnight with both days: `natt til søndag 28., 03:00` (rule T6). */
export function dayTime(event: ManifestEvent, t: Instant): string {
  const wall = wallTime(event.zone, t)
  const night = festivalDay(event.zone, t, event.dayBreakMs).day !== wall.day
  return `${night ? 'natt til ' : ''}${weekdays[wall.weekday - 1]} ${wall.day}., ${clock(event, t)}`
}

/** `21:30`, and with seconds where there are any. */
export function clock(event: ManifestEvent, t: Instant): string {
  const { hour, minute, second } = wallTime(event.zone, t)
  return [hour, minute, ...(second === 0 ? [] : [second])].map(two).join(':')
}

/** Seconds of the minute. */
export function secondOf(event: ManifestEvent, t: Instant): string {
  return two(wallTime(event.zone, t).second)
}

/** `+02:00`. */
export function offset(event: ManifestEvent, t: Instant): string {
  const ms = offsetAt(event.zone, t)
  const [hours, minutes] = [Math.floor(Math.abs(ms) / hourMs), (Math.abs(ms) % hourMs) / minuteMs]
  return `${ms < 0 ? '−' : '+'}${two(hours)}:${two(minutes)}`
}

function two(n: number): string {
  return `${n}`.padStart(2, '0')
}
