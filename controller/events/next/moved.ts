/** Dates of one year moved to another as wall time: 22:00 stays 22:00 on whichever side of a clock change it comes to lie. */
import type { When } from '@infoskjerm/shared/wire/api.ts'
import { dayMs, type Instant } from '@infoskjerm/shared/time/instant.ts'
import { Temporal } from 'temporal-polyfill'
import { wallClock } from '../../schedule/windows.ts'

/** So many days on, in this zone. */
export interface Shift {
  readonly days: number
  readonly zone: string
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** An ISO date, or a date with a wall time (`2027-03-26T22:40`). */
export function movedDay(day: string, { days }: Pick<Shift, 'days'>): string {
  const date = new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
  return date + day.slice(10)
}

/** The same wall time so many days on (rule T3 where that does not exist or exists twice). */
export function movedInstant(t: Instant, shift: Shift): Instant {
  const wall = Temporal.Instant.fromEpochMilliseconds(t).toZonedDateTimeISO(shift.zone).toPlainDateTime()
  return wallClock(shift.zone)(wall.add({ days: shift.days }).toString().slice(0, 19))
}

/** The rule moved; null where it cannot be, because it follows a happening that stays behind. */
export function movedWhen(when: When, shift: Shift): When | null {
  const day = (text: string): string => movedDay(text, shift)
  switch (when.kind) {
    case 'always':
      return when
    case 'once':
      return { ...when, from: day(when.from), until: day(when.until) }
    case 'daily':
      return { ...when, firstDay: day(when.firstDay), lastDay: day(when.lastDay), except: when.except.map(day) }
    case 'rule':
      return {
        ...when,
        firstDay: day(when.firstDay),
        rule: movedRule(when.rule, shift),
        except: when.except.map(day),
        extra: when.extra.map(day),
      }
    case 'happening':
      return null
  }
}

/** `UNTIL` is the only date in a rule (RFC 5545, section 3.3.10). */
function movedRule(rule: string, shift: Shift): string {
  return rule.replace(/(UNTIL=)(\d{4})(\d{2})(\d{2})/i, (_, name: string, year: string, month: string, date: string) => {
    return name + movedDay(`${year}-${month}-${date}`, shift).replaceAll('-', '')
  })
}
