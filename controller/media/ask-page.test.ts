import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAskPage, ownNetwork } from './ask-page.ts'
import { createReachOf } from './public-address.ts'

let server: Server
let port: number
let asked: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/away') return response.writeHead(302, { location: 'http://inside.test/' }).end()
    if (request.url === '/on') return response.writeHead(302, { location: '/closed' }).end()
    if (request.url === '/closed') return response.writeHead(200, { 'x-frame-options': 'DENY' }).end('x')
    if (request.url === '/gone') return response.writeHead(404).end()
    return response.writeHead(200, { 'content-type': 'text/html' }).end('x')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** Names of a network of our own: all of them are this machine, which stands for the whole world. */
const names: Readonly<Record<string, readonly string[]>> = {
  'open.test': ['127.0.0.1'],
  'inside.test': ['10.0.0.1'],
  'both.test': ['127.0.0.1', '10.0.0.1'],
}
const ask = createAskPage({
  asksVenue: false,
  addressesOf: async (host) => (names[host] ?? []).map((address) => ({ address, family: 4 })),
  reachOf: (address) => (address === '127.0.0.1' ? 'public' : createReachOf()(address)),
})

test.each([
  ['a page', 'open.test', '/', { answers: true, framing: 'allowed' }],
  ['one that forbids', 'open.test', '/closed', { answers: true, framing: 'forbidden' }],
  ['one that sends on to it', 'open.test', '/on', { answers: true, framing: 'forbidden' }],
  ['one that is not there', 'open.test', '/gone', { answers: false, framing: 'allowed' }],
  ['one that sends on to the inside', 'open.test', '/away', { answers: true, framing: 'unasked' }],
] as const)('%s', async (_, host, path, found) => expect(await ask(`http://${host}:${port}${path}`)).toEqual(found))

test.each([
  ['a private address', 'http://10.1.2.3/'],
  ['a name of a private address', 'http://inside.test/'],
  ['a name of both', 'http://both.test/'],
  ['a name of nothing', 'http://nowhere.test/'],
  ['another scheme', 'file:///etc/passwd'],
])('[S6] %s is not asked', async (_, url) => {
  asked = []
  expect(await ask(url.replace('.test/', `.test:${port}/`))).toMatchObject({ framing: 'unasked' })
  expect(asked).toEqual([])
})

test('[S6] by itself it asks neither this machine nor the network beside it, and the venue’s own only where that is allowed', async () => {
  const plain = createAskPage({ ...ownNetwork, asksVenue: false })
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '169.254.169.254', '0.0.0.0', '2130706433'])
    expect(await plain(`http://${host}:${port}/`), host).toEqual({ answers: true, framing: 'unasked' })
  const reach = createReachOf()
  expect(['10.0.0.1', '172.20.0.1', '192.168.1.1', 'fd00::1', '100.64.0.1'].map(reach)).toEqual(Array(5).fill('venue'))
  expect(['1.1.1.1', '151.101.1.69', '2a00:1450:400f::1'].map(reach)).toEqual(Array(3).fill('public'))
  expect(['::1', 'fe80::1', '64:ff9b::a00:1', '224.0.0.1', '255.255.255.255'].map(reach)).toEqual(Array(5).fill('never'))
})
