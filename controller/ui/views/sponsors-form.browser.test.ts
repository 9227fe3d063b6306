/** The form and the row of a sponsor, in a real browser. */
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { ScreenResource, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import { emptySponsor, type SponsorForm } from './sponsors-form-model.ts'
import type { SponsorFormElement } from './sponsors-form.ts'
import './sponsors-form.ts'
import './sponsors-row.ts'

const others: readonly SponsorResource[] = [
  { id: 'fjell', name: 'Fjell', promise: null, rivals: ['self'] },
  { id: 'skrei', name: 'Skrei', promise: null, rivals: [] },
]

beforeEach(() => {
  setLanguage('nb')
  assumeVenue({ screens: [{ id: 'nord', name: 'Inngang nord', area: 'x', tags: [] } as unknown as ScreenResource], ready: true })
})
afterEach(() => document.body.replaceChildren())

async function mount(form: Partial<SponsorForm>): Promise<{ form: SponsorFormElement; sent: SponsorBody[] }> {
  const element = document.createElement('is-sponsor-form')
  Object.assign(element, { form: { ...emptySponsor, ...form }, others, self: 'self' })
  const sent: SponsorBody[] = []
  element.addEventListener('sponsor', (event) => sent.push((event as CustomEvent<SponsorBody>).detail))
  document.body.append(element)
  await element.updateComplete
  return { form: element, sent }
}
const input = (form: SponsorFormElement, name: string) => form.shadowRoot!.querySelector<HTMLInputElement>(`input[name=${name}]`)!
const pill = (form: SponsorFormElement, text: string) =>
  [...form.shadowRoot!.querySelectorAll<HTMLButtonElement>('button.choice')].find((one) => one.textContent?.trim() === text)!

test('what is missing is said when somebody tries to save, not before; Enter saves', async () => {
  const { form, sent } = await mount({})
  expect(form.shadowRoot!.querySelectorAll('.problem').length).toBe(0)
  form.submit()
  await form.updateComplete
  expect([...form.shadowRoot!.querySelectorAll('.problem')].map((one) => one.textContent)).toEqual([
    'Skriv et navn.',
    'Skriv et tall over 0, høyst 100.',
  ])
  await userEvent.fill(input(form, 'amount'), '7,5')
  await userEvent.fill(input(form, 'name'), 'Nordlys')
  await userEvent.keyboard('{Enter}')
  expect(sent).toEqual([
    { name: 'Nordlys', promise: { amount: { kind: 'share', percent: 7.5 }, where: { kind: 'all' }, hours: null }, rivals: [] },
  ])
})

test('rivals are chosen; one that the other side has named stands fast', async () => {
  const { form, sent } = await mount({ name: 'Nordlys', kind: 'none' })
  expect(pill(form, 'Fjell').disabled).toBe(true)
  expect(pill(form, 'Fjell').getAttribute('aria-pressed')).toBe('true')
  await userEvent.click(pill(form, 'Skrei'))
  form.submit()
  expect(sent).toEqual([{ name: 'Nordlys', promise: null, rivals: ['skrei'] }])
})

test.each([
  [true, 0.09, 'Holdes', 'Minst på Inngang nord: 9 %'],
  [true, 0.0796, 'Holdes omtrent', 'Minst på Inngang nord: 7,9 %'],
  [false, 0.051, 'Holdes ikke', 'Minst på Inngang nord: 5,1 %'],
])('kept %s with a share of %s reads «%s»', async (kept, got, verdict, least) => {
  const row = document.createElement('is-sponsor-row')
  const promise = { amount: { kind: 'share', percent: 8 }, where: { kind: 'all' }, hours: { from: '10:00', until: '02:00' } } as const
  row.sponsor = { id: 'n', name: 'Nordlys', promise, rivals: [] }
  row.event = {
    sponsor: 'n',
    screens: [{ screen: 'nord', ms: 3_600_000, share: got, slides: {} }],
    promise: { kept, wanted: 0.08, got, screen: 'nord' },
  }
  document.body.append(row)
  await row.updateComplete
  const text = row.shadowRoot!.textContent!.replaceAll('\u00a0', ' ')
  expect(text).toContain('8 % av tiden på alle skjermer, 10:00–02:00')
  expect(row.shadowRoot!.querySelector('.chip')?.textContent?.trim()).toBe(verdict)
  expect(row.shadowRoot!.querySelector('.chip svg')).not.toBeNull()
  expect(text).toContain(least)
  expect(row.shadowRoot!.querySelector('button')).toBeNull()
})
