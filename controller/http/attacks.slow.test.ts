/** What somebody may try against the two ports with nothing but a socket. */
import { statSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adminPassword, createRig, refusal, type Rig } from '../testing/rig.ts'
import { readJson } from './body.ts'
import { unsecret } from './unsecret.ts'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let rig: Rig
beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

describe('paths', () => {
  test.each([
    `/player/${'a'.repeat(5_000)}.js`,
    '/player/a%00.js',
    '/a%00.css',
    '/player/%E0%A4%A.js',
    '/%ff.js',
    '/player/..%2f..%2fpackage.json',
    '/media/..%2f..%2finfoskjerm.sqlite',
    `/media/${'0'.repeat(63)}`,
    '/player/v1/documents/..%2f..',
    '/api/v1/screens/%00',
  ])('%s is nothing, and no accident', async (path) => {
    const { status } = await rig.ask({ path })
    expect([401, 404]).toContain(status)
  })
})

describe('bodies', () => {
  const type = { 'content-type': 'application/json' }
  test('in chunks without a length are counted all the same', async () => {
    const headers = { ...type, 'transfer-encoding': 'chunked', 'content-length': '' }
    const answer = await chunked(rig.controller.httpPort, headers, limits.jsonBodyBytes * 2)
    expect(answer).toContain('413')
  })

  test('that never end are given up', async () => {
    vi.useFakeTimers()
    const body = new ReadableStream<Uint8Array>({ start: (stream) => stream.enqueue(new TextEncoder().encode('{')) })
    const request = new Request('http://x/', { method: 'POST', headers: type, body, duplex: 'half' } as RequestInit)
    const refused = expect(readJson(request)).rejects.toMatchObject({ status: 408, code: 'json' })
    await vi.advanceTimersByTimeAsync(limits.jsonBodyMs)
    await refused
    vi.useRealTimers()
  })

  test('of nobody are not read: an upload without a session is refused at its head', async () => {
    const head = 'POST /api/v1/media?name=a.png HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000000\r\n\r\n'
    expect(await talk(rig.controller.httpPort, head.replace('localhost', `localhost:${rig.controller.httpPort}`))).toContain('401')
  })

  test.each([
    ['a prototype', '{"__proto__":{"role":"all"},"name":"x"}', 'unknown-field'],
    ['a thousand brackets', `${'['.repeat(100_000)}`, 'json'],
  ])('with %s change nothing', async (_, body, code) => {
    expect(refusal(await rig.as('edit', 'POST', '/areas', body)).code).toBe(code)
  })
})

describe('who is who', () => {
  test('a signed-in session never becomes another’s by a cookie that was there before', async () => {
    const signIn = (cookie: string) =>
      rig.ask({ method: 'POST', path: '/api/v1/session', body: { username: 'admin', password: adminPassword }, headers: { cookie } })
    const given = String((await signIn('session=planted')).headers['set-cookie'])
    expect(given).toMatch(/^session=[\w-]{43};/)
    expect((await rig.ask({ path: '/api/v1/session', headers: { cookie: 'session=planted' } })).status).toBe(401)
  })

  test('guessing at many names from one address ends too', async () => {
    const other = await createRig()
    const codes = new Map<unknown, number>()
    for (let n = 0; n < limits.signInTriesPerAddress + 5; n++) {
      const answer = await other.ask({ method: 'POST', path: '/api/v1/session', body: { username: `u${n}`, password: 'x' } })
      codes.set(refusal(answer).code, (codes.get(refusal(answer).code) ?? 0) + 1)
    }
    await other.close()
    expect(Object.fromEntries(codes)).toEqual({ 'wrong-password': limits.signInTriesPerAddress, 'too-many': 5 })
  })

  test('what only those may do who may everything, others cannot do by taking it back', async () => {
    const { revision } = (await rig.as('all', 'PATCH', '/events/current', { name: 'TG28' })).json() as { revision: number }
    expect(refusal(await rig.as('edit', 'POST', '/undo', { revision })).code).toBe('forbidden')
    expect((await rig.as('all', 'POST', '/undo', { revision })).status).toBe(200)
  })

  test('who may delete a screen may take it back', async () => {
    const made = (await rig.as('edit', 'POST', '/screens', { name: 'Inngang', area: 'hall' })).json() as { value: { id: string } }
    const { revision } = (await rig.as('edit', 'DELETE', `/screens/${made.value.id}`)).json() as { revision: number }
    expect((await rig.as('edit', 'POST', '/undo', { revision })).status).toBe(200)
  })

  test('a token that was revoked does not come back, and nobody is told that it did', async () => {
    const { value } = (await rig.as('admin', 'POST', '/tokens', { name: 'bort' })).json() as { value: { id: string } }
    const { revision } = (await rig.as('admin', 'DELETE', `/tokens/${value.id}`)).json() as { revision: number }
    expect(refusal(await rig.as('admin', 'POST', '/undo', { revision })).code).toBe('nothing-to-undo')
  })
})

test('an invitation’s secret is in no log', () => {
  expect(unsecret('/api/v1/invitations/abc-DEF_1/accept')).toBe('/api/v1/invitations/…/accept')
  expect(unsecret('/invitation/abc')).toBe('/invitation/…')
  expect(unsecret('/api/v1/invitations')).toBe('/api/v1/invitations')
})

test('keys are readable by this account alone', () => {
  const modeOf = (file: string) => statSync(join(rig.folder, file)).mode & 0o077
  expect(['keys', 'keys/controller.pem', 'tls', 'tls/key.pem'].map(modeOf)).toEqual([0, 0, 0, 0])
})

/** What comes back for these bytes, up to the first answer. */
function talk(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.once('data', (answer) => {
      socket.destroy()
      resolve(answer.toString())
    })
    socket.once('error', reject)
  })
}

function chunked(port: number, headers: Readonly<Record<string, string>>, size: number): Promise<string> {
  const lines = Object.entries({ host: `localhost:${port}`, ...headers }).filter(([, value]) => value !== '')
  const head = `POST /api/v1/session HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`
  return talk(port, `${head}${size.toString(16)}\r\n${' '.repeat(size)}\r\n`)
}
