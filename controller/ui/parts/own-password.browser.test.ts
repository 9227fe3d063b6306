/** The sheet for one's own password, in a real browser: what is sent, what a refusal says and where, and that nothing typed stays behind. */
import type { User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import './own-password.ts'
import type { OwnPassword } from './own-password.ts'

const sent: { method: string; path: string; body: unknown }[] = []
let refusal: Problem | null
let sheet: OwnPassword

beforeEach(async () => {
  setLanguage('nb')
  sent.length = 0
  refusal = null
  vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
    sent.push({ method: method ?? '', path, body: JSON.parse(body as string) })
    const [status, answer] = refusal === null ? [200, { revision: 7, value: {}, operation: null }] : [refusal.status, refusal.toBody()]
    return Promise.resolve(new Response(JSON.stringify(answer), { status }))
  })
  assumeVenue({ user: { username: 'kari' } as User })
  sheet = document.createElement('is-own-password')
  sheet.addEventListener('close', () => (sheet.open = false))
  sheet.open = true
  document.body.append(sheet)
  await sheet.updateComplete
})
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const fields = () => ({ old: page.getByLabelText('Passordet du har nå'), fresh: page.getByLabelText('Nytt passord') })
const save = () => page.getByRole('button', { name: 'Bytt passord' })
const inputOf = (name: string) => sheet.shadowRoot?.querySelector<HTMLInputElement>(`[name="${name}"]`) as HTMLInputElement

test('both are asked for, hidden, and known to what keeps passwords', async () => {
  await expect.element(save()).toBeDisabled()
  await fields().old.fill('gammelt')
  await expect.element(save()).toBeDisabled()
  await fields().fresh.fill('et-helt-nytt-passord')
  await expect.element(save()).toBeEnabled()
  expect(['username', 'password.old', 'password.new'].map((name) => [inputOf(name).type, inputOf(name).autocomplete])).toEqual([
    ['text', 'username'],
    ['password', 'current-password'],
    ['password', 'new-password'],
  ])
  await page.getByLabelText('Vis det jeg skriver').click()
  expect([inputOf('password.old').type, inputOf('password.new').type]).toEqual(['text', 'text'])
})

test('by keyboard: it is sent, the sheet closes, and nothing that was typed stays', async () => {
  await fields().old.fill('gammelt')
  await fields().fresh.fill('et-helt-nytt-passord')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => sheet.open).toBe(false)
  expect(sent).toEqual([{ method: 'PATCH', path: '/api/v1/session', body: { password: { old: 'gammelt', new: 'et-helt-nytt-passord' } } }])
  await sheet.updateComplete
  expect([inputOf('password.old').value, inputOf('password.new').value]).toEqual(['', ''])
})

test.each<[string, Problem, string, string]>([
  ['a wrong old one', new Problem(401, 'wrong-password', '', 'password.old'), 'password.old', 'Det er ikke passordet du har nå.'],
  [
    'a short new one',
    new Problem(422, 'too-short', '', 'password.new', { least: 10 }),
    'password.new',
    'Teksten er for kort. Minst 10 tegn.',
  ],
  [
    'too many tries',
    new Problem(429, 'too-many', '', 'password.old', { minutes: 15 }),
    'password.old',
    'For mange forsøk. Vent 15 min og prøv igjen.',
  ],
])('%s is said at its field, and what was typed stays', async (_, problem, field, sentence) => {
  refusal = problem
  await fields().old.fill('gammelt')
  await fields().fresh.fill('nytt')
  await save().click()
  await expect.poll(() => inputOf(field).getAttribute('aria-invalid')).toBe('true')
  const said = inputOf(field).getAttribute('aria-describedby')?.split(' ').at(-1) ?? ''
  expect(sheet.shadowRoot?.getElementById(said)?.textContent?.replaceAll('\u00a0', ' ')).toBe(sentence)
  expect([sheet.open, inputOf('password.old').value]).toEqual([true, 'gammelt'])
})
