/** A round of twelve screens: each shows its name until somebody stands before it and says *Jeg ser den*. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOn } from '../crew.ts'
import { type Api, openPlayer, type PlayerPage, type RunningController, signIn, startBrowser, startController, until } from '../harness.ts'
import { makeShow } from '../show.ts'
import { byKeyboard, type Counted, onPhone } from './counted.ts'

let controller: RunningController
let browser: Browser
let api: Api
let glass: PlayerPage
let folder: string

/** In walking order, which is not that of the alphabet. */
const names = [...'LKJIHGFEDCBA'].map((letter) => `Skilt ${letter}`)

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-round-'))
  await api.ok('DELETE', '/sample')
  await makeShow(api, ['Velkommen'], 4_000)
  const row = (name: string, index: number) => ({
    name,
    area: index < 6 ? 'Gangen' : 'Sovesalen',
    portrait: false,
    sizeInches: 55,
    distance: 'passage',
    exits: [],
  })
  await api.ok('POST', '/screens/list', { rows: names.map(row) })
  const screens = await api.ok<{ id: string; name: string }[]>('GET', '/screens')
  for (const { id } of screens) await api.ok('POST', `/screens/${id}/service`, { kind: 'in-service' })
  glass = await openPlayer(browser, `http://hallen.test:${controller.port}/player/`)
  const second = screens.find(({ name }) => name === names[1])?.id
  await api.ok('POST', '/screens/pair', { code: await codeOn(glass), screen: second, name: null, area: null })
  await shows('Velkommen')
})
afterAll(async () => {
  await browser.close()
  await controller.close()
  rmSync(folder, { recursive: true, force: true })
})

const shows = (text: string) => until(async () => (await glass.text()).includes(text), glass.text, 15_000)
const showsNot = (text: string) => until(async () => !(await glass.text()).includes(text), glass.text, 15_000)
const rounds = () =>
  api.ok<{ endedAt: string | null; screens: string[]; sightings: { seen: boolean; note: string; picture: string | null }[] }[]>(
    'GET',
    '/rounds',
  )

/** The card of this screen stands there, and a press would count. */
async function before(who: Counted, name: string): Promise<void> {
  await who.page.getByRole('heading', { name, exact: true }).waitFor()
  await who.page.locator('.see[aria-disabled=false]').waitFor()
}

it('on a phone: begun, twelve times one thumb, ended; names stand until they are seen', async () => {
  const who = await onPhone(browser, controller, 'round', '/')
  await who.tap(who.page.getByRole('navigation').getByRole('link', { name: 'Skjermer', exact: true }))
  await who.tap(who.page.getByRole('link', { name: 'Runde' }))
  await who.tap(who.page.getByRole('button', { name: /^Hele hallen\s*12 skjermer/ }))
  await shows(names[1] ?? '')
  for (const name of names) {
    await before(who, name)
    await who.tap(who.page.getByRole('button', { name: 'Jeg ser den' }))
    if (name === names[1]) await showsNot(name)
  }
  await who.page.getByText('Alle skjermene ble sett, og ingenting var feil.').waitFor()
  await who.tap(who.page.getByRole('button', { name: 'Avslutt runden' }))
  await who.page.getByText('12 av 12 sett').waitFor()
  await who.done(null)
  const [round] = await rounds()
  expect(round?.endedAt).not.toBeNull()
  expect(round?.sightings.map(({ seen }) => seen)).toEqual(names.map(() => true))
})

it('what is wrong is photographed and noted, survives a reload, and can be taken back', async () => {
  const who = await onPhone(browser, controller, 'round', '/round')
  const photo = join(folder, 'photo.png')
  await who.page.screenshot({ path: photo })
  await who.tap(who.page.getByRole('button', { name: /^Sovesalen/ }))
  await before(who, 'Skilt F')
  await who.tap(who.page.getByRole('button', { name: 'Hopp over' }))
  await before(who, 'Skilt E')
  await who.tap(who.page.getByRole('button', { name: 'Feil', exact: true }))
  await who.tap(who.page.getByRole('button', { name: 'Svart' }))
  await who.photograph(who.page.locator('is-round-wrong #camera'), photo)
  await who.page.getByRole('img', { name: 'Bilde av «Skilt E»' }).waitFor()
  await who.tap(who.page.getByRole('button', { name: 'Ødelagt' }))
  await who.tap(who.page.getByRole('button', { name: 'Lagre og gå videre' }))
  await before(who, 'Skilt D')
  await who.page.getByText('1 av 6').waitFor()
  await who.page.reload()
  await before(who, 'Skilt D')
  await who.tap(who.page.getByRole('button', { name: 'Jeg ser den' }))
  await who.page.getByText('2 av 6').waitFor()
  await who.tap(who.page.getByRole('button', { name: 'Angre', exact: true }).last())
  await before(who, 'Skilt D')
  await who.page.getByText('1 av 6').waitFor()
  const [round] = await rounds()
  expect(round?.sightings).toMatchObject([{ seen: false, note: 'Svart' }])
  expect(round?.sightings[0]?.picture).toMatch(/^[0-9a-f]{64}$/)
  const screens = await api.ok<{ name: string; state: { kind: string } }[]>('GET', '/screens')
  expect(screens.find(({ name }) => name === 'Skilt E')?.state).toMatchObject({ kind: 'out-of-service', why: 'broken', note: 'Svart' })

  await who.tap(who.page.getByRole('button', { name: /1 av 6 skjermer er sett/ }))
  await who.page.getByRole('heading', { name: '1 feil' }).waitFor()
  await who.tap(who.page.getByRole('button', { name: 'Avslutt runden' }))
  await who.page.getByText('Runden er avsluttet').waitFor()
  await who.page.context().close()
})

it('by keyboard at a desktop: Enter after Enter', async () => {
  const who = await byKeyboard(browser, controller, 'round', '/')
  await who.page.getByRole('heading', { name: 'Nå i hallen' }).waitFor()
  await who.press('r')
  await who.page.getByRole('button', { name: /^Hele hallen\s*12 skjermer/ }).waitFor()
  for (const key of ['Tab', 'Enter']) await who.press(key)
  for (const name of names) {
    await before(who, name)
    await who.press('Enter')
  }
  await who.page.getByText('Runden er gått').waitFor()
  await who.press('Enter')
  await who.page.getByText('12 av 12 sett').first().waitFor()
  await who.done(null)
})
