/** Recurrence rules: the subset of RFC 5545 (section 3.3.10) that a schedule needs, read strictly, and the calendar days that come of it. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** A rule as it was read. `until` is a wall time `YYYY-MM-DDTHH:MM:SS` in the event's zone, or with `Z` an instant; a bare date holds its whole day. */
export interface Recurrence {
  readonly freq: (typeof frequencies)[number]
  readonly interval: number
  readonly byDay: readonly string[]
  readonly count: number | null
  readonly until: string | null
  readonly weekStart: (typeof weekdays)[number]
}

/** Reads a rule such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6`. Problems: `rule-unsupported` and `rule-malformed`, with the part and how to mend it. */
export function parseRule(text: string, path: string): Recurrence {
  const parts = new Map<string, string>()
  for (const part of text.split(';')) {
    const [, name, value] = /^([A-Z-]+)=(.+)$/.exec(part) ?? []
    if (name === undefined || value === undefined) throw malformed(path, part, 'Each part is NAME=value, joined by semicolons.')
    if (!known.has(name)) throw unsupported(path, name, `${[...known].join(', ')} are known.`)
    if (parts.has(name)) throw malformed(path, name, 'It stands there twice.')
    parts.set(name, value)
  }
  const freq = readFrequency(parts.get('FREQ'), path)
  const rule: Recurrence = {
    freq,
    interval: readNumber('INTERVAL', parts.get('INTERVAL') ?? '1', 366, path),
    byDay: parts.has('BYDAY') ? readDays(parts.get('BYDAY')!, freq, path) : [],
    count: parts.has('COUNT') ? readNumber('COUNT', parts.get('COUNT')!, limits.occurrences, path) : null,
    until: parts.has('UNTIL') ? readUntil(parts.get('UNTIL')!, path) : null,
    weekStart: readWeekStart(parts.get('WKST') ?? 'MO', path),
  }
  if (rule.count !== null && rule.until !== null) throw malformed(path, 'COUNT', 'A rule ends by COUNT or by UNTIL, not by both.')
  return rule
}

const known = new Set(['FREQ', 'INTERVAL', 'BYDAY', 'COUNT', 'UNTIL', 'WKST'])

function readFrequency(value: string | undefined, path: string): Recurrence['freq'] {
  if (value === undefined) throw malformed(path, 'FREQ', `Say how often: FREQ=${frequencies.join(', FREQ=')}.`)
  const found = frequencies.find((one) => one === value)
  if (found === undefined) throw unsupported(path, `FREQ=${value}`, `FREQ is ${frequencies.join(', ')}.`)
  return found
}

function readNumber(name: string, value: string, most: number, path: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < 1 || number > most)
    throw malformed(path, `${name}=${value}`, `${name} is a whole number from 1 to ${most}.`)
  return number
}

function readDays(value: string, freq: Recurrence['freq'], path: string): readonly string[] {
  return value.split(',').map((day) => {
    const [, ordinal, name] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(day) ?? []
    if (name === undefined || !weekdays.some((one) => one === name))
      throw malformed(path, `BYDAY=${day}`, `Days are ${weekdays.join(', ')}.`)
    if (ordinal === undefined) return day
    if (freq !== 'MONTHLY') throw unsupported(path, `BYDAY=${day}`, `A number before a day goes only with FREQ=MONTHLY.`)
    if (Math.abs(Number(ordinal)) < 1 || Math.abs(Number(ordinal)) > 5)
      throw malformed(path, `BYDAY=${day}`, 'A month has at most five of a weekday: 1 to 5, or −1 to −5 from its end.')
    return day
  })
}

function readUntil(value: string, path: string): string {
  const [, year, month, day, hour, minute, second, zulu] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(value) ?? []
  const text = `${year}-${month}-${day}T${hour ?? '23'}:${minute ?? '59'}:${second ?? '59'}`
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    throw malformed(path, `UNTIL=${value}`, 'UNTIL is a date like 20270328, or a time like 20270328T020000 or 20270328T000000Z.')
  }
  return text + (zulu ?? '')
}

function readWeekStart(value: string, path: string): Recurrence['weekStart'] {
  const found = weekdays.find((one) => one === value)
  if (found === undefined) throw malformed(path, `WKST=${value}`, `Days are ${weekdays.join(', ')}.`)
  return found
}

/** Midnights of wall days, as milliseconds since 1970 as if the wall were in UTC: the rule's days in `[from, until]`, counted from `firstDay` and, as they stand on the wall, none of them lost to a clock change. `startMs` is the wall time of day that UNTIL is compared with. */
export function daysOf(rule: Recurrence, zone: string, firstDay: number, startMs: number, from: number, until: number): readonly number[] {
  const last = Math.min(until, lastDay(rule, zone, startMs))
  if (last < firstDay || last < from) return []
  const { freq, interval, byDay, count, weekStart } = rule
  const rest = { ...(byDay.length === 0 ? {} : { byDay: [...byDay] }), ...(count === null ? {} : { count }) }
  const dtstart = Temporal.Instant.fromEpochMilliseconds(firstDay).toZonedDateTimeISO('UTC')
  const found = new RRuleTemporal({ freq, interval, wkst: weekStart, dtstart, tzid: 'UTC', ...rest })
  return found
    .between(new Date(Math.max(from, firstDay)), new Date(last), true)
    .map((day) => Temporal.ZonedDateTime.from(String(day)).epochMilliseconds)
}

/** The last midnight whose occurrence does not begin after UNTIL. */
function lastDay({ until }: Recurrence, zone: string, startMs: number): number {
  if (until === null) return Infinity
  const wall = until.endsWith('Z')
    ? Temporal.Instant.from(until).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(until)
  const wallMs = wall.toZonedDateTime('UTC').epochMilliseconds
  return Math.floor((wallMs - startMs) / dayMs) * dayMs
}

function malformed(path: string, part: string, mend: string): Problem {
  return new Problem(422, 'rule-malformed', `«${part}» cannot be read. ${mend}`, path, { part, mend })
}

function unsupported(path: string, part: string, mend: string): Problem {
  return new Problem(422, 'rule-unsupported', `«${part}» is not supported. ${mend}`, path, { part, mend })
}
