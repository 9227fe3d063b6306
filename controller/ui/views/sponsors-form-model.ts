/** What stands in the form of a sponsor, what is wrong with it, and the sponsor it makes. */
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { readTime } from './schedule-wall.ts'

export const promiseKinds = ['none', 'share', 'minutes'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** Numbers and times as they are typed; every kind of promise keeps its own amount. */
export interface SponsorForm {
  readonly name: string
  readonly kind: PromiseKind
  readonly amounts: { readonly share: string; readonly minutes: string }
  readonly where: Target
  readonly limited: boolean
  readonly from: string
  readonly until: string
  readonly rivals: readonly string[]
}

export type SponsorProblem = 'name' | 'amount' | 'where' | 'from' | 'until'

const most = { share: 100, minutes: 1_440 } as const

export const emptySponsor: SponsorForm = {
  name: '',
  kind: 'share',
  amounts: { share: '', minutes: '' },
  where: { kind: 'all' },
  limited: false,
  from: '10:00',
  until: '02:00',
  rivals: [],
}

/** A form that holds a sponsor. */
export function sponsorFormOf({ name, promise, rivals }: SponsorBody): SponsorForm {
  const form: SponsorForm = { ...emptySponsor, name, rivals, kind: 'none' }
  if (promise === null) return form
  const { amount, where, hours } = promise
  const typed = String(amount.kind === 'share' ? amount.percent : amount.perDay).replace('.', ',')
  return {
    ...form,
    kind: amount.kind,
    amounts: { ...form.amounts, [amount.kind]: typed },
    where,
    limited: hours !== null,
    ...(hours ?? {}),
  }
}

/** Everything that is wrong, in the order of the form. */
export function sponsorProblems(form: SponsorForm): readonly SponsorProblem[] {
  const problems: SponsorProblem[] = form.name.trim() === '' ? ['name'] : []
  if (form.kind === 'none') return problems
  if (amountOf(form) === null) problems.push('amount')
  if (form.where.kind === 'or' && form.where.of.length === 0) problems.push('where')
  if (form.limited && readTime(form.from) === null) problems.push('from')
  if (form.limited && readTime(form.until) === null) problems.push('until')
  return problems
}

/** The sponsor that a sound form makes. Throws on one that is not. */
export function sponsorOf(form: SponsorForm): SponsorBody {
  const body = { name: form.name.trim(), rivals: form.rivals }
  if (form.kind === 'none') return { ...body, promise: null }
  const amount = amountOf(form)
  const [from, until] = [readTime(form.from), readTime(form.until)]
  if (amount === null || (form.limited && (from === null || until === null))) throw new Error('the form is not sound')
  return {
    ...body,
    promise: {
      amount: form.kind === 'share' ? { kind: 'share', percent: amount } : { kind: 'minutes', perDay: amount },
      where: form.where,
      hours: form.limited && from !== null && until !== null ? { from, until } : null,
    },
  }
}

/** The number that was typed, with comma or point; null where it is none that can be promised. */
function amountOf({ kind, amounts }: SponsorForm): number | null {
  if (kind === 'none') return null
  const text = amounts[kind].trim().replace(',', '.').replace(/\s*%$/, '')
  const value = Number(text)
  return /^\d{1,4}(\.\d{1,2})?$/.test(text) && value > 0 && value <= most[kind] ? value : null
}
