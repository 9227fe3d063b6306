/** What the page does for itself and for crew: it comes back without network, hangs as the panel hangs, and tells how it is when asked. */
import { type Browser } from 'playwright'
import { builtInThemes } from '@infoskjerm/shared/model/theme.ts'
import { plainCare, type ScreenCare } from '@infoskjerm/shared/model/care.ts'
import type { ScreenResource, ThemeResource } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
let player: PlayerPage
let screen: string

const showsEither = async () => /Første|Andre/.test(await player.text())
const care = (change: Partial<ScreenCare>) => api.ok('PATCH', `/screens/${screen}`, { care: { ...plainCare, ...change } })
const glass = () => player.page.evaluate(() => document.querySelector('#glass')?.getBoundingClientRect().toJSON() as DOMRect)
const stage = () =>
  player.page.evaluate(() => {
    const element = document.querySelector<HTMLElement>('is-stage')
    return { width: element?.offsetWidth ?? 0, height: element?.offsetHeight ?? 0, night: element?.style.getPropertyValue('--night') ?? '' }
  })

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  player = await openPlayer(browser, `${controller.origin}/player/`)
  await makeShow(api, ['Første', 'Andre'], 4_000)
  await until(showsEither, player.text, 15_000)
  screen = (await api.ok<readonly ScreenResource[]>('GET', '/screens'))[0]?.id ?? ''
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

it('hangs as the panel hangs: turned, the stage is laid out for the shape it has', async () => {
  await care({ rotation: 90, overscanPct: 5 })
  await until(
    async () => (await stage()).height === 864,
    async () => JSON.stringify(await stage()),
    10_000,
  )
  expect(await stage()).toMatchObject({ width: 486, height: 864 })
  expect(await glass()).toMatchObject({ x: 48, y: 27, width: 864, height: 486 })
  await care({})
  await until(
    async () => (await stage()).width === 960,
    async () => JSON.stringify(await stage()),
    10_000,
  )
})

it('is dimmed in quiet hours, and has its light back after them', async () => {
  const light = () => player.page.evaluate(() => Number(document.querySelector<HTMLElement>('.dim')?.style.opacity))
  await care({ quiet: { from: '00:00', until: '00:00', lightPct: 20 } })
  await until(
    async () => (await light()) === 0.8,
    async () => `${await light()}`,
    10_000,
  )
  await care({})
  await until(
    async () => (await light()) === 0,
    async () => `${await light()}`,
    10_000,
  )
})

it('keys do nothing until they are switched on; then what is held stands, and goes back to the show', async () => {
  const oneOf = async () => ['Første', 'Andre'].filter((title) => held.includes(title)).length === 1
  let held = ''
  const press = async () => {
    await player.page.keyboard.press('Space')
    // A crossfade may be under way.
    await until(async () => ((held = await player.text()), oneOf()), player.text, 5_000)
  }
  const goesOn = () => until(async () => (await player.text()) !== held, player.text, 10_000)
  await press()
  await goesOn()
  await care({ keys: true })
  await pause(1_000)
  await press()
  await pause(5_500)
  expect(await player.text()).toBe(held)
  await player.page.keyboard.press('Space')
  await goesOn()
  await care({})
}, 40_000)

it('tells crew how it is when it is asked, and never by itself', async () => {
  expect(await player.text()).not.toContain('frame rate')
  await api.ok('POST', `/screens/${screen}/diagnose`)
  await until(async () => (await player.text()).includes('frame rate'), player.text, 5_000)
  await player.page.keyboard.press('Control+Alt+KeyD')
  await until(async () => !(await player.text()).includes('frame rate'), player.text, 5_000)
})

it('wears a theme of one’s own as soon as it is chosen', async () => {
  const body = { ...builtInThemes.tg27, name: 'Eget', colours: { ...builtInThemes.tg27.colours, night: '#06110b' } }
  const { value } = await api.ok<{ value: ThemeResource }>('POST', '/themes', body)
  await api.ok('POST', `/themes/${value.id}/publish`, {})
  await api.ok('PUT', '/events/current/theme', { theme: value.id })
  await until(
    async () => (await stage()).night === '#06110b',
    async () => JSON.stringify(await stage()),
    10_000,
  )
})

it('comes back to the show when it is loaded anew while nobody answers', async () => {
  await player.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await player.page.reload()
  await until(showsEither, player.text, 15_000)
  await controller.kill()
  await player.page.reload()
  await until(showsEither, player.text, 15_000)
  expect((await stage()).night).toBe('#06110b')
  await controller.restart()
}, 90_000)
