/** Turns schedule rules, which speak wall time, into instants (rules T1–T3): the one module of the system where wall time becomes instants. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs, hourMs, type Instant, instant, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { Series } from '@infoskjerm/shared/time/series.ts'
import type { ZoneTable } from '@infoskjerm/shared/time/zone.ts'
import type { When } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { Temporal } from 'temporal-polyfill'
import { daysOf, parseRule } from './recurrence.ts'
import { toSeries, type Window } from './series.ts'

export type { Window } from './series.ts'

/** What of an event decides its times. Days are ISO dates, `dayBreak` is `HH:MM`. */
export interface EventTimes {
  readonly zone: string
  readonly dayBreak: string
  readonly firstDay: string
  readonly lastDay: string
}

/** A rule in wall time, or none at all; what follows the programme has its times from there (`linked.ts`). */
export type WallWhen = Exclude<When, { kind: 'happening' }>

/** A rule that has not happened by then never will: the calendar repeats itself every 28 years. */
const calendarDays = 28 * 366

/** A date and time on the wall, as milliseconds since 1970 as if the wall were in UTC. */
type WallMs = number

/** Days a rule is turned into windows for, where nobody asked for a span: the horizon of a manifest. */
const mostDays = limits.horizonMonths * 31

/** The windows of the rule, in order. Of a recurrence those of the event and the two days around it, or the next thirteen months from its first day where there are none; of a daily rule at most thirteen months. `always` has none. */
export function windowsOf(when: WallWhen, event: EventTimes): readonly Window[] {
  if (when.kind === 'always') return []
  const first = dateMs(when.kind === 'once' ? when.from.slice(0, 10) : when.firstDay)
  if (when.kind === 'once') return windowsBetween(when, event, first, dateMs(when.until.slice(0, 10)))
  if (when.kind === 'daily') return windowsBetween(when, event, first, Math.min(dateMs(when.lastDay), first + mostDays * dayMs))
  const around = windowsBetween(when, event, dateMs(event.firstDay), dateMs(event.lastDay))
  if (around.length > 0) return around
  const from = Math.min(first, ...when.extra.map(dateMs))
  return windowsBetween(when, event, from, from + mostDays * dayMs)
}

/** The windows that touch the days from `first` to `last`, and the nights around them. */
function windowsBetween(when: Exclude<WallWhen, { kind: 'always' }>, event: EventTimes, first: WallMs, last: WallMs): readonly Window[] {
  const span = { from: instant(first - 2 * dayMs), until: instant(last + 3 * dayMs) }
  return windowsIn(when, event, zoneTable(event.zone, span.from, span.until), span)
}

/** The rule as a manifest carries it: series of the windows that touch `horizon`, which `zone` must cover. */
export function seriesOf(when: WallWhen, event: EventTimes, zone: ZoneTable, horizon: Window): 'always' | readonly Series[] {
  return when.kind === 'always' ? 'always' : toSeries(windowsIn(when, event, zone, horizon))
}

/** The span that manifests cover at `now`: from the start of the previous month, thirteen months after the start of this one; it moves once a month (rule T2). */
export function horizonOf(zone: string, now: Instant): Window {
  const month = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).with({ day: 1 }).startOfDay()
  return {
    from: instant(month.subtract({ months: 1 }).epochMilliseconds),
    until: instant(month.add({ months: limits.horizonMonths }).epochMilliseconds),
  }
}

/** The offsets of an IANA zone from `from` to `until`. Throws a RangeError on an unknown zone. */
export function zoneTable(zone: string, from: Instant, until: Instant): ZoneTable {
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const firstOffsetMs = offsetMs(at)
  const changes: { at: Instant; offsetMs: number }[] = []
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (next === null || next.epochMilliseconds >= until) return { name: zone, firstOffsetMs, changes }
    changes.push({ at: instant(next.epochMilliseconds), offsetMs: offsetMs(next) })
    at = next
  }
}

/** Festival days, from day-break to day-break, over the horizon. */
export function dayBreaks(event: EventTimes, zone: ZoneTable, horizon: Window): readonly Series[] {
  const breakMs = dayBreakMs(event)
  const windows: Window[] = []
  for (let day = Math.floor(horizon.from / dayMs) * dayMs - dayMs; day < horizon.until; day += dayMs)
    windows.push({ from: instantOf(zone, day + breakMs), until: instantOf(zone, day + dayMs + breakMs) })
  return toSeries(windows)
}

/** From the first day's day-break to the one after the last day. */
export function eventSpan(event: EventTimes): Window {
  const first = dateMs(event.firstDay)
  const after = dateMs(event.lastDay) + dayMs
  const zone = zoneTable(event.zone, instant(first - 2 * dayMs), instant(after + 2 * dayMs))
  return { from: instantOf(zone, first + dayBreakMs(event)), until: instantOf(zone, after + dayBreakMs(event)) }
}

/** Day-break as wall time after midnight, ms. */
export function dayBreakMs(event: EventTimes): number {
  return timeMs(event.dayBreak)
}

/** For one zone, the instant of a wall time `YYYY-MM-DDTHH:MM` (rule T3). Throws a RangeError on an unknown zone, a Problem on a date that does not exist. */
export function wallClock(zone: string): (wall: string) => Instant {
  zoneTable(zone, instant(0), instant(1))
  return (wall) => {
    const at = momentMs(wall, '')
    return instantOf(zoneTable(zone, instant(at - 2 * dayMs), instant(at + 2 * dayMs)), at)
  }
}

/** Throws a problem with the path of the field: `invalid` (no such date), `end-before-start`, `time-does-not-exist` (with the last minute before the gap and the first after it). */
export function checkWhen(when: WallWhen, event: EventTimes): void {
  switch (when.kind) {
    case 'always':
      return
    case 'once':
      checkExists(event, momentMs(when.from, 'when.from'), 'when.from')
      checkExists(event, momentMs(when.until, 'when.until'), 'when.until')
      if (when.until <= when.from) throw new Problem(422, 'end-before-start', 'The end must come after the start.', 'when.until')
      return
    case 'daily': {
      const first = checkedDateMs(when.firstDay, 'when.firstDay')
      const last = checkedDateMs(when.lastDay, 'when.lastDay')
      when.except.forEach((day, index) => checkedDateMs(day, `when.except.${index}`))
      if (last < first) throw new Problem(422, 'end-before-start', 'The last day must not come before the first.', 'when.lastDay')
      if (last > first) return
      const { from, until } = nightOf(when, event, first)
      checkExists(event, from, 'when.from')
      checkExists(event, until, 'when.until')
      return
    }
    case 'rule': {
      checkedDateMs(when.firstDay, 'when.firstDay')
      when.except.forEach((day, index) => checkedDateMs(day, `when.except.${index}`))
      when.extra.forEach((day, index) => checkedDateMs(day, `when.extra.${index}`))
      parseRule(when.rule, 'when.rule')
      if (!everHappens(when, event)) throw new Problem(422, 'rule-empty', 'The rule never happens: look at its dates.', 'when.rule')
    }
  }
}

function everHappens(when: Extract<When, { kind: 'rule' }>, event: EventTimes): boolean {
  const first = dateMs(when.firstDay)
  return [mostDays, calendarDays].some((days) => {
    const span = { from: instant(first), until: instant(first + days * dayMs) }
    return ruleDaysIn(when, event, span).length > 0
  })
}

/** Windows of the rule that touch `span`. */
function windowsIn(when: Exclude<WallWhen, { kind: 'always' }>, event: EventTimes, zone: ZoneTable, span: Window): readonly Window[] {
  const touches = ({ from, until }: Window) => from < until && from < span.until && until > span.from
  if (when.kind === 'once') {
    const window = { from: instantOf(zone, momentMs(when.from, 'when.from')), until: instantOf(zone, momentMs(when.until, 'when.until')) }
    return [window].filter(touches)
  }
  const days = when.kind === 'daily' ? dailyIn(when, span) : ruleDaysIn(when, event, span)
  return days
    .map((day) => (when.kind === 'daily' ? nightOf(when, event, day) : fromTo(when, day)))
    .map((night) => ({ from: instantOf(zone, night.from), until: instantOf(zone, night.until) }))
    .filter(touches)
}

/** Festival days of a daily rule that may touch the span. */
function dailyIn(when: Extract<When, { kind: 'daily' }>, span: Window): readonly WallMs[] {
  const except = new Set(when.except.map(dateMs))
  const first = Math.max(dateMs(when.firstDay), Math.floor(span.from / dayMs) * dayMs - 3 * dayMs)
  const last = Math.min(dateMs(when.lastDay), span.until + dayMs)
  const days: WallMs[] = []
  for (let day = first; day <= last; day += dayMs) if (!except.has(day)) days.push(day)
  return days
}

/** Calendar days of a recurrence rule that may touch the span: counted by the rule, without the excepted, with the extra. */
function ruleDaysIn(when: Extract<When, { kind: 'rule' }>, { zone }: EventTimes, span: Window): readonly WallMs[] {
  const from = Math.floor(span.from / dayMs) * dayMs - 3 * dayMs
  const until = span.until + dayMs
  const days = new Set(daysOf(parseRule(when.rule, 'when.rule'), zone, dateMs(when.firstDay), timeMs(when.from), from, until))
  for (const day of when.except) days.delete(dateMs(day))
  for (const day of when.extra.map(dateMs)) if (from <= day && day <= until) days.add(day)
  return [...days].sort((a, b) => a - b)
}

/** The wall times of a festival day: what begins before day-break belongs to the night that ends the day; an end at or before the start is on the next day. */
function nightOf(when: { from: string; until: string }, event: EventTimes, day: WallMs): { from: WallMs; until: WallMs } {
  return fromTo(when, timeMs(when.from) < dayBreakMs(event) ? day + dayMs : day)
}

/** The wall times of a window that begins on the calendar day; an end at or before the start is on the next day. */
function fromTo(when: { from: string; until: string }, day: WallMs): { from: WallMs; until: WallMs } {
  const fromMs = timeMs(when.from)
  const untilMs = timeMs(when.until)
  return { from: day + fromMs, until: day + untilMs + (untilMs <= fromMs ? dayMs : 0) }
}

/** The instant of a wall time (rule T3): the first of two; the first instant after the gap where there is none. */
function instantOf(zone: ZoneTable, wall: WallMs): Instant {
  const at = exactly(zone, wall) ?? gapAt(zone, wall)?.at
  if (at === undefined) throw new Error(`no instant for wall time ${wall} in ${zone.name}`)
  return at
}

/** The first instant at which the wall shows this time, or null inside a gap. */
function exactly(zone: ZoneTable, wall: WallMs): Instant | null {
  let offset = zone.firstOffsetMs
  for (const change of zone.changes) {
    if (wall - offset < change.at) return instant(wall - offset)
    offset = change.offsetMs
    if (wall - offset < change.at) return null
  }
  return instant(wall - offset)
}

function gapAt(zone: ZoneTable, wall: WallMs): { readonly at: Instant; readonly before: WallMs; readonly after: WallMs } | null {
  let offset = zone.firstOffsetMs
  for (const change of zone.changes) {
    const before = change.at + offset
    const after = change.at + change.offsetMs
    if (before <= wall && wall < after) return { at: change.at, before: before - minuteMs, after }
    offset = change.offsetMs
  }
  return null
}

function checkExists(event: EventTimes, wall: WallMs, path: string): void {
  const zone = zoneTable(event.zone, instant(wall - 2 * dayMs), instant(wall + 2 * dayMs))
  const gap = gapAt(zone, wall)
  if (gap === null) return
  const params = { time: clock(wall), before: clock(gap.before), after: clock(gap.after) }
  throw new Problem(
    422,
    'time-does-not-exist',
    `The clocks go from ${params.before} to ${params.after} that night, past ${params.time}.`,
    path,
    params,
  )
}

function offsetMs(at: Temporal.ZonedDateTime): number {
  return at.offsetNanoseconds / 1_000_000
}

function timeMs(text: string): number {
  const [hour = 0, minute = 0, second = 0] = text.split(':').map(Number)
  return hour * hourMs + minute * minuteMs + second * secondMs
}

function momentMs(text: string, path: string): WallMs {
  return checkedDateMs(text.slice(0, 10), path) + timeMs(text.slice(11))
}

function dateMs(day: string): WallMs {
  return Date.parse(`${day}T00:00:00Z`)
}

/** `Date.parse` takes 30 February for 2 March; we do not. */
function checkedDateMs(day: string, path: string): WallMs {
  const ms = dateMs(day)
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day)
    throw new Problem(422, 'invalid', `There is no date ${day}.`, path)
  return ms
}

function clock(wall: WallMs): string {
  return new Date(wall).toISOString().slice(11, 16)
}
