/** Whether a sponsor gets what was promised: arithmetic on planned airtime, nothing else. */
import type { SponsorPromise } from '@infoskjerm/shared/model/sponsor.ts'
import { dayMs, type Instant, instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { type EventTimes, eventSpan, type Window, windowsOf } from '../schedule/windows.ts'

/** What a promise is measured in on one festival day: the hours of the promise, or all of the day. `wholeMs`: how long they are where the period does not cut them. */
export interface MeasuredDay extends Window {
  readonly wholeMs: number
}

/** A share that is less than this below the promise is kept, as for the shares of entries. */
export const shareTolerance = 0.01

/** The festival days that touch the period, each as far as it lies in it; days on which the hours are outside are left out. */
export function measuredDays(hours: SponsorPromise['hours'], event: EventTimes, { from, until }: Window): readonly MeasuredDay[] {
  const days: MeasuredDay[] = []
  for (let at = from - 2 * dayMs; at < until + dayMs; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    const whole = hoursOf(day, hours, event)
    const clipped = { from: instant(Math.max(from, whole.from)), until: instant(Math.min(until, whole.until)) }
    if (clipped.from < clipped.until) days.push({ ...clipped, wholeMs: whole.until - whole.from })
  }
  return days
}

/** The festival days that touch the period, by their dates, each as far as it lies in it. */
export function festivalDays(event: EventTimes, { from, until }: Window): readonly (Window & { readonly day: string })[] {
  const days: (Window & { readonly day: string })[] = []
  for (let at = from - 2 * dayMs; at < until + dayMs; at += dayMs) {
    const day = new Date(at).toISOString().slice(0, 10)
    const whole = hoursOf(day, null, event)
    const clipped = { day, from: instant(Math.max(from, whole.from)), until: instant(Math.min(until, whole.until)) }
    if (clipped.from < clipped.until) days.push(clipped)
  }
  return days
}

/** Rule T3 decides how long hours are in the night of a clock change. */
function hoursOf(day: string, hours: SponsorPromise['hours'], event: EventTimes): Window {
  const days = { firstDay: day, lastDay: day }
  const found = hours === null ? undefined : windowsOf({ kind: 'daily', ...hours, ...days, except: [] }, event)[0]
  return hours === null ? eventSpan({ ...event, ...days }) : (found ?? { from: 0 as Instant, until: 0 as Instant })
}

export interface Judgement {
  readonly kept: boolean
  /** A share from 0 to 1, or minutes a day. */
  readonly wanted: number
  readonly got: number
}

/** What one screen gives a sponsor, against the promise; `shownMs` on each of the days. Minutes are those of the worst day; days that the period cuts are left out, unless it cuts them all: then they count in proportion. Null where nothing was measured. */
export function judge(
  amount: SponsorPromise['amount'],
  days: readonly { readonly day: MeasuredDay; readonly shownMs: number }[],
): Judgement | null {
  if (days.length === 0) return null
  if (amount.kind === 'share') {
    const measuredMs = days.reduce((sum, { day }) => sum + lengthOf(day), 0)
    const got = days.reduce((sum, { shownMs }) => sum + shownMs, 0) / measuredMs
    const wanted = amount.percent / 100
    return { kept: got >= wanted - shareTolerance, wanted, got }
  }
  const uncut = days.filter(({ day }) => lengthOf(day) === day.wholeMs)
  const counted = uncut.length > 0 ? uncut : days
  const got = Math.min(...counted.map(({ day, shownMs }) => (shownMs / lengthOf(day)) * (day.wholeMs / minuteMs)))
  return { kept: got >= amount.perDay, wanted: amount.perDay, got }
}

export function lengthOf({ from, until }: Window): number {
  return until - from
}
