/** The words that the glass itself says: dates, times, marks and empty states, in Norwegian with English beside. */
import { thanksWords } from '@infoskjerm/shared/model/thanks.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { hourMs, type Instant, later, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import { festivalDay, type WallTime, wallTime, type ZoneTable } from '@infoskjerm/shared/time/zone.ts'

/** What the words about time need: the zone and the wall time at which a day begins. */
export interface Calendar {
  readonly zone: ZoneTable
  readonly dayBreakMs: number
}

const weekdays: readonly Words[] = [
  { nb: 'mandag', en: 'Monday' },
  { nb: 'tirsdag', en: 'Tuesday' },
  { nb: 'onsdag', en: 'Wednesday' },
  { nb: 'torsdag', en: 'Thursday' },
  { nb: 'fredag', en: 'Friday' },
  { nb: 'lørdag', en: 'Saturday' },
  { nb: 'søndag', en: 'Sunday' },
]

const months: readonly Words[] = [
  { nb: 'januar', en: 'January' },
  { nb: 'februar', en: 'February' },
  { nb: 'mars', en: 'March' },
  { nb: 'april', en: 'April' },
  { nb: 'mai', en: 'May' },
  { nb: 'juni', en: 'June' },
  { nb: 'juli', en: 'July' },
  { nb: 'august', en: 'August' },
  { nb: 'september', en: 'September' },
  { nb: 'oktober', en: 'October' },
  { nb: 'november', en: 'November' },
  { nb: 'desember', en: 'December' },
]

export const say = {
  now: { nb: 'Nå', en: 'Now' },
  next: { nb: 'Neste', en: 'Next' },
  moved: { nb: 'Flyttet', en: 'Moved' },
  newTime: { nb: 'Nytt klokkeslett', en: 'New time' },
  cancelled: { nb: 'Avlyst', en: 'Cancelled' },
  nothingMoreTonight: { nb: 'Ikke mer i kveld', en: 'Nothing more tonight' },
  nothingMoreToday: { nb: 'Ikke mer i dag', en: 'Nothing more today' },
  nothingPlanned: { nb: 'Ingenting på programmet nå', en: 'Nothing on the programme right now' },
  continues: { nb: 'Da fortsetter det', en: 'It goes on' },
  goesOn: { nb: 'Fortsatt i gang', en: 'Still on' },
  seeProgramme: { nb: 'Se programmet', en: 'See the programme' },
  startsSoon: { nb: 'Starter snart', en: 'Starting soon' },
  thanks: thanksWords,
  followCrew: { nb: 'Følg beskjeder fra crew', en: 'Follow instructions from crew' },
  followSigns: { nb: 'Følg de grønne skiltene', en: 'Follow the green signs' },
  youAreHere: { nb: 'Du er her', en: 'You are here' },
  important: { nb: 'Viktig melding', en: 'Important message' },
  exercise: { nb: 'ØVELSE', en: 'EXERCISE' },
} as const satisfies Record<string, Words>

const two = (n: number): string => String(n).padStart(2, '0')
const nbsp = '\u00a0'

function nameOf(list: readonly Words[], oneBased: number): Words {
  return list[oneBased - 1] ?? { nb: '', en: '' }
}

/** «20:37». */
export function timeOfDay(zone: ZoneTable, t: Instant): string {
  const wall = wallTime(zone, t)
  return `${two(wall.hour)}:${two(wall.minute)}`
}

/** «20:41:07». */
export function timeWithSeconds(zone: ZoneTable, t: Instant): string {
  return `${timeOfDay(zone, t)}:${two(wallTime(zone, t).second)}`
}

/** «fredag 26. mars», “Friday 26 March”. */
export function dateWords(date: WallTime): Words {
  const weekday = nameOf(weekdays, date.weekday)
  const month = nameOf(months, date.month)
  return { nb: `${weekday.nb} ${date.day}.${nbsp}${month.nb}`, en: `${weekday.en} ${date.day}${nbsp}${month.en}` }
}

/** The date above the programme: of the festival day, and after midnight the night between the two (rule T6): «Natt til lørdag 27. mars». */
export function dateHeading(calendar: Calendar, t: Instant): Words {
  const words = dateWords(wallTime(calendar.zone, t))
  return afterMidnight(calendar, t) ? { nb: `Natt til ${words.nb}`, en: `Early ${words.en}` } : { nb: capital(words.nb), en: words.en }
}

/** Which day an instant is on, seen from `now`: null where nobody can doubt it; «natt til lørdag» later in the same night, «lørdag 27.» and «natt til søndag 28.» on other days. */
export function dayNote(calendar: Calendar, t: Instant, now: Instant): Words | null {
  const { zone, dayBreakMs } = calendar
  const wall = wallTime(zone, t)
  if (sameDate(wall, wallTime(zone, now))) return null
  const night = afterMidnight(calendar, t)
  const tonight = sameDate(festivalDay(zone, t, dayBreakMs), festivalDay(zone, now, dayBreakMs))
  const weekday = nameOf(weekdays, wall.weekday)
  const day = tonight ? { nb: weekday.nb, en: weekday.en } : { nb: `${weekday.nb} ${wall.day}.`, en: `${weekday.en} ${wall.day}` }
  const joined = { nb: day.nb.replace(' ', nbsp), en: day.en.replace(' ', nbsp) }
  return night ? { nb: `natt til ${joined.nb}`, en: `early ${joined.en}` } : joined
}

/** «til lørdag 27. mars kl. 22:00», with the day left out where it is today (English then says nothing more). */
export function dayAndTime(calendar: Calendar, t: Instant, now: Instant): Words {
  const time = timeOfDay(calendar.zone, t)
  if (sameDate(wallTime(calendar.zone, t), wallTime(calendar.zone, now))) return { nb: `kl.${nbsp}${time}`, en: '' }
  const date = dateWords(wallTime(calendar.zone, t))
  const night = afterMidnight(calendar, t)
  return { nb: `${night ? 'natt til ' : ''}${date.nb} kl.${nbsp}${time}`, en: `${night ? 'early ' : ''}${date.en}, ${time}` }
}

/** Whether it is evening or night on the wall: from 17:00 until day-break. */
export function isEvening(calendar: Calendar, t: Instant): boolean {
  return wallTime(calendar.zone, t).hour >= 17 || afterMidnight(calendar, t)
}

/** What is left, split for the glass. Never negative; a begun second counts whole, so that zero is reached at the instant itself. */
export function remaining(leftMs: number): {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
} {
  const seconds = Math.max(0, Math.ceil(leftMs / secondMs))
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}

/** «1:09:05», «9:05». */
export function clockFigures(left: ReturnType<typeof remaining>): string {
  const tail = `${two(left.minutes)}:${two(left.seconds)}`
  return left.days > 0 || left.hours > 0 ? `${left.hours}:${tail}` : `${left.minutes}:${two(left.seconds)}`
}

/** For a glass that is drawn once a minute: «1 t 9 min», «9 min». */
export function minuteFigures(left: ReturnType<typeof remaining>): string {
  const minutes = Math.max(1, left.minutes)
  return left.hours > 0 ? `${left.hours}${nbsp}t${nbsp}${left.minutes}${nbsp}min` : `${minutes}${nbsp}min`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The first instant of the next festival day. */
export function dayEnd(calendar: Calendar, t: Instant): Instant {
  const today = festivalDay(calendar.zone, t, calendar.dayBreakMs)
  let end = later(t, -(t % (15 * minuteMs)) + 15 * minuteMs)
  while (sameDate(festivalDay(calendar.zone, end, calendar.dayBreakMs), today)) end = later(end, 15 * minuteMs)
  return end
}

function afterMidnight(calendar: Calendar, t: Instant): boolean {
  const wall = wallTime(calendar.zone, t)
  return wall.hour * hourMs + wall.minute * minuteMs < calendar.dayBreakMs
}

function sameDate(a: WallTime, b: WallTime): boolean {
  return a.day === b.day && a.month === b.month && a.year === b.year
}
