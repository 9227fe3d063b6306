/** What the form of a schedule entry refuses, and how it helps, in a real browser. */
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryBody, EventResource, PlaylistResource } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { setZone } from '../words/times.ts'
import { setLanguage } from '../words/words.ts'
import { type EntryForm, newForm } from './schedule-form-model.ts'
import type { EntryFormElement } from './schedule-form.ts'
import './schedule-form.ts'

const event: EventResource = {
  id: 'tg27',
  name: 'The Gathering 2027',
  venueName: 'Vikingskipet',
  firstDay: '2027-03-24',
  lastDay: '2027-03-28',
  zone: 'Europe/Oslo',
  dayBreak: '05:00',
  theme: 'tg27',
  look: null,
  sample: null,
  phase: 'running',
}
const evening: PlaylistResource = {
  id: 'kveld',
  draft: null,
  published: { name: 'Kveld', order: 'sequence', items: [] },
  changedAt: '2027-03-20T12:00:00Z',
  changedBy: 'Kari',
}
const now = instant(Date.parse('2027-03-26T21:41:00Z'))

beforeEach(() => setLanguage('nb'))
afterEach(() => document.body.replaceChildren())

async function mount(change: Partial<EntryForm>): Promise<{ element: EntryFormElement; entries: EntryBody[] }> {
  setZone(event.zone, event.dayBreak)
  const element = document.createElement('is-entry-form')
  element.event = event
  element.now = now
  element.playlists = [evening]
  element.form = { ...newForm(event, null, now), playlist: 'kveld', ...change }
  const entries: EntryBody[] = []
  element.addEventListener('entry', (sent) => entries.push((sent as CustomEvent<EntryBody>).detail))
  document.body.append(element)
  await settled(element)
  return { element, entries }
}

async function settled(element: EntryFormElement): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await element.updateComplete
    await new Promise((done) => setTimeout(done))
  }
}

/** Every element inside, through shadow roots. */
function all(root: ParentNode): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : all(element.shadowRoot))])
}
const text = (element: EntryFormElement): string =>
  all(element.shadowRoot!)
    .filter((one) => one.matches('.problem, .said, .card, p'))
    .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    .join('\n')
const button = (element: EntryFormElement, label: string): HTMLElement | undefined =>
  all(element.shadowRoot!).find((one): one is HTMLElement => one instanceof HTMLButtonElement && one.textContent?.trim() === label)

const clockNight = {
  kind: 'once',
  once: { from: { day: '2027-03-27', time: '02:30' }, until: { day: '2027-03-27', time: '04:00' } },
} as const

test('[T3] 02:30 on 28 March 2027 is refused in a sentence, with its two neighbours as buttons', async () => {
  const { element, entries } = await mount(clockNight)
  expect(text(element)).toContain('02:30 finnes ikke natt til søndag 28., for da stilles klokka fram.')
  element.submit()
  expect(entries).toEqual([])
  expect(button(element, 'Bruk 01:59')).toBeDefined()
  await userEvent.click(button(element, 'Bruk 03:00')!)
  await settled(element)
  element.submit()
  expect(entries.map((entry) => entry.when)).toEqual([{ kind: 'once', from: '2027-03-28T03:00', until: '2027-03-28T04:00' }])
})

test('[T6] what was understood is said with both days after midnight', async () => {
  const { element } = await mount({
    kind: 'once',
    once: { from: { day: '2027-03-26', time: '22:40' }, until: { day: '2027-03-26', time: '01:30' } },
  })
  expect(text(element)).toContain('fredag 26. kl. 22:40')
  expect(text(element)).toContain('natt til lørdag 27., 01:30')
})

test('an end before the start is refused, and *Bytt om* mends it', async () => {
  const { element, entries } = await mount({
    kind: 'once',
    once: { from: { day: '2027-03-26', time: '22:00' }, until: { day: '2027-03-26', time: '21:00' } },
  })
  expect(text(element)).toContain('Slutten er før starten (fredag 26. kl. 22:00).')
  element.submit()
  expect(entries).toEqual([])
  await userEvent.click(button(element, 'Bytt om')!)
  await settled(element)
  element.submit()
  expect(entries[0]?.when).toEqual({ kind: 'once', from: '2027-03-26T21:00', until: '2027-03-26T22:00' })
})

test('a missing playlist is said when somebody tries to save, not before', async () => {
  const { element, entries } = await mount({ playlist: null, kind: 'always' })
  expect(text(element)).not.toContain('Velg en spilleliste.')
  element.submit()
  await settled(element)
  expect(text(element)).toContain('Velg en spilleliste.')
  expect(entries).toEqual([])
})

test('a time may be written as people write it', async () => {
  const { element, entries } = await mount({ kind: 'daily' })
  const from = all(element.shadowRoot!).find((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.value === '18:00')!
  await userEvent.fill(from, '1930')
  await userEvent.tab()
  await settled(element)
  element.submit()
  expect(entries[0]?.when).toEqual({
    kind: 'daily',
    from: '19:30',
    until: '02:00',
    firstDay: '2027-03-24',
    lastDay: '2027-03-28',
    except: [],
  })
  expect(entries[0]?.name).toBe('Kveld')
})
