/** *Ta over*: a screen lent and given back, by itself or by hand; and a stage crew’s key, which reaches its own screens alone. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrew } from '../crew.ts'
import { pause, until } from '../harness.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { type Hall, openHall, show, stands } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

type Taken = { id: string; by: string; endedAt: string | null; endedBy: string | null }
const takeovers = () => hall.api.ok<Taken[]>('GET', '/takeovers')
const isBlack = () => until(async () => !(await hall.mine.text()).includes(show), hall.mine.text, 10_000)

it('on a phone: black on my screen, and given back', async () => {
  const who = await onPhone(hall.browser, hall.controller, 'takeover', '/', 'vakt')
  await who.tap(who.page.getByRole('link', { name: 'Ta over: Hallen' }))
  await who.tap(who.page.getByRole('button', { name: 'Svart', exact: true }))
  await who.tap(who.page.getByRole('button', { name: 'Ta over 1 skjerm' }))
  await isBlack()
  await who.page.getByText('Skjermen viser den').waitFor()
  await who.page.getByText(/igjen/).first().waitFor()
  expect(await hall.other.text()).toContain(show)
  await who.tap(who.page.getByRole('button', { name: 'Gi tilbake nå: Svart' }))
  const glassMs = await stands(hall.mine, show)
  await who.done(glassMs)
  expect(await takeovers()).toMatchObject([{ by: 'vakt', endedBy: 'vakt' }])
})

it('by keyboard at a desktop', async () => {
  const who = await byKeyboard(hall.browser, hall.controller, 'takeover', '/', 'vakt')
  await who.page.getByRole('heading', { name: 'Nå i hallen' }).waitFor()
  await who.press('t')
  await who.page.locator('is-takeover-what button:focus').waitFor()
  for (const key of ['Tab', 'Tab', 'Enter', 'Control+Enter']) await who.press(key)
  await isBlack()
  await who.press('Enter')
  const glassMs = await stands(hall.mine, show)
  await who.done(glassMs)
})

it('from the screen itself, where it is given back too; one more minute is one tap', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/', 'vakt')
  await page
    .getByRole('button', { name: /Inngang/ })
    .first()
    .click()
  await page.getByRole('complementary').getByRole('link', { name: 'Ta over' }).click()
  await page.getByRole('button', { name: 'Svart', exact: true }).click()
  await page.getByRole('button', { name: 'Ta over 1 skjerm' }).click()
  await isBlack()
  await page.getByRole('button', { name: 'Ti minutter til: Svart' }).click()
  await page.getByText('20 min igjen').waitFor()
  await page.goto(`${hall.controller.origin}/`)
  await page
    .getByRole('button', { name: /Inngang/ })
    .first()
    .click()
  await page.getByRole('complementary').getByRole('button', { name: 'Gi tilbake nå' }).click()
  await stands(hall.mine, show)
  await page.context().close()
})

it('a slide by searching; what comes back is said before', async () => {
  const page = await openCrew(hall.browser, hall.controller, `/takeover/${hall.screens.mine}`, 'vakt')
  await page.getByRole('searchbox', { name: 'Søk i slides' }).fill('velk')
  await page.getByRole('button', { name: show }).click()
  await page.getByText(/Tilbake til «Huset»/).waitFor()
  await page.getByRole('button', { name: 'Ta over 1 skjerm' }).click()
  await page.getByText('Skjermen viser den').waitFor()
  await page.getByRole('button', { name: /^Gi tilbake nå/ }).click()
  await page.context().close()
})

it('a key: a stage crew without an account takes over its screen and gives it back, on a phone; withdrawn, it opens nothing', async () => {
  const page = await openCrew(hall.browser, hall.controller, `/takeover/${hall.screens.mine}`, 'vakt')
  await page.getByRole('button', { name: 'Lag en nøkkel' }).first().click()
  const sheet = page.locator('is-new-key')
  await sheet.getByLabel('Hvem får den?').fill('Lyd')
  await sheet.getByRole('button', { name: 'Lag en nøkkel' }).click()
  const link = await sheet.getByRole('textbox', { name: 'Lenke' }).inputValue()
  await sheet.getByRole('button', { name: 'Lukk' }).first().click()

  const context = await hall.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nb-NO' })
  const stage = await context.newPage()
  await stage.goto(hall.controller.origin + new URL(link).pathname)
  await stage.getByRole('heading', { name: 'Inngang' }).waitFor()
  await stage.getByRole('button', { name: 'Svart', exact: true }).tap()
  await stage.getByRole('button', { name: 'Ta over 1 skjerm' }).tap()
  await isBlack()
  await stage.getByText('19 ganger igjen').waitFor()
  expect(await hall.other.text()).toContain(show)
  await stage.getByRole('button', { name: 'Gi tilbake nå' }).tap()
  await stands(hall.mine, show)

  await page.getByRole('button', { name: 'Trekk tilbake: Lyd' }).click()
  await stage.getByText('Nøkkelen gjelder ikke lenger').waitFor()
  expect(await stage.getByRole('button', { name: 'Ta over' }).count()).toBe(0)
  await Promise.all([context.close(), page.context().close()])
})

it('away from now nothing can be taken over', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/', 'vakt')
  await page.getByRole('link', { name: 'Ta over: Hallen' }).waitFor()
  await page.getByRole('slider', { name: 'Tidsmaskin' }).press('ArrowRight')
  await page.getByText(/ikke nå/).waitFor()
  await pause(300)
  for (const role of ['link', 'button'] as const) expect(await page.getByRole(role, { name: /^(Ta over|Gi tilbake)/ }).count()).toBe(0)
  await page.context().close()
})
