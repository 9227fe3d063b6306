import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test } from 'vitest'
import { nothingPicked, screensOf, selectionOf, targetOf, toggled } from './target-selection.ts'

const screens = [
  { id: 'nord', area: 'inngang', tags: ['sponsor'] },
  { id: 'sor', area: 'inngang', tags: [] },
  { id: 'vest', area: 'scene', tags: ['sponsor'] },
] as unknown as readonly ScreenResource[]

const area: Target = { kind: 'area', area: 'inngang' }
const tag: Target = { kind: 'tag', tag: 'sponsor' }

test.each<[string, Target, readonly string[]]>([
  ['all', { kind: 'all' }, ['nord', 'sor', 'vest']],
  ['an area', area, ['nord', 'sor']],
  ['an area or a tag', { kind: 'or', of: [area, tag] }, ['nord', 'sor', 'vest']],
  ['nothing', { kind: 'or', of: [] }, []],
])('%s: said, and read back as it was', (_, target, ids) => {
  const selection = selectionOf(target)
  expect(selection).not.toBeNull()
  expect(targetOf(selection ?? nothingPicked)).toEqual(target)
  expect(screensOf(target, screens).map(({ id }) => id)).toEqual(ids)
})

test.each<Target>([
  { kind: 'and', of: [area, tag] },
  { kind: 'not', of: tag },
  { kind: 'or', of: [area, { kind: 'not', of: tag }] },
])('what the picker cannot say is not simplified into something else', (target) => {
  expect(selectionOf(target)).toBeNull()
})

test('picking one ends *all*; picking it again lets it go', () => {
  const all = { ...nothingPicked, all: true }
  const one = toggled(all, 'areas', 'inngang')
  expect(targetOf(one)).toEqual(area)
  expect(toggled(one, 'areas', 'inngang')).toEqual(nothingPicked)
})
