/** An emergency message from the thumb that holds to the glass, and its end in words. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addUser, codeOn, openCrew } from './crew.ts'
import {
  type Api,
  openPlayer,
  pause,
  type PlayerPage,
  type RunningController,
  signIn,
  startBrowser,
  startController,
  until,
} from './harness.ts'
import { makeShow } from './show.ts'

let controller: RunningController
let browser: Browser
let api: Api
let players: readonly PlayerPage[]
let crew: Page

const onEvery = (words: string, withinMs: number) =>
  Promise.all(players.map((player) => until(async () => (await player.text()).includes(words), player.text, withinMs)))

/** Holds a button as a thumb does. */
async function hold(page: Page, name: string, forMs: number): Promise<void> {
  const box = await page.getByRole('button', { name }).boundingBox()
  if (box === null) throw new Error(`«${name}» is not in sight`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await pause(forMs)
  await page.mouse.up()
}

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  const area = (await api.ok<{ value: { id: string } }>('POST', '/areas', { name: 'Hallen' })).value.id
  await makeShow(api, ['Velkommen'], 4_000)
  const opened: PlayerPage[] = []
  for (const name of ['Inngang', 'Scenen']) {
    const player = await openPlayer(browser, `http://hallen.test:${controller.port}/player/`)
    await api.ok('POST', '/screens/pair', { code: await codeOn(player), screen: null, name, area })
    opened.push(player)
  }
  players = opened
  await onEvery('Velkommen', 10_000)
  crew = await openCrew(browser, controller, '/override', 'admin', { width: 390, height: 844 })
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

it('who may not send is told so, and gets no button; the API refuses too', async () => {
  await addUser(api, 'ser', { role: 'see', mayStartOverride: false, mayEndOverride: false })
  const seer = await openCrew(browser, controller, '/override', 'ser')
  await seer.getByText('Kontoen din kan ikke sende nødmeldinger.').waitFor()
  expect(await seer.getByRole('button', { name: /Hold/ }).count()).toBe(0)
  const asSeer = await signIn(controller, 'ser')
  const body = { template: 'evacuate', target: { kind: 'all' }, status: 'actual' }
  expect(await asSeer.call('POST', '/overrides', body)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
})

it('held on a phone without scrolling, it is drawn on both screens, and the count says so', async () => {
  await crew.getByRole('radio', { name: /Gå ut nå/ }).click()
  const disc = await crew.getByRole('button', { name: 'Hold for å sende' }).boundingBox()
  expect((disc?.y ?? 1_000) + (disc?.height ?? 0)).toBeLessThan(844 - 64)

  await hold(crew, 'Hold for å sende', 400)
  await pause(500)
  for (const player of players) expect(await player.text()).toContain('Velkommen')

  await hold(crew, 'Hold for å sende', 1_500)
  const tookMs = await onEvery('ut nå', 5_000)
  expect(Math.max(...tookMs)).toBeLessThan(3_000)
  await crew.getByText('Alle 2 viser den').waitFor({ timeout: 5_000 })
})

it('a screen that loses its page comes back into the message', async () => {
  const [first] = players
  await first?.page.reload()
  await onEvery('ut nå', 10_000)
})

it('it is ended in words: green on both screens, and the crew is told', async () => {
  await hold(crew, 'Faren er over', 1_200)
  await onEvery('Faren er over', 5_000)
  for (const player of players) expect(await player.text()).not.toContain('Gå ut nå')
  await crew.getByRole('heading', { name: 'Faren er over' }).waitFor({ timeout: 5_000 })
})
