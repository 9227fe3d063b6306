/** Where one is signed in, practising, and what a new password ends. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { AuditResource, Session, SessionResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { adminPassword, type Answer, createRig, refusal, type Rig } from '../testing/rig.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

const phone = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'

let rig: Rig
const sockets: Socket[] = []
beforeAll(async () => {
  rig = await createRig()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.close()
})
afterAll(() => rig.close())

const signIn = async (username: string, headers: Readonly<Record<string, string>> = {}): Promise<string> => {
  const answer = await rig.ask({ method: 'POST', path: '/api/v1/session', body: { username, password: adminPassword }, headers })
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}
const browse = (cookie: string, method: string, path: string, body?: unknown) =>
  rig.ask({ method, path: `/api/v1${path}`, headers: { cookie }, ...(body === undefined ? {} : { body }) })
const listOf = async (cookie: string) => (await browse(cookie, 'GET', '/sessions')).json() as readonly SessionResource[]

/** A crew page's socket, once it is in. */
async function page(cookie: string): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${rig.controller.httpPort}/crew`, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie },
  })
  sockets.push(socket)
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}
/** Whether it is cut before the gateway looks over its sessions by itself. */
const isCut = (socket: Socket) =>
  new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), 2_000)
    socket.once('disconnect', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })

describe('signing in answers what one may', () => {
  test.each<[string, object]>([
    ['see', { edit: [], all: false, startOverride: [], endOverride: [] }],
    ['edit', { edit: 'venue', all: false, startOverride: [], endOverride: [] }],
    ['all', { edit: 'venue', all: true, startOverride: [], endOverride: [] }],
    ['admin', { edit: 'venue', all: true, startOverride: 'venue', endOverride: 'venue' }],
  ])('%s', async (username, rights) => {
    const body = { username, password: adminPassword }
    const session = (await rig.ask({ method: 'POST', path: '/api/v1/session', body })).json()
    expect(session).toMatchObject({ user: { username }, rights, areas: [], invites: [], practice: false })
    expect((await browse(await signIn(username), 'GET', '/session')).json()).toEqual(session)
  })
})

describe('sessions', () => {
  test('are listed with the browser, this one marked; others’ only for who may everything', async () => {
    await signIn('edit')
    const cookie = await signIn('see', { 'user-agent': phone })
    const mine = await listOf(cookie)
    expect(mine.find(({ current }) => current)).toMatchObject({ browser: 'Firefox · Android', address: '127.0.0.1' })
    expect(new Set(mine.map(({ user }) => user)).size).toBe(1)
    expect(new Set((await listOf(await signIn('all'))).map(({ user }) => user)).size).toBeGreaterThan(2)
  })

  test('say nothing of the secret', async () => {
    const cookie = await signIn('see')
    const { text } = await browse(cookie, 'GET', '/sessions')
    expect(text).not.toContain(cookie.split('=')[1])
    expect(text).not.toMatch(/hash/i)
  })

  test('are ended from elsewhere, and their pages are cut at once', async () => {
    const [here, there] = [await signIn('see'), await signIn('see')]
    const id = (await listOf(there)).find(({ current }) => current)?.id ?? ''
    const socket = await page(there)
    const cut = isCut(socket)
    expect((await browse(here, 'DELETE', `/sessions/${id}`)).status).toBe(204)
    expect(await cut).toBe(true)
    expect([(await browse(there, 'GET', '/session')).status, (await browse(here, 'GET', '/session')).status]).toEqual([401, 200])
  })

  test('of another are ended by who may everything, and look to anybody else as if there were none', async () => {
    const cookie = await signIn('see')
    const id = (await listOf(cookie)).find(({ current }) => current)?.id ?? ''
    expect(refusal(await browse(await signIn('edit'), 'DELETE', `/sessions/${id}`))).toMatchObject({ status: 404, code: 'not-found' })
    expect((await browse(await signIn('all'), 'DELETE', `/sessions/${id}`)).status).toBe(204)
    expect((await browse(cookie, 'GET', '/session')).status).toBe(401)
  })

  test('signing out cuts the page too, and so does the end of an account', async () => {
    const cookie = await signIn('see')
    const first = isCut(await page(cookie))
    await browse(cookie, 'DELETE', '/session')
    expect(await first).toBe(true)
    const gone = await rig.account('gone', 'see', [])
    const second = isCut(await page(await signIn('gone')))
    await rig.as('admin', 'DELETE', `/users/${gone.id}`)
    expect(await second).toBe(true)
  })
})

describe('practising', () => {
  test('nothing is written, whatever one may; leaving it is', async () => {
    const cookie = await signIn('admin')
    const on = await browse(cookie, 'PUT', '/session/practice', { on: true })
    expect((on.json() as Session).practice).toBe(true)
    const { revision } = (await rig.as('admin', 'POST', '/areas', { name: 'Ute' })).json() as Written<unknown>
    const attempts: readonly (readonly [string, string, unknown])[] = [
      ['POST', '/areas', { name: 'Øvelse' }],
      ['POST', '/overrides', { template: 'evacuate', target: { kind: 'all' }, status: 'actual' }],
      ['POST', '/notices', {}],
      ['PATCH', '/users/nobody', { role: 'all' }],
      ['DELETE', '/sample', undefined],
      ['POST', '/undo', { revision }],
    ]
    for (const [method, path, body] of attempts)
      expect([path, refusal(await browse(cookie, method, path, body)).code]).toEqual([path, 'practice'])
    expect(((await browse(cookie, 'GET', '/session')).json() as Session).practice).toBe(true)
    expect((await browse(cookie, 'GET', '/areas')).text).not.toContain('Øvelse')
    await browse(cookie, 'PUT', '/session/practice', { on: false })
    expect((await browse(cookie, 'POST', '/areas', { name: 'Øvelse' })).status).toBe(200)
  })

  test('goes on after a new password', async () => {
    const { id } = await rig.account('ovende', 'edit', [])
    const cookie = await signIn('ovende')
    await browse(cookie, 'PUT', '/session/practice', { on: true })
    const password = { old: adminPassword, new: 'et-helt-nytt-passord' }
    expect((await browse(cookie, 'PATCH', '/session', { password })).status).toBe(200)
    expect((await browse(cookie, 'GET', '/session')).json()).toMatchObject({ user: { id }, practice: true })
  })

  test('is of this browser alone', async () => {
    const [practising, working] = [await signIn('edit'), await signIn('edit')]
    await browse(practising, 'PUT', '/session/practice', { on: true })
    expect(((await browse(working, 'GET', '/session')).json() as Session).practice).toBe(false)
  })

  test('is nothing for a program', async () => {
    expect(refusal(await rig.as('edit', 'PUT', '/session/practice', { on: true })).code).toBe('conflict')
  })
})

test('a new password ends tokens too', async () => {
  const account = await rig.account('vakt', 'edit', [])
  expect((await account.ask('GET', '/session')).status).toBe(200)
  await rig.as('admin', 'PATCH', `/users/${account.id}`, { password: 'et-helt-nytt-passord' })
  expect((await account.ask('GET', '/session')).status).toBe(401)
})

describe('one’s own password', () => {
  const newPassword = 'et-helt-nytt-passord'
  const change = (cookie: string, old: string, fresh = newPassword) =>
    browse(cookie, 'PATCH', '/session', { password: { old, new: fresh } })
  const isIn = async (cookie: string) => (await browse(cookie, 'GET', '/session')).status === 200

  test('signs out everywhere else and ends tokens; this browser and its page stay', async () => {
    const account = await rig.account('bytter', 'see', [])
    const [here, there] = [await signIn('bytter'), await signIn('bytter')]
    const [stays, goes] = [isCut(await page(here)), isCut(await page(there))]
    const answer = await change(here, adminPassword)
    expect([answer.status, answer.headers['set-cookie']]).toEqual([200, undefined])
    expect([await goes, await stays]).toEqual([true, false])
    expect([await isIn(here), await isIn(there), (await account.ask('GET', '/session')).status]).toEqual([true, false, 401])
    const again = (password: string) => rig.ask({ method: 'POST', path: '/api/v1/session', body: { username: 'bytter', password } })
    expect([(await again(adminPassword)).status, (await again(newPassword)).status]).toEqual([401, 200])
  })

  test.each<[string, string, string, object]>([
    ['the old one is wrong', 'feil-passord', newPassword, { status: 401, code: 'wrong-password', path: 'password.old' }],
    ['the new one is short', adminPassword, 'kort', { status: 422, code: 'too-short', path: 'password.new' }],
  ])('stays where %s', async (_, old, fresh, expected) => {
    const cookie = await signIn('edit')
    expect(refusal(await change(cookie, old, fresh))).toEqual(expected)
    expect([await isIn(cookie), await isIn(await signIn('edit'))]).toEqual([true, true])
  })

  test('is guessed no more often than at the door', async () => {
    await rig.account('tipper', 'see', [])
    const cookie = await signIn('tipper')
    for (let i = 0; i < limits.signInTries; i++) expect((await change(cookie, 'feil')).status).toBe(401)
    expect(refusal(await change(cookie, adminPassword))).toEqual({ status: 429, code: 'too-many', path: 'password.old' })
    const door = await rig.ask({ method: 'POST', path: '/api/v1/session', body: { username: 'tipper', password: adminPassword } })
    expect(door.status).toBe(429)
  })
})

describe('a new password in the record', () => {
  test.each<[string, string, string, (id: string, cookie: string) => Promise<Answer>]>([
    [
      'one’s own',
      'eli',
      'eli',
      (_, cookie) => browse(cookie, 'PATCH', '/session', { password: { old: adminPassword, new: 'et-helt-nytt-passord' } }),
    ],
    ['another’s', 'ola', 'Admin', (id) => rig.as('admin', 'PATCH', `/users/${id}`, { password: 'et-helt-nytt-passord' })],
  ])('%s: who did so to whom, no password, and it is not taken back', async (_, name, who, set) => {
    const { id } = await rig.account(name, 'see', [])
    const { revision } = (await set(id, await signIn(name))).json() as Written<unknown>
    const [deed] = (await rig.as('admin', 'GET', '/audit?limit=1')).json() as readonly AuditResource[]
    expect(deed).toMatchObject({ revision, who, what: 'user.password', undoable: false })
    expect(deed?.changes).toContainEqual({ table: 'credentials', id, name, change: 'changed' })
    expect(JSON.stringify(deed)).not.toMatch(/argon2|nytt-passord/)
    const undo = await rig.as('admin', 'POST', '/undo', { revision })
    expect(refusal(undo)).toEqual({ status: 409, code: 'nothing-to-undo', path: 'revision' })
  })
})
