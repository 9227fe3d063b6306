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

/** A page of one's own that tries every way out to `at`, and writes what it could do. */
const wayOut = (at: string): string => `<!doctype html><title>x</title><h1>Vaktlista</h1><p id="done"></p>
<img src="${at}/img"><link rel="stylesheet" href="${at}/style.css"><script src="${at}/script.js"></script><iframe src="${at}/frame"></iframe>
<form id="f" action="${at}/form" method="post"></form><a id="a" href="${at}/link" target="_top">x</a>
<style>@font-face { font-family: x; src: url(${at}/font) } h1 { font-family: x; background: url(${at}/background) }</style>
<script>
  const tried = []
  const attempt = (name, deed) => { try { deed(); tried.push(name) } catch { tried.push(name + ' refused') } }
  attempt('fetch', () => fetch('${at}/fetch').catch(() => null))
  attempt('beacon', () => navigator.sendBeacon('${at}/beacon', 'x'))
  attempt('xhr', () => { const x = new XMLHttpRequest(); x.open('GET', '${at}/xhr'); x.send() })
  attempt('socket', () => new WebSocket('${at.replace('http', 'ws')}/socket'))
  attempt('events', () => new EventSource('${at}/events'))
  attempt('worker', () => new Worker('${at}/worker.js'))
  attempt('popup', () => open('${at}/popup'))
  attempt('form', () => document.getElementById('f').submit())
  attempt('link', () => document.getElementById('a').click())
  attempt('top', () => { top.location = '${at}/top' })
  attempt('parent', () => { parent.document.body.innerHTML = '' })
  attempt('storage', () => localStorage.setItem('x', 'y'))
  attempt('cookie', () => { document.cookie = 'x=y' })
  document.getElementById('done').textContent = 'Ferdig: ' + tried.filter((one) => !one.endsWith('refused')).length
</script>`

it('a page of one’s own stands on the glass and finds no way out of its frame', async () => {
  const asked: string[] = []
  const listener = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end('x')
  })
  listener.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '')
    socket.destroy()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const upload = await fetch(`${controller.origin}/api/v1/media?name=vaktlista.html`, {
    method: 'POST',
    headers: { cookie: api.cookie, origin: controller.origin, 'content-type': 'text/html' },
    body: wayOut(at),
  })
  const { value } = (await upload.json()) as { value: { hash: string } }
  const content = { kind: 'html', bundle: { hash: value.hash, name: 'vaktlista.html' } }
  const screens = await api.ok<readonly { id: string }[]>('GET', '/screens')
  const body = { name: 'Vaktlista', content, durationMs: 10_000, validFrom: null, validUntil: null }
  const { value: slide } = await api.ok<{ value: { id: string } }>('POST', '/slides', body)
  await api.ok('POST', '/publish', { slides: [slide.id], playlists: [] })
  await api.ok('POST', '/takeovers', {
    content: { kind: 'slide', slide: slide.id },
    target: { kind: 'screen', screen: screens[0]?.id ?? '' },
    minutes: 10,
  })
  const own = () => player.page.frames().find((frame) => frame.url().includes(value.hash))
  const hasTried = async (): Promise<boolean> =>
    (
      await own()
        ?.content()
        .catch(() => '')
    )?.includes('Ferdig:') ?? false
  await until(hasTried, async () => JSON.stringify(frames()), 20_000)
  await pause(1_500)
  expect(asked).toEqual([])
  expect(player.page.url()).toContain('/player/')
  expect(player.page.context().pages()).toHaveLength(1)
  expect(await own()?.evaluate(() => origin)).toBe('null')
  expect(frames().filter((address) => address.startsWith(at))).toEqual([])
  // A frame that it makes itself stays empty; it is still there itself.
  const ours = player.page.mainFrame().childFrames()
  expect(ours.map((frame) => frame.url()).filter((address) => address.startsWith('chrome-error'))).toEqual([])
  listener.closeAllConnections()
  await new Promise<void>((resolve) => listener.close(() => resolve()))
})
