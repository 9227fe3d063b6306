/** Inviting a colleague for this shift: a code on one phone, scanned with another; in until the shift ends, and not a right more. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signIn } from '../harness.ts'
import { byKeyboard, onPhone } from './counted.ts'
import { type Hall, openHall, stands } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
  const made = async (path: string, body: object) => (await hall.api.ok<{ value: { id: string } }>('POST', path, body)).value.id
  const users = await hall.api.ok<{ id: string; username: string }[]>('GET', '/users')
  const areas = await hall.api.ok<{ id: string; name: string }[]>('GET', '/areas')
  const user = users.find(({ username }) => username === 'vakt')?.id
  const area = areas.find(({ name }) => name === 'Hallen')?.id
  const crew = await made('/crews', { name: 'Info', parent: null })
  await made('/crews', { name: 'Scene', parent: null })
  await made('/memberships', { user, crew, rank: 'shift-leader', from: null, until: null })
  await made('/grants', { to: { kind: 'crew', crew, rank: 'member' }, right: 'edit', areas: [area], from: null, until: null })
})
afterAll(() => hall.close())

const linkOn = (page: Page) => page.getByRole('textbox', { name: 'Lenken' })

/** The colleague's phone, which has read the code; signed in when it resolves. */
async function accept(link: string, name: string): Promise<Page> {
  const context = await hall.browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'nb-NO' })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(hall.controller.origin + new URL(link).pathname)
  await page.getByLabel('Navnet ditt').fill(name)
  await page.getByLabel('Brukernavn').fill(name.toLowerCase())
  await page.getByLabel('Passord').fill('et-langt-passord')
  await page.getByRole('button', { name: 'Lag konto og logg inn' }).tap()
  await page.getByRole('heading', { name: 'Nå', exact: true }).waitFor()
  return page
}

it('on a phone: three taps to the code, and the colleague shows a notice in the area of the crew', async () => {
  const who = await onPhone(hall.browser, hall.controller, 'invite', '/', 'vakt')
  await who.tap(who.page.getByRole('link', { name: 'Mer', exact: true }))
  await who.tap(who.page.getByRole('link', { name: 'Inviter til vakta mi' }))
  await who.page.getByText(/De kan vise beskjeder og endre skjermer i Hallen til/).waitFor()
  expect(await who.page.getByText('Scene').count()).toBe(0)
  await who.tap(who.page.getByRole('button', { name: 'Vis koden' }))
  const link = await linkOn(who.page).inputValue()
  await who.done(null)

  const colleague = await accept(link, 'Kari')
  const kari = await signIn(hall.controller, 'kari')
  const session = await kari.ok<{ rights: { edit: string[]; all: boolean }; invites: string[] }>('GET', '/session')
  expect(session).toMatchObject({ rights: { edit: [expect.any(String)], all: false, startOverride: [], endOverride: [] }, invites: [] })
  await colleague.getByRole('link', { name: 'Beskjed', exact: true }).last().tap()
  await colleague.getByLabel('Hva skal stå?').fill('Hei fra Kari')
  await colleague.getByRole('button', { name: 'Vis på 1 skjerm nå' }).tap()
  await stands(hall.mine, 'Hei fra Kari')
  await colleague.context().close()
})

it('by keyboard at a desktop: two keys', async () => {
  const who = await byKeyboard(hall.browser, hall.controller, 'invite', '/', 'vakt')
  await who.page.getByRole('link', { name: 'Folk', exact: true }).waitFor()
  await who.press('i')
  await who.page.getByText(/De kan vise beskjeder og endre skjermer i Hallen til/).waitFor()
  await who.press('Control+Enter')
  await linkOn(who.page).waitFor()
  await who.done(null)
})

it('a used invitation lets nobody in again', async () => {
  const vakt = await signIn(hall.controller, 'vakt')
  const [crew] = await vakt.ok<{ id: string; name: string }[]>('GET', '/crews')
  const until = new Date(Date.now() + 8 * 3_600_000).toISOString()
  const own = { role: 'see', mayStartOverride: false, mayEndOverride: false }
  const { value } = await vakt.ok<{ value: { link: string } }>('POST', '/invitations', {
    ...own,
    into: { crew: crew?.id, rank: 'member', until },
  })
  const page = await accept(value.link, 'Per')
  await page.goto(hall.controller.origin + new URL(value.link).pathname)
  await page.getByText('Invitasjonen er brukt eller gått ut. Be om en ny.').waitFor()
  await page.context().close()
})
