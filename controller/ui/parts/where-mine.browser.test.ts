/** Where something begins for whoever may edit some areas alone, and which places of links are offered to them. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Reaching, ScreenResource, Session, User } from '@infoskjerm/shared/wire/api.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { assumeVenue } from '../venue.ts'
import { mayActOn, placeOfLink, rememberArea, widestPlace } from './where-mine.ts'

const inn: Target = { kind: 'area', area: 'inn' }
const screen = (id: string, area: string) => ({ id, area, tags: [] }) as unknown as ScreenResource

/** Somebody who may edit there, and whose own areas these are. */
const editor = (edit: Reaching, areas: readonly string[]) => {
  const rights = { edit, all: false, startOverride: [], endOverride: [] }
  assumeVenue({ user: {} as User, session: { rights, areas } as unknown as Session })
}

beforeEach(() => {
  localStorage.clear()
  const areas = ['inn', 'ut'].map((id, position) => ({ id, name: id, position }))
  assumeVenue({ areas, screens: [screen('nord', 'inn'), screen('vest', 'ut')], ready: true })
})

describe('where a sending begins', () => {
  test.each<[string, Reaching, readonly string[], Target]>([
    ['everywhere, for who edits the whole venue', 'venue', ['inn'], { kind: 'all' }],
    ['one’s own area', ['inn'], ['inn'], inn],
    ['nowhere, where one’s own is not known', ['inn', 'ut'], [], { kind: 'or', of: [] }],
  ])('%s', (_, edit, areas, expected) => {
    editor(edit, areas)
    expect(widestPlace()).toEqual(expected)
  })

  test('the area last used, where there is none of one’s own', () => {
    editor(['inn', 'ut'], [])
    rememberArea([screen('nord', 'inn')])
    expect(widestPlace()).toEqual(inn)
  })
})

test.each<[string, Reaching, Target | null]>([
  ['nord', ['inn'], { kind: 'screen', screen: 'nord' }],
  ['area:inn', ['inn'], inn],
  ['vest', ['inn'], null],
  ['area:ut', ['inn'], null],
  ['vest', 'venue', { kind: 'screen', screen: 'vest' }],
])('the link to %s, for who edits %s', (id, edit, expected) => {
  editor(edit, [])
  expect(placeOfLink(id)).toEqual(expected)
})

test.each<[string, Target, boolean]>([
  ['one’s own area', inn, true],
  ['a screen of it', { kind: 'screen', screen: 'nord' }, true],
  ['a screen of another', { kind: 'screen', screen: 'vest' }, false],
  ['another area, empty or not', { kind: 'area', area: 'ut' }, false],
  ['a tag, which any screen may get', { kind: 'tag', tag: 'skilt' }, false],
  ['all', { kind: 'all' }, false],
])('what stands on %s is ended by who edits that area: %s', (_, target, mine) => {
  editor(['inn'], [])
  expect(mayActOn(target)).toBe(mine)
  editor('venue', [])
  expect(mayActOn(target)).toBe(true)
  editor([], [])
  expect(mayActOn(target)).toBe(false)
})
