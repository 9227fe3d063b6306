/** Settings that a person makes: one's own password, names on all screens and where alarms go, each said in words, found in the record and taken back where that can be. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addUser, openCrew, undoOf } from './crew.ts'
import { adminPassword, type Api, type RunningController, signIn, startBrowser, startController } from './harness.ts'

const phone = { width: 390, height: 844 }
const newPassword = 'et helt nytt passord'

let controller: RunningController
let browser: Browser
let api: Api
beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await addUser(api, 'kari', { role: 'edit', mayStartOverride: false, mayEndOverride: false })
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const deeds = async (page: Page) => {
  await page.goto(`${controller.origin}/history`)
  await page.locator('.list time').first().waitFor()
  return (await page.locator('.list > div').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
}

it('a new password: this phone stays in, every other browser is out, and the old one opens nothing', async () => {
  const here = await openCrew(browser, controller, '/settings', 'kari', phone)
  const there = await openCrew(browser, controller, '/screens', 'kari')
  await there.getByRole('heading', { level: 1 }).waitFor()
  await button(here, 'Bytt passord …').click()
  await here.getByLabel('Passordet du har nå').fill('feil')
  await here.getByLabel('Nytt passord').fill(newPassword)
  await here.keyboard.press('Enter')
  await here.getByText('Det er ikke passordet du har nå.').waitFor()
  await here.getByLabel('Passordet du har nå').fill(adminPassword)
  await button(here, 'Bytt passord').click()
  await here.getByText('Passordet er byttet').waitFor()

  await there.getByLabel('Brukernavn').fill('kari')
  await there.getByLabel('Passord').fill(adminPassword)
  await there.keyboard.press('Enter')
  await there.getByText('Brukernavnet eller passordet stemmer ikke.').waitFor()
  await there.getByLabel('Passord').fill(newPassword)
  await there.keyboard.press('Enter')
  await there.getByRole('link', { name: 'Slides' }).waitFor()

  await here.reload()
  await button(here, 'Bytt passord …').waitFor()
  const [last] = await deeds(here)
  expect(last).toMatch(/kari satte nytt passord for kontoen «kari»$/)
})

it('names on all screens are taken back from the toast, and from *Historikk*', async () => {
  const page = await openCrew(browser, controller, '/screens', 'admin', phone)
  const shown = async () => (await api.ok<{ shown: boolean }>('GET', '/names')).shown
  await api.ok('PUT', '/names', { shown: true })
  await button(page, 'Slå av').click()
  await undoOf(page, 'Navnene er borte').click()
  await expect.poll(shown).toBe(true)
  const [undone, off, on] = await deeds(page)
  expect([undone, off, on]).toEqual([
    expect.stringContaining('angret: endret en innstilling'),
    expect.stringContaining('slo av navnene på skjermene'),
    expect.stringContaining('viste navnene på alle skjermene'),
  ])
  await page.locator('.list > div', { hasText: 'angret:' }).first().getByRole('button', { name: 'Angre' }).click()
  await expect.poll(shown).toBe(false)
})

it('the address for alarms: taken back, in the record, and never in what the record says', async () => {
  const page = await openCrew(browser, controller, '/settings')
  const secret = 'https://chat.test/hooks/svaert-hemmelig'
  await page.getByLabel('Adressen fra chatten').fill(secret)
  await page.getByRole('region', { name: 'Varsling' }).getByRole('button', { name: 'Lagre' }).click()
  await page.getByText('En adresse er satt.').waitFor()
  await button(page, 'Slutt å varsle').click()
  await page.getByText('Ingen blir varslet.').waitFor()
  await undoOf(page, 'Ingen blir varslet lenger').click()
  await page.getByText('En adresse er satt.').waitFor()
  expect(await api.ok('GET', '/alarms/webhook')).toEqual({ url: secret, last: null })
  const said = await deeds(page)
  expect(said[2]).toContain('endret hvor det varsles')
  expect(JSON.stringify(await api.ok('GET', '/audit'))).not.toContain('hemmelig')
})
