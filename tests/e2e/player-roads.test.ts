/** What a player does when something is missing: its socket, a picture, the page itself. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
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
import { makeShow, playlistOf, type Show, textSlide } from './show.ts'

let controller: RunningController
let browser: Browser
let api: Api
let player: PlayerPage
let show: Show
/** What the page said over its sockets, newest last. */
const said: { t: string; [more: string]: unknown }[] = []
/** Keeps a later page from reaching the gateway. */
let isCut = false
/** Media that come not, by hash. */
const held = new Set<string>()

const shows = (title: string) => async () => (await player.text()).includes(title)
const detailsSaid = () =>
  said.filter(({ t }) => t === 'details').map(({ details }) => details as { substituted: unknown; missingCount: number })

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  player = await openPlayer(browser, `${controller.origin}/player/`)
  await player.page.routeWebSocket(/socket\.io/, (line) => {
    if (isCut) return void line.close()
    const server = line.connectToServer()
    line.onMessage((packet) => {
      const found = /^42\/player,(.*)$/s.exec(String(packet))
      const [, message] = found === null ? [] : (JSON.parse(found[1] ?? '[]') as [string, unknown])
      if (typeof message === 'object' && message !== null) said.push(message as (typeof said)[number])
      server.send(packet)
    })
  })
  await player.page.route('**/media/*', (route) =>
    held.has(new URL(route.request().url()).pathname.slice(7)) ? route.abort() : route.continue(),
  )
  show = await makeShow(api, ['Første', 'Andre'], 4_000)
  await until(async () => /Første|Andre/.test(await player.text()), player.text, 10_000)
  await player.page.reload()
  await until(async () => /Første|Andre/.test(await player.text()), player.text, 10_000)
})
afterAll(async () => {
  await browser.close()
  await controller.close()
})

describe('[W4] a picture that does not come', () => {
  it('is stood in for at its turn, told of, and shown once it is here', async () => {
    const bytes = await player.page.screenshot()
    const upload = await fetch(`${controller.origin}/api/v1/media?name=plakat.png`, {
      method: 'POST',
      headers: { cookie: api.cookie },
      body: new Uint8Array(bytes),
    })
    const { value } = (await upload.json()) as { value: { hash: string; type: string; widthPx: number; heightPx: number } }
    held.add(value.hash)
    const picture = { hash: value.hash, type: value.type, widthPx: value.widthPx, heightPx: value.heightPx }
    const content = { kind: 'image', picture, fit: 'contain', tone: 'night', caption: { nb: 'Plakaten', en: '' } }
    const { value: slide } = await api.ok<{ value: { id: string } }>('POST', '/slides', { ...textSlide('Plakat', 4_000), content })
    await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Huset', [...show.slides, slide.id]))
    await api.ok('POST', '/publish', { slides: [slide.id], playlists: [show.playlist] })
    await until(
      async () => detailsSaid().some(({ substituted }) => (substituted as { slide: string } | null)?.slide === slide.id),
      player.text,
      80_000,
    )
    expect(said.some((message) => message.t === 'substituted' && message['slide'] === slide.id)).toBe(true)
    expect(await player.text()).toMatch(/Første|Andre/)
    held.clear()
    await until(shows('Plakaten'), player.text, 80_000)
    await until(async () => detailsSaid().at(-1)?.substituted === null && detailsSaid().at(-1)?.missingCount === 0, player.text, 30_000)
    expect(player.errors).toEqual([])
  })
})

describe('[W6] what a page has shown', () => {
  it('is told after a reload, and forgotten once it is stored', async () => {
    await pause(6_000)
    await player.page.reload()
    await until(async () => said.some(({ t }) => t === 'proof'), player.text, 20_000)
    const rows = () => {
      const file = new Sqlite(join(controller.dataFolder, 'telemetry.sqlite'), { readonly: true })
      const found = file.prepare('SELECT from_at, until_at FROM plays ORDER BY from_at').all() as { from_at: number; until_at: number }[]
      file.close()
      return found
    }
    await until(
      async () => rows().some((row) => row.until_at - row.from_at > 5_000),
      async () => JSON.stringify(rows()),
      15_000,
    )
    const kept = () =>
      player.page.evaluate(async () => {
        const open = indexedDB.open('infoskjerm')
        await new Promise((done) => (open.onsuccess = done))
        const found = open.result.transaction('kept').objectStore('kept').get('proof') as IDBRequest<{ next: number; records: [] }>
        await new Promise((done) => (found.onsuccess = done))
        open.result.close()
        return found.result
      })
    await until(
      async () => (await kept()).records.length === 0,
      async () => JSON.stringify(await kept()),
      15_000,
    )
    expect((await kept()).next).toBeGreaterThan(0)
  })
})

describe('[W2] a player whose socket never comes', () => {
  it('takes what is published by plain GET, and asks for nothing twice', async () => {
    isCut = true
    const answers: { status: number; path: string }[] = []
    await player.page.reload()
    player.page.on('response', (answer) => {
      const path = new URL(answer.url()).pathname
      if (path.startsWith('/player/v1/')) answers.push({ status: answer.status(), path: path.slice('/player/v1/'.length) })
    })
    await until(async () => /Første|Andre|Plakaten/.test(await player.text()), player.text, 10_000)
    await until(
      async () => answers.some(({ status }) => status === 304),
      async () => JSON.stringify(answers),
      40_000,
    )
    await api.ok('PUT', `/slides/${show.slides[0]}/draft`, textSlide('Uten tråd', 4_000))
    await api.ok('POST', '/publish', { slides: [show.slides[0]], playlists: [] })
    await until(shows('Uten tråd'), player.text, 40_000)
    expect(answers.filter(({ path }) => path.startsWith('documents/')).map(({ status }) => status)).toEqual([200])
    expect(player.errors).toEqual([])
  })
})
