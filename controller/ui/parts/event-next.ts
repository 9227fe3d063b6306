/** What the form of *Nytt år* proposes: the next name, and the same weekday 52 weeks later. */
import { dayMs } from '@infoskjerm/shared/time/instant.ts'

/** The last number of the name, counted on: `The Gathering 2027` → `2028`, `TG27` → `TG28`. */
export function nextName(name: string): string {
  return name.replace(/(\d+)(?!.*\d)/, (number) => String(Number(number) + 1).padStart(number.length, '0'))
}

/** 52 weeks after an ISO date. */
export function nextFirstDay(firstDay: string): string {
  return new Date(Date.parse(firstDay) + 364 * dayMs).toISOString().slice(0, 10)
}

/** `onsdag`; '' where it is no date. */
export function weekdayOf(date: string, language: 'nb' | 'en'): string {
  const at = Date.parse(date)
  return Number.isNaN(at) ? '' : new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' }).format(at)
}
