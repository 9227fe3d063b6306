import { plainCare, type ScreenCare } from '@infoskjerm/shared/model/care.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { assumeVenue } from '../venue.ts'
import { setLanguage } from '../words/words.ts'
import './screen-care.ts'
import type { ScreenCareForm } from './screen-care.ts'

/** What the controller was asked to store. */
const asked: ScreenCare[] = []
/** Answers wait until they are let go. */
const held: (() => void)[] = []
let isHeld = false

const panel = (care: ScreenCare = plainCare) => ({ id: 'a', name: 'Inngang', area: 'hall', paired: true, care }) as ScreenResource

beforeEach(() => {
  setLanguage('nb')
  asked.length = 0
  isHeld = false
  vi.stubGlobal('fetch', async (_: string, request: { readonly body: string }) => {
    const { care } = JSON.parse(request.body) as { care: ScreenCare }
    asked.push(care)
    if (isHeld) await new Promise<void>((go) => held.push(go))
    return Response.json({ revision: 1, value: panel(care) })
  })
})
afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

async function opened(care: ScreenCare) {
  assumeVenue({ screens: [panel(care)] })
  document.body.innerHTML = '<is-screen-care screen="a"></is-screen-care>'
  const element = document.querySelector('is-screen-care') as ScreenCareForm
  await element.updateComplete
  const root = element.shadowRoot as ShadowRoot
  const labelled = (text: string) =>
    [...root.querySelectorAll('label')].find((label) => label.textContent?.includes(text))?.querySelector('input') as HTMLInputElement
  const fill = async (text: string, value: string) => {
    const field = labelled(text)
    field.value = value
    field.dispatchEvent(new Event('change'))
    await element.updateComplete
  }
  /** Writes a time of day. */
  const write = async (label: string, value: string) => {
    const time = [...root.querySelectorAll('is-time')].find((one) => one.label === label)
    const field = time?.shadowRoot?.querySelector('input') as HTMLInputElement
    field.value = value
    field.dispatchEvent(new Event('input'))
    field.dispatchEvent(new Event('change'))
    await element.updateComplete
  }
  const tick = async (text: string) => {
    labelled(text).click()
    await element.updateComplete
  }
  return { labelled, fill, write, tick }
}

test.each<[string, (form: Awaited<ReturnType<typeof opened>>) => Promise<void>, Partial<ScreenCare>]>([
  ['turned', ({ tick }) => tick('Dreid 270°'), { rotation: 270 }],
  ['edges', ({ fill }) => fill('skjærer av kantene', '2.5'), { overscanPct: 2.5 }],
  ['more edge than can be', ({ fill }) => fill('skjærer av kantene', '40'), { overscanPct: 10 }],
  ['moved', ({ tick }) => tick('Flytt bildet'), { pixelShift: true }],
  ['dimmed', ({ tick }) => tick('Demp det som står'), { dimStill: true }],
  ['quiet', ({ tick }) => tick('Stille timer'), { quiet: { from: '02:00', until: '08:00', lightPct: 30 } }],
  ['sound', ({ tick }) => tick('Lyd fra film'), { sound: true }],
  ['keys', ({ tick }) => tick('Taster på boksen'), { keys: true }],
])('%s is written at once, and nothing else with it', async (_, deed, change) => {
  await deed(await opened(plainCare))
  expect(asked).toEqual([{ ...plainCare, ...change }])
})

test('quiet hours are set by the wall clock, as people write it', async () => {
  const form = await opened({ ...plainCare, quiet: { from: '23:00', until: '07:00', lightPct: 20 } })
  await form.write('Til klokka', 'kl 6.30')
  expect(asked.at(-1)?.quiet).toEqual({ from: '23:00', until: '06:30', lightPct: 20 })
  await form.fill('Lys, prosent', '')
  expect([asked.length, form.labelled('Lys, prosent').value]).toEqual([1, '20'])
})

test('two changes faster than the answers: the second keeps the first', async () => {
  isHeld = true
  const { tick, labelled } = await opened(plainCare)
  await tick('Lyd fra film')
  await tick('Taster på boksen')
  expect(asked.at(-1)).toEqual({ ...plainCare, sound: true, keys: true })
  held.splice(0).forEach((go) => go())
  await vi.waitFor(() => expect(labelled('Lyd fra film').checked && labelled('Taster på boksen').checked).toBe(true))
})
