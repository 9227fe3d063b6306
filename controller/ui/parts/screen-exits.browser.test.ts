import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ExitResource } from '../screen-form.ts'
import { setLanguage } from '../words/words.ts'
import './screen-exits.ts'
import type { ScreenDirection } from './screen-direction.ts'
import type { ScreenExits } from './screen-exits.ts'

afterEach(() => document.body.replaceChildren())

const mark = { by: 'Kari', at: '2027-03-26T20:00:00Z' }
const exit = (name: string, confirmed: ExitResource['confirmed']): ExitResource => ({ name, direction: 'left', confirmed })

async function opened(exits: readonly ExitResource[]) {
  setLanguage('nb')
  document.body.innerHTML = '<is-screen-exits></is-screen-exits>'
  const element = document.querySelector('is-screen-exits') as ScreenExits
  element.screen = { id: 'a', name: 'Inngang', exits } as unknown as ScreenResource
  element.value = exits
  let heard: readonly ExitResource[] = exits
  element.addEventListener('change', (event) => (heard = (event as CustomEvent<readonly ExitResource[]>).detail))
  await element.updateComplete
  const pad = element.shadowRoot?.querySelector('is-screen-direction') as ScreenDirection | null
  await pad?.updateComplete
  return { element, pad, heard: () => heard, text: () => element.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? '' }
}

test('who has confirmed an exit stands beside it; there is nothing more to confirm', async () => {
  const { text } = await opened([exit('Nord', mark)])
  expect(text()).toContain('Bekreftet av Kari')
  expect(text()).not.toContain('Bekreft på stedet')
  expect(text()).toContain('Skjermen er flyttet eller snudd')
})

test('an exit that nobody has confirmed is marked, and can be', async () => {
  const { text } = await opened([exit('Nord', null)])
  expect(text()).toContain('Ikke bekreftet')
  expect(text()).toContain('Bekreft på stedet')
})

test('turned on the pad by keyboard, it has to be confirmed again, and is stored first', async () => {
  const { element, pad, heard, text } = await opened([exit('Nord', mark)])
  pad?.shadowRoot?.querySelector<HTMLInputElement>('input[aria-label="Til venstre"]')?.focus()
  await userEvent.keyboard('{ArrowDown}')
  await element.updateComplete
  expect(heard()).toEqual([{ name: 'Nord', direction: 'right', confirmed: null }])
  expect(text()).toContain('Lagre og bekreft på stedet')
})

test('there are at most two, and one without a name cannot be confirmed', async () => {
  const { element, text } = await opened([exit('Nord', null), exit('', null)])
  expect(text()).not.toContain('Legg til utgang')
  const confirm = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.includes('på stedet'))
  confirm?.click()
  await element.updateComplete
  expect(text()).toContain('Gi utgangen et navn først.')
})
