import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { ProgrammeResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test } from 'vitest'
import { practised, type PractisedDeed, practisedRow, readThrough } from './practice-world.ts'

const now = instant(Date.parse('2027-03-26T21:40:00Z'))
const screen = (id: string, area: string) => ({ id, name: id, area, tags: [], audience: 'public' }) as unknown as ScreenResource
const ground = { who: 'Kari', now, screens: [screen('e12', 'inngang'), screen('b7', 'scene')] }
const done = (method: string, path: string, body: unknown, revision = -1): PractisedDeed => {
  const deed = practised(method, path, body, revision, ground)
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
  ['POST', '/screens/pair'],
  ['POST', '/takeover-keys'],
])('%s %s cannot be practised', (method, path) => {
  expect(practised(method, path, {}, -1, ground)).toBeNull()
})
