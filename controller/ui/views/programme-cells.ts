/** Days and times as people write them in spreadsheets, in Norwegian and English. Pure. */
import { addDays, daysFrom, readTime } from './schedule-wall.ts'

/** A day that was understood, or why not. `weekday`: the text names another weekday than its date has. */
export type ReadDay =
  { readonly kind: 'day'; readonly day: string } | { readonly kind: 'unknown' } | { readonly kind: 'weekday'; readonly day: string }

/** First and last festival day of the event, ISO dates; they decide a year that is not written and which Saturday is meant. */
export interface EventDays {
  readonly firstDay: string
  readonly lastDay: string
}

/** Weekdays from Monday, and months, by the letters that tell them apart in both languages. */
const weekdays = [/^ma|^mo/, /^ti|^tu/, /^on|^we/, /^to|^th/, /^fr/, /^lø|^lo|^sa/, /^sø|^so|^su/]
const months = ['jan', 'feb', 'mar', 'apr', 'ma[iy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'de[sc]'].map(
  (one) => new RegExp(`^${one}`),
)
const weekdayNames =
  /^(mandag|tirsdag|onsdag|torsdag|fredag|l[øo]rdag|s[øo]ndag|man|tirs?|ons|tors?|fre|l[øo]r|s[øo]n|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?,?\s*/

/** Days before and after the event on which something may happen: rigging and clearing away. */
const daysAround = 3

/** `27.03`, `27.3.2027`, `27/3-27`, `2027-03-27`, `27. mars`, `March 27`, `lørdag`, `lør 27.`, `Saturday 27.03`. */
export function readDay(text: string, event: EventDays): ReadDay {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const named = weekdayNames.exec(plain)?.[1] ?? null
  const weekday = named === null ? null : weekdays.findIndex((start) => start.test(named))
  const rest = plain.replace(weekdayNames, '').replace(/^(den|the)\s+/, '')
  const around = daysFrom(addDays(event.firstDay, -daysAround), addDays(event.lastDay, daysAround))
  if (rest === '') {
    const during = daysFrom(event.firstDay, event.lastDay)
    const day = weekday === null ? undefined : [...during, ...around].find((one) => weekdayOf(one) === weekday)
    return day === undefined ? { kind: 'unknown' } : { kind: 'day', day }
  }
  const day = dateOf(rest, event, around)
  if (day === null) return { kind: 'unknown' }
  return weekday === null || weekdayOf(day) === weekday ? { kind: 'day', day } : { kind: 'weekday', day }
}

/** `22:40`, `22.40`, `2240`, `kl. 22`, `22:40:00`, `10:40 PM` as `HH:MM`; null where it is no time. */
export function readClock(text: string): string | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:klokka|klokken|kl|at)\b\.?\s*/, '')
  const half = /^(\d{1,2})(?:[:.](\d{2}))?(?::\d{2})?\s*([ap])\.?m\.?$/.exec(plain)
  if (half !== null) {
    const hour = Number(half[1])
    if (hour < 1 || hour > 12) return null
    return readTime(`${(hour % 12) + (half[3] === 'p' ? 12 : 0)}:${half[2] ?? '00'}`)
  }
  return readTime(plain.replace(/^(\d{1,2}[:.]\d{2})[:.]\d{2}(?:\.0+)?$/, '$1'))
}

/** A cell that may hold a day and a time together (`2027-03-28 01:30`); each null where it is not there or not understood. */
export function readMoment(text: string, event: EventDays): { readonly date: string; readonly time: string } | null {
  const match = /^(.+?)(?:\s*,\s*|\s+(?:kl\.?\s+|at\s+)?|T)(\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?)(?:\s*([ap]m))?$/i.exec(text.trim())
  const [, before = '', clock = '', half = ''] = match ?? []
  const day = readDay(before, event)
  const time = readClock(`${clock} ${half}`)
  return match === null || day.kind !== 'day' || time === null ? null : { date: day.day, time }
}

/** 0 Monday – 6 Sunday. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7
}

function dateOf(text: string, event: EventDays, around: readonly string[]): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/.exec(text)
  if (iso !== null) return sound(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const [first, second, third = ''] = wordsOf(text) ?? []
  if (first === undefined) return null
  const year = third === '' ? null : Number(third) + (third.length === 2 ? 2000 : 0)
  // A day alone (`lør 27.`): the one of the event.
  if (second === undefined) return around.find((day) => Number(day.slice(8)) === first) ?? null
  // 3/27/2027 can only be meant the American way.
  const [day, month] = second > 12 && first <= 12 ? [second, first] : [first, second]
  if (year !== null) return sound(year, month, day)
  const years = [event.firstDay, event.lastDay].map((one) => Number(one.slice(0, 4)))
  const found = years.map((one) => sound(one, month, day)).filter((one) => one !== null)
  return found.find((one) => around.includes(one)) ?? found[0] ?? null
}

/** Day, month and, where it is written, year. */
function wordsOf(text: string): readonly [number, number | undefined, string | undefined] | null {
  const figures = /^(\d{1,2})(?:[./-]\s*(\d{1,2})(?:[./-]\s*(\d{4}|\d{2}))?)?[.]?(?: 00:00(?::00)?)?$/.exec(text)
  if (figures !== null) return [Number(figures[1]), figures[2] === undefined ? undefined : Number(figures[2]), figures[3]]
  const named =
    /^(\d{1,2})(?:\.|st|nd|rd|th)?\s*(\p{L}+)\.?,?\s*(\d{4}|\d{2})?$/u.exec(text) ??
    swapped(/^(\p{L}+)\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})?$/u.exec(text))
  if (named === null) return null
  const month = months.findIndex((start) => start.test(named[2] ?? ''))
  return month === -1 ? null : [Number(named[1]), month + 1, named[3]]
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match === null ? null : [match[0], match[2], match[1], match[3]]
}

/** The ISO date, or null where there is none (30 February). */
function sound(year: number, month: number, day: number): string | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const ms = Date.parse(`${text}T00:00Z`)
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? null : text
}
