/** A box at its place: the square on the glass is held before the camera or photographed, the planned screen pointed out, and its name stands there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import encodeQR from 'qr'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOn } from '../crew.ts'
import { type Api, openPlayer, type PlayerPage, type RunningController, signIn, startBrowser, startController, until } from '../harness.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { film } from './film.ts'

const planned = (name: string) => ({ name, area: 'Inngangen', portrait: false, sizeInches: 55, distance: 'passage', exits: [] })

let controller: RunningController
let browser: Browser
let api: Api
let folder: string

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-pair-'))
  await api.ok('DELETE', '/sample')
  await api.ok('POST', '/screens/list', { rows: ['Inngang nord', 'Inngang sør', 'Skilt E12', 'Skilt E13'].map(planned) })
})
afterAll(async () => {
  await browser.close()
  await controller.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A box that shows a code; not at a loopback name, where it would pair by itself. */
async function newBox(): Promise<PlayerPage> {
  const box = await openPlayer(browser, `http://hallen.test:${controller.port}/player/`)
  await codeOn(box)
  return box
}

const inMenu = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Skjermer', exact: true })
const says = async (box: PlayerPage, name: string) =>
  Math.round(await until(async () => (await box.text()).includes(name), box.text, 15_000))
const stateOf = async (name: string) => {
  const screens = await api.ok<{ name: string; paired: boolean; state: { kind: string } }[]>('GET', '/screens')
  return screens.find((screen) => screen.name === name)
}

it('on a phone: the square is photographed, the screen pointed out, and its name stands on the glass', async () => {
  const box = await newBox()
  const photo = join(folder, 'glass.png')
  await box.page.screenshot({ path: photo })
  const who = await onPhone(browser, controller, 'pair', '/')
  await who.tap(inMenu(who.page))
  await who.tap(who.page.getByRole('button', { name: 'Koble til boks' }).first())
  await who.photograph(who.page.locator('is-scan input[type=file]'), photo)
  await who.tap(who.page.getByRole('radio', { name: /Inngang nord/ }))
  await who.tap(who.page.locator('is-pair-editor').getByRole('button', { name: 'Koble til', exact: true }))
  const glassMs = await says(box, 'Inngang nord')
  await who.done(glassMs)
  expect(await stateOf('Inngang nord')).toMatchObject({ paired: true, state: { kind: 'in-service' } })
  await box.context.close()
})

it('on a phone: the camera finds the square by itself', async () => {
  const file = join(folder, 'glass.y4m')
  const withCamera = await startBrowser(null, [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ])
  const box = await newBox()
  writeFileSync(file, await film(box.page))
  const who = await onPhone(withCamera, controller, 'pair', '/')
  await who.tap(inMenu(who.page))
  await who.tap(who.page.getByRole('button', { name: 'Koble til boks' }).first())
  await who.tap(who.page.getByRole('button', { name: 'Skann ruten på skjermen' }))
  await expect.poll(() => who.page.getByLabel('Koden som står på skjermen').inputValue(), { timeout: 20_000 }).toBe(await codeOn(box))
  await who.page.locator('is-finder').waitFor({ state: 'detached' })
  await who.tap(who.page.getByRole('radio', { name: /Skilt E12/ }))
  await who.tap(who.page.locator('is-pair-editor').getByRole('button', { name: 'Koble til', exact: true }))
  const glassMs = await says(box, 'Skilt E12')
  await who.done(glassMs)
  expect(await stateOf('Skilt E12')).toMatchObject({ paired: true, state: { kind: 'in-service' } })
  await box.context.close()
  await withCamera.close()
})

it.each([
  ['a phone without a camera', [], 'Fant ikke noe kamera her.'],
  [
    'a page that may not use it',
    ['--use-fake-device-for-media-stream', '--deny-permission-prompts'],
    'Siden har ikke lov til å bruke kameraet.',
  ],
])('%s takes a photo instead', async (_, started, told) => {
  const phone = await startBrowser(null, started)
  const who = await onPhone(phone, controller, 'pair', '/screens')
  await who.page.getByRole('button', { name: 'Koble til boks' }).first().tap()
  await who.page.getByRole('button', { name: 'Skann ruten på skjermen' }).tap()
  await who.page.getByText(told).waitFor()
  const chosen = who.page.waitForEvent('filechooser')
  await who.page.getByRole('button', { name: 'Ta bilde av ruten' }).tap()
  const box = await newBox()
  const photo = join(folder, 'instead.png')
  await box.page.screenshot({ path: photo })
  await (await chosen).setFiles(photo)
  await expect.poll(() => who.page.getByLabel('Koden som står på skjermen').inputValue()).toBe(await codeOn(box))
  await box.context.close()
  await phone.close()
})

it('by keyboard at a desktop: the code is typed', async () => {
  const box = await newBox()
  const code = await codeOn(box)
  const who = await byKeyboard(browser, controller, 'pair', '/')
  await inMenu(who.page).waitFor()
  await who.press('s')
  await who.page.getByRole('button', { name: 'Koble til boks' }).first().waitFor()
  // The second button of the head.
  for (const key of ['Tab', 'Tab', 'Enter']) await who.press(key)
  await who.page.getByLabel('Koden som står på skjermen').waitFor()
  for (const key of ['Tab', 'Tab', 'Tab']) await who.press(key)
  await who.type(who.page.locator('input:focus'), code.toLowerCase())
  for (const key of ['Tab', 'Space', 'Enter']) await who.press(key)
  const glassMs = await says(box, 'Inngang sør')
  await who.done(glassMs)
  await box.context.close()
})

it('a picture without a square, and a square that is not from a screen, are told apart', async () => {
  const who = await onPhone(browser, controller, 'pair', '/screens')
  await who.page.getByRole('button', { name: 'Koble til boks' }).first().tap()
  const other = join(folder, 'other.png')
  await who.page.screenshot({ path: other })
  await who.photograph(who.page.locator('is-scan input[type=file]'), other)
  await who.page.getByText('Fant ingen rute på bildet.').waitFor()
  await who.page.keyboard.press('Escape')
  const square = await browser.newPage()
  await square.setContent(`<div style="width:400px">${encodeQR('https://hallen.test/invitation/abc', 'svg', { border: 4 })}</div>`)
  const link = join(folder, 'link.png')
  await square.screenshot({ path: link })
  await who.page.getByRole('button', { name: 'Koble til boks' }).first().tap()
  await who.photograph(who.page.locator('is-scan input[type=file]'), link)
  await who.page.getByText('Ruten på bildet er ikke fra en skjerm som venter.').waitFor()
})
