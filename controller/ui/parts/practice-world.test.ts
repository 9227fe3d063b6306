import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { ProgrammeResource, RoundResource, ScreenResource, TakeoverKeyResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test } from 'vitest'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PracticeGround } from './practice-ground.ts'
import { practised, type PractisedDeed, practisedRow, readThrough } from './practice-world.ts'

const now = instant(Date.parse('2027-03-26T21:40:00Z'))
const screen = (id: string, area: string, more: object = {}) =>
  ({
    id,
    name: id,
    area,
    tags: [],
    audience: 'public',
    exits: [],
    position: 0,
    state: { kind: 'in-service' },
    class: `k-${area}`,
    ...more,
  }) as unknown as ScreenResource
const ground: PracticeGround = {
  who: 'Kari',
  now,
  areas: [
    { id: 'scene', name: 'Scenen', position: 0 },
    { id: 'inngang', name: 'Inngangen', position: 1 },
  ],
  screens: [screen('e12', 'inngang'), screen('b7', 'scene')],
  statuses: [],
  event: null,
  rounds: [],
  programme: null,
  code: 'BCDFGHJK',
  wrongCodes: 0,
  origin: 'https://hallen.test',
}
const done = (method: string, path: string, body: unknown, revision = -1, change: Partial<PracticeGround> = {}): PractisedDeed => {
  const deed = practised(method, path, body, revision, { ...ground, ...change })
  if (deed === null) throw new Error(`${method} ${path} cannot be practised`)
  return deed
}
const inngang = { kind: 'area', area: 'inngang' }

test('a notice stands in the list with everything that the controller would have filled in', () => {
  const deed = done('POST', '/notices', { template: 'free', target: inngang, until: '2027-03-26T22:40:00.000Z' })
  expect(deed.value).toMatchObject({ screens: ['e12'], by: 'Kari', from: '2027-03-26T21:40:00.000Z', endedAt: null })
  expect(readThrough([deed], '/notices', [{ id: 'real' }])).toMatchObject([deed.value, { id: 'real' }])
  expect(readThrough([deed], '/takeovers', [])).toEqual([])
})

test('a take-over ends by the clock', () => {
  expect(done('POST', '/takeovers', { content: { kind: 'black' }, target: inngang, minutes: 30 }).value).toMatchObject({
    until: '2027-03-26T22:10:00.000Z',
  })
})

test.each([
  ['/notices', 'POST', '/notices/a/end', null, [{ id: 'a', endedAt: '2027-03-26T21:40:00.000Z', endedBy: 'Kari' }, { id: 'b' }]],
  ['/placements', 'POST', '/placements/a/end', null, [{ id: 'b' }]],
  ['/slides', 'PUT', '/slides/a', { name: 'Ny' }, [{ id: 'a', draft: { name: 'Ny' } }, { id: 'b' }]],
  ['/slides', 'DELETE', '/slides/a', undefined, [{ id: 'b' }]],
  ['/schedule', 'PUT', '/schedule/a', { name: 'Ny' }, [{ id: 'a', name: 'Ny' }, { id: 'b' }]],
] as const)('%s after %s %s', (list, method, path, body, after) => {
  expect(readThrough([done(method, path, body)], list, [{ id: 'a' }, { id: 'b' }])).toEqual(after)
})

test('out of service, with who and since when', () => {
  const deed = done('POST', '/screens/e12/service', { kind: 'out-of-service', why: 'broken', note: '' })
  expect(readThrough([deed], '/screens', [{ id: 'e12' }])).toEqual([
    { id: 'e12', state: { kind: 'out-of-service', why: 'broken', note: '', by: 'Kari', since: '2027-03-26T21:40:00.000Z' } },
  ])
})

test('what was made in practice is found under its own path, as it was last changed', () => {
  const made = done('POST', '/slides', { name: 'Ny' })
  const { id } = made.value as { id: string }
  const changed = done('PUT', `/slides/${id}`, { name: 'Nyere' }, -2)
  expect(practisedRow([made, changed], `/slides/${id}`)).toMatchObject({ id, draft: { name: 'Nyere' }, published: null })
  expect(practisedRow([made], '/slides/real')).toBeNull()
})

test('a delay moves the happening, and remembers what was announced', () => {
  const planned = {
    id: 'h',
    start: '2027-03-26T22:00:00.000Z',
    end: '2027-03-26T23:00:00.000Z',
    stage: 's',
    cancelled: false,
    open: false,
    was: null,
  }
  const programme = { stages: [], happenings: [{ id: 'h', origin: 'sample', planned, correction: null, now: planned }] }
  const correction = { start: '2027-03-26T22:20:00.000Z', end: '2027-03-26T23:20:00.000Z', stage: null, open: false, cancelled: false }
  const deed = done('PUT', '/programme/corrections', { corrections: [{ happening: 'h', correction }] })
  const { happenings } = readThrough([deed], '/programme', programme) as ProgrammeResource
  expect(happenings[0]?.now).toMatchObject({ start: correction.start, end: correction.end, was: { start: planned.start } })
  const taken = done('PUT', '/programme/corrections', { corrections: [{ happening: 'h', correction: null }] }, -2)
  expect((readThrough([deed, taken], '/programme', programme) as ProgrammeResource).happenings[0]?.now).toEqual(planned)
})

test.each([
  ['POST', '/users'],
  ['DELETE', '/sample'],
  ['PUT', '/events/current/phase'],
  ['POST', '/invitations'],
  ['POST', '/media/x'],
])('%s %s cannot be practised', (method, path) => {
  expect(practised(method, path, {}, -1, ground)).toBeNull()
})

const pairing = { code: 'BCDFGHJK', screen: null, name: 'Skilt', area: 'scene' }

test('[S2] a box is connected by the code that it shows, and by no other', () => {
  expect(done('POST', '/screens/pair', pairing).value).toMatchObject({
    name: 'Skilt',
    paired: true,
    state: { kind: 'in-service' },
    class: 'k-scene',
  })
  expect(() => done('POST', '/screens/pair', { ...pairing, code: 'ZZZZZZZZ' })).toThrow(
    expect.objectContaining({ code: 'pairing-code', path: 'code' }),
  )
  const tried = { wrongCodes: limits.pairingTries }
  expect(() => done('POST', '/screens/pair', { ...pairing, code: 'ZZZZZZZZ' }, -1, tried)).toThrow(
    expect.objectContaining({ code: 'too-many' }),
  )
  expect(() => done('POST', '/screens/pair', { ...pairing, name: null })).toThrow(
    expect.objectContaining({ code: 'missing-field', path: 'name' }),
  )
})

test('a planned screen that gets a box is in service, and nobody has seen its exits', () => {
  const exits = [{ name: 'Port A', direction: 'left', confirmed: { by: 'Ola', at: '2027-03-25T12:00:00Z' } }]
  const planned = screen('e13', 'inngang', { state: { kind: 'planned' }, exits })
  const deed = done('POST', '/screens/pair', { ...pairing, screen: 'e13', name: 'e13' }, -1, { screens: [planned] })
  const after = { id: 'e13', paired: true, state: { kind: 'in-service' }, exits: [{ name: 'Port A', confirmed: null }] }
  expect(readThrough([deed], '/screens', [planned])).toMatchObject([after])
  const confirmed = done('POST', '/screens/e13/exits/confirm', { exits: [{ name: 'Port A', direction: 'left' }] }, -2, {
    screens: [planned],
  })
  expect(readThrough([deed, confirmed], '/screens', [planned])).toMatchObject([{ exits: [{ confirmed: { by: 'Kari' } }] }])
})

test('names stand until they are switched off', () => {
  const on = done('PUT', '/names', { shown: true })
  const off = done('PUT', '/names', { shown: false }, -2)
  expect(readThrough([on], '/names', null)).toEqual({ shown: true, since: '2027-03-26T21:40:00.000Z', by: 'Kari' })
  expect(readThrough([on, off], '/names', null)).toEqual({ shown: false, since: null, by: null })
})

test('a round goes area by area, remembers what was seen, and ends', () => {
  const screens = [...ground.screens, screen('e10', 'inngang', { position: -1 }), screen('new', 'scene', { state: { kind: 'planned' } })]
  const begun = done('POST', '/rounds', { target: { kind: 'all' } }, -1, { screens })
  expect(begun.value).toMatchObject({ screens: ['b7', 'e10', 'e12'], by: 'Kari', endedAt: null, sightings: [] })
  const rounds = [begun.value as RoundResource]
  const seen = done('POST', '/rounds/ovelse-1/sightings', { screen: 'b7', seen: false, note: 'Svart', picture: null }, -2, { rounds })
  const [walked] = readThrough([begun, seen], '/rounds', []) as RoundResource[]
  expect(walked).toMatchObject({ sightings: [{ screen: 'b7', seen: false, note: 'Svart', by: 'Kari', reported: { state: 'unpaired' } }] })
  expect(readThrough([begun], '/rounds', [])).toEqual(rounds)
  const ended = done('POST', '/rounds/ovelse-1/end', {}, -3, { rounds })
  expect(readThrough([begun, seen, ended], '/rounds', [])).toMatchObject([{ endedAt: '2027-03-26T21:40:00.000Z' }])
  expect(() => done('POST', '/rounds', { target: { kind: 'all' } }, -4, { rounds })).toThrow(expect.objectContaining({ code: 'conflict' }))
  expect(() => done('POST', '/rounds', { target: { kind: 'area', area: 'tom' } })).toThrow(expect.objectContaining({ code: 'no-screens' }))
})

test('a key has a link once, is in the list without it, and can be taken back', () => {
  const made = done('POST', '/takeover-keys', { name: 'Lyd', screens: ['e12'], minutes: 15, uses: 20 })
  const key = made.value as TakeoverKeyResource
  expect(key).toMatchObject({
    name: 'Lyd',
    usesLeft: 20,
    expiresAt: '2027-03-26T21:55:00.000Z',
    link: `https://hallen.test/stage/${key.id}`,
  })
  expect(readThrough([made], '/takeover-keys', [])).toEqual([{ ...key, link: null }])
  expect(readThrough([made, done('DELETE', `/takeover-keys/${key.id}`, undefined, -2)], '/takeover-keys', [])).toEqual([])
})

test('a list of screens makes what is new, areas too, and changes what has the name', () => {
  const row = { name: 'E12', area: 'inngangen', portrait: true, sizeInches: 55, distance: 'near', exits: [] }
  const deed = done('POST', '/screens/list', {
    rows: [row, { ...row, name: 'K1', area: 'Kafeen' }, { ...row, name: 'K2', area: 'kafeen' }],
  })
  expect(deed.value).toMatchObject({ made: [expect.any(String), expect.any(String)], changed: ['e12'], areas: ['Kafeen'] })
  const screens = readThrough([deed], '/screens', ground.screens) as ScreenResource[]
  expect(screens.find(({ id }) => id === 'e12')).toMatchObject({ sizeInches: 55, position: 1 })
  const [area] = readThrough([deed], '/areas', ground.areas) as { id: string; name: string }[]
  expect(area).toMatchObject({ name: 'Kafeen' })
  expect(
    screens
      .filter((one) => one.area === area?.id)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(['K1', 'K2'])
})

test('[E9] steps and shifted countdowns are played on the page alone, and each can be taken back', () => {
  const steps = [{ entry: 'premie', name: 'Premieutdeling', items: [], cue: null, screens: [] }]
  const first = done('PUT', '/steps/premie', { item: 'a' }, -1)
  const second = done('PUT', '/steps/premie', { item: 'b' }, -2)
  const at = '2027-03-26T21:40:00.000Z'
  expect(readThrough([first, second], '/steps', steps)).toMatchObject([{ cue: { item: 'b', at, by: 'Kari', before: { item: 'a', at } } }])
  expect(readThrough([first], '/steps', steps)).toMatchObject([{ cue: { item: 'a', before: null } }])
  const later = done('PUT', '/slips/ned', { laterMs: 60_000 }, -3)
  const back = done('PUT', '/slips/ned', { laterMs: 0 }, -4)
  expect(readThrough([later], '/slips', [])).toEqual([{ slide: 'ned', laterMs: 60_000, at, by: 'Kari' }])
  expect(readThrough([later, back], '/slips', [])).toEqual([])
})
