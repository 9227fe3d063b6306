import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, it } from 'vitest'
import { aimOf, areaOf, narrowed, targetOfAreas, targetOfLink } from './where-model.ts'

const screen = (id: string, area: string, audience: 'public' | 'crew' = 'public', kind = 'in-service') =>
  ({ id, area, audience, tags: [], state: { kind } }) as unknown as ScreenResource
const screens = [
  screen('nord', 'inngang'),
  screen('sor', 'inngang'),
  screen('rom', 'inngang', 'crew'),
  screen('ny', 'inngang', 'public', 'planned'),
  screen('brent', 'scene', 'public', 'out-of-service'),
  screen('vest', 'scene'),
]
const entrance: Target = { kind: 'area', area: 'inngang' }
const ids = (target: Target | null, reaches: 'everyone' | 'crew') => aimOf(target, reaches, screens).screens.map(({ id }) => id)

describe('which screens are meant', () => {
  it.each<[string, Target | null, 'everyone' | 'crew', string[], number]>([
    ['those in service in the area', entrance, 'everyone', ['nord', 'sor', 'rom'], 0],
    ['words for crew: those before crew alone', entrance, 'crew', ['rom'], 2],
    ['words for crew where only the public is', { kind: 'area', area: 'scene' }, 'crew', [], 1],
    ['nothing chosen: none', null, 'everyone', [], 0],
  ])('%s', (_, target, reaches, meant, keptOut) => {
    expect(ids(target, reaches)).toEqual(meant)
    expect(aimOf(target, reaches, screens).keptOut).toBe(keptOut)
  })
})

it('what is sent for crew meets no public screen, whatever was chosen', () => {
  const sent = narrowed({ kind: 'all' }, 'crew')
  expect(screens.filter((one) => matches(sent, one)).map(({ id }) => id)).toEqual(['rom'])
  expect(narrowed(entrance, 'everyone')).toBe(entrance)
})

it.each<[string, readonly ScreenResource[], string | null]>([
  ['one area', screens.slice(0, 3), 'inngang'],
  ['several', screens, null],
  ['none', [], null],
])('the area that is remembered: %s', (_, of, area) => expect(areaOf(of)).toBe(area))

it.each<[string, readonly string[], Target | null]>([
  ['none: nothing is chosen', [], null],
  ['one', ['inngang'], entrance],
  ['two', ['inngang', 'scene'], { kind: 'or', of: [entrance, { kind: 'area', area: 'scene' }] }],
])('one’s own areas: %s', (_, areas, target) => expect(targetOfAreas(areas)).toEqual(target))

it.each<[string | null, Target | null]>([
  [null, null],
  ['nord', { kind: 'screen', screen: 'nord' }],
  ['area:inngang', entrance],
  ['area:borte', null],
  ['borte', null],
])('the place of the link %s', (id, target) => expect(targetOfLink(id, [{ id: 'inngang' }], screens)).toEqual(target))
