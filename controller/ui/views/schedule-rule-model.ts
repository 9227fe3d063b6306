/** What a repetition is in the form, and the recurrence rule it makes; nobody ever sees the rule itself. */
import type { When } from '@infoskjerm/shared/wire/api.ts'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

/** Which one of a month: the first to the fourth, or the last. */
export const ordinals = [1, 2, 3, 4, -1] as const
export type Ordinal = (typeof ordinals)[number]

export type Ends =
  { readonly kind: 'never' } | { readonly kind: 'until'; readonly day: string } | { readonly kind: 'count'; readonly count: number }

/** Calendar days in ISO form. `monthly`: the day of the month that `firstDay` is, or a weekday of it. `foreign`: a rule that this form has no fields for, kept as it is; null for all others. */
export interface RuleForm {
  readonly from: string
  readonly until: string
  readonly firstDay: string
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY'
  readonly interval: number
  readonly days: readonly Weekday[]
  readonly monthly: 'date' | { readonly ordinal: Ordinal; readonly day: Weekday }
  readonly ends: Ends
  readonly except: readonly string[]
  readonly extra: readonly string[]
  readonly foreign: string | null
}

type Rule = Extract<When, { kind: 'rule' }>

/** Every week on the weekday of the first day. */
export function newRule(firstDay: string): RuleForm {
  return {
    ...{ from: '18:00', until: '23:00', firstDay, freq: 'WEEKLY', interval: 1, days: [weekdayOf(firstDay)], monthly: 'date' },
    ...{ ends: { kind: 'never' }, except: [], extra: [], foreign: null },
  }
}

export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7]!
}

/** The form that holds the rule. */
export function ruleFormOf({ from, until, firstDay, rule, except, extra }: Rule): RuleForm {
  const read = fieldsOf(rule, firstDay)
  return { ...newRule(firstDay), from, until, except, extra, ...(read ?? { foreign: rule }) }
}

/** The rule that the form makes. */
export function ruleOf(form: RuleForm): Rule {
  const { from, until, firstDay, except, extra } = form
  return { kind: 'rule', from, until, firstDay, rule: form.foreign ?? ruleText(form), except, extra }
}

function ruleText({ freq, interval, days, monthly, ends }: RuleForm): string {
  const byDay =
    freq === 'WEEKLY'
      ? weekdays.filter((day) => days.includes(day)).join(',')
      : freq === 'MONTHLY' && monthly !== 'date'
        ? `${monthly.ordinal}${monthly.day}`
        : ''
  return [
    `FREQ=${freq}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(byDay === '' ? [] : [`BYDAY=${byDay}`]),
    ...(ends.kind === 'count' ? [`COUNT=${ends.count}`] : []),
    ...(ends.kind === 'until' ? [`UNTIL=${ends.day.replaceAll('-', '')}`] : []),
  ].join(';')
}

/** What the fields of the form would say; null where they cannot. */
function fieldsOf(rule: string, firstDay: string): Pick<RuleForm, 'freq' | 'interval' | 'days' | 'monthly' | 'ends'> | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]))
  const freq = parts.get('FREQ')
  if (freq !== 'DAILY' && freq !== 'WEEKLY' && freq !== 'MONTHLY') return null
  const byDay = parts.get('BYDAY')?.split(',') ?? []
  const until = parts.get('UNTIL')
  const count = parts.get('COUNT')
  const ends: Ends | null =
    count !== undefined
      ? { kind: 'count', count: Number(count) }
      : until === undefined
        ? { kind: 'never' }
        : until.length === 8
          ? { kind: 'until', day: `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6)}` }
          : null
  const monthly = freq === 'MONTHLY' ? monthlyOf(byDay) : 'date'
  const weekly = byDay.filter((day): day is Weekday => weekdays.some((one) => one === day))
  const plain = freq === 'MONTHLY' || (freq === 'WEEKLY' ? weekly.length === byDay.length : byDay.length === 0)
  const otherWeek = parts.has('WKST') && parts.get('WKST') !== 'MO'
  if (ends === null || monthly === null || !plain || otherWeek) return null
  return {
    freq,
    interval: Number(parts.get('INTERVAL') ?? '1'),
    days: freq === 'WEEKLY' && weekly.length > 0 ? weekly : [weekdayOf(firstDay)],
    monthly,
    ends,
  }
}

function monthlyOf(byDay: readonly string[]): RuleForm['monthly'] | null {
  if (byDay.length === 0) return 'date'
  const [, ordinal, day] = /^([+-]?\d)([A-Z]{2})$/.exec(byDay[0]!) ?? []
  const known = ordinals.find((one) => one === Number(ordinal))
  const weekday = weekdays.find((one) => one === day)
  return byDay.length > 1 || known === undefined || weekday === undefined ? null : { ordinal: known, day: weekday }
}
