/** A happening is cancelled: everybody reads it on the glass, struck through and not gone; and taken back. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { byKeyboard, onPhone } from './counted.ts'
import { compo, type Evening, gone, konsert, openEvening } from './evening.ts'
import { stands } from './hall.ts'

let evening: Evening
beforeAll(async () => {
  evening = await openEvening()
})
afterAll(() => evening.close())

const withinMs = 1_000
const mark = 'Avlyst'

it('on a phone in three taps, on the glass within a second, taken back with one', async () => {
  expect(await evening.glass.text()).not.toContain(mark)
  const who = await onPhone(evening.browser, evening.controller, 'cancel', '/')
  const { page } = who
  await who.tap(page.getByRole('link', { name: 'Program', exact: true }))
  await who.tap(page.getByRole('button', { name: konsert }))
  await who.tap(page.getByRole('button', { name: mark, exact: true }))
  const glassMs = await stands(evening.glass, mark)
  expect(glassMs).toBeLessThan(withinMs)
  expect(await evening.glass.text()).toContain(konsert)
  await page.getByText(`«${konsert}» er avlyst`).waitFor()
  await page.getByRole('button', { name: 'Angre', exact: true }).tap()
  await gone(evening.glass, mark)
  await who.done(glassMs)
})

it('by keyboard at a desktop, and back by taking the correction away', async () => {
  const who = await byKeyboard(evening.browser, evening.controller, 'cancel', '/')
  const { page } = who
  await page.getByRole('link', { name: 'Program', exact: true }).waitFor()
  for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await who.press(key)
  await page.getByRole('button', { name: compo }).waitFor()
  for (const key of ['ArrowDown', 'ArrowDown', 'Delete']) await who.press(key)
  const glassMs = await stands(evening.glass, mark)
  expect(glassMs).toBeLessThan(withinMs)
  await page.getByRole('button', { name: konsert }).click()
  await page.getByRole('button', { name: 'Angre rettelsen' }).click()
  await gone(evening.glass, mark)
  await who.done(glassMs)
})
