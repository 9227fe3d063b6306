/** The programme typed, pasted and followed: what a person corrected outlives a new table, and what follows a happening follows it to the glass. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addUser, openCrew, undoOf } from '../crew.ts'
import { makePlaylist } from '../show.ts'
import { compo, type Evening, gone, konsert, openEvening, spans } from './evening.ts'
import { stands } from './hall.ts'

let evening: Evening
beforeAll(async () => {
  evening = await openEvening()
})
afterAll(() => evening.close())

const withinMs = 1_000
const header = 'Dag\tStart\tSlutt\tTittel\tScene'
const table = (bingo: string) => `${header}\nfredag 26.03\t${bingo}\t23:59\tBingo\tHovedscenen\n\t03:40\t04:30\tAfterski\tBadstua`

it('an entry that follows the programme: what is put off leaves the glass within a second and comes back with it', async () => {
  const { playlist } = await makePlaylist(evening.api, 'Før konserten', ['Dørene til konserten er åpne'], 10_000)
  const page = await openCrew(evening.browser, evening.controller, '/schedule')
  // The whole show is compiled here first; on a busy machine that takes a while.
  page.setDefaultTimeout(30_000)
  await page.getByRole('button', { name: 'Ny sending' }).first().click()
  await page.getByLabel('Spilleliste').selectOption(playlist)
  await page.getByText('Følger programmet').click()
  const { happenings } = await evening.api.ok<{ happenings: { id: string; now: { title: { nb: string } } }[] }>('GET', '/programme')
  const id = happenings.find(({ now }) => now.title.nb === konsert)?.id ?? ''
  await page.getByLabel('Hva i programmet').selectOption(id)
  await page.getByLabel('Minutter').first().fill('75')
  await page.getByText(`fra 1 t 15 min før «${konsert}» til det er slutt (22:30–01:15)`).first().waitFor()
  await page.getByText('tar over', { exact: true }).click()
  await page.getByRole('button', { name: 'Legg i sendeplanen' }).click()
  await stands(evening.glass, 'Dørene til konserten er åpne')
  await page.getByText(`fra 1 t 15 min før «${konsert}» til det er slutt (22:30–01:15)`).first().waitFor()
  await page.goto(`${evening.controller.origin}/programme`)
  await page.getByRole('button', { name: konsert }).click()
  await page.getByRole('button', { name: '+20 min' }).click()
  await page.getByRole('button', { name: `Nei, bare «${konsert}»` }).click()
  expect(await stands(evening.glass, compo)).toBeLessThan(withinMs)
  await page.getByRole('button', { name: 'Angre', exact: true }).click()
  await stands(evening.glass, 'Dørene til konserten er åpne')
  const entries = await evening.api.ok<{ id: string; playlist: string }[]>('GET', '/schedule')
  const entry = entries.find((one) => one.playlist === playlist)?.id ?? ''
  await evening.api.ok('DELETE', `/schedule/${entry}`)
  await stands(evening.glass, compo)
  await page.context().close()
})

it('a table pasted: what is wrong is said row by row, then it is on the glass', async () => {
  const page = await openCrew(evening.browser, evening.controller, '/programme')
  await page.getByRole('button', { name: 'Lim inn' }).click()
  const text = page.getByLabel('Tabellen')
  await text.fill(`${header}\nlørdag 26.03\t23:20\t\tBingo\t\nlørdag\t02:30\t\tNattmat\t`)
  await page.getByText('«lørdag 26.03» stemmer ikke: den dagen er en fredag.').waitFor()
  await page.getByText('02:30 finnes ikke den natta, for klokka stilles fram. Skriv 01:59 eller 03:00.').waitFor()
  expect(await page.getByRole('button', { name: 'Legg inn' }).isDisabled()).toBe(true)
  await text.fill(table('23:20'))
  await page.getByText('2 nye').waitFor()
  await page.getByText('Nye steder: Badstua').waitFor()
  await page.getByText('natt til lørdag 27., 03:40–04:30 · Badstua').waitFor()
  expect(await spans(evening.api, ['Bingo'])).toEqual(['gone'])
  await page.getByRole('button', { name: 'Legg inn' }).click()
  await stands(evening.glass, 'Bingo')
  expect(await spans(evening.api, ['Bingo', 'Afterski'])).toEqual(['23:20–23:59', '03:40–04:30'])
  await page.context().close()
})

it('a correction outlives a new table; the row says that the table has changed, and either may hold', async () => {
  const page = await openCrew(evening.browser, evening.controller, '/programme')
  const row = page.locator('is-happening').filter({ hasText: 'Bingo' })
  await page.getByRole('button', { name: 'Bingo' }).click()
  await row.getByRole('button', { name: '+5 min' }).click()
  await page.getByRole('button', { name: 'Nei, bare «Bingo»' }).click()
  await stands(evening.glass, '23:25')
  await paste(table('23:30'))
  await row.getByText('Programmet er endret etter rettelsen. Der står nå: 23:30–23:59.').waitFor()
  expect(await spans(evening.api, ['Bingo'])).toEqual(['23:25–00:04'])
  await row.getByRole('button', { name: 'Behold rettelsen' }).click()
  await row.getByText('Programmet er endret').waitFor({ state: 'hidden' })
  expect(await spans(evening.api, ['Bingo'])).toEqual(['23:25–00:04'])
  await paste(table('23:35'))
  await row.getByRole('button', { name: 'Bruk programmet' }).click()
  await stands(evening.glass, '23:35')
  expect(await spans(evening.api, ['Bingo'])).toEqual(['23:35–23:59'])

  async function paste(text: string): Promise<void> {
    await page.getByRole('button', { name: 'Lim inn' }).click()
    await page.getByLabel('Tabellen').fill(text)
    await page.getByText('1 endret').waitFor()
    await page.getByRole('button', { name: 'Legg inn' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await page.context().close()
})

it('typed by hand, with a new place; changed, and taken out with Angre', async () => {
  const page = await openCrew(evening.browser, evening.controller, '/programme', 'admin', { width: 390, height: 844 })
  await page.getByRole('button', { name: 'Nytt punkt' }).click()
  await page.getByLabel('Tittel', { exact: true }).fill('Pizza')
  await page.getByLabel('Scene eller sted').selectOption('+')
  await page.getByLabel('Navn på stedet').fill('Kjøkkenet')
  await page.getByRole('button', { name: 'Legg inn' }).click()
  await page.getByText('«Pizza» er i programmet').waitFor()
  await page.getByRole('heading', { name: 'Kjøkkenet' }).waitFor()
  await page.getByRole('button', { name: 'Pizza' }).click()
  await page.getByRole('button', { name: 'Endre punktet' }).click()
  await page.getByRole('button', { name: 'Ta ut' }).click()
  await page.getByText('«Pizza» er tatt ut av programmet').waitFor()
  await gone(evening.glass, 'Pizza')
  expect(await spans(evening.api, ['Pizza'])).toEqual(['gone'])
  await undoOf(page, '«Pizza» er tatt ut av programmet').click()
  await page.getByRole('button', { name: 'Pizza' }).waitFor()
  await page.context().close()
})

it('who may act on one stage alone corrects there, looks elsewhere, and adds only there', async () => {
  await addUser(evening.api, 'scenevakt', { role: 'see', mayStartOverride: false, mayEndOverride: false })
  const users = await evening.api.ok<{ id: string; username: string }[]>('GET', '/users')
  const { stages } = await evening.api.ok<{ stages: { id: string; area: string }[] }>('GET', '/programme')
  await evening.api.ok('POST', '/grants', {
    to: { kind: 'user', user: users.find(({ username }) => username === 'scenevakt')?.id },
    right: 'edit',
    areas: [stages.find(({ id }) => id === 'hovedscenen')?.area],
    from: null,
    until: null,
  })
  const page = await openCrew(evening.browser, evening.controller, '/programme', 'scenevakt', { width: 390, height: 844 })
  await page.getByRole('button', { name: 'Filmquiz' }).click()
  await page.getByText('Du kan se, men ikke endre.').waitFor()
  expect(await page.getByRole('button', { name: 'Avlyst', exact: true }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Lim inn' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Nytt punkt' }).click()
  expect(await page.getByLabel('Scene eller sted').locator('option').allTextContents()).toEqual(['Hovedscenen'])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: compo }).click()
  await page.getByRole('button', { name: 'Fortsatt i gang' }).click()
  await page.getByText('Pågår fortsatt').waitFor()
  await gone(evening.glass, 'til 23:10')
  await page.getByText('Rettet av scenevakt').waitFor()
  await page.getByRole('button', { name: 'Ferdig nå' }).click()
  await gone(evening.glass, compo)
  await page.context().close()
})
