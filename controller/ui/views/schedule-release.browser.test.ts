/** Slides under embargo are released in two deliberate steps, in a real browser (rule E9). */
import type { EntryResource, ScreenResource, SlideResource, User } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { api } from '../api.ts'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import './schedule-release.ts'
import type { ReleaseSheet } from './schedule-release.ts'
import './schedule-row.ts'

const screen = (id: string, name: string, area: string) => ({ id, name, area, tags: [] }) as unknown as ScreenResource
const entry = {
  id: 'premier',
  name: 'Premier',
  armed: null,
  target: { kind: 'all' },
  windows: null,
  screens: ['nord', 'vest'],
  when: { kind: 'always' },
  band: 'event',
} as unknown as EntryResource
const held = [{ id: 's', draft: null, published: { name: 'Vinneren', embargo: true } }] as unknown as readonly SlideResource[]

let sheet: ReleaseSheet
const sent: [string, unknown][] = []

beforeEach(async () => {
  setLanguage('nb')
  sent.length = 0
  vi.spyOn(api, 'post').mockImplementation((path, body) => {
    sent.push([path, body])
    return Promise.resolve({ revision: 1, value: entry, operation: null } as never)
  })
  assumeVenue({
    user: { role: 'edit' } as User,
    areas: [
      { id: 'inngang', name: 'Inngang', position: 0 },
      { id: 'lounge', name: 'Lounge', position: 1 },
    ],
    screens: [screen('nord', 'Inngang nord', 'inngang'), screen('vest', 'Inngang vest', 'inngang'), screen('sofa', 'Sofaen', 'lounge')],
    ready: true,
  })
  sheet = document.createElement('is-release')
  sheet.entry = entry
  document.body.append(sheet)
  await settled()
})
afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

async function settled(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await sheet.updateComplete
    await new Promise((done) => setTimeout(done))
  }
}
/** Every element inside, through shadow roots. */
function all(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))])
}
const button = (text: RegExp): HTMLButtonElement | undefined =>
  all(sheet.shadowRoot!).find((one): one is HTMLButtonElement => one instanceof HTMLButtonElement && text.test(one.textContent ?? ''))
async function press(text: RegExp): Promise<void> {
  await userEvent.click(button(text)!)
  await settled()
}

test('[E9] nothing is chosen beforehand, and without screens there is no way on', () => {
  expect(all(sheet.shadowRoot!).filter((one) => one.getAttribute('aria-pressed') === 'true')).toEqual([])
  expect(button(/Velg skjermer først/)?.disabled).toBe(true)
  expect(button(/^\s*Frigi på/)).toBeUndefined()
})

test('[E9] choosing sends nothing; what is seen and where is said before it is released', async () => {
  await press(/Inngang/)
  await press(/Se hva som vises på 2 skjermer/)
  expect(sent).toEqual([])
  expect(sheet.shadowRoot!.textContent).toContain('Inngang nord, Inngang vest')
  await press(/Frigi på 2 skjermer/)
  const target = {
    kind: 'or',
    of: [
      { kind: 'screen', screen: 'nord' },
      { kind: 'screen', screen: 'vest' },
    ],
  }
  expect(sent).toEqual([['/schedule/premier/arm', { target }]])
})

test('[E9] screens on which the entry does not play are no choice', async () => {
  await press(/Lounge/)
  expect(sheet.shadowRoot!.querySelector('.problem')?.textContent).toBe('Sendingen går ikke på de skjermene du har valgt.')
  expect(button(/Velg skjermer først/)?.disabled).toBe(true)
})

test('[E9] for another entry it begins anew', async () => {
  await press(/Inngang/)
  await press(/Se hva som vises/)
  sheet.entry = { ...entry, id: 'finale' }
  await settled()
  expect(button(/Velg skjermer først/)?.disabled).toBe(true)
})

test.each([
  [null, true, 'Holdes tilbake', 'release'],
  [{ kind: 'all' } as const, true, 'Frigitt på 2 skjermer', 'hold'],
  [null, false, 'Holdes tilbake', null],
])('[E9] a row armed on %o, changeable %s, says «%s»', async (armed, editable, said, event) => {
  const row = document.createElement('is-schedule-row')
  Object.assign(row, { entry: { ...entry, armed }, event: { zone: 'Europe/Oslo', dayBreak: '05:00' }, held: held.length, editable })
  const told: string[] = []
  for (const name of ['edit', 'release', 'hold']) row.addEventListener(name, () => told.push(name))
  document.body.append(row)
  await row.updateComplete
  expect(row.shadowRoot!.querySelector('.held')?.textContent).toContain(said)
  row.shadowRoot!.querySelector<HTMLButtonElement>('.held button')?.click()
  expect(told).toEqual(event === null ? [] : [event])
})
