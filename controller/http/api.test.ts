import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { adminPassword, createRig, refusal, type Rig, send } from '../testing/rig.ts'
import { whoSentence } from './openapi.ts'
import type { Who } from './route.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly description: string }>>>>
}

let rig: Rig
let operations: { method: string; path: string; who: Who }[]

beforeAll(async () => {
  rig = await createRig()
  const { paths } = (await rig.ask({ path: '/api/v1/openapi.json' })).json() as Described
  const whoOf = (description: string) => Object.entries(whoSentence).find(([, sentence]) => description.startsWith(sentence))?.[0]
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description }]) => ({
      method: method.toUpperCase(),
      path: path.replaceAll(/\{\w+\}/g, 'nothing'),
      who: whoOf(description) as Who,
    })),
  )
})
afterAll(() => rig.close())

const mayCall: Readonly<Record<'see' | 'edit' | 'all' | 'admin', readonly Who[]>> = {
  see: ['anyone', 'signed-in'],
  edit: ['anyone', 'signed-in', 'edit'],
  all: ['anyone', 'signed-in', 'edit', 'all'],
  admin: ['anyone', 'signed-in', 'edit', 'all', 'start-override', 'end-override'],
}

describe('[S7] default deny, over every route there is', () => {
  test('there are routes, and each says who may call it', () => {
    expect(operations.length).toBeGreaterThan(25)
    expect(operations.filter(({ who }) => who === undefined)).toEqual([])
  })

  test('nobody in particular', async () => {
    for (const { method, path, who } of operations) {
      const answer = await rig.ask({ method, path: `/api/v1${path}`, ...(method === 'GET' ? {} : { body: {} }) })
      expect([method, path, answer.status === 401], answer.text).toEqual([method, path, who !== 'anyone'])
    }
  })

  test.each(['see', 'edit', 'all', 'admin'] as const)('%s', async (role) => {
    for (const { method, path, who } of operations) {
      const answer = await rig.as(role, method, path, method === 'GET' ? undefined : {})
      expect([method, path, answer.status === 403], answer.text).toEqual([method, path, !mayCall[role].includes(who)])
      expect([method, path, answer.status], answer.text).not.toEqual([method, path, 500])
    }
  })

  test('over plain HTTP from elsewhere, not even signing in', async () => {
    for (const { method, path } of operations) {
      const answer = await rig.ask({ method, path: `/api/v1${path}`, headers: { host: 'infoskjerm.local' } })
      expect([path, refusal(answer).code]).toEqual([path, 'insecure'])
    }
  })
})

describe('[S8] plain HTTP from elsewhere', () => {
  const lan = { host: 'infoskjerm.local:3000' }
  test('leads to the same page over TLS', async () => {
    const answer = await rig.ask({ path: '/slides', headers: lan })
    expect([answer.status, answer.headers['location']]).toEqual([308, `https://infoskjerm.local:${rig.controller.tlsPort}/slides`])
  })
  test('serves what a player needs', async () => {
    expect((await rig.ask({ path: '/livez', headers: lan })).status).toBe(200)
    expect((await rig.ask({ path: '/readyz', headers: lan })).status).toBe(200)
    expect((await rig.ask({ path: `/media/${'0'.repeat(64)}`, headers: lan })).status).toBe(404)
  })
  test('over TLS there is everything', async () => {
    expect(refusal(await rig.ask({ path: '/api/v1/session', tls: true, headers: lan })).code).toBe('sign-in')
  })
})

describe('bad input', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, number, string, string, () => Promise<Awaited<ReturnType<Rig['ask']>>>]>([
    ['wrong JSON', 400, 'json', '', () => rig.as('edit', 'POST', '/areas', '{"name":')],
    [
      'no JSON',
      415,
      'json',
      '',
      () => rig.ask({ method: 'POST', path: '/api/v1/session', body: 'a=b', headers: { 'content-type': 'text/plain' } }),
    ],
    ['1 MB of it', 413, 'too-large', '', () => rig.as('edit', 'POST', '/areas', `{"name":"${'x'.repeat(1_000_000)}"}`)],
    ['a name too long', 422, 'too-long', 'name', () => rig.as('edit', 'POST', '/areas', { name: 'x'.repeat(200) })],
    ['a taken name', 409, 'duplicate', 'name', () => rig.as('edit', 'POST', '/areas', { name: 'hallen' })],
    ['a route there is not', 404, 'not-found', '', () => rig.as('all', 'GET', '/nothing')],
    ['a row there is not', 404, 'not-found', '', () => rig.as('edit', 'DELETE', '/areas/nothing')],
    [
      'days the wrong way round',
      422,
      'end-before-start',
      'lastDay',
      () => rig.as('all', 'PATCH', '/events/current', { lastDay: '2027-03-01' }),
    ],
    ['a day there is not', 422, 'invalid', 'firstDay', () => rig.as('all', 'PATCH', '/events/current', { firstDay: '2027-02-30' })],
    ['a zone there is not', 422, 'invalid', 'zone', () => rig.as('all', 'PATCH', '/events/current', { zone: 'Europe/Hamar' })],
    ['no revision', 422, 'missing-field', 'revision', () => rig.as('edit', 'POST', '/undo', {})],
    ['a revision that never was', 409, 'nothing-to-undo', 'revision', () => rig.as('edit', 'POST', '/undo', { revision: 99_999 })],
    ['a limit that is no number', 422, 'invalid', 'limit', () => rig.as('see', 'GET', '/audit?limit=many')],
    ['a broken Host', 400, '', '', () => rig.ask({ path: '/api/v1/session', headers: { ...json, host: 'a b' } })],
  ])('%s', async (_, status, code, path, ask) => {
    const answer = await ask()
    if (code === '') expect(answer.status).toBe(status)
    else {
      expect(refusal(answer)).toEqual({ status, code, path })
      expect(answer.headers['content-type']).toBe('application/problem+json')
    }
  })

  test('nothing of it was stored', async () => {
    expect((await rig.as('see', 'GET', '/areas')).json()).toEqual([{ id: 'hall', name: 'Hallen', position: 0 }])
  })
})

describe('a page of somebody else’s', () => {
  const body = { username: 'admin', password: adminPassword }
  const signIn = (headers: Readonly<Record<string, string>>) => rig.ask({ method: 'POST', path: '/api/v1/session', body, headers })
  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('cannot write: %j', async (headers) => {
    expect(refusal(await signIn(headers)).code).toBe('forbidden')
  })
  test('our own can', async () => {
    const host = `localhost:${rig.controller.httpPort}`
    expect((await signIn({ host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })
})

test('an area with screens in it stays, and says which', async () => {
  const areas = (await rig.as('edit', 'POST', '/areas', { name: 'Scenen' })).json() as { revision: number; value: { id: string } }
  const gone = await rig.as('edit', 'DELETE', `/areas/${areas.value.id}`)
  const { revision } = gone.json() as { revision: number }
  expect((await rig.as('edit', 'POST', '/undo', { revision })).status).toBe(200)
  const names = ((await rig.as('see', 'GET', '/areas')).json() as { name: string }[]).map((area) => area.name)
  expect(names).toEqual(['Hallen', 'Scenen'])
})

test('the documentation runs no script and loads nothing', async () => {
  const page = await rig.ask({ path: '/api/docs' })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.text).not.toContain('<script')
})

test('figures are for this machine only', async () => {
  expect((await rig.ask({ path: '/metrics' })).text).toContain('infoskjerm_event_loop_lag_seconds_bucket')
  expect((await rig.ask({ path: '/metrics', headers: { 'x-forwarded-for': '10.0.0.7' } })).status).toBe(404)
})

test('a file outside the built pages is nobody’s business', async () => {
  for (const path of ['/player/..%2f..%2fpackage.json', '/player/%2e%2e/package.json', '/..%2fpackage.json'])
    expect((await send(rig.controller.httpPort, { path })).text).not.toContain('"dependencies"')
})
