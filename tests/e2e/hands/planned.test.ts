/** Screens before their boxes: a list is pasted, exits are confirmed by who stands there, names are shown until switched off, and what is crew only stays so. */
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addUser, codeOn, openCrew } from '../crew.ts'
import { type Api, openPlayer, type PlayerPage, type RunningController, signIn, startBrowser, startController, until } from '../harness.ts'

interface Screen {
  readonly id: string
  readonly name: string
  readonly audience: string
  readonly state: { readonly kind: string }
  readonly exits: readonly { readonly name: string; readonly direction: string; readonly confirmed: { readonly by: string } | null }[]
}

let controller: RunningController
let browser: Browser
let api: Api
let page: Page
let glass: PlayerPage

const list = [
  'Navn\tOmråde\tRetning\tStørrelse\tAvstand\tUtganger',
  'Inngang nord\tInngangen\tstående\t55\t6 m\tPort A venstre / Port B høyre',
  'Kontoret\tGangen\t\t43',
].join('\n')

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  page = await openCrew(browser, controller, '/screens', 'admin', { width: 390, height: 844 })
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

const screen = async (name: string) => (await api.ok<Screen[]>('GET', '/screens')).find((one) => one.name === name)

it('a pasted list says what is wrong, then what is meant, and makes planned screens', async () => {
  await page.getByRole('button', { name: 'Lim inn en liste' }).click()
  const field = page.getByLabel('Lim inn fra et regneark')
  await field.fill(`${list}\nSkilt\tGangen\tskrå`)
  await page.getByText('retningen «skrå» er ukjent').waitFor()
  expect(await page.getByRole('button', { name: 'Legg inn 2 skjermer' }).isDisabled()).toBe(true)
  await field.fill(list)
  await page.getByText('Nye områder: Inngangen, Gangen').waitFor()
  await page.getByRole('button', { name: 'Legg inn 2 skjermer' }).click()
  await page.getByText('2 skjermer er lagt inn').waitFor()
  await page.getByText('2 planlagt').waitFor()
  expect((await screen('Inngang nord'))?.state.kind).toBe('planned')
})

it('exits are unconfirmed until somebody stands there, and again when they are turned', async () => {
  const { id = '' } = (await screen('Inngang nord')) ?? {}
  await api.ok('POST', `/screens/${id}/service`, { kind: 'in-service' })
  await page.getByText('1 med ubekreftet utgang').waitFor()
  await page.getByRole('link', { name: /Inngang nord/ }).click()
  await page.getByRole('button', { name: 'Bekreft på stedet' }).click()
  await page.getByText('Bekreftet av Admin, nå').first().waitFor()
  await until(
    async () => (await screen('Inngang nord'))?.exits.every(({ confirmed }) => confirmed?.by === 'Admin') ?? false,
    async () => JSON.stringify(await screen('Inngang nord')),
    5_000,
  )
  await page.getByRole('group', { name: 'Retning: Port A' }).getByRole('radio', { name: 'Rett fram' }).check()
  await page.getByRole('button', { name: 'Lagre', exact: true }).click()
  await page.getByText('1 med ubekreftet utgang').waitFor()
  expect((await screen('Inngang nord'))?.exits.map(({ direction, confirmed }) => [direction, confirmed?.by ?? null])).toEqual([
    ['up', null],
    ['right', 'Admin'],
  ])
})

it('names stand on every screen, and every page says so, until somebody switches them off', async () => {
  glass = await openPlayer(browser, `http://hallen.test:${controller.port}/player/`)
  await api.ok('POST', '/screens/pair', { code: await codeOn(glass), screen: (await screen('Inngang nord'))?.id, name: null, area: null })
  const named = async () => (await glass.text()).includes('Inngang nord')
  await page.getByRole('button', { name: 'Vis navn på alle' }).click()
  await page.getByText('Alle skjermene viser navnet sitt.').waitFor()
  await until(named, glass.text, 10_000)
  const other = await openCrew(browser, controller, '/')
  await other.getByText('Slått på av Admin').waitFor()
  await other.getByRole('button', { name: 'Slå av' }).click()
  await page.getByText('Alle skjermene viser navnet sitt.').waitFor({ state: 'detached' })
  await until(async () => !(await named()), glass.text, 10_000)
})

it('crew only is locked for who may not everything, with a sentence', async () => {
  const { id = '' } = (await screen('Kontoret')) ?? {}
  await api.ok('PATCH', `/screens/${id}`, { audience: 'crew' })
  await addUser(api, 'redigerer', { role: 'edit', mayStartOverride: false, mayEndOverride: false })
  const editor = await openCrew(browser, controller, `/screens/${id}`, 'redigerer')
  await editor.getByText('Dette kan bare en administrator endre.').waitFor()
  expect(await editor.getByRole('radio', { name: 'Alle', exact: true }).count()).toBe(0)
  const theirs = await signIn(controller, 'redigerer')
  expect((await theirs.call('PATCH', `/screens/${id}`, { audience: 'public' })).status).toBe(403)
  expect((await screen('Kontoret'))?.audience).toBe('crew')
})
