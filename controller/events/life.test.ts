import type { EventResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Answer, createRig, refusal, type Rig } from '../testing/rig.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let rig: Rig
beforeAll(async () => {
  rig = await createRig()
})
afterAll(() => rig.close())

const all = (method: string, path: string, body?: unknown) => rig.as('all', method, path, body)
const phase = (to: unknown) => all('PUT', '/events/current/phase', { phase: to })
const current = async () => (await rig.as('see', 'GET', '/events/current')).json() as EventResource
const of = <T>(answer: Answer) => answer.json() as Written<T>
const spotless = { name: 'TG28', firstDay: '2028-04-12' }

test.each<[string, () => Promise<Answer>, number, string, string]>([
  ['a phase there is none of', () => phase('paused'), 422, 'invalid', 'phase'],
  ['no phase', () => all('PUT', '/events/current/phase', {}), 422, 'missing-field', 'phase'],
  ['something more than a phase', () => all('PUT', '/events/current/phase', { phase: 'ended', why: '' }), 422, 'unknown-field', 'why'],
  ['a phase from somebody who may edit', () => rig.as('edit', 'PUT', '/events/current/phase', { phase: 'ended' }), 403, 'forbidden', ''],
  ['a farewell while the event runs', () => all('POST', '/events/current/farewell'), 409, 'conflict', 'phase'],
  ['a farewell from somebody who may edit', () => rig.as('edit', 'POST', '/events/current/farewell'), 403, 'forbidden', ''],
  ['a next year without a name', () => all('POST', '/events/next', { firstDay: '2028-04-12' }), 422, 'missing-field', 'name'],
  [
    'a next year on a day there is none of',
    () => all('POST', '/events/next', { ...spotless, firstDay: '2027-02-29' }),
    422,
    'invalid',
    'firstDay',
  ],
  ['a next year from somebody who may edit', () => rig.as('edit', 'POST', '/events/next', spotless), 403, 'forbidden', ''],
])('%s is refused, and nothing changes', async (_, ask, status, code, path) => {
  const before = await current()
  expect(refusal(await ask())).toEqual({ status, code, path })
  expect(await current()).toEqual(before)
})

test.each(['setup', 'ended', 'running'] as const)('the event enters «%s», and one undo takes it back', async (to) => {
  const before = (await current()).phase
  const { value, revision } = of<EventResource>(await phase(to))
  expect([value.phase, (await current()).phase]).toEqual([to, to])
  if (before === to) return
  expect((await all('POST', '/undo', { revision })).status).toBe(200)
  expect((await current()).phase).toBe(before)
})

test('after the end the boxes are let go, once', async () => {
  await phase('ended')
  expect(of<{ boxes: number }>(await all('POST', '/events/current/farewell')).value).toEqual({ boxes: 0 })
  const [deed] = (await rig.as('see', 'GET', '/audit?limit=1')).json() as { who: string; what: string }[]
  expect(deed).toMatchObject({ who: 'all' })
  await phase('running')
})

test('the next year is current and in set-up; undo brings this one back as it was', async () => {
  const before = await current()
  const { value, revision } = of<{ event: EventResource; leftOut: object }>(await all('POST', '/events/next', spotless))
  expect(value.leftOut).toEqual({ entries: [], slides: [] })
  expect(await current()).toEqual(value.event)
  expect(value.event).toMatchObject({ ...spotless, lastDay: '2028-04-16', phase: 'setup' })
  expect((await all('POST', '/undo', { revision })).status).toBe(200)
  expect(await current()).toEqual(before)
})
