/** What stands in the form of a schedule entry, what is wrong with it, and the entry it makes. */
import type { Band } from '@infoskjerm/shared/model/manifest.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryBody, EventResource, HappeningEdge, When } from '@infoskjerm/shared/wire/api.ts'
import { newRule, type RuleForm, ruleFormOf, ruleOf } from './schedule-rule-model.ts'
import { addDays, calendarDate, daysFrom, type FestivalTime, festivalTime, festivalTimeAt, meaningOf } from './schedule-wall.ts'

const minuteMs = 60_000

export type EventDays = Pick<EventResource, 'zone' | 'dayBreak' | 'firstDay' | 'lastDay'>

/** With others at the same time: taking turns, alone, or alone and stepped by a person. */
export const sharings = ['sharing', 'alone', 'manual'] as const
export type Sharing = (typeof sharings)[number]

/** Every kind of *when* keeps what was written for it, so that trying another one loses nothing. `name` null: named after its playlist. */
export interface EntryForm {
  readonly name: string | null
  readonly playlist: string | null
  readonly target: Target
  readonly slot: EntryBody['slot']
  readonly weight: number
  readonly band: Band
  readonly sharing: Sharing
  /** What the form has no field for: kept as it came. */
  readonly kept: Pick<EntryBody, 'armed'>
  readonly kind: When['kind']
  readonly once: { readonly from: FestivalTime; readonly until: FestivalTime }
  readonly daily: {
    readonly from: string
    readonly until: string
    readonly firstDay: string
    readonly lastDay: string
    readonly except: readonly string[]
  }
  readonly rule: RuleForm
  /** Following a happening of the programme; none is chosen at first. */
  readonly linked: { readonly happening: string | null; readonly from: HappeningEdge; readonly until: HappeningEdge }
}

export type FormProblem =
  | { readonly kind: 'playlist-missing' }
  | { readonly kind: 'where-missing' }
  | { readonly kind: 'end-before-start' }
  | { readonly kind: 'last-before-first' }
  /** A repeating entry on one day only; the fields of a single moment say it themselves. */
  | { readonly kind: 'gap'; readonly gap: Gap }
  | { readonly kind: 'once-gap' }
  | { readonly kind: 'happening-missing' }

/** A repeating start or end that does not exist on one of its days. `night` is the festival day whose night it lies in. */
export interface Gap {
  readonly edge: 'from' | 'until'
  readonly night: string
  readonly before: Instant
  readonly after: Instant
}

/** A form for a new entry on `day` (null: every evening of the event). */
export function newForm(event: EventDays, day: string | null, now: Instant): EntryForm {
  const today = festivalTimeAt(now, event.zone, event.dayBreak)
  const soon = festivalTimeAt(soonAfter(now), event.zone, event.dayBreak)
  const from: FestivalTime = day === null || day === today.day ? soon : { day, time: '18:00' }
  return {
    name: null,
    playlist: null,
    target: { kind: 'all' },
    slot: 'main',
    weight: 1,
    band: 'normal',
    sharing: 'sharing',
    kept: { armed: null },
    kind: day === null ? 'daily' : 'once',
    once: { from, until: hourLater(from, event.dayBreak) },
    daily: { from: '18:00', until: '02:00', firstDay: day ?? event.firstDay, lastDay: day ?? event.lastDay, except: [] },
    rule: newRule(day ?? event.firstDay),
    linked: { happening: null, from: { edge: 'start', offsetMin: -15 }, until: { edge: 'end', offsetMin: 0 } },
  }
}

/** A form that holds an entry. */
export function formOf(entry: EntryBody, event: EventDays, now: Instant): EntryForm {
  const blank = newForm(event, null, now)
  const { name, playlist, target, slot, weight, band, armed, when } = entry
  const common = { ...blank, name, playlist, target, slot, weight, band, sharing: sharingOf(entry), kept: { armed }, kind: when.kind }
  if (when.kind === 'always') return common
  if (when.kind === 'once') return { ...common, once: { from: festivalOf(when.from, event), until: festivalOf(when.until, event) } }
  if (when.kind === 'rule') return { ...common, rule: ruleFormOf(when) }
  if (when.kind === 'happening') return { ...common, linked: { happening: when.happening, from: when.from, until: when.until } }
  const { from, until, firstDay, lastDay, except } = when
  return { ...common, daily: { from, until, firstDay, lastDay, except } }
}

function sharingOf({ exclusive, manual }: EntryBody): Sharing {
  return manual ? 'manual' : exclusive ? 'alone' : 'sharing'
}

/** The entry that a sound form makes. `playlistName` names it where nobody did. */
export function entryOf(form: EntryForm, event: EventDays, playlistName: string): EntryBody {
  const { playlist, target, slot, weight, band, sharing, kept } = form
  if (playlist === null) throw new Error('an entry needs a playlist')
  const name = form.name === null || form.name.trim() === '' ? playlistName : form.name.trim()
  const shared = { exclusive: sharing !== 'sharing', manual: sharing === 'manual' }
  return { name, playlist, target, slot, weight, band, ...shared, ...kept, when: whenOf(form, event) }
}

/** Everything that is wrong, in the order of the form. */
export function problemsOf(form: EntryForm, event: EventDays): readonly FormProblem[] {
  const problems: FormProblem[] = []
  if (form.playlist === null) problems.push({ kind: 'playlist-missing' })
  if (form.target.kind === 'or' && form.target.of.length === 0) problems.push({ kind: 'where-missing' })
  if (form.kind === 'once') problems.push(...onceProblems(form, event))
  if (form.kind === 'daily') problems.push(...dailyProblems(form, event))
  if (form.kind === 'happening' && form.linked.happening === null) problems.push({ kind: 'happening-missing' })
  return problems
}

/** Start and end of a repeating entry on one of its days; an end at or before the start lies on the next date. */
export function edgesOn(
  day: string,
  daily: Pick<EntryForm['daily'], 'from' | 'until'>,
  dayBreak: string,
): { readonly from: FestivalTime; readonly until: FestivalTime } {
  const from = { day, time: daily.from }
  const date = calendarDate(from, dayBreak)
  return { from, until: festivalTime(daily.until <= daily.from ? addDays(date, 1) : date, daily.until, dayBreak) }
}

function onceProblems({ once }: EntryForm, { zone, dayBreak }: EventDays): readonly FormProblem[] {
  const from = meaningOf(once.from, zone, dayBreak)
  const until = meaningOf(once.until, zone, dayBreak)
  if (from.kind === 'gap' || until.kind === 'gap') return [{ kind: 'once-gap' }]
  return until.at <= from.at ? [{ kind: 'end-before-start' }] : []
}

function dailyProblems(form: EntryForm, event: EventDays): readonly FormProblem[] {
  if (form.daily.lastDay < form.daily.firstDay) return [{ kind: 'last-before-first' }]
  return daysOf(form.daily).length > 1 ? [] : gapsOf(form, event).map((gap) => ({ kind: 'gap', gap }))
}

/** Starts and ends that do not exist on a day of a repeating entry. Over several days they are no mistake: the first instant after the gap holds on that one (rule T3). */
export function gapsOf({ kind, daily }: EntryForm, { zone, dayBreak }: EventDays): readonly Gap[] {
  if (kind !== 'daily') return []
  return daysOf(daily).flatMap((day) =>
    (['from', 'until'] as const).flatMap((edge): Gap[] => {
      const at = edgesOn(day, daily, dayBreak)[edge]
      const meaning = meaningOf(at, zone, dayBreak)
      return meaning.kind === 'exists' ? [] : [{ edge, night: at.day, before: meaning.before, after: meaning.after }]
    }),
  )
}

function daysOf({ firstDay, lastDay, except }: EntryForm['daily']): readonly string[] {
  return daysFrom(firstDay, lastDay).filter((day) => !except.includes(day))
}

function whenOf({ kind, once, daily, rule, linked }: EntryForm, { dayBreak }: EventDays): When {
  if (kind === 'always') return { kind }
  if (kind === 'rule') return ruleOf(rule)
  if (kind === 'happening') return linkedOf(linked)
  if (kind === 'daily') return { kind, ...daily, except: daily.except.filter((day) => day >= daily.firstDay && day <= daily.lastDay) }
  return { kind, from: wallText(once.from, dayBreak), until: wallText(once.until, dayBreak) }
}

function linkedOf({ happening, from, until }: EntryForm['linked']): When {
  if (happening === null) throw new Error('an entry that follows the programme needs a happening')
  return { kind: 'happening', happening, from: plainEdge(from), until: plainEdge(until) }
}

/** Without the minus that nought may carry while somebody types. */
function plainEdge({ edge, offsetMin }: HappeningEdge): HappeningEdge {
  return { edge, offsetMin: offsetMin + 0 }
}

/** `2027-03-26T22:40`, the date being the calendar's. */
function wallText(at: FestivalTime, dayBreak: string): string {
  return `${calendarDate(at, dayBreak)}T${at.time}`
}

function festivalOf(wall: string, { dayBreak }: EventDays): FestivalTime {
  return festivalTime(wall.slice(0, 10), wall.slice(11, 16), dayBreak)
}

/** The next whole five minutes, at least one minute away. */
function soonAfter(now: Instant): Instant {
  return instant(Math.ceil((now + minuteMs) / (5 * minuteMs)) * 5 * minuteMs)
}

function hourLater(from: FestivalTime, dayBreak: string): FestivalTime {
  const minutes = minutesOf(from.time) + 60
  const date = addDays(calendarDate(from, dayBreak), minutes >= 24 * 60 ? 1 : 0)
  return festivalTime(date, timeOf(minutes % (24 * 60)), dayBreak)
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
