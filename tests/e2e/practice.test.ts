/** Practising: all that a volunteer does, whole and real on a phone, and nothing of it anywhere else. */
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCrew } from './crew.ts'
import { signIn } from './harness.ts'
import { type Hall, openHall, show } from './hands/hall.ts'

let hall: Hall
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const phone = { width: 390, height: 844 }

/** Where nothing is to follow, this long after the deed it would have. */
const aWhileMs = 2_000

it('a notice stands large on this phone, and neither on a screen nor in the records', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/more', 'vakt', phone)
  const before = await hall.api.ok<{ revision: number }[]>('GET', '/audit')
  await page.getByRole('button', { name: 'Øv' }).click()
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(`${request.method()} ${new URL(request.url()).pathname}`))

  await page.getByRole('link', { name: 'Beskjed', exact: true }).last().click()
  await page.getByLabel('Hva skal stå?').fill('Bare en prøve')
  await page.getByRole('button', { name: 'Vis på 1 skjerm nå' }).click()
  const made = page.getByRole('dialog', { name: 'Dette ville stått på 1 skjerm' })
  await made.getByText('Bare en prøve').first().waitFor()
  await made.getByText('Inngang').waitFor()
  await made.getByRole('button', { name: 'Øv videre' }).click()
  await page.getByRole('button', { name: 'Borte nå: Bare en prøve' }).waitFor()

  await page.waitForTimeout(aWhileMs)
  expect(sent.filter((request) => !request.includes('socket.io'))).toEqual([])
  expect(await hall.mine.text()).toContain(show)
  expect(await hall.mine.text()).not.toContain('prøve')
  expect(await hall.api.ok('GET', '/notices')).toEqual([])
  expect(await hall.api.ok('GET', '/audit')).toEqual(before)

  await page.getByRole('button', { name: 'Avslutt øvelsen' }).click()
  await page.getByText('Øvelsen er slutt. Nå er det på ordentlig.').waitFor()
  await page.getByRole('button', { name: 'Borte nå: Bare en prøve' }).waitFor({ state: 'detached' })
  await page.context().close()
})

/** Practises at `path`; answers the page, and how to be sure that nothing of it left the page. */
async function practise(path: string) {
  const page = await openCrew(hall.browser, hall.controller, '/more', 'admin', phone)
  const before = await standing()
  await page.getByRole('button', { name: 'Øv' }).click()
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(`${request.method()} ${new URL(request.url()).pathname}`))
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  await page.goto(hall.controller.origin + path)
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  return {
    page,
    nothingSent: async () => {
      await page.waitForTimeout(aWhileMs)
      expect(
        sent.filter((frame) => !/^(2probe|3probe|[2356]|40\/crew,.*|42\/crew,\["m",\{"t":"probe","sentMs":[\d.]+\}\])$/.test(frame)),
      ).toEqual([])
      expect(sent.length).toBeGreaterThan(0)
      expect(await standing()).toEqual(before)
      for (const screen of [hall.mine, hall.other]) expect(await screen.text()).toMatch(new RegExp(`^(?!.*(Inngang|Storskjerm)).*${show}`))
      await page.context().close()
    },
  }
}

/** All that could have been changed. */
async function standing(): Promise<unknown> {
  const paths = ['/audit', '/screens', '/areas', '/names', '/rounds', '/takeover-keys', '/programme', '/media']
  return Promise.all(paths.map((path) => hall.api.ok('GET', path)))
}

const goOn = (page: Page) => page.getByRole('button', { name: 'Øv videre' }).click()

it('a practice box is connected by the code that it shows, and stands among the screens', async () => {
  const { page, nothingSent } = await practise('/screens')
  await page.getByText('1 skjerm venter på å bli koblet til').waitFor()
  await page.getByRole('button', { name: 'Koble til boks' }).first().click()
  const code = await page.locator('is-practice-box is-pairing-board .code').getAttribute('aria-label')
  await page.getByLabel('Koden som står på skjermen').fill('ZZZZZZZZ')
  await page.getByLabel('Navn', { exact: true }).fill('Øvelsesskilt')
  const connect = page.locator('is-pair-editor').getByRole('button', { name: 'Koble til', exact: true })
  await connect.click()
  await page.getByText('Ingen skjerm viser den koden nå.').waitFor()
  await page.getByLabel('Koden som står på skjermen').fill(code ?? '')
  await connect.click()
  const made = page.getByRole('dialog', { name: 'Dette ville stått på 1 skjerm' })
  await made.locator('is-name-board').getByText('Øvelsesskilt').waitFor()
  await page.waitForTimeout(aWhileMs)
  await goOn(page)
  const row = page.getByRole('link', { name: /Øvelsesskilt/ })
  await row.getByText('riktig').waitFor()
  await page.getByText('3 i drift').waitFor()
  await page.getByRole('button', { name: 'Koble til boks' }).first().click()
  expect(await page.locator('is-practice-box is-pairing-board .code').getAttribute('aria-label')).not.toBe(code)
  await nothingSent()
})

it('names stand on the screens of this page until they are switched off', async () => {
  const { page, nothingSent } = await practise('/screens')
  await page.getByRole('button', { name: 'Vis navn på alle' }).click()
  await page.getByRole('dialog', { name: 'Dette ville stått på 2 skjermer' }).waitFor()
  await goOn(page)
  await page.getByText('Alle skjermene viser navnet sitt.', { exact: true }).waitFor()
  await expect.poll(() => page.locator('is-preview is-name-board').count()).toBe(2)
  await page.getByRole('button', { name: 'Slå av' }).click()
  await page.getByText('Navnene er borte').waitFor()
  expect(await page.locator('is-preview is-name-board').count()).toBe(0)
  await nothingSent()
})

it('a round is walked to its end, with a photo of what is wrong, and Angre', async () => {
  const { page, nothingSent } = await practise('/round')
  await page.getByRole('button', { name: /^Hele hallen/ }).click()
  const card = async (name: string) => {
    await page.getByRole('heading', { name, exact: true }).waitFor()
    await page.locator('.see[aria-disabled=false]').waitFor()
  }
  await card('Inngang')
  await page.locator('is-round-card is-name-board').getByText('Inngang').waitFor()
  await page.getByRole('button', { name: 'Jeg ser den' }).click()
  await card('Storskjerm')
  await page.getByText('1 av 2').waitFor()
  await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
  await card('Inngang')
  await page.getByText('0 av 2').waitFor()
  await page.getByRole('button', { name: 'Jeg ser den' }).click()
  await card('Storskjerm')
  await page.getByRole('button', { name: 'Feil', exact: true }).click()
  await page.getByRole('button', { name: 'Svart' }).click()
  await page
    .locator('is-round-wrong #camera')
    .setInputFiles({ name: 'foto.png', mimeType: 'image/png', buffer: await hall.mine.page.screenshot() })
  const photo = page.getByRole('img', { name: 'Bilde av «Storskjerm»' })
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Lagre og gå videre' }).click()
  await page.getByRole('heading', { name: '1 feil' }).waitFor()
  await page.getByRole('button', { name: 'Avslutt runden' }).click()
  await page.getByText('2 av 2 sett, 1 feil').waitFor()
  await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
  await page.getByText('2 av 2', { exact: true }).waitFor()
  await nothingSent()
})

it('a key has its square and link, which open a page that says what it is; it can be taken back', async () => {
  const { page, nothingSent } = await practise(`/takeover/${hall.screens.mine}`)
  await page.getByRole('button', { name: 'Lag en nøkkel' }).click()
  await page.getByLabel('Hvem får den?').fill('Lydcrew')
  await page.locator('is-new-key').getByRole('button', { name: 'Lag en nøkkel' }).click()
  await page.getByRole('img', { name: 'Lenke' }).waitFor()
  const link = await page.getByLabel('Lenke', { exact: true }).last().inputValue()
  const other = await page.context().newPage()
  await other.goto(link)
  await other.getByRole('heading', { name: 'Nøkkelen var en øvelse' }).waitFor()
  await page.getByRole('button', { name: 'Lukk' }).last().click()
  await page.getByRole('button', { name: 'Trekk tilbake: Lydcrew' }).click()
  await page.getByText('«Lydcrew» gjelder ikke lenger').waitFor()
  await nothingSent()
})

it('a programme is pasted, compared, put in and taken back', async () => {
  const { firstDay } = await hall.api.ok<{ firstDay: string }>('GET', '/events/current')
  const { page, nothingSent } = await practise(`/programme/${firstDay}`)
  const table = (start: string) => `Dag\tStart\tSlutt\tTittel\tScene\n${firstDay}\t${start}\t23:00\tBingo\tBadstua`
  const paste = async (text: string) => {
    await page.getByRole('button', { name: 'Lim inn' }).click()
    await page.getByLabel('Tabellen').fill(text)
  }
  await paste(table('21:00'))
  await page.getByText('1 ny', { exact: true }).waitFor()
  await page.getByText('Nye steder: Badstua').waitFor()
  await page.getByRole('button', { name: 'Legg inn' }).click()
  await page.locator('is-happening').filter({ hasText: 'Bingo' }).getByText('21:00').first().waitFor()
  await paste(table('21:30'))
  await page.getByText('1 endret').waitFor()
  await page.getByRole('button', { name: 'Legg inn' }).click()
  const row = page.locator('is-happening').filter({ hasText: 'Bingo' })
  await row.getByText('21:30').first().waitFor()
  await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
  await row.getByText('21:00').first().waitFor()
  await nothingSent()
})

it('exits are confirmed on the spot, and a list of planned screens is pasted', async () => {
  await hall.api.ok('PATCH', `/screens/${hall.screens.mine}`, { exits: [{ name: 'Port A', direction: 'left', confirmed: null }] })
  const { page, nothingSent } = await practise('/round')
  await page.getByRole('button', { name: /^Hallen/ }).click()
  await page.getByRole('button', { name: 'Pilene stemmer' }).click()
  await page.getByText('Utgangene ved «Inngang» er bekreftet').waitFor()
  await page.getByRole('button', { name: 'Pilene stemmer' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
  await page.getByRole('button', { name: 'Pilene stemmer' }).waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'Skjermer', exact: true }).click()
  await page.getByRole('button', { name: 'Lim inn en liste' }).click()
  await page.getByLabel('Lim inn fra et regneark').fill('Kafé nord\tKafeen\nKafé sør\tKafeen')
  await page.getByRole('button', { name: 'Legg inn 2 skjermer' }).click()
  await page.getByRole('heading', { name: 'Kafeen' }).waitFor()
  await page.getByText('2 planlagt').waitFor()
  await page.getByRole('button', { name: 'Angre', exact: true }).last().click()
  await page.getByRole('heading', { name: 'Kafeen' }).waitFor({ state: 'detached' })
  await nothingSent()
})

it.each([
  ['POST', '/screens/pair', { code: 'BCDFGHJK', screen: null, name: 'X', area: null }],
  ['POST', '/screens/list', { rows: [] }],
  ['PUT', '/names', { shown: true }],
  ['POST', '/rounds', { target: { kind: 'all' } }],
  ['POST', '/takeover-keys', { name: 'X', screens: [], minutes: 15, uses: 20 }],
  ['POST', '/programme/table', { rows: [], allowFewer: true }],
  ['POST', '/programme/table?dry=1', { rows: [], allowFewer: true }],
])('forced past the page, %s %s is refused', async (method, path, body) => {
  const page = await openCrew(hall.browser, hall.controller, '/more', 'admin', phone)
  await page.getByRole('button', { name: 'Øv' }).click()
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  const before = await standing()
  const answer = await page.evaluate(
    async (asked) => {
      const reply = await fetch(`/api/v1${asked.path}`, {
        method: asked.method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked.body),
      })
      return { status: reply.status, code: ((await reply.json()) as { code: string }).code }
    },
    { method, path, body },
  )
  expect(answer).toEqual({ status: 409, code: 'practice' })
  expect(await standing()).toEqual(before)
  await page.context().close()
})

it('a page that has forgotten that it practises sends nothing either', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/more', 'vakt', phone)
  await page.getByRole('button', { name: 'Øv' }).click()
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  const answer = await page.evaluate(async () => {
    const reply = await fetch('/api/v1/notices', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
    return { status: reply.status, code: ((await reply.json()) as { code: string }).code }
  })
  expect(answer).toEqual({ status: 409, code: 'practice' })
  await page.reload()
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  await page.context().close()
})

it('another browser of the same person goes on for real', async () => {
  const page = await openCrew(hall.browser, hall.controller, '/more', 'vakt', phone)
  await page.getByRole('button', { name: 'Øv' }).click()
  await page.getByText('Øvelse – ingenting sendes').waitFor()
  const other = await signIn(hall.controller, 'vakt')
  expect(await other.ok<{ practice: boolean }>('GET', '/session')).toMatchObject({ practice: false })
  await page.context().close()
})
