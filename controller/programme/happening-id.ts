/** Ids of happenings: of their title and festival day, so that one which moves on its day is the same one, and links and corrections hold. */
import { festivalDay } from '@infoskjerm/shared/time/zone.ts'
import { dayMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { dayBreakMs, type EventTimes, zoneTable } from '../schedule/windows.ts'
import { slugOf } from '../screens/slug.ts'

/** Of the title's part, so that the day and a number find room in an id. */
const longestTitle = 48

/** `demoshow-2027-03-27`: what the ids of all happenings of this (Norwegian) title on this day begin with. */
export function stemOf(title: string, start: Instant, event: EventTimes): string {
  const day = festivalDay(zoneTable(event.zone, later(start, -2 * dayMs), later(start, 2 * dayMs)), start, dayBreakMs(event))
  const slug = slugOf(/[a-z0-9]/i.test(title) ? title : 'punkt', () => false)
    .slice(0, longestTitle)
    .replace(/-+$/, '')
  return `${slug}-${day.year}-${two(day.month)}-${two(day.day)}`
}

/** The stem itself for the first of the name, `-2` for the second, and so on. */
export function freeId(stem: string, isTaken: (id: string) => boolean): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`
    if (!isTaken(id)) return id
  }
}

/** Whether `freeId` may have given this id for the stem. */
export function hasStem(id: string, stem: string): boolean {
  return id === stem || (id.startsWith(`${stem}-`) && /^\d+$/.test(id.slice(stem.length + 1)))
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
