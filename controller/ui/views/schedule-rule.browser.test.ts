/** A repetition as a volunteer makes it, in a real browser. */
import type { EventResource, When } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setZone } from '../words/times.ts'
import { setLanguage } from '../words/words.ts'
import { newRule, type RuleForm, ruleFormOf, ruleOf } from './schedule-rule-model.ts'
import type { RuleFields } from './schedule-rule.ts'
import './schedule-rule.ts'

const event: EventResource = {
  ...{ id: 'tg27', name: 'The Gathering 2027', venueName: 'Vikingskipet', firstDay: '2027-03-24', lastDay: '2027-03-28' },
  ...{ zone: 'Europe/Oslo', dayBreak: '05:00', theme: 'tg27', look: null, sample: null, phase: 'running' },
}

beforeEach(() => {
  setLanguage('nb')
  setZone(event.zone, event.dayBreak)
})
afterEach(() => document.body.replaceChildren())

async function mount(form: RuleForm): Promise<RuleFields> {
  const element = document.createElement('is-rule')
  element.event = event
  element.form = form
  element.addEventListener('rule', (change) => (element.form = (change as CustomEvent<RuleForm>).detail))
  document.body.append(element)
  await element.updateComplete
  return element
}

const root = (element: RuleFields): ShadowRoot => element.shadowRoot!
const sentence = (element: RuleFields): string => root(element).querySelector('[role=status]')!.textContent?.replaceAll('\u00a0', ' ') ?? ''
const made = (element: RuleFields): string => ruleOf(element.form!).rule

async function press(element: RuleFields, label: string): Promise<void> {
  const found = [...root(element).querySelectorAll<HTMLElement>('button, label.choice')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent?.trim())?.replaceAll('\u00a0', ' ') === label,
  )
  await userEvent.click(found!)
  await element.updateComplete
}

test('weekdays are buttons, and what they mean is said in a sentence', async () => {
  const element = await mount(newRule('2027-03-24'))
  expect(sentence(element)).toBe('Hver uke på onsdag 18:00–23:00, fra onsdag 24. mars')
  await press(element, 'fredag')
  await press(element, 'mandag')
  expect(made(element)).toBe('FREQ=WEEKLY;BYDAY=MO,WE,FR')
  expect(sentence(element)).toContain('mandag, onsdag og fredag')
})

test('the last chosen weekday stays: a week without days is no repetition', async () => {
  const element = await mount(newRule('2027-03-24'))
  await press(element, 'onsdag')
  expect(made(element)).toBe('FREQ=WEEKLY;BYDAY=WE')
})

test('the last Sunday of each month, six times', async () => {
  const element = await mount(newRule('2027-03-28'))
  await press(element, 'Hver måned')
  const [which] = root(element).querySelectorAll('select')
  await userEvent.selectOptions(which!, 'siste')
  await press(element, 'Etter noen ganger')
  const count = root(element).querySelector<HTMLInputElement>('input[type=number]')!
  await userEvent.fill(count, '6')
  await userEvent.tab()
  await element.updateComplete
  expect(made(element)).toBe('FREQ=MONTHLY;BYDAY=-1SU;COUNT=6')
  expect(sentence(element)).toBe('Hver måned, siste søndag, 18:00–23:00, fra søndag 28. mars, 6 ganger')
})

test('days are left out and added, and a tap takes them away again', async () => {
  const element = await mount(newRule('2027-03-24'))
  const [except, extra] = [...root(element).querySelectorAll<HTMLInputElement>('.days input[type=date]')]
  for (const [input, day] of [
    [except, '2027-03-31'],
    [extra, '2027-04-01'],
  ] as const) {
    await userEvent.fill(input!, day)
    input!.dispatchEvent(new Event('change'))
    await element.updateComplete
  }
  expect(ruleOf(element.form!)).toMatchObject({ except: ['2027-03-31'], extra: ['2027-04-01'] })
  expect(sentence(element)).toContain('ikke onsdag 31. mars, også torsdag 1. april')
  await press(element, 'Ta bort onsdag 31. mars')
  expect(ruleOf(element.form!).except).toEqual([])
})

test('a rule made elsewhere is said calmly and kept as it is', async () => {
  const rule = 'FREQ=MONTHLY;BYDAY=1SU,3SU'
  const when: Extract<When, { kind: 'rule' }> = {
    ...{ kind: 'rule', from: '10:00', until: '12:00', firstDay: '2027-03-24', rule, except: [], extra: [] },
  }
  const element = await mount(ruleFormOf(when))
  expect(root(element).textContent).toContain('skjemaet har ikke felt for den')
  expect(sentence(element)).toBe('Gjentas etter en egen regel 10:00–12:00, fra onsdag 24. mars')
  expect(ruleOf(element.form!)).toEqual(when)
})

test('in English too', async () => {
  setLanguage('en')
  const element = await mount({ ...newRule('2027-03-24'), interval: 2 })
  expect(sentence(element)).toBe('Every other week on Wednesday 18:00–23:00, from Wednesday 24 March')
})
