import { limits } from '@infoskjerm/shared/limits.ts'
import type { StageResource, TakeoverKeyResource, TakeoverResource, Written } from '@infoskjerm/shared/wire/api.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Answer, createRig, refusal, type Rig } from '../testing/rig.ts'

// A whole controller starts here, and decodes pictures, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>

let rig: Rig
let screens: Readonly<Record<'hall' | 'stage' | 'monitor', string>>
/** May edit the area of the hall alone. */
let inHall: Ask

beforeAll(async () => {
  rig = await createRig()
  const made = async (path: string, body: object) =>
    ((await rig.as('admin', 'POST', path, body)).json() as Written<{ id: string }>).value.id
  const area = await made('/areas', { name: 'Scenen' })
  screens = {
    hall: await made('/screens', { name: 'Hall', area: 'hall' }),
    stage: await made('/screens', { name: 'Scene', area }),
    monitor: await made('/screens', { name: 'Monitor', area }),
  }
  inHall = (await rig.account('hall', 'see', [{ right: 'edit', areas: ['hall'] }])).ask
})
afterAll(() => rig.close())

const page = (url: string) => ({ content: { kind: 'web', url }, minutes: 10 })
const black = { content: { kind: 'black' }, minutes: 10 }
const screen = (id: string) => ({ kind: 'screen', screen: id })
const edit: Ask = (method, path, body) => rig.as('edit', method, path, body)
const valueOf = <T>(answer: Answer) => (answer.json() as Written<T>).value
const take = async (target: object, url: string) => valueOf<TakeoverResource>(await edit('POST', '/takeovers', { ...page(url), target }))
const shows = async (id: string) => /https:\/\/\w+\.example/.exec((await rig.as('see', 'GET', `/screens/${id}/scene`)).text)?.[0] ?? null
const end = (id: string) => edit('POST', `/takeovers/${id}/end`)

test('the last one wins; given back, the earlier one is there, then the show', async () => {
  const earlier = await take(screen(screens.hall), 'https://earlier.example')
  const later = await take(screen(screens.hall), 'https://later.example')
  expect([await shows(screens.hall), await shows(screens.stage)]).toEqual(['https://later.example', null])
  await end(later.id)
  expect(await shows(screens.hall)).toBe('https://earlier.example')
  const { revision } = (await end(earlier.id)).json() as Written<unknown>
  expect(await shows(screens.hall)).toBe(null)
  await edit('POST', '/undo', { revision })
  expect(await shows(screens.hall)).toBe('https://earlier.example')
  await end(earlier.id)
  const listed = (await rig.as('see', 'GET', '/takeovers')).json() as TakeoverResource[]
  expect(listed.map(({ id, endedBy }) => [id, endedBy])).toEqual([
    [later.id, 'edit'],
    [earlier.id, 'edit'],
  ])
  expect(Object.keys(listed[0] ?? {})).not.toContain('key')
})

test('who may edit one area takes over and gives back there, and gives nobody a key to more', async () => {
  const theirs = await take(screen(screens.stage), 'https://theirs.example')
  const key = (...of: string[]) => ({ name: 'Nøkkel', screens: of })
  const made = valueOf<TakeoverKeyResource>(await edit('POST', '/takeover-keys', key(screens.stage)))
  const until = new Date(Date.now() + 60_000).toISOString()
  for (const answer of [
    await inHall('POST', '/takeovers', { ...black, target: { kind: 'all' } }),
    await inHall('POST', '/takeovers', { ...black, target: screen(screens.stage) }),
    await inHall('POST', `/takeovers/${theirs.id}/end`),
    await inHall('PATCH', `/takeovers/${theirs.id}`, { until }),
    await inHall('POST', '/takeover-keys', key(screens.hall, screens.stage)),
    await inHall('DELETE', `/takeover-keys/${made.id}`),
  ])
    expect(refusal(answer)).toMatchObject({ status: 403, code: 'forbidden-area' })
  const own = valueOf<TakeoverResource>(await inHall('POST', '/takeovers', { ...black, target: screen(screens.hall) }))
  const ownKey = valueOf<TakeoverKeyResource>(await inHall('POST', '/takeover-keys', key(screens.hall)))
  for (const answer of [
    await inHall('PATCH', `/takeovers/${own.id}`, { until }),
    await inHall('POST', `/takeovers/${own.id}/end`),
    await inHall('DELETE', `/takeover-keys/${ownKey.id}`),
    await end(theirs.id),
    await edit('DELETE', `/takeover-keys/${made.id}`),
  ])
    expect(answer.status, answer.text).toBe(200)
})

test('who may edit one area takes over nothing that may come to hang elsewhere', async () => {
  for (const target of [{ kind: 'tag', tag: 'skilt' }, { kind: 'not', of: { kind: 'area', area: 'scenen' } }, { kind: 'all' }])
    expect(refusal(await inHall('POST', '/takeovers', { ...black, target }))).toEqual({
      status: 403,
      code: 'forbidden-area',
      path: 'target',
    })
})

describe('a stage crew’s link', () => {
  const link = async (change: object = {}) => {
    const made = valueOf<TakeoverKeyResource>(
      await edit('POST', '/takeover-keys', { name: 'Hovedscenen', screens: [screens.stage, screens.monitor], ...change }),
    )
    return { ...made, secret: made.link?.split('/').at(-1) ?? '' }
  }
  const asHolder = (secret: string, method: string, path = '', body?: unknown) =>
    rig.ask({ method, path: `/api/v1/stage/${secret}${path}`, ...(body === undefined ? {} : { body }) })
  const photo = () =>
    sharp({ create: { width: 40, height: 20, channels: 3, background: '#c04020' } })
      .jpeg()
      .toBuffer()

  test('works on another machine, and is told once', async () => {
    const made = await link()
    expect(made.link).toMatch(new RegExp(`^https://(?!localhost).+:${rig.controller.tlsPort}/stage/[\\w-]{43}$`))
    expect(made).toMatchObject({ name: 'Hovedscenen', usesLeft: 20, by: 'edit' })
    const left = Date.parse(made.expiresAt) - Date.now()
    expect(left > 14 * 60_000 && left <= 15 * 60_000).toBe(true)
    const { text } = await edit('GET', '/takeover-keys')
    expect(text).toContain(made.id)
    expect(text).not.toMatch(new RegExp(`${made.secret}|[hH]ash`))
    expect((await rig.as('all', 'GET', '/audit?limit=500')).text).not.toContain(made.secret)
  })

  test('takes over its screens and gives them back, for one use each time', async () => {
    const { secret } = await link()
    const other = await take(screen(screens.hall), 'https://other.example')
    const stage = (await asHolder(secret, 'POST', '/takeover', page('https://stage.example'))).json() as StageResource
    expect(stage).toMatchObject({ usesLeft: 19, running: { by: 'Nøkkel: Hovedscenen', content: { url: 'https://stage.example' } } })
    expect(await Promise.all([shows(screens.stage), shows(screens.monitor), shows(screens.hall)])).toEqual([
      'https://stage.example',
      'https://stage.example',
      'https://other.example',
    ])
    expect((await asHolder(secret, 'POST', '/end')).json()).toMatchObject({ usesLeft: 19, running: null })
    expect([await shows(screens.stage), await shows(screens.hall)]).toEqual([null, 'https://other.example'])
    const [deed] = (await rig.as('see', 'GET', '/audit?limit=1')).json() as object[]
    expect(deed).toMatchObject({ who: 'Nøkkel: Hovedscenen', what: 'stage.end' })
    await end(other.id)
  })

  test('shows a picture just taken', async () => {
    const [mine, theirs] = [await link(), await link()]
    const uploaded = (await asHolder(mine.secret, 'POST', '/media', await photo())).json() as { hash: string }
    expect(uploaded).toMatchObject({ widthPx: 40, heightPx: 20, usesLeft: 19 })
    const picture = { content: { kind: 'picture', hash: uploaded.hash }, minutes: 5 }
    expect(refusal(await asHolder(theirs.secret, 'POST', '/takeover', picture))).toMatchObject({ code: 'unknown-reference' })
    expect((await asHolder(mine.secret, 'POST', '/takeover', picture)).status).toBe(200)
    expect((await rig.as('see', 'GET', `/screens/${screens.stage}/scene`)).text).toContain(uploaded.hash)
    await asHolder(mine.secret, 'POST', '/end')
  })

  test('takes no use for what was no picture, and one picture at a time', async () => {
    const { secret } = await link({ uses: 1 })
    for (const bytes of [Buffer.from('hei'), Buffer.from('000000206674797069736f6d0000020069736f6d', 'hex'), Buffer.alloc(0)])
      expect(refusal(await asHolder(secret, 'POST', '/media', bytes))).toMatchObject({ status: 415, code: 'media-type' })
    const both = await Promise.all([asHolder(secret, 'POST', '/media', await photo()), asHolder(secret, 'POST', '/media', await photo())])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 429])
    expect(refusal(await asHolder(secret, 'POST', '/media', await photo()))).toMatchObject({ status: 410, code: 'key' })
  })

  test('opens nothing else: no account, no other route, no other screen, no longer life', async () => {
    const { secret, id } = await link({ uses: 1 })
    const bearer = (method: string, path: string) =>
      rig.ask({ method, path: `/api/v1${path}`, headers: { authorization: `Bearer ${secret}` }, ...(method === 'GET' ? {} : { body: {} }) })
    for (const [method, path] of [
      ['GET', '/session'],
      ['GET', '/screens'],
      ['GET', '/takeovers'],
      ['POST', '/takeovers'],
      ['POST', '/takeover-keys'],
      ['DELETE', `/takeover-keys/${id}`],
      ['POST', '/undo'],
    ] as const)
      expect([method, path, (await bearer(method, path)).status]).toEqual([method, path, 401])
    for (const body of [
      { ...black, target: { kind: 'all' } },
      { ...black, screens: [screens.hall] },
      { ...black, key: id },
      { ...black, minutes: 61 },
      { content: { kind: 'slide', slide: 'kart' }, minutes: 5 },
    ])
      expect((await asHolder(secret, 'POST', '/takeover', body)).status).toBe(422)
    expect(Object.keys((await asHolder(secret, 'GET')).json() as object).sort()).toEqual(
      ['expiresAt', 'name', 'now', 'running', 'screens', 'usesLeft'].sort(),
    )
    await Promise.all(Array.from({ length: 5 }, () => asHolder(secret, 'POST', '/takeover', black)))
    expect((await asHolder(secret, 'GET')).json()).toMatchObject({ usesLeft: 0 })
    const theirs = (await rig.as('see', 'GET', '/takeovers')).json() as TakeoverResource[]
    expect(theirs.filter(({ by, endedAt }) => by === 'Nøkkel: Hovedscenen' && endedAt === null)).toHaveLength(1)
  })

  test('taken back is over at once; what was made with it is the crew’s to end', async () => {
    const { secret, id } = await link()
    const stage = (await asHolder(secret, 'POST', '/takeover', page('https://left.example'))).json() as StageResource
    expect((await edit('DELETE', `/takeover-keys/${id}`)).status).toBe(200)
    for (const answer of [
      await asHolder(secret, 'GET'),
      await asHolder(secret, 'POST', '/takeover', black),
      await asHolder(secret, 'POST', '/end'),
      await asHolder(secret, 'POST', '/media', await photo()),
    ])
      expect(refusal(answer)).toEqual({ status: 410, code: 'key', path: '' })
    expect(await shows(screens.stage)).toBe('https://left.example')
    expect((await end(stage.running?.id ?? '')).status).toBe(200)
  })

  test('is not there over plain HTTP from elsewhere', async () => {
    const { secret } = await link()
    const answer = await rig.ask({ path: `/api/v1/stage/${secret}`, headers: { host: 'infoskjerm.local' } })
    expect(refusal(answer).code).toBe('insecure')
  })

  // The last one: the address of these tests is held up afterwards.
  test('cannot be guessed at leisure', async () => {
    const { secret } = await link()
    const guesses = await Promise.all(Array.from({ length: limits.keyTries + 20 }, (_, n) => asHolder(`guess-${n}`, 'GET')))
    const late = guesses.filter(({ status }) => status === 429)
    expect([late.length >= 20, guesses.every(({ status }) => status === 410 || status === 429)]).toEqual([true, true])
    expect(refusal(await asHolder(secret, 'POST', '/takeover', black))).toMatchObject({ status: 429, code: 'too-many' })
  })
})
