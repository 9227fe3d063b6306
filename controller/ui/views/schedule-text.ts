/** When and where an entry goes, as a crew says it. */
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Area, EntryResource, EventResource, ScreenResource, When } from '@infoskjerm/shared/wire/api.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { linkedText } from './schedule-linked-text.ts'
import { ruleSentence } from './schedule-rule-text.ts'
import { addDays, type FestivalTime, festivalTime, type Meaning, meaningOf } from './schedule-wall.ts'

/** The part of the event that gives wall times their meaning. */
export type Calendar = Pick<EventResource, 'zone' | 'dayBreak'>

/** The names a target may speak of. */
export interface Places {
  readonly areas: readonly Area[]
  readonly screens: readonly ScreenResource[]
}

/** The instant a festival time means; inside a gap the first instant after it (rule T3). */
export function instantOf(at: FestivalTime, calendar: Calendar): Instant {
  const meaning: Meaning = meaningOf(at, calendar.zone, calendar.dayBreak)
  return meaning.kind === 'exists' ? meaning.at : meaning.after
}

/** `fredag 26.`, or `fre 26.` where room is short. */
export function dayText(day: string, calendar: Calendar, width: 'long' | 'short'): string {
  const noon = instantOf({ day, time: '12:00' }, calendar)
  return width === 'long' ? times().day(noon) : times().shortDay(noon)
}

/** `natt til lørdag 27.`: the night that ends a festival day. */
export function nightText(day: string, calendar: Calendar): string {
  return say().schedule.night(dayText(addDays(day, 1), calendar, 'long'))
}

/** `onsdag 24. – søndag 28. hver dag 18:00–02:00`, `fredag 26. 18:00–02:00`, `lørdag 27. kl. 21:30 – 23:00`, `fra 15 min før «Demoshow» til det er slutt (22:45–01:30)`, `Alltid`. `happenings`: those an entry may follow. */
export function whenText(when: When, calendar: Calendar, happenings: readonly Happening[]): string {
  const words = say().schedule
  if (when.kind === 'always') return words.always
  if (when.kind === 'once') return onceText(when, calendar)
  if (when.kind === 'rule') return ruleSentence(when)
  if (when.kind === 'happening') return linkedText(when, happenings.find(({ id }) => id === when.happening) ?? null)
  const first = dayText(when.firstDay, calendar, 'long')
  if (when.firstDay === when.lastDay) return words.on(first, when.from, when.until)
  const all = words.each(first, dayText(when.lastDay, calendar, 'long'), when.from, when.until)
  return when.except.length === 0 ? all : `${all}, ${words.except(listed(when.except.map((day) => dayText(day, calendar, 'long'))))}`
}

function onceText(when: When & { readonly kind: 'once' }, calendar: Calendar): string {
  const from = festivalOf(when.from, calendar)
  const until = festivalOf(when.until, calendar)
  const end = instantOf(until, calendar)
  const sameStretch = from.day === until.day && from.time < calendar.dayBreak === until.time < calendar.dayBreak
  return say().schedule.once(times().dayTime(instantOf(from, calendar)), sameStretch ? times().clock(end) : times().dayTime(end))
}

/** The festival time of wall text `2027-03-26T22:40`. */
export function festivalOf(wall: string, calendar: Calendar): FestivalTime {
  return festivalTime(wall.slice(0, 10), wall.slice(11, 16), calendar.dayBreak)
}

/** `Inngang, Hovedscenen (8 skjermer)` */
export function whereText(entry: Pick<EntryResource, 'target' | 'screens'>, places: Places): string {
  return say().schedule.where(targetText(entry.target, places), say().schedule.screens(entry.screens.length))
}

/** `Alle skjermer`, `Inngang, Hovedscenen`, `Alle unntatt Crew`. */
export function targetText(target: Target, places: Places): string {
  const words = say().schedule
  switch (target.kind) {
    case 'all':
      return words.everywhere
    case 'area':
      return places.areas.find(({ id }) => id === target.area)?.name ?? words.somewhere
    case 'screen':
      return places.screens.find(({ id }) => id === target.screen)?.name ?? words.somewhere
    case 'tag':
      return target.tag
    case 'audience':
      return words.audiences[target.audience]
    case 'or':
      return target.of.map((part) => targetText(part, places)).join(', ')
    case 'and':
      return andText(target.of, places)
    case 'not':
      return andText([target], places)
  }
}

/** `Inngang + store`, `Alle unntatt Crew og Sovesal`, or both. */
function andText(parts: readonly Target[], places: Places): string {
  const without = parts.flatMap((part) => (part.kind === 'not' ? [targetText(part.of, places)] : []))
  const within = parts.filter((part) => part.kind !== 'not').map((part) => targetText(part, places))
  if (without.length === 0) return within.join(' + ')
  const but = say().schedule.everywhereBut(listed(without))
  return within.length === 0 ? but : `${within.join(' + ')} (${but.toLocaleLowerCase()})`
}

/** `a, b og c` */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : names.slice(0, -1).join(', ') + say().common.listAnd + (names.at(-1) ?? '')
}
