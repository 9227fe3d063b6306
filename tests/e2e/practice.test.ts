/** Practising: a whole notice on a phone, large and real on that phone, and nothing of it anywhere else. */
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
