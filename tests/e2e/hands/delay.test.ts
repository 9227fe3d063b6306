/** *Hovedscenen* is twenty minutes late and everything after it follows: from the thumb to the glass within a second, asked once, taken back as one. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openCrew } from '../crew.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { compo, type Evening, konsert, openEvening, spans } from './evening.ts'
import { stands } from './hall.ts'

let evening: Evening
beforeAll(async () => {
  evening = await openEvening()
})
afterAll(() => evening.close())
afterEach(async () => {
  const { happenings } = await evening.api.ok<{ happenings: { id: string; correction: object | null }[] }>('GET', '/programme')
  const corrections = happenings.flatMap(({ id, correction }) => (correction === null ? [] : [{ happening: id, correction: null }]))
  if (corrections.length > 0) await evening.api.ok('PUT', '/programme/corrections', { corrections })
  await stands(evening.glass, 'til 23:10')
})

const stage = [compo, konsert, 'Nattkino']
const asPlanned = ['22:00–23:10', '23:45–01:15', '01:30–03:30']
const twentyLater = ['22:00–23:30', '00:05–01:35', '01:50–03:50']
const withinMs = 1_000

it('on a phone: four taps, the stage follows, on the glass within a second; Angre takes all of it back', async () => {
  const who = await onPhone(evening.browser, evening.controller, 'delay', '/')
  const { page } = who
  await who.tap(page.getByRole('link', { name: 'Program', exact: true }))
  await who.tap(page.getByRole('button', { name: compo }))
  await who.tap(page.getByRole('button', { name: '+20 min' }))
  await page.getByText('Skal resten på Hovedscenen følge med?').waitFor()
  expect(tidy(await page.locator('is-delay li').allInnerTexts())).toEqual([
    `til 23:10 blir 23:30 ${compo}`,
    `23:45 blir 00:05 ${konsert}`,
    '01:30 blir 01:50 Nattkino',
  ])
  expect(await spans(evening.api, stage)).toEqual(asPlanned)
  await who.tap(page.getByRole('button', { name: 'Ja, flytt alle 2 etter også' }))
  const glassMs = await stands(evening.glass, 'til 23:30')
  await stands(evening.glass, '00:05')
  expect(glassMs).toBeLessThan(withinMs)
  expect(await spans(evening.api, stage)).toEqual(twentyLater)
  await page.getByText('3 på scenen er flyttet 20 min').waitFor()
  await page.getByRole('button', { name: 'Angre', exact: true }).tap()
  await stands(evening.glass, 'til 23:10')
  expect(await spans(evening.api, stage)).toEqual(asPlanned)
  await who.done(glassMs)
})

it('by keyboard at a desktop: an arrow, a 3, Enter', async () => {
  const who = await byKeyboard(evening.browser, evening.controller, 'delay', '/')
  const { page } = who
  await page.getByRole('link', { name: 'Program', exact: true }).waitFor()
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await who.press(key)
  await page.getByRole('button', { name: compo }).waitFor()
  await who.press('ArrowDown')
  await who.press('3')
  await page.getByRole('button', { name: 'Ja, flytt alle 2 etter også' }).and(page.locator(':focus')).waitFor()
  await who.press('Enter')
  const glassMs = await stands(evening.glass, 'til 23:30')
  expect(glassMs).toBeLessThan(withinMs)
  expect(await spans(evening.api, stage)).toEqual(twentyLater)
  await who.done(glassMs)
})

it('the other answer moves it alone; who did it and what it was stands with it', async () => {
  const page = await openCrew(evening.browser, evening.controller, '/programme', 'admin', { width: 390, height: 844 })
  await page.getByRole('button', { name: compo }).click()
  await page.getByRole('button', { name: '+10 min' }).click()
  await page.getByRole('button', { name: `Nei, bare «${compo}»` }).click()
  await stands(evening.glass, 'til 23:20')
  expect(await spans(evening.api, stage)).toEqual(['22:00–23:20', ...asPlanned.slice(1)])
  await page.getByText('Rettet av Admin 22:4').waitFor()
  await page.getByText('Var 22:00–23:10.').waitFor()
  await page.getByRole('button', { name: 'Angre rettelsen' }).click()
  await stands(evening.glass, 'til 23:10')
  await page.context().close()
})

it('closed without an answer, nothing has been sent', async () => {
  const page = await openCrew(evening.browser, evening.controller, '/programme')
  await page.getByRole('button', { name: compo }).click()
  await page.getByRole('button', { name: '+20 min' }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await spans(evening.api, stage)).toEqual(asPlanned)
  await page.context().close()
})

function tidy(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.replace(/\s+/g, ' ').trim())
}
