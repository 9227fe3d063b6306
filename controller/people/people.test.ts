import { limits } from '@infoskjerm/shared/limits.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adminPassword, createRig, refusal, type Rig } from '../testing/rig.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let rig: Rig
beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

const post = (path: string, body: unknown, headers: Readonly<Record<string, string>> = {}, tls = false) =>
  rig.ask({ method: 'POST', path: `/api/v1${path}`, body, headers, tls })
const cookieOf = (answer: { headers: Readonly<Record<string, unknown>> }) => String(answer.headers['set-cookie']).split(';')[0] ?? ''
const signIn = (username: string, password: string, tls = false) => post('/session', { username, password }, {}, tls)
const whoIs = async (cookie: string, tls = false) => (await rig.ask({ path: '/api/v1/session', headers: { cookie }, tls })).status

describe('[S8] the cookie', () => {
  test('over TLS it is bound to this host, and closed to scripts and other sites', async () => {
    const cookie = String((await signIn('admin', adminPassword, true)).headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Secure; Path=\/; HttpOnly; SameSite=Strict; Max-Age=604800$/)
  })
  test('on this machine it has no prefix, and is not taken over TLS', async () => {
    const answer = await signIn('admin', adminPassword)
    expect(String(answer.headers['set-cookie'])).toMatch(/^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/)
    expect([await whoIs(cookieOf(answer)), await whoIs(cookieOf(answer), true)]).toEqual([200, 401])
  })
  test('signing out ends it', async () => {
    const cookie = cookieOf(await signIn('admin', adminPassword))
    await rig.ask({ method: 'DELETE', path: '/api/v1/session', headers: { cookie } })
    expect(await whoIs(cookie)).toBe(401)
  })
})

describe('signing in', () => {
  test.each([
    ['admin', 'feil-passord'],
    ['nobody', adminPassword],
  ])('%s with %s is refused alike', async (username, password) => {
    expect(refusal(await signIn(username, password))).toEqual({ status: 401, code: 'wrong-password', path: 'password' })
  })

  test('after so many wrong passwords even the right one waits, and other accounts do not', async () => {
    const body = { username: 'gjettet', name: 'Gjettet', password: adminPassword, role: 'see' }
    await rig.as('admin', 'POST', '/users', body)
    for (let i = 0; i < limits.signInTries; i++) expect((await signIn('gjettet', 'feil')).status).toBe(401)
    expect(refusal(await signIn('gjettet', adminPassword))).toEqual({ status: 429, code: 'too-many', path: 'password' })
    expect((await signIn('see', adminPassword)).status).toBe(200)
  })

  test('a new password signs the account out everywhere', async () => {
    const { value } = (
      await rig.as('admin', 'POST', '/users', { username: 'kari', name: 'Kari', password: adminPassword, role: 'see' })
    ).json() as {
      value: { id: string }
    }
    const cookie = cookieOf(await signIn('kari', adminPassword))
    await rig.as('admin', 'PATCH', `/users/${value.id}`, { password: 'et-nytt-passord' })
    expect([await whoIs(cookie), (await signIn('kari', 'et-nytt-passord')).status]).toEqual([401, 200])
  })
})

describe('accounts', () => {
  test.each<[string, object, string, string]>([
    ['short password', { password: 'kort' }, 'too-short', 'password'],
    ['taken name', { username: 'admin' }, 'duplicate', 'username'],
    ['capital letters', { username: 'Ola N' }, 'invalid', 'username'],
    ['a role there is not', { role: 'god' }, 'invalid', 'role'],
  ])('%s', async (_, change, code, path) => {
    const body = { username: 'ola', name: 'Ola', password: adminPassword, role: 'see', ...change }
    expect(refusal(await rig.as('all', 'POST', '/users', body))).toMatchObject({ code, path })
  })

  test('somebody is left who may everything, by delete, by change and by undo', async () => {
    const users = (await rig.as('all', 'GET', '/users')).json() as { id: string; username: string; role: string }[]
    const idOf = (username: string) => users.find((user) => user.username === username)?.id ?? ''
    const demoted = (await rig.as('admin', 'PATCH', `/users/${idOf('all')}`, { role: 'edit' })).json() as { revision: number }
    expect(refusal(await rig.as('admin', 'DELETE', `/users/${idOf('admin')}`))).toMatchObject({ code: 'in-use' })
    expect(refusal(await rig.as('admin', 'PATCH', `/users/${idOf('admin')}`, { role: 'edit' }))).toMatchObject({ code: 'in-use' })
    await rig.as('admin', 'POST', '/undo', { revision: demoted.revision })
    const down = (await rig.as('admin', 'PATCH', `/users/${idOf('admin')}`, { role: 'edit' })).json() as { revision: number }
    expect(refusal(await rig.as('admin', 'POST', '/undo', { revision: down.revision }))).toMatchObject({ code: 'forbidden' })
    expect((await rig.as('all', 'POST', '/undo', { revision: down.revision })).status).toBe(200)
  })

  test('a removed account is out at once; undo brings back one that can sign in', async () => {
    const body = { username: 'per', name: 'Per', password: adminPassword, role: 'edit' }
    const { value } = (await rig.as('admin', 'POST', '/users', body)).json() as { value: { id: string } }
    const cookie = cookieOf(await signIn('per', adminPassword))
    const { revision } = (await rig.as('admin', 'DELETE', `/users/${value.id}`)).json() as { revision: number }
    expect([await whoIs(cookie), (await signIn('per', adminPassword)).status]).toEqual([401, 401])
    expect(refusal(await rig.as('edit', 'POST', '/undo', { revision }))).toMatchObject({ code: 'forbidden' })
    await rig.as('admin', 'POST', '/undo', { revision })
    expect((await signIn('per', adminPassword)).status).toBe(200)
  })
})

describe('an invitation', () => {
  const rights = { role: 'edit', mayStartOverride: true, mayEndOverride: false }
  const invite = async () => {
    const { value } = (await rig.as('all', 'POST', '/invitations', rights)).json() as { value: { link: string; id: string } }
    return { ...value, token: value.link.split('/').at(-1) ?? '' }
  }
  const person = (username: string) => ({ username, name: 'Ny', password: adminPassword })

  test('is a link that works on another machine', async () => {
    expect((await invite()).link).toMatch(new RegExp(`^https://(?!localhost).+:${rig.controller.tlsPort}/invitation/[\\w-]{43}$`))
  })
  test('makes an account with its rights, signed in, once', async () => {
    const { token } = await invite()
    expect((await rig.ask({ path: `/api/v1/invitations/${token}` })).json()).toMatchObject(rights)
    const accepted = await post(`/invitations/${token}/accept`, person('ny1'))
    expect(accepted.json()).toMatchObject({ user: { username: 'ny1', ...rights } })
    expect(await whoIs(cookieOf(accepted))).toBe(200)
    expect(refusal(await post(`/invitations/${token}/accept`, person('ny2')))).toMatchObject({ status: 410, code: 'invitation' })
  })
  test('can be withdrawn', async () => {
    const { token, id } = await invite()
    await rig.as('all', 'DELETE', `/invitations/${id}`)
    expect(refusal(await rig.ask({ path: `/api/v1/invitations/${token}` })).code).toBe('invitation')
  })
  test('a taken name leaves it usable', async () => {
    const { token } = await invite()
    expect(refusal(await post(`/invitations/${token}/accept`, person('admin')))).toMatchObject({ code: 'duplicate', path: 'username' })
    expect((await post(`/invitations/${token}/accept`, person('ny3'))).status).toBe(200)
  })
})

test('no secret is ever in the record', async () => {
  const { text } = await rig.as('all', 'GET', '/audit?limit=500')
  expect(text).not.toMatch(/argon2|[Hh]ash/)
  expect(text).toContain('invitation.create')
})
