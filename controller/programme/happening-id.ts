/** Ids of happenings: of their title and festival day, so that one which moves on its day is the same one, and links and corrections hold. One that moved to another day without doubt keeps the id of its first day. */
import { festivalDay, type ZoneTable } from '@infoskjerm/shared/time/zone.ts'
import { dayMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { dayBreakMs, type EventTimes, zoneTable } from '../schedule/windows.ts'
import { slugOf } from '../screens/slug.ts'

/** Of the title's part, so that the day and a number find room in an id. */
const longestTitle = 48

/** How far (ms) from a start its neighbours may be to be read from the same table of the zone. */
const nearMs = 30 * dayMs

/** Gives `demoshow-2027-03-27`: what the ids of all happenings of this (Norwegian) title on this day of the event begin with. */
export function stems(event: EventTimes): (title: string, start: Instant) => string {
  let known: { readonly zone: ZoneTable; readonly start: Instant } | null = null
  return (title, start) => {
    if (known === null || Math.abs(start - known.start) > nearMs)
      known = { start, zone: zoneTable(event.zone, later(start, -nearMs - 2 * dayMs), later(start, nearMs + 2 * dayMs)) }
    const day = festivalDay(known.zone, start, dayBreakMs(event))
    const slug = slugOf(/[a-z0-9]/i.test(title) ? title : 'punkt', () => false)
      .slice(0, longestTitle)
      .replace(/-+$/, '')
    return `${slug}-${day.year}-${two(day.month)}-${two(day.day)}`
  }
}

/** The stem itself for the first of the name, `-2` for the second, and so on. */
export function freeId(stem: string, isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (!isTaken(id)) return id
  }
}

/** The stem for which `freeId` may have given this id; any other id is its own. */
export function stemIn(id: string): string {
  return /^(.+-\d{4}-\d{2}-\d{2})-\d+$/.exec(id)?.[1] ?? id
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
