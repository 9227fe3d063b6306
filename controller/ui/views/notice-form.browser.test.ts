/** What the form of a notice sends, and what it never sends by accident, in a real browser. */
import { plainCare } from '@infoskjerm/shared/model/care.ts'
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { EventResource, NoticeBody, OverJson, ScreenResource, Session, User } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { assumeVenue, venue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import type { NoticeForm } from './notice-form.ts'
import './notice-form.ts'

const event: EventResource = {
  ...{ id: 'tg27', name: 'The Gathering 2027', venueName: 'Vikingskipet', firstDay: '2027-03-24', lastDay: '2027-03-28' },
  ...{ zone: 'Europe/Oslo', dayBreak: '05:00', theme: 'tg27', look: null, sample: null, phase: 'running' },
}
const screen = (id: string, area: string, audience: 'public' | 'crew'): ScreenResource =>
  ({
    ...{ id, name: id, area, audience, tags: [], exits: [], class: 'c', paired: true, local: false, position: 0, sizeInches: null },
    ...{ profile: 'standard', widthPx: 1_920, heightPx: 1_080, distance: 'passage', state: { kind: 'in-service' }, care: plainCare },
  }) as ScreenResource
const user: User = {
  ...{ id: 'u', username: 'kari', name: 'Kari', role: 'edit', language: 'nb' },
  ...{ mayStartOverride: false, mayEndOverride: false },
}
const session = (areas: readonly string[]): Session => ({
  ...{ user, areas, invites: [], practice: false },
  rights: { edit: 'venue', all: false, startOverride: [], endOverride: [] },
})

let sent: OverJson<NoticeBody>[]
beforeEach(() => {
  setLanguage('nb')
  localStorage.removeItem('infoskjerm.area')
  sent = []
  vi.spyOn(window, 'fetch').mockImplementation((_, init) => {
    if (init?.method === 'POST') sent.push(JSON.parse(init.body as string) as OverJson<NoticeBody>)
    return Promise.resolve(new Response(JSON.stringify({ revision: 1, value: {}, operation: null })))
  })
  assumeVenue({
    ...{ user, event, session: session(['inngang']), ready: true },
    areas: [
      { id: 'inngang', name: 'Inngang', position: 0 },
      { id: 'scene', name: 'Hovedscenen', position: 1 },
    ],
    screens: [screen('nord', 'inngang', 'public'), screen('rom', 'inngang', 'crew'), screen('vest', 'scene', 'public')],
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  document.body.replaceChildren()
  assumeVenue({ user: null, session: null, event: null, areas: [], screens: [], ready: false })
})

async function mount(): Promise<NoticeForm> {
  const form = document.createElement('is-notice-form')
  document.body.append(form)
  await settled(form)
  return form
}
async function settled(form: NoticeForm): Promise<void> {
  for (let turn = 0; turn < 6; turn += 1) {
    await form.updateComplete
    await new Promise((done) => setTimeout(done))
  }
}
function all(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((one) => [one, ...(one.shadowRoot === null ? [] : all(one.shadowRoot))])
}
const found = (form: NoticeForm, selector: string) => all(form.shadowRoot!).filter((one): one is HTMLElement => one.matches(selector))
const button = (form: NoticeForm, text: string) => found(form, 'button').find((one) => one.textContent?.trim() === text)!
const press = async (form: NoticeForm, text: string) => {
  button(form, text).click()
  await settled(form)
}
const said = (form: NoticeForm) => found(form, 'p').map((one) => one.textContent?.trim() ?? '')
const where = (target: Target | undefined) =>
  venue.screens.filter((one) => target !== undefined && matches(target, one)).map(({ id }) => id)

test('words to my area for an hour: the button says on how many, and one press sends them', async () => {
  const form = await mount()
  await userEvent.type(found(form, 'textarea[name=nb]')[0]!, 'Køen går til venstre')
  await settled(form)
  const before = Date.now()
  await press(form, 'Vis på 2 skjermer nå')
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({ template: 'free', values: {}, words: { nb: 'Køen går til venstre', en: '' } })
  expect(where(sent[0]?.target)).toEqual(['nord', 'rom'])
  expect(Math.abs(Date.parse(sent[0]?.until ?? '') - before - 3_600_000)).toBeLessThan(5_000)
  expect(found(form, 'textarea[name=nb]')[0]).toHaveProperty('value', '')
})

test('Enter in a field sends nothing, Ctrl and Enter does', async () => {
  const form = await mount()
  await press(form, 'Bil sperrer')
  await userEvent.type(found(form, 'input[name=plate]')[0]!, 'AB 12345{Enter}')
  await settled(form)
  expect(sent).toEqual([])
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await settled(form)
  expect(sent[0]).toMatchObject({ template: 'car', values: { plate: 'AB 12345' } })
})

test('with nothing typed it is not sent, and says what is missing', async () => {
  const form = await mount()
  await press(form, 'Vis på 2 skjermer nå')
  expect(sent).toEqual([])
  expect(said(form)).toContain('Skriv hva som skal stå.')
})

test('never all by default: without an area of one’s own nothing is chosen', async () => {
  assumeVenue({ session: session([]) })
  const form = await mount()
  await userEvent.type(found(form, 'textarea[name=nb]')[0]!, 'Hei')
  await press(form, 'Vis på skjermene nå')
  expect(sent).toEqual([])
  expect(said(form)).toContain('Velg hvor.')
  button(form, 'Hovedscenen1').click()
  await settled(form)
  await press(form, 'Vis på 1 skjerm nå')
  expect(where(sent[0]?.target)).toEqual(['vest'])
})

test('words for crew go to the crew’s screens of the place alone, and it is said', async () => {
  const form = await mount()
  await press(form, 'Crew trengs')
  await userEvent.type(found(form, 'input[name=who]')[0]!, 'To fra Security')
  await settled(form)
  expect(said(form).join()).toContain('1 som publikum ser, er holdt utenfor')
  await press(form, 'Vis på 1 skjerm nå')
  expect(where(sent[0]?.target)).toEqual(['rom'])
})

test('the preview is what the screens will draw', async () => {
  const form = await mount()
  expect(found(form, 'is-slide')).toEqual([])
  await userEvent.type(found(form, 'textarea[name=nb]')[0]!, 'Køen går til venstre')
  await expect.poll(() => found(form, 'h1[lang=nb]').map((one) => one.textContent)).toEqual(['Køen går til venstre'])
})
