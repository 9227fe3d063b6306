/** A repetition in one sentence. */
import type { When } from '@infoskjerm/shared/wire/api.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { type RuleForm, ruleFormOf, weekdays } from './schedule-rule-model.ts'

/** `onsdag 24. mars`, of a calendar day. */
export function dateText(day: string): string {
  return times().longDay(times().at(day, '12:00'))
}

/** `Hver uke på mandag og onsdag 18:00–23:00, fra onsdag 24. mars, 6 ganger, ikke fredag 26. mars` */
export function ruleSentence(when: Extract<When, { kind: 'rule' }>): string {
  const { rule } = say().schedule
  const form = ruleFormOf(when)
  const how = form.foreign === null ? rhythm(form) : rule.ownRule
  const parts = [
    rule.at(how, when.from, when.until),
    rule.since(dateText(when.firstDay)),
    ...(form.foreign !== null || form.ends.kind === 'never'
      ? []
      : [form.ends.kind === 'count' ? rule.so(form.ends.count) : rule.till(dateText(form.ends.day))]),
    ...(when.except.length === 0 ? [] : [say().schedule.except(joined(when.except.map(dateText)))]),
    ...(when.extra.length === 0 ? [] : [rule.also(joined(when.extra.map(dateText)))]),
  ]
  return parts.join(', ')
}

function rhythm({ freq, interval, days, monthly, firstDay }: RuleForm): string {
  const { rule } = say().schedule
  const every = rule.interval(freq, interval)
  if (freq === 'WEEKLY') return rule.weekly(every, joined(weekdays.filter((day) => days.includes(day)).map((day) => rule.weekdays[day])))
  if (freq === 'DAILY') return every
  return rule.monthly(
    every,
    monthly === 'date' ? rule.sameDate(Number(firstDay.slice(8))) : `${rule.ordinals[monthly.ordinal]} ${rule.weekdays[monthly.day]}`,
  )
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : names.slice(0, -1).join(', ') + say().common.listAnd + (names.at(-1) ?? '')
}
