/** A volunteer's evening, by hand in the crew UI with a player page open beside it: what is done there is on the glass, and what is not done is not. */
import type { Browser, Locator, Page } from 'playwright'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { undoOf } from './crew.ts'
import {
  adminPassword,
  type Api,
  openPlayer,
  pause,
  type PlayerPage,
  type RunningController,
  signIn,
  startBrowser,
  startController,
  until,
} from './harness.ts'
import { makePlaylist, makeShow, playlistOf, type Show } from './show.ts'

const turnMs = 3_000

let controller: RunningController
let browser: Browser
let api: Api
let player: PlayerPage
let crew: Page
let show: Show
const crewErrors: string[] = []

const glass = (title: string) => async () => (await player.text()).includes(title)
const button = (name: string | RegExp, within: Page | Locator = crew): Locator => within.getByRole('button', { name, exact: true })
const open = async (path: string): Promise<void> => void (await crew.goto(controller.origin + path))

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  player = await openPlayer(browser, `${controller.origin}/player/`)
  show = await makeShow(api, ['Første', 'Andre', 'Tredje'], turnMs)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nb-NO' })
  context.setDefaultTimeout(15_000)
  crew = await context.newPage()
  crew.on('pageerror', (error) => crewErrors.push(String(error)))
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

it('a wrong password is a sentence; the right one lets in', async () => {
  await open('/')
  await crew.getByLabel('Brukernavn').fill('admin')
  await crew.getByLabel('Passord').fill('feil')
  await crew.keyboard.press('Enter')
  await crew.getByText('Brukernavnet eller passordet stemmer ikke.').waitFor()
  await crew.getByLabel('Passord').fill(adminPassword)
  await crew.keyboard.press('Enter')
  await crew.getByRole('link', { name: 'Slides' }).waitFor()
})

describe('a slide that is on the glass', () => {
  beforeEach(() => publishItems([0]))

  it('is written on the slide itself: typing paints nothing, *Vis på skjermene* paints at once, *Angre* takes it back', async () => {
    await until(glass('Første'), player.text, 10_000)
    await open(`/slides/${show.slides[0]}`)
    await crew.getByText('Går til 1 skjerm, 1 nå').waitFor()
    const title = crew.getByRole('textbox', { name: 'Tittel', exact: true })
    await title.click()
    await crew.keyboard.press('ControlOrMeta+A')
    await crew.keyboard.type('Kantina stenger kl. 22', { delay: 90 })
    expect(await title.textContent()).toBe('Kantina stenger kl. 22')
    await crew.getByText('Kladd lagret').waitFor()
    await pause(500)
    expect(await player.text()).toContain('Første')
    await button('Vis på skjermene').click()
    expect(await until(glass('Kantina stenger kl. 22'), player.text, 5_000)).toBeLessThan(2_500)
    await button('Angre').click()
    await until(glass('Første'), player.text, 5_000)
    // What was undone is the publishing: the words are a draft again, not lost.
    await crew.getByText('Kladd lagret').waitFor()
    expect(await title.textContent()).toBe('Kantina stenger kl. 22')
  })
})

it('a new text slide is put into a playlist and goes out with it in one press', async () => {
  await open('/slides')
  await button('Ny kladd').click()
  await button(/^Tekst/).click()
  const title = crew.getByRole('textbox', { name: 'Tittel', exact: true })
  await title.click()
  await crew.keyboard.press('ControlOrMeta+A')
  await crew.keyboard.type('Quiz i kantina')
  await crew.getByText('Ingen spilleliste har denne sliden').waitFor()
  await button('Legg i «Huset»').click()
  await crew.getByText('Går til 1 skjerm').waitFor()
  await button('Vis på skjermene').click()
  await until(glass('Quiz i kantina'), player.text, 3 * turnMs)
})

describe('a playlist that is on the glass', () => {
  beforeEach(async () => {
    await publishItems([0, 1, 2])
    await open(`/playlists/${show.playlist}`)
    await handle('Første').waitFor()
  })

  it.each([
    ['by keyboard', () => handle('Tredje').press('Alt+ArrowUp')],
    ['by drag', () => drag(handle('Tredje'), handle('Andre'))],
  ])('[E7] put in another order %s, the item on the glass goes on and the new order follows', async (_, reorder) => {
    await reorder()
    await crew.getByRole('button', { name: 'Flytt «Tredje», plass 2 av 3' }).waitFor()
    await crew.getByText('Kladd lagret').waitFor()
    await until(glass('Tredje'), player.text, 4 * turnMs)
    await until(async () => (await player.text()) === 'Første', player.text, 2 * turnMs)
    const before = (await player.log()).length - 1
    await button('Vis på skjermene').click()
    await until(glass('Tredje'), player.text, 2 * turnMs)
    const turns = (await player.log()).slice(before).map((turn) => turn.chosenAt)
    expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(turnMs - 100)
    await until(glass('Andre'), player.text, 2 * turnMs)
  })
})

describe('the schedule', () => {
  it('a sending put in by the form comes, is gone a moment after it is taken out, and *Angre* brings it back', async () => {
    await makePlaylist(api, 'Kveld', ['Kveldsprogram'], 60_000)
    const { now } = await api.ok<{ now: string }>('GET', '/clock')
    // The minute that runs: what begins later comes at its second in the tests of the glass, without a wait here.
    const startsAt = Math.floor(Date.parse(now) / 60_000) * 60_000
    await open('/schedule')
    await button('Ny sending').first().click()
    await crew.getByLabel('Spilleliste').selectOption({ label: 'Kveld' })
    await crew.getByText('Én gang').click()
    await writeMoment('Fra', startsAt)
    await writeMoment('Til', startsAt + 600_000)
    await button('Legg i sendeplanen').click()
    await crew.getByText('«Kveld» er i sendeplanen på 1 skjerm').waitFor()
    await until(glass('Kveldsprogram'), player.text, 5_000)

    await crew
      .getByRole('button', { name: /Kveld.*Vises nå/s })
      .first()
      .click()
    await button('Ta ut av sendeplanen').click()
    await crew.getByText('«Huset» kommer i stedet på 1 skjerm.').waitFor()
    await button('Ta den av skjermene').click()
    expect(await until(async () => !(await glass('Kveldsprogram')()), player.text, 5_000)).toBeLessThan(2_500)
    await undoOf(crew, 'er tatt ut av sendeplanen').click()
    await until(glass('Kveldsprogram'), player.text, 5_000)
  })

  it('[T3] a time that the clock jumps over is refused with its two neighbours', async () => {
    await open('/schedule')
    await button('Ny sending').first().click()
    await crew.getByLabel('Spilleliste').selectOption({ label: 'Kveld' })
    await crew.getByText('Én gang').click()
    const from = crew.getByRole('group', { name: 'Fra', exact: true })
    await from.getByLabel('Dag').selectOption({ label: 'Annen dag …' })
    await from.getByLabel('Dato').fill('2027-03-27')
    await from.getByLabel('Klokka').fill('02:30')
    await from.getByLabel('Klokka').press('Tab')
    await from.getByText('02:30 finnes ikke natt til søndag 28., for da stilles klokka fram.').waitFor()
    await button('Bruk 01:59', from).waitFor()
    await button('Bruk 03:00', from).click()
    expect(await from.getByLabel('Klokka').inputValue()).toBe('03:00')
    await crew.keyboard.press('Escape')
  })
})

it('an uploaded picture shows how far it has come; a text file is refused in a sentence', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const
  const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: '#123', noise } })
    .png()
    .toBuffer()
  await open('/media')
  await button('Velg filer').waitFor()
  const progress = crew.getByRole('progressbar').waitFor()
  const files = crew.locator('input[type=file]').first()
  await files.setInputFiles({ name: 'Kart over teltet.png', mimeType: 'image/png', buffer: picture })
  await progress
  await crew.getByText('«Kart over teltet.png» er lastet opp').waitFor()
  await crew.getByText('640 × 360').waitFor()
  await files.setInputFiles({ name: 'vaktliste.txt', mimeType: 'text/plain', buffer: Buffer.from('Kari 08–16') })
  await crew.getByText('«vaktliste.txt» er et dokument').waitFor()
})

it('the same pages speak English', async () => {
  await open('/settings')
  await crew.getByText('English', { exact: true }).click()
  await crew.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
  await open('/schedule')
  await crew.getByRole('heading', { name: 'Schedule', level: 1 }).waitFor()
  await open('/settings')
  await crew.getByText('Norsk', { exact: true }).click()
  await crew.getByRole('heading', { name: 'Innstillinger', level: 1 }).waitFor()
})

it('no page of it all met an error', () => {
  expect([...crewErrors, ...player.errors]).toEqual([])
})

/** Puts these slides of the house list on the glass, whatever stood there before. */
async function publishItems(order: readonly number[]): Promise<void> {
  const slides = order.map((index) => show.slides[index] ?? '')
  await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Huset', slides))
  await api.ok('POST', '/publish', { slides: [], playlists: [show.playlist] })
}

function handle(title: string): Locator {
  return crew.getByRole('button', { name: new RegExp(`^Flytt «${title}», plass`) })
}

async function drag(from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (start === null || end === null) throw new Error('a handle is not in sight')
  const x = start.x + start.width / 2
  await crew.mouse.move(x, start.y + start.height / 2)
  await crew.mouse.down()
  await crew.mouse.move(x, end.y + end.height / 2, { steps: 12 })
  await crew.mouse.up()
}

/** Writes a moment as the festival counts it: until 05:00 it is still the day before. */
async function writeMoment(name: 'Fra' | 'Til', at: number): Promise<Locator> {
  const wall = (ms: number) => new Date(ms).toLocaleString('sv-SE', { timeZone: 'Europe/Oslo' })
  const group = crew.getByRole('group', { name, exact: true })
  await group.getByLabel('Dag').selectOption(wall(at - 5 * 3_600_000).slice(0, 10))
  await group.getByLabel('Klokka').fill(wall(at).slice(11, 16))
  await group.getByLabel('Klokka').press('Tab')
  return group
}
