/** *Beskjed*: from the thumb to the glass, gone when somebody says so, back when that is taken back; and what must be impossible by accident. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrew } from '../crew.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { type Hall, openHall, show, stands } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

/** Where nothing is to follow, this long after the deed it would have. */
const aWhileMs = 1_500
const inMenu = (page: Page) => page.getByRole('navigation').getByRole('link', { name: 'Beskjed', exact: true })
const notices = () => hall.api.ok<{ id: string; by: string; endedBy: string | null }[]>('GET', '/notices')

it('on a phone: to my area, and nowhere else', async () => {
  const who = await onPhone(hall.browser, hall.controller, 'notice', '/', 'vakt')
  await who.tap(inMenu(who.page))
  await who.type(who.page.getByLabel('Hva skal stå?'), 'Matkø mot nord')
  await who.tap(who.page.getByRole('button', { name: 'Vis på 1 skjerm nå' }))
  const glassMs = await stands(hall.mine, 'Matkø mot nord')
  await who.page.getByText('Skjermen viser den').waitFor()
  await who.done(glassMs)
  expect(await hall.other.text()).toContain(show)
})

it('taken away with one tap on a phone, and back with another', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/notice', 'vakt', { width: 390, height: 844 })
  await page.getByRole('button', { name: 'Borte nå: Matkø mot nord' }).click()
  await stands(hall.mine, show)
  expect(await notices()).toMatchObject([{ by: 'vakt', endedBy: 'vakt' }])
  await page.getByRole('button', { name: 'Angre' }).click()
  await stands(hall.mine, 'Matkø mot nord')
  await page.getByRole('button', { name: 'Borte nå: Matkø mot nord' }).click()
  await stands(hall.mine, show)
  await page.context().close()
})

it('by keyboard at a desktop, in two keys and the words', async () => {
  const who = await byKeyboard(hall.browser, hall.controller, 'notice', '/', 'vakt')
  await inMenu(who.page).waitFor()
  await who.press('b')
  await who.type(who.page.getByLabel('Hva skal stå?'), 'Buss til byen')
  await who.press('Control+Enter')
  const glassMs = await stands(hall.mine, 'Buss til byen')
  await who.done(glassMs)
})

it('goes by itself when its time has come, and no sooner', async () => {
  const end = Date.now() + 6_000
  await hall.api.ok('POST', '/notices', {
    ...{ template: 'free', values: {}, words: { nb: 'Straks borte', en: '' }, target: { kind: 'screen', screen: hall.screens.other } },
    until: new Date(end).toISOString(),
  })
  await stands(hall.other, 'Straks borte')
  await hall.other.page.waitForTimeout(Math.max(0, end - 1_000 - Date.now()))
  expect(await hall.other.text()).toContain('Straks borte')
  await stands(hall.other, show)
  expect(Date.now() - end).toBeLessThan(2_000)
})

it('nothing is sent by typing, with Enter least of all', async () => {
  const before = (await notices()).length
  const page = await openCrew(hall.browser, hall.controller, '/notice', 'vakt')
  await page.getByLabel('Hva skal stå?').pressSequentially('Ikke send\nmeg')
  await page.getByRole('button', { name: 'Hittegods' }).click()
  await page.getByLabel('Hva', { exact: true }).pressSequentially('svart sekk')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(aWhileMs)
  expect((await notices()).length).toBe(before)
  await page.context().close()
})

it('words for crew find no public screen to stand on', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/notice', 'vakt')
  await page.getByRole('button', { name: 'Crew trengs' }).click()
  await page.getByLabel('Hvem').fill('To fra Security')
  await page.getByText('Her er det ingen skjermer som bare crew ser.').first().waitFor()
  await page.keyboard.press('Control+Enter')
  await page.waitForTimeout(aWhileMs)
  for (const glass of [hall.mine, hall.other]) expect(await glass.text()).not.toContain('Security')
  await page.context().close()
})

it('somebody else’s is ended with one’s name on it, and each of them sees it', async () => {
  const { value } = await hall.api.ok<{ value: { id: string } }>('POST', '/notices', {
    ...{ template: 'car', values: { plate: 'AB 12345' }, words: { nb: '', en: '' }, target: { kind: 'screen', screen: hall.screens.mine } },
    until: new Date(Date.now() + 600_000).toISOString(),
  })
  const theirs = await openCrew(hall.browser, hall.controller, '/notice')
  const mine = await openCrew(hall.browser, hall.controller, '/notice', 'vakt')
  await mine.getByRole('button', { name: 'Borte nå: Eier av AB 12345' }).click()
  await theirs.getByText(/Borte den siste timen/).click()
  await theirs
    .getByText(/tatt bort av vakt/)
    .first()
    .waitFor()
  expect((await notices()).find(({ id }) => id === value.id)).toMatchObject({ by: 'Admin', endedBy: 'vakt' })
  await Promise.all([theirs, mine].map((page) => page.context().close()))
})
