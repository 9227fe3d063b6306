/** The page on which a person steps an entry, in a real browser: keys, clickers, presses that cannot be meant, and a wire that is down. */
import type { Session, StepsResource, User } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { stepping } from '../stepping.ts'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import type { StepsView } from './steps.ts'
import './steps.ts'

const names = ['Tredjeplass', 'Andreplass', 'Vinneren']
const steps = (cue: StepsResource['cue']): StepsResource => ({
  entry: 'premie',
  name: 'Premieutdeling',
  items: names.map((name) => ({ item: name.toLowerCase(), slide: name.toLowerCase(), name })),
  cue,
  screens: [],
})
const cue = (item: string, by = 'Kari', ms = Date.now()): StepsResource['cue'] => ({
  item,
  by,
  at: new Date(ms).toISOString(),
  before: null,
})

/** What the controller holds, and how it answers a press. */
const told: { steps: StepsResource; wire: 'up' | 'down' | 'silent'; puts: string[] } = { steps: steps(null), wire: 'up', puts: [] }

const answer = async (path: string, method: string, body: string | null): Promise<Response> => {
  if (told.wire === 'down') throw new TypeError('Failed to fetch')
  if (method === 'PUT') {
    if (told.wire === 'silent') return new Promise(() => {})
    const { item } = JSON.parse(body ?? '') as { item: string }
    told.puts.push(item)
    told.steps = steps(cue(item))
    return Response.json({ revision: 7, value: {}, operation: null })
  }
  return Response.json(path.endsWith('/steps') ? [told.steps] : [])
}

beforeEach(() => {
  setLanguage('nb')
  Object.assign(told, { steps: steps(null), wire: 'up', puts: [] })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => answer(path, init.method ?? 'GET', init.body as string | null))
  const user = { id: 'kari', name: 'Kari', role: 'edit' } as User
  const rights = { edit: 'venue', all: false, startOverride: [], endOverride: [] } as const
  assumeVenue({ user, session: { user, rights } as unknown as Session, ready: true })
})
afterEach(() => {
  document.body.replaceChildren()
  stepping.forget()
  assumeVenue({ user: null, session: null, ready: false })
  vi.unstubAllGlobals()
})

async function mount(): Promise<StepsView> {
  await stepping.load()
  const view = document.createElement('is-steps-view')
  view.entryId = 'premie'
  document.body.append(view)
  await view.updateComplete
  return view
}
const text = (view: StepsView, of: string): string => view.renderRoot.querySelector(of)?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
const place = (view: StepsView): string => text(view, '.count')
const stands = (view: StepsView, expected: string) => expect.poll(() => place(view)).toBe(expected)
const settle = () => new Promise((done) => setTimeout(done, 350))

test('keys step; what bounces counts once; the last item is the end', async () => {
  const view = await mount()
  expect(place(view)).toBe('1 av 3')
  await userEvent.keyboard('{PageDown}{PageDown}')
  await stands(view, '2 av 3')
  await settle()
  await userEvent.keyboard(' ')
  await stands(view, '3 av 3')
  await settle()
  await userEvent.keyboard('{ArrowRight}')
  await userEvent.keyboard('{Home}')
  await stands(view, '1 av 3')
  expect(told.puts).toEqual(['andreplass', 'vinneren', 'tredjeplass'])
})

test('a clicker’s button for a black screen leads nowhere, and keys with Ctrl belong to the browser', async () => {
  const heard: boolean[] = []
  const listen = (event: KeyboardEvent) => void (event.key === 'b' && heard.push(event.defaultPrevented))
  const view = await mount()
  window.addEventListener('keydown', listen)
  await userEvent.keyboard('b{Control>}{PageDown}{/Control}')
  window.removeEventListener('keydown', listen)
  expect(heard).toEqual([true])
  expect(told.puts).toEqual([])
  expect(place(view)).toBe('1 av 3')
})

test('a jump in the list leaves the space bar with *Neste*', async () => {
  const view = await mount()
  view.renderRoot.querySelectorAll<HTMLElement>('button.item')[1]?.click()
  await stands(view, '2 av 3')
  await settle()
  await userEvent.keyboard(' ')
  await stands(view, '3 av 3')
  expect(told.puts).toEqual(['andreplass', 'vinneren'])
})

test('somebody else’s step is told, and takes the next second of presses', async () => {
  const view = await mount()
  told.steps = steps(cue('andreplass', 'Ola'))
  await stepping.load()
  await expect.poll(() => text(view, '.line')).toBe('Ola gikk nettopp til «Andreplass».')
  await userEvent.keyboard('{PageDown}')
  expect(told.puts).toEqual([])
  await new Promise((done) => setTimeout(done, 1_000))
  await userEvent.keyboard('{PageDown}')
  await expect.poll(() => told.puts).toEqual(['vinneren'])
})

test.each([
  ['down', 'Ikke sendt: ingen kontakt. Skjermene står som før. Trykk igjen.'],
  ['silent', 'Ikke noe svar. Se på skjermen før du trykker igjen.'],
] as const)('with the wire %s a press says so, what stands is shown again, and the button stays', async (wire, said) => {
  const view = await mount()
  told.wire = wire
  await userEvent.keyboard('{PageDown}')
  await expect.poll(() => text(view, '.problem'), { timeout: 6_000 }).toBe(said)
  await stands(view, '1 av 3')
  told.wire = 'up'
  await settle()
  view.renderRoot.querySelector<HTMLElement>('.next')?.click()
  await stands(view, '2 av 3')
  expect(text(view, '.problem')).toBe('')
})

test('who may not step can look', async () => {
  assumeVenue({ session: null, user: { id: 'per', name: 'Per', role: 'see' } as User })
  const view = await mount()
  expect(view.renderRoot.querySelector('.next')).toBeNull()
  await userEvent.keyboard('{PageDown}')
  expect(told.puts).toEqual([])
})
