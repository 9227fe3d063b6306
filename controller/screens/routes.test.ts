import { plainCare } from '@infoskjerm/shared/model/care.ts'
import type { RoundResource, ScreenListResult, ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Answer, createRig, refusal, type Rig } from '../testing/rig.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>

let rig: Rig
/** May edit the area of the hall alone. */
let inHall: Ask
/** Ids of a screen in each of two areas. */
let hall: string
let stage: string

beforeAll(async () => {
  rig = await createRig()
  const made = async (path: string, body: object) => of<{ id: string }>(await all('POST', path, body)).value.id
  hall = await made('/screens', { name: 'Hall', area: 'hall' })
  stage = await made('/screens', { name: 'Scene', area: await made('/areas', { name: 'Scenen' }) })
  inHall = (await rig.account('vakt', 'see', [{ right: 'edit', areas: ['hall'] }])).ask
})
afterAll(() => rig.close())

const of = <T>(answer: Answer) => answer.json() as Written<T>
const all: Ask = (method, path, body) => rig.as('all', method, path, body)
const edit: Ask = (method, path, body) => rig.as('edit', method, path, body)
const screen = async (id: string) => (await rig.as('see', 'GET', `/screens/${id}`)).json() as ScreenResource
const at = (id: string, deed = '') => `/screens/${id}${deed}`
const row = (change: object = {}) => ({ name: 'Ny', area: 'Hallen', ...change })

describe('whom a screen stands before', () => {
  test.each<[string, () => Promise<Answer>]>([
    ['an editor', () => edit('PATCH', at(hall), { audience: 'crew' })],
    ['an editor of its area', () => inHall('PATCH', at(hall), { audience: 'crew' })],
    ['an editor who adds one', () => edit('POST', '/screens', { name: 'Crewrom', area: 'hall', audience: 'crew' })],
  ])('is not for %s to say', async (_, ask) => {
    expect(refusal(await ask())).toEqual({ status: 403, code: 'forbidden', path: 'audience' })
    expect((await screen(hall)).audience).toBe('public')
  })

  test('is said by whoever may everything; who repeats it changes nothing and may', async () => {
    expect(of<ScreenResource>(await all('PATCH', at(hall), { audience: 'crew' })).value.audience).toBe('crew')
    expect((await inHall('PATCH', at(hall), { audience: 'crew', name: 'Hall' })).status).toBe(200)
    expect(refusal(await inHall('PATCH', at(hall), { audience: 'public' }))).toMatchObject({ code: 'forbidden', path: 'audience' })
    await all('PATCH', at(hall), { audience: 'public' })
  })
})

describe('a change', () => {
  const care = { ...plainCare, rotation: 90, overscanPct: 2.5, quiet: { from: '02:00', until: '08:00', lightPct: 30 }, sound: true }
  const kept = { sizeInches: 55, position: 7, tags: ['inngang'], profile: 'lofi', distance: 'hall', care } as const

  test.each<[string, object]>([
    ['its name', { name: 'Scene igjen' }],
    ['what a form of an older page sends', { name: 'Scene', widthPx: 1920, heightPx: 1080, audience: 'public' }],
    ['nothing', {}],
  ])('of %s keeps what it does not name', async (_, change) => {
    await all('PATCH', at(stage), kept)
    expect((await all('PATCH', at(stage), change)).status).toBe(200)
    expect(await screen(stage)).toMatchObject(kept)
  })

  test('of care is undone alone', async () => {
    await all('PATCH', at(stage), { care })
    const { revision } = of<ScreenResource>(await all('PATCH', at(stage), { care: { ...care, rotation: 0, quiet: null } }))
    await all('POST', '/undo', { revision })
    expect((await screen(stage)).care).toEqual(care)
  })
})

describe('service', () => {
  test('out of service with who, why and since; back again; undone', async () => {
    const out = of<ScreenResource>(await inHall('POST', at(hall, '/service'), { kind: 'out-of-service', why: 'broken', note: 'Kabel' }))
    expect(out.value.state).toMatchObject({ kind: 'out-of-service', why: 'broken', note: 'Kabel', by: 'vakt' })
    await inHall('POST', '/undo', { revision: out.revision })
    expect((await screen(hall)).state).toEqual({ kind: 'in-service' })
  })

  test.each<[string, () => Promise<Answer>, number, string, string]>([
    ['without a reason', () => inHall('POST', at(hall, '/service'), { kind: 'out-of-service' }), 422, 'missing-field', 'why'],
    [
      'for a reason there is none of',
      () => inHall('POST', at(hall, '/service'), { kind: 'out-of-service', why: 'mood' }),
      422,
      'invalid',
      'why',
    ],
    ['of another’s area', () => inHall('POST', at(stage, '/service'), { kind: 'planned' }), 403, 'forbidden-area', ''],
    ['of no screen', () => edit('POST', at('nowhere', '/service'), { kind: 'planned' }), 404, 'not-found', ''],
  ])('%s it is refused', async (_, ask, status, code, path) => expect(refusal(await ask())).toEqual({ status, code, path }))
})

describe('ways out', () => {
  const north = { name: 'Nord', direction: 'left' }

  test('are confirmed by who stands there, and a move makes them unconfirmed', async () => {
    await edit('PATCH', at(hall), { exits: [{ ...north, confirmed: null }] })
    const seen = of<ScreenResource>(await inHall('POST', at(hall, '/exits/confirm'), { exits: [north] })).value
    expect(seen.exits).toMatchObject([{ ...north, confirmed: { by: 'vakt' } }])
    const moved = of<ScreenResource>(await inHall('POST', at(hall, '/moved'))).value
    expect(moved.exits).toEqual([{ ...north, confirmed: null }])
  })

  test.each<[string, object, number, string]>([
    ['others than the stored ones', { exits: [{ name: 'Nord', direction: 'right' }] }, 409, 'conflict'],
    ['more than the stored ones', { exits: [north, { name: 'Sør', direction: 'right' }] }, 409, 'conflict'],
  ])('%s are not confirmed', async (_, body, status, code) => {
    expect(refusal(await edit('POST', at(hall, '/exits/confirm'), body))).toMatchObject({ status, code })
    expect((await screen(hall)).exits).toEqual([{ ...north, confirmed: null }])
  })

  test('who may edit elsewhere confirms nothing here', async () => {
    expect(refusal(await inHall('POST', at(stage, '/exits/confirm'), { exits: [north] }))).toMatchObject({ code: 'forbidden-area' })
  })
})

describe('a pasted list', () => {
  const list = (...rows: readonly object[]) => edit('POST', '/screens/list', { rows })

  test.each<[string, () => Promise<Answer>, number, string, string]>([
    ['a row without an area', () => list(row(), { name: 'B' }), 422, 'missing-field', 'rows.1.area'],
    ['a row without a name', () => list(row({ name: '' })), 422, 'too-short', 'rows.0.name'],
    ['a distance there is none of', () => list(row(), row({ name: 'B', distance: 'far' })), 422, 'invalid', 'rows.1.distance'],
    [
      'three ways out',
      () => list(row({ exits: [1, 2, 3].map((n) => ({ name: `Port ${n}`, direction: 'up' })) })),
      422,
      'too-long',
      'rows.0.exits',
    ],
    ['a column there is none of', () => list(row({ colour: 'red' })), 422, 'unknown-field', 'rows.0.colour'],
    ['the same name twice', () => list(row(), row({ name: ' ny ' })), 409, 'duplicate', 'rows.1.name'],
    ['an empty list', () => list(), 422, 'invalid', 'rows'],
    ['a list from who edits one area', () => inHall('POST', '/screens/list', { rows: [row()] }), 403, 'forbidden', ''],
  ])('%s is refused with its row, and nothing is stored', async (_, ask, status, code, path) => {
    const before = (await rig.as('see', 'GET', '/screens')).text
    expect(refusal(await ask())).toEqual({ status, code, path })
    expect((await rig.as('see', 'GET', '/screens')).text).toBe(before)
  })

  test('makes planned screens and their areas in one deed, and one undo takes it back', async () => {
    const before = (await rig.as('see', 'GET', '/screens')).text
    const { value, revision } = of<ScreenListResult>(await list(row(), row({ name: 'Kiosk', area: 'Foajé', portrait: true })))
    expect([value.made.length, value.changed, value.areas]).toEqual([2, [], ['Foajé']])
    const kiosk = await screen(value.made[1] ?? '')
    expect([kiosk.state, kiosk.heightPx > kiosk.widthPx, kiosk.paired]).toEqual([{ kind: 'planned' }, true, false])
    await edit('POST', '/undo', { revision })
    expect((await rig.as('see', 'GET', '/screens')).text).toBe(before)
  })
})

describe('a round', () => {
  const target = { kind: 'screen', screen: '' }

  test('is begun, walked and ended by who may edit there alone', async () => {
    expect(refusal(await inHall('POST', '/rounds', { target: { ...target, screen: stage } }))).toMatchObject({ code: 'forbidden-area' })
    const { value } = of<RoundResource>(await inHall('POST', '/rounds', { target: { ...target, screen: hall } }))
    expect([value.screens, value.by, value.endedAt]).toEqual([[hall], 'vakt', null])
    const again = await edit('POST', '/rounds', { target: { kind: 'all' } })
    expect(refusal(again)).toMatchObject({ status: 409, code: 'conflict' })
    const see: Ask = (_, id, body) => inHall('POST', `/rounds/${value.id}/sightings`, { screen: id, seen: true, ...(body as object) })
    expect(refusal(await see('', stage))).toMatchObject({ code: 'forbidden-area' })
    expect(refusal(await see('', hall, { picture: '0'.repeat(64) }))).toEqual({ status: 422, code: 'unknown-reference', path: 'picture' })
    const seen = of<RoundResource>(await see('', hall, { note: 'Skeiv' })).value
    expect(seen.sightings).toMatchObject([{ screen: hall, by: 'vakt', seen: true, note: 'Skeiv', reported: { state: 'unpaired' } }])
    const ended = of<RoundResource>(await inHall('POST', `/rounds/${value.id}/end`)).value
    expect(ended.endedAt).not.toBeNull()
    expect(refusal(await see('', hall))).toMatchObject({ status: 409, code: 'conflict' })
    expect((await rig.as('see', 'GET', '/rounds')).json()).toMatchObject([{ id: value.id }])
  })
})
