import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noRights } from '../http/rights.ts'
import type { Call } from '../http/route.ts'
import { author, createTestVenue, entryRow } from '../realtime/testing.ts'
import type { TestWorld } from '../testing/world.ts'
import { scheduleRoutes } from './routes.ts'

let world: TestWorld
beforeAll(() => {
  world = createTestVenue()
  const put = (id: string, target: Target) =>
    world.store.write(author, 'test', (tx) => tx.put('schedule', { ...entryRow(id, 'extra', { kind: 'always' }), target }))
  put('in-foyer', { kind: 'area', area: 'foyer' })
  put('everywhere', { kind: 'all' })
})
afterAll(() => world.close())

/** The areas in which a call acts, for who may edit in one area alone, or the code of the refusal. */
const touched = (method: string, path: string, params: Readonly<Record<string, string>>, target: Target | null): string => {
  const route = scheduleRoutes(world).find((one) => one.method === method && one.path === path)
  const rights: Rights = { ...noRights, edit: ['foyer'] }
  try {
    const areas = route?.touches?.({ params, rights, body: { target } } as unknown as Call<unknown>)
    return (areas ?? ['?']).join(' ')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.code
  }
}
const area = (id: string): Target => ({ kind: 'area', area: id })
const tag: Target = { kind: 'tag', tag: 'skilt' }

describe('an entry acts where its screens hang, and may come to hang', () => {
  test.each<[string, Target, string]>([
    ['an area', area('foyer'), 'foyer'],
    ['two areas', { kind: 'or', of: [area('foyer'), area('hall')] }, 'foyer hall'],
    ['a part of an area', { kind: 'and', of: [area('foyer'), tag] }, 'foyer'],
    ['all screens', { kind: 'all' }, 'forbidden-area'],
    ['a tag, which any screen may get', tag, 'forbidden-area'],
    ['all but an area', { kind: 'not', of: area('hall') }, 'forbidden-area'],
    ['an area or a tag', { kind: 'or', of: [area('foyer'), tag] }, 'forbidden-area'],
    ['screens for crew', { kind: 'audience', audience: 'crew' }, 'forbidden-area'],
  ])('for %s', (_, target, areas) => expect(touched('post', '/schedule', {}, target)).toBe(areas))

  test.each<[string, string, string, Target | null, string]>([
    ['put', '/schedule/{id}', 'in-foyer', area('foyer'), 'foyer'],
    ['put', '/schedule/{id}', 'in-foyer', area('hall'), 'foyer hall'],
    ['put', '/schedule/{id}', 'everywhere', area('foyer'), 'forbidden-area'],
    ['put', '/schedule/{id}', 'gone', area('foyer'), 'foyer'],
    ['delete', '/schedule/{id}', 'in-foyer', null, 'foyer'],
    ['delete', '/schedule/{id}', 'everywhere', null, 'forbidden-area'],
    ['delete', '/schedule/{id}', 'gone', null, ''],
    ['post', '/schedule/{id}/arm', 'in-foyer', area('hall'), 'foyer'],
    ['post', '/schedule/{id}/arm', 'everywhere', area('foyer'), 'forbidden-area'],
    ['post', '/schedule/{id}/disarm', 'in-foyer', null, 'foyer'],
  ])('%s %s, %s', (method, path, id, target, areas) => expect(touched(method, path, { id }, target)).toBe(areas))
})
