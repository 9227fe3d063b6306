/** A picture just taken, on one screen: from the shutter to the glass. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type PlayerPage, until } from '../harness.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { type Hall, openHall, show, stands } from './hall.ts'

let hall: Hall
let folder: string
let photo: string
beforeAll(async () => {
  hall = await openHall()
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-photo-'))
  photo = join(folder, 'bilde.jpg')
  await sharp({ create: { width: 1_600, height: 900, channels: 3, background: '#d02060' } })
    .jpeg()
    .toFile(photo)
})
afterAll(async () => {
  await hall.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Waits until the middle of the glass is as pink as the photo; the milliseconds that it took. */
async function isPink(player: PlayerPage): Promise<number> {
  let seen = ''
  const look = async (): Promise<boolean> => {
    const { data } = await sharp(await player.page.screenshot())
      .extract({ left: 470, top: 260, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true })
    seen = [...data].join()
    return (data[0] ?? 0) > 180 && (data[1] ?? 255) < 80
  }
  return Math.round(await until(look, async () => seen, 40_000))
}

it('on a phone, from the screen it is for', async () => {
  const who = await onPhone(hall.browser, hall.controller, 'camera', '/', 'vakt')
  await who.tap(who.page.getByRole('button', { name: /^Inngang/ }))
  await who.tap(who.page.locator('is-sheet').getByRole('link', { name: 'Ta over' }))
  await who.tap(who.page.getByRole('button', { name: 'Ta bilde' }))
  await who.photograph(who.page.locator('is-take-picture #camera'), photo)
  await who.tap(who.page.getByRole('button', { name: 'Ta over 1 skjerm' }))
  const glassMs = await isPink(hall.mine)
  expect(await hall.other.text()).toContain(show)
  await who.done(glassMs)
})

it('by keyboard at a desktop, from a file', async () => {
  for (const { id } of await hall.api.ok<{ id: string }[]>('GET', '/takeovers')) await hall.api.call('POST', `/takeovers/${id}/end`, {})
  await stands(hall.mine, show, 30_000)
  const who = await byKeyboard(hall.browser, hall.controller, 'camera', '/', 'vakt')
  await who.page.getByRole('heading', { name: 'Nå i hallen' }).waitFor()
  await who.press('t')
  await who.page.locator('is-takeover-what button:focus').waitFor()
  for (const key of ['Shift+Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Tab']) await who.press(key)
  await who.photograph(who.page.locator('is-take-picture #files'), photo)
  await who.page.getByRole('button', { name: 'Et annet bilde' }).waitFor({ timeout: 40_000 })
  await who.press('Control+Enter')
  const glassMs = await isPink(hall.mine)
  await who.done(glassMs)
})
