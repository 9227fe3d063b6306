/** From a fresh browser that shows a code to a screen with a name, by hand in the crew UI. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addUser, codeOn, openCrew } from './crew.ts'
import { type Api, openPlayer, type PlayerPage, type RunningController, signIn, startBrowser, startController, until } from './harness.ts'
import { makeShow } from './show.ts'

let controller: RunningController
let browser: Browser
let api: Api
let player: PlayerPage
let crew: Page

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  await makeShow(api, ['Velkommen'], 4_000)
  // Not a loopback name: such a player does not pair by itself.
  player = await openPlayer(browser, `http://hallen.test:${controller.port}/player/`)
  crew = await openCrew(browser, controller, '/screens')
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

it('an area is made, the code on the glass is typed, and the show is there', async () => {
  await crew.getByRole('button', { name: 'Nytt område' }).first().click()
  await crew.getByLabel('Navn på området').fill('Inngangen')
  await crew.getByRole('button', { name: 'Lagre' }).click()
  await crew.getByRole('heading', { name: 'Inngangen' }).waitFor()

  await crew.getByRole('button', { name: 'Koble til' }).first().click()
  await crew.getByLabel('Koden som står på skjermen').fill((await codeOn(player)).toLowerCase())
  await crew.getByRole('radio', { name: 'En ny skjerm' }).check()
  await crew.getByLabel('Navn', { exact: true }).fill('Inngang nord')
  await crew.locator('is-pair-editor').getByRole('button', { name: 'Koble til', exact: true }).click()
  await crew.getByRole('link', { name: /Inngang nord/ }).waitFor()
  await until(async () => (await player.text()).includes('Velkommen'), player.text, 10_000)
})

it('a wrong code is refused in a sentence', async () => {
  await crew.getByRole('button', { name: 'Koble til' }).first().click()
  await crew.getByLabel('Koden som står på skjermen').fill('BCDFGHJK')
  await crew.getByLabel('Navn', { exact: true }).fill('Ingen')
  await crew.locator('is-pair-editor').getByRole('button', { name: 'Koble til', exact: true }).click()
  await crew.getByText('Ingen skjerm viser den koden nå.').waitFor()
  await crew.keyboard.press('Escape')
})

it('*Vis navn* stands on the glass for ten seconds, and the show goes on under it', async () => {
  await crew.goto(`${controller.origin}/`)
  await crew
    .getByRole('button', { name: /Inngang nord/ })
    .first()
    .click()
  await crew.getByRole('button', { name: 'Vis navn på skjermen' }).click()
  const named = async () => (await player.text()).includes('Inngang nord')
  expect(await until(named, player.text, 3_000)).toBeLessThan(2_000)
  const stoodMs = await until(async () => !(await named()), player.text, 15_000)
  expect(stoodMs).toBeGreaterThan(8_000)
  expect(stoodMs).toBeLessThan(12_000)
  expect(await player.text()).toContain('Velkommen')
})

it('who may only see is offered nothing that changes a screen', async () => {
  await addUser(api, 'ser', { role: 'see', mayStartOverride: false, mayEndOverride: false })
  const seer = await openCrew(browser, controller, '/screens', 'ser')
  await seer.getByText('Inngang nord').first().waitFor()
  expect(await seer.getByRole('button', { name: /Ny skjerm|Nytt område|Koble til|Endre/ }).count()).toBe(0)
  await seer.goto(`${controller.origin}/`)
  await seer.getByText('Inngang nord').first().waitFor()
  expect(await seer.getByRole('button', { name: /Vis navn/ }).count()).toBe(0)
  expect(await seer.getByRole('link', { name: /Nødmelding|Endre skjermen/ }).count()).toBe(0)
})
