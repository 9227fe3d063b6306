import type { NoticeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Answer, createRig, refusal, type Rig } from '../testing/rig.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>

let rig: Rig
let stage: string
let screens: Readonly<Record<'hall' | 'stage' | 'vakt', string>>
/** May edit the area of the hall alone. */
let inHall: Ask

beforeAll(async () => {
  rig = await createRig()
  const made = async (path: string, body: object) =>
    ((await rig.as('admin', 'POST', path, body)).json() as Written<{ id: string }>).value.id
  stage = await made('/areas', { name: 'Scenen' })
  screens = {
    hall: await made('/screens', { name: 'Hall', area: 'hall' }),
    stage: await made('/screens', { name: 'Scene', area: stage }),
    vakt: await made('/screens', { name: 'Vakt', area: 'hall', audience: 'crew' }),
  }
  inHall = (await rig.account('vakt', 'see', [{ right: 'edit', areas: ['hall'] }])).ask
})
afterAll(() => rig.close())

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const screen = (id: string) => ({ kind: 'screen', screen: id })
const car = (change: object = {}) => ({
  ...{ template: 'car', values: { plate: 'AB 12345' }, words: { nb: '', en: '' }, target: screen(screens.hall), until: inMinutes(10) },
  ...change,
})
const edit: Ask = (method, path, body) => rig.as('edit', method, path, body)
const send = async (change: object = {}) => ((await edit('POST', '/notices', car(change))).json() as Written<NoticeResource>).value
const shown = async (id: string) => (await rig.as('see', 'GET', `/screens/${id}/scene`)).text.includes('AB\u00a012345')

test('stands on its screens at once and on no other, until somebody says *Borte nå*, and again when that is taken back', async () => {
  const answer = await edit('POST', '/notices', car())
  const { value, operation } = answer.json() as Written<NoticeResource>
  expect(value).toMatchObject({ template: 'car', values: { plate: 'AB 12345' }, screens: [screens.hall], by: 'edit', endedBy: null })
  expect([Date.parse(value.until) - Date.parse(value.from) > 590_000, operation !== null]).toEqual([true, true])
  expect([await shown(screens.hall), await shown(screens.stage)]).toEqual([true, false])

  const { revision } = (await rig.as('all', 'POST', `/notices/${value.id}/end`)).json() as Written<NoticeResource>
  expect(await shown(screens.hall)).toBe(false)
  expect((await rig.as('see', 'GET', '/notices')).json()).toMatchObject([{ id: value.id, by: 'edit', endedBy: 'all' }])
  const [deed] = (await rig.as('see', 'GET', '/audit?limit=1')).json() as { who: string; what: string }[]
  expect(deed).toMatchObject({ who: 'all', what: 'notice.end' })

  await edit('POST', '/undo', { revision })
  expect(await shown(screens.hall)).toBe(true)
  expect((await edit('POST', `/notices/${value.id}/end`)).status).toBe(200)
})

test.each<[string, () => Promise<Answer>, number, string, string]>([
  ['a time without its offset', () => edit('POST', '/notices', car({ until: '2027-03-26T22:40' })), 422, 'invalid', 'until'],
  ['a number as a time', () => edit('POST', '/notices', car({ until: Date.now() + 60_000 })), 422, 'invalid', 'until'],
  ['no end', () => edit('POST', '/notices', { ...car(), until: undefined }), 422, 'missing-field', 'until'],
  ['a past end', () => edit('POST', '/notices', car({ until: inMinutes(-1) })), 422, 'end-before-start', 'until'],
  ['a band of its own', () => edit('POST', '/notices', car({ band: 'override' })), 422, 'unknown-field', 'band'],
  ['a number as a value', () => edit('POST', '/notices', car({ values: { plate: 7 } })), 422, 'invalid', 'values.plate'],
  ['nothing at all', () => edit('POST', '/notices', {}), 422, 'missing-field', 'template'],
  ['one there is not', () => edit('POST', '/notices/nothing/end'), 404, 'not-found', ''],
  ['a new end for one there is not', () => edit('PATCH', '/notices/nothing', { until: inMinutes(1) }), 404, 'not-found', ''],
])('%s is refused', async (_, ask, status, code, path) => {
  expect(refusal(await ask())).toEqual({ status, code, path })
})

test('words for crew never stand before everybody, whoever asks', async () => {
  const call = { template: 'crew-call', values: { who: 'To fra Security' } }
  for (const who of ['edit', 'all', 'admin'] as const) {
    const answer = await rig.as(who, 'POST', '/notices', car({ ...call, target: { kind: 'area', area: 'hall' } }))
    expect(refusal(answer)).toEqual({ status: 422, code: 'audience', path: 'target' })
    expect(answer.json()).toMatchObject({ params: { names: 'Hall' } })
  }
  const { id, ...sent } = await send({ ...call, target: { kind: 'audience', audience: 'crew' } })
  expect(sent.screens).toEqual([screens.vakt])
  expect((await edit('POST', `/notices/${id}/end`)).status).toBe(200)
})

describe('who may edit one area', () => {
  test.each<[string, boolean, () => object]>([
    ['a screen of it', true, () => screen(screens.hall)],
    ['the area', true, () => ({ kind: 'area', area: 'hall' })],
    ['a screen of another', false, () => screen(screens.stage)],
    ['another area', false, () => ({ kind: 'area', area: stage })],
    ['everything', false, () => ({ kind: 'all' })],
    ['everything but a screen', false, () => ({ kind: 'not', of: screen(screens.hall) })],
    ['both', false, () => ({ kind: 'or', of: [screen(screens.hall), screen(screens.stage)] })],
  ])('shows a notice on %s: %s', async (_, may, target) => {
    const answer = await inHall('POST', '/notices', car({ target: target() }))
    if (!may) expect(refusal(answer)).toMatchObject({ status: 403, code: 'forbidden-area' })
    else expect((await inHall('POST', `/notices/${(answer.json() as Written<{ id: string }>).value.id}/end`)).status).toBe(200)
  })

  const area = { kind: 'area', area: 'hall' }
  const crew = { kind: 'audience', audience: 'crew' }
  test.each<[string, boolean, object]>([
    ['the crew’s screens of it', true, { kind: 'and', of: [area, crew] }],
    ['all of it but a screen', true, { kind: 'and', of: [area, { kind: 'not', of: screen('hall') }] }],
    ['the crew’s screens, which all hang there today', false, crew],
    ['a tag that no screen has today', false, { kind: 'or', of: [area, { kind: 'tag', tag: 'skilt' }] }],
    ['all but another area', false, { kind: 'not', of: { kind: 'area', area: 'scenen' } }],
    ['a screen that is not there yet', false, { kind: 'or', of: [area, screen('i-morgen')] }],
  ])('may mean %s: %s', async (_, may, target) => {
    const answer = await inHall('POST', '/notices', car({ target }))
    if (!may) expect(refusal(answer)).toEqual({ status: 403, code: 'forbidden-area', path: 'target' })
    else expect((await inHall('POST', `/notices/${(answer.json() as Written<{ id: string }>).value.id}/end`)).status).toBe(200)
  })

  test('leaves alone what may come to stand elsewhere, and takes back nothing of the kind', async () => {
    const sent = await send({ target: { kind: 'and', of: [crew, { kind: 'not', of: { kind: 'tag', tag: 'skilt' } }] } })
    expect(sent.screens).toEqual([screens.vakt])
    for (const answer of [
      await inHall('PATCH', `/notices/${sent.id}`, { until: inMinutes(2) }),
      await inHall('POST', `/notices/${sent.id}/end`),
    ])
      expect(refusal(answer)).toEqual({ status: 403, code: 'forbidden-area', path: '' })
    expect((await edit('POST', `/notices/${sent.id}/end`)).status).toBe(200)
  })

  test('ends and changes what others show there, and nothing elsewhere', async () => {
    const [here, there] = [await send(), await send({ target: screen(screens.stage) })]
    expect((await inHall('PATCH', `/notices/${here.id}`, { until: inMinutes(2) })).status).toBe(200)
    expect((await inHall('POST', `/notices/${here.id}/end`)).json()).toMatchObject({ value: { by: 'edit', endedBy: 'vakt' } })
    for (const answer of [
      await inHall('PATCH', `/notices/${there.id}`, { until: inMinutes(2) }),
      await inHall('POST', `/notices/${there.id}/end`),
    ])
      expect(refusal(answer)).toMatchObject({ status: 403, code: 'forbidden-area' })
    expect(await shown(screens.stage)).toBe(true)
    expect((await edit('POST', `/notices/${there.id}/end`)).status).toBe(200)
  })
})
