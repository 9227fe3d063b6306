/** How long something stands: the choices of a person as an instant. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { Calendar } from '../views/schedule-text.ts'
import { addDays, type FestivalTime, festivalTimeAt, meaningOf } from '../views/schedule-wall.ts'

/** What somebody chose. `until.at` null: not written yet, or a time that does not exist. */
export type Length =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'day-end' }
  | { readonly kind: 'until'; readonly value: FestivalTime; readonly at: Instant | null }
  | { readonly kind: 'endless' }

/** What is offered: so many minutes, the rest of the festival day, a moment, or no end at all. */
export type LengthChoice = number | 'day-end' | 'until' | 'endless'

export const minutesLong = (minutes: number): Length => ({ kind: 'minutes', minutes })
export const dayLong: Length = { kind: 'day-end' }

/** When it ends, counted from `from`; `missing` while nothing sound is written, `past` where it is over at `now`. */
export function endOf(length: Length, from: Instant, now: Instant, calendar: Calendar): Instant | 'endless' | 'missing' | 'past' {
  const end = endAt(length, from, calendar)
  if (end === null) return 'missing'
  return end !== 'endless' && end <= Math.max(from, now) ? 'past' : end
}

function endAt(length: Length, from: Instant, calendar: Calendar): Instant | 'endless' | null {
  switch (length.kind) {
    case 'minutes':
      return later(from, length.minutes * minuteMs)
    case 'day-end':
      return dayEnd(from, calendar)
    case 'until':
      return length.at
    case 'endless':
      return 'endless'
  }
}

/** The day-break that ends the festival day of `t` (rule T6). */
export function dayEnd(t: Instant, calendar: Calendar): Instant {
  const { day } = festivalTimeAt(t, calendar.zone, calendar.dayBreak)
  const end = meaningOf({ day: addDays(day, 1), time: calendar.dayBreak }, calendar.zone, calendar.dayBreak)
  return end.kind === 'exists' ? end.at : end.after
}

/** What *til …* begins with: two hours on, at a whole quarter. */
export function untilSoon(now: Instant, calendar: Calendar): Length & { readonly kind: 'until' } {
  const quarter = 15 * minuteMs
  const at = later(now, 120 * minuteMs + ((quarter - (now % quarter)) % quarter))
  return { kind: 'until', value: festivalTimeAt(at, calendar.zone, calendar.dayBreak), at }
}

/** Which of the offered chips stands for what was chosen. */
export function chosenOf(length: Length): LengthChoice {
  return length.kind === 'minutes' ? length.minutes : length.kind
}
