/** Pages of others on the glass: shown when somebody answers there, and never the browser's own error picture. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
import { entryOf, makeShow, playlistOf } from './show.ts'

let controller: RunningController
let browser: Browser
let api: Api
let player: PlayerPage
let other: Server | null = null
let port: number

beforeAll(async () => {
  controller = await startController()
  browser = await startBrowser()
  api = await signIn(controller)
  await api.ok('DELETE', '/sample')
  await makeShow(api, ['Huset'], 4_000)
  port = await listen()
  await close()
  player = await openPlayer(browser, `${controller.origin}/player/`)
  await until(async () => (await player.text()).includes('Huset'), player.text, 10_000)
})
afterAll(async () => {
  await close()
  await browser.close()
  await controller.close()
})

/** On the port of before, where there was one. */
async function listen(): Promise<number> {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end('<h1>Strømplan</h1>'))
  await new Promise<void>((resolve) => server.listen(port ?? 0, '127.0.0.1', resolve))
  other = server
  return (server.address() as AddressInfo).port
}

async function close(): Promise<void> {
  const server = other
  other = null
  server?.closeAllConnections()
  await new Promise<void>((resolve) => (server === null ? resolve() : server.close(() => resolve())))
}

/** Addresses in the frames of the page, but its own. */
const frames = (): readonly string[] =>
  player.page
    .frames()
    .slice(1)
    .map((frame) => frame.url())
const isShown = async (): Promise<boolean> => {
  for (const frame of player.page.frames().slice(1)) if ((await frame.content().catch(() => '')).includes('Strømplan')) return true
  return false
}

it('nobody answers: what stood before still stands, and no frame holds an error; when somebody does, their page stands at its next turn', async () => {
  const slide = {
    name: 'Strøm',
    content: { kind: 'web', url: `http://127.0.0.1:${port}/` },
    durationMs: 3_000,
    validFrom: null,
    validUntil: null,
  }
  const made = await api.ok<{ value: { id: string } }>('POST', '/slides', slide)
  const list = await api.ok<{ value: { id: string } }>('POST', '/playlists', playlistOf('Strøm', [made.value.id]))
  await api.ok('POST', '/publish', { slides: [made.value.id], playlists: [list.value.id] })
  await api.ok('POST', '/schedule', entryOf('Strøm', list.value.id, { band: 'event' }))
  await pause(5_000)
  expect(await player.text()).toContain('Huset')
  expect(frames().filter((address) => address.startsWith('chrome-error'))).toEqual([])

  await listen()
  await until(isShown, async () => JSON.stringify(frames()), 20_000)
  await close()
})

it('a screen that was taken over for an address where nobody answers shows it as soon as somebody does', async () => {
  const screens = await api.ok<readonly { id: string }[]>('GET', '/screens')
  const content = { kind: 'web', url: `http://127.0.0.1:${port}/resultater` }
  const target = { kind: 'screen', screen: screens[0]?.id ?? '' }
  await api.ok('POST', '/takeovers', { content, target, minutes: 10 })
  await pause(4_000)
  expect(frames().filter((address) => address.startsWith('chrome-error') || address.endsWith('/resultater'))).toEqual([])
  await listen()
  const hasCome = async (): Promise<boolean> => frames().some((address) => address.endsWith('/resultater')) && (await isShown())
  await until(hasCome, async () => JSON.stringify(frames()), 40_000)
})
