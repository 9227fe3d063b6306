/** *Ny slide*: one sheet from thought to glass, until the end of the night; taken away and back. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrew, undoOf } from '../crew.ts'
import { until } from '../harness.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { type Hall, openHall, show, stands } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

/** It comes among the others: three slides of ten seconds may go before it (ms). */
const turnMs = 45_000

type Placed = { id: string; until: string | null }
const placements = () => hall.api.ok<Placed[]>('GET', '/placements')
/** The next day-break in the hall. */
const isDayBreak = (text: string | null) =>
  text !== null &&
  new Intl.DateTimeFormat('nb', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' }).format(Date.parse(text)) === '05:00' &&
  Date.parse(text) - Date.now() <= 25 * 3_600_000

it('on a phone: words among the others on my screens until the night is over', async () => {
  const who = await onPhone(hall.browser, hall.controller, 'slide', '/', 'vakt')
  await who.tap(who.page.getByRole('navigation').getByRole('link', { name: 'Mer', exact: true }))
  await who.tap(who.page.getByRole('link', { name: 'Ny slide' }))
  await who.type(who.page.getByLabel('Overskrift', { exact: true }), 'Vaffelsalg i kantina')
  await who.tap(who.page.getByRole('button', { name: 'Vis på skjermene' }))
  const glassMs = await stands(hall.mine, 'Vaffelsalg i kantina', turnMs)
  await who.done(glassMs)
  await stands(hall.mine, show, turnMs)
  expect(await hall.other.text()).not.toContain('Vaffelsalg')
  const [placed] = await placements()
  expect(isDayBreak(placed?.until ?? null)).toBe(true)
})

it('by keyboard at a desktop', async () => {
  const who = await byKeyboard(hall.browser, hall.controller, 'slide', '/', 'vakt')
  await who.page.getByRole('heading', { name: 'Nå i hallen' }).waitFor()
  await who.press('n')
  await who.type(who.page.getByLabel('Overskrift', { exact: true }), 'Badminton kl. 23')
  await who.press('Control+Enter')
  const glassMs = await stands(hall.mine, 'Badminton kl. 23', turnMs)
  await who.done(glassMs)
})

/** It comes once in each pass of what rotates: the others are taken away first, so that nobody waits for them. */
async function alone(): Promise<void> {
  for (const { id } of await placements()) await hall.api.ok('POST', `/placements/${id}/end`, {})
}

it('changed, taken away with one press, and back with another', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/new', 'vakt')
  const others = (await placements()).slice(1)
  for (const { id } of others) await hall.api.ok('POST', `/placements/${id}/end`, {})
  await page.getByRole('link', { name: 'Endre: Badminton kl. 23' }).click()
  await page.getByLabel('Overskrift', { exact: true }).fill('Badminton kl. 22')
  await page.getByRole('button', { name: 'Vis endringen' }).click()
  await stands(hall.mine, 'Badminton kl. 22', turnMs)
  await page.getByRole('button', { name: 'Borte nå: Badminton kl. 22' }).click()
  await until(
    async () => (await placements()).length === 0,
    async () => JSON.stringify(await placements()),
    5_000,
  )
  await undoOf(page, 'er borte fra skjermene').click()
  await until(
    async () => (await placements()).length === 1,
    async () => JSON.stringify(await placements()),
    5_000,
  )
  await stands(hall.mine, 'Badminton kl. 22', turnMs)
  await page.context().close()
})

it('without an end only where somebody chose it, and with nothing typed it goes nowhere', async () => {
  await alone()
  const page = await openCrew(hall.browser, hall.controller, '/new', 'vakt')
  await page.getByRole('button', { name: 'Vis på skjermene' }).click()
  await page.getByText('Skriv en overskrift.').waitFor()
  await page.getByLabel('Overskrift', { exact: true }).fill('Trykte kart i infodesken')
  await page.getByText(/Borte av seg selv/).waitFor()
  await page.getByRole('radio', { name: 'Uten slutt' }).check()
  await page.getByText('Blir stående til noen tar den bort').waitFor()
  await page.getByRole('button', { name: 'Vis på skjermene' }).click()
  await stands(hall.mine, 'Trykte kart', turnMs)
  expect((await placements()).map(({ until }) => until === null)).toContain(true)
  await page.context().close()
})
