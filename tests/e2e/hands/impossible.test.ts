/** What must be impossible by accident: words for crew before the public, results before somebody arms them, a deed without a name on it, a deed in another hour, and sending by typing. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codeOn, openCrew } from '../crew.ts'
import { openPlayer, pause, type PlayerPage } from '../harness.ts'
import { entryOf, playlistOf, textSlide } from '../show.ts'
import { type Hall, openHall, show, stands } from './hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

/** Where nothing is to follow, this long after the deed it would have. */
const aWhileMs = 1_500

type Made = { value: { id: string }; revision: number }
const made = async (path: string, body: object) => (await hall.api.ok<Made>('POST', path, body)).value.id
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()
const notice = (nb: string, target: object, template = 'free') => ({
  ...{ template, values: template === 'free' ? {} : { who: nb }, words: template === 'free' ? { nb, en: '' } : { nb: '', en: '' } },
  ...{ target, until: inAnHour() },
})
const phone = { width: 390, height: 844 }
const slideWith = (title: string, change: object) => ({ ...textSlide(title, 4_000), ...change })

interface Held {
  /** Hash of the document of the screen's class. */
  readonly class: string
  readonly documents: string
}

/** Every word that the controller gives the box, over plain GETs with the box's own secret. */
const heldBy = ({ page }: PlayerPage): Promise<Held> =>
  page.evaluate(async () => {
    const open = indexedDB.open('infoskjerm')
    await new Promise((done) => (open.onsuccess = done))
    const found = open.result.transaction('kept').objectStore('kept').get('device') as IDBRequest<{ id: string; secret: string }>
    await new Promise((done) => (found.onsuccess = done))
    open.result.close()
    const { id, secret } = found.result
    const answer = await fetch('/player/v1/state', { headers: { 'x-device': id, 'x-secret': secret } })
    const messages = (await answer.json()) as { t: string; signed?: { body: { kind: string; hash?: string } } }[]
    const hashes = messages.flatMap(({ signed }) => signed?.body.hash ?? [])
    const documents = await Promise.all(hashes.map(async (hash) => (await fetch(`/player/v1/documents/${hash}`)).text()))
    const shown = messages.find(({ signed }) => signed?.body.kind === 'class')?.signed?.body.hash ?? ''
    return { class: shown, documents: JSON.stringify(messages) + documents.join() }
  })

const onPublicGlass = async (words: string) => {
  await pause(aWhileMs)
  for (const player of [hall.mine, hall.other]) {
    const { class: hash, documents } = await heldBy(player)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    if (documents.includes(words) || (await player.text()).includes(words)) return true
  }
  return false
}

it('words for crew: refused where the public stands, offered only where crew stands, and in no document of a public screen', async () => {
  const refused = await hall.api.call('POST', '/notices', notice('To fra Security', { kind: 'all' }, 'crew-call'))
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'audience', path: 'target', detail: expect.stringMatching(/Inngang.*Storskjerm/) },
  })

  const player = await openPlayer(hall.browser, `http://hallen.test:${hall.controller.port}/player/`)
  const area = (await hall.api.ok<{ id: string; name: string }[]>('GET', '/areas')).find(({ name }) => name === 'Hallen')?.id ?? ''
  const crewScreen = await made('/screens', { name: 'Vaktrommet', area, audience: 'crew' })
  await hall.api.ok('POST', '/screens/pair', { code: await codeOn(player), screen: crewScreen, name: null, area: null })
  await stands(player, show)

  const page = await openCrew(hall.browser, hall.controller, '/notice', 'vakt', phone)
  await page.getByRole('button', { name: 'Crew trengs' }).click()
  await page.getByLabel('Hvem').fill('To fra Security')
  await page.getByRole('button', { name: 'Vis på 1 skjerm nå' }).click()
  await stands(player, 'To fra Security')
  expect(await onPublicGlass('To fra Security')).toBe(false)

  const everywhere = await hall.api.call('PATCH', `/screens/${crewScreen}`, { audience: 'public' })
  await pause(aWhileMs)
  expect([everywhere.status, (await player.text()).includes('Security')]).toEqual([200, false])
  await Promise.all([page.context().close(), player.context.close()])
  await hall.api.ok('DELETE', `/screens/${crewScreen}`)
})

it('[E9] results: saved, published, scheduled with a claim to be armed, placed and taken over with, they wait for somebody to arm them', async () => {
  const winner = 'Vinneren er Æsop'
  const slide = slideWith(winner, { embargo: true })
  const target = { kind: 'screen', screen: hall.screens.mine }
  const id = await made('/slides', slide)
  const open = await made('/slides', textSlide('Straks prisutdeling', 4_000))
  const playlist = await made('/playlists', playlistOf('Prisutdeling', [open, id]))
  await hall.api.ok('POST', '/publish', { slides: [id, open], playlists: [playlist] })
  const entry = await made('/schedule', entryOf('Prisutdeling', playlist, { target, exclusive: true, band: 'event', armed: target }))
  await stands(hall.mine, 'Straks prisutdeling')
  expect(await onPublicGlass('Æsop')).toBe(false)

  await hall.api.call('POST', '/placements', { slide, target, from: null, until: inAnHour() })
  await hall.api.call('POST', '/takeovers', { content: { kind: 'slide', slide: id }, target, minutes: 5 })
  await pause(4_000)
  expect(await onPublicGlass('Æsop')).toBe(false)

  const armed = await hall.api.ok<Made>('POST', `/schedule/${entry}/arm`, { target })
  await stands(hall.mine, winner)
  expect(await hall.other.text()).toContain(show)
  await hall.api.ok('POST', '/undo', { revision: armed.revision })
  await pause(aWhileMs)
  expect(await hall.mine.text()).not.toContain('Æsop')
  await hall.api.ok('DELETE', `/schedule/${entry}`)
  await stands(hall.mine, show)
})

it('somebody’s notice taken away: who and when stay with it and in the record', async () => {
  const id = await made('/notices', notice('Bussen går 23:15', { kind: 'screen', screen: hall.screens.mine }))
  await stands(hall.mine, 'Bussen går')
  const page = await openCrew(hall.browser, hall.controller, '/notice', 'vakt', phone)
  const fromMs = Date.now()
  await page.getByRole('button', { name: 'Borte nå: Bussen går 23:15' }).click()
  await stands(hall.mine, show)
  const notices = await hall.api.ok<{ id: string; by: string; endedBy: string; endedAt: string }[]>('GET', '/notices')
  const ended = notices.find((one) => one.id === id)
  expect(ended).toMatchObject({ by: 'Admin', endedBy: 'vakt' })
  const [deed] = await hall.api.ok<{ who: string; what: string; at: string }[]>('GET', '/audit?limit=1')
  expect(deed).toMatchObject({ who: 'vakt', what: 'notice.end' })
  for (const at of [ended?.endedAt, deed?.at]) expect(Math.abs(Date.parse(at ?? '') - fromMs)).toBeLessThan(10_000)
  await page.context().close()
})

it('away from now nothing on *Nå* can be done, and it can again afterwards', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/', 'admin', { width: 1440, height: 900 })
  const main = page.getByRole('main')
  const deeds = /^(Beskjed: |Ta over: |Gi tilbake|Borte nå|Vis navn|Ute av drift|I drift|Planlagt|Endre skjermen|Åpne skjermen)/
  const count = async () =>
    (await Promise.all((['link', 'button', 'radio'] as const).map((role) => main.getByRole(role, { name: deeds }).count()))).reduce(
      (sum, n) => sum + n,
    )
  await main.getByRole('link', { name: 'Beskjed: Hallen' }).waitFor()
  expect(await count()).toBeGreaterThan(4)
  await page.getByRole('slider', { name: 'Tidsmaskin' }).press('ArrowRight')
  await page.getByText(/ikke nå/).waitFor()
  await pause(300)
  expect(await count()).toBe(0)
  await page.getByRole('button', { name: 'Tilbake til nå' }).click()
  await main.getByRole('link', { name: 'Beskjed: Hallen' }).waitFor()
  await page.context().close()
})

it.each<[string, string, (page: Page) => Promise<void>]>([
  [
    'a slide',
    '/slides',
    (page) =>
      page
        .getByRole('link', { name: new RegExp(show) })
        .first()
        .click(),
  ],
  ['a notice', '/notice', () => Promise.resolve()],
  ['*Ny slide*', '/new', () => Promise.resolve()],
  [
    'the programme',
    '/programme',
    (page) =>
      page
        .getByRole('button', { name: /^Nytt punkt/ })
        .first()
        .click(),
  ],
])('typing in %s sends nothing, with Enter least of all', async (_, path, open) => {
  const before = await Promise.all([hall.mine, hall.other].map(heldBy))
  const deeds = async () =>
    (await hall.api.ok<{ what: string }[]>('GET', '/audit')).filter(({ what }) => !/draft|^slide\.(save|change)/.test(what))
  const done = await deeds()
  const page = await openCrew(hall.browser, hall.controller, path)
  await open(page)
  await page.getByRole('textbox').first().waitFor()
  let typed = 0
  for (const box of await page.getByRole('textbox').all()) {
    if (!(await box.isVisible()) || !(await box.isEnabled())) continue
    await box.focus()
    await page.keyboard.type('Uferdig tanke')
    await page.keyboard.press('Enter')
    typed++
  }
  expect(typed).toBeGreaterThan(0)
  // A draft is saved by itself a moment after the last letter.
  await pause(2 * aWhileMs)
  expect(await Promise.all([hall.mine, hall.other].map(heldBy))).toEqual(before)
  expect(await deeds()).toEqual(done)
  for (const player of [hall.mine, hall.other]) expect(await player.text()).not.toContain('Uferdig')
  await page.context().close()
})
