import { describe, expect, test } from 'vitest'
import { areasNamed, isBounded } from './reach.ts'
import type { Target } from './target.ts'

const area = (id: string): Target => ({ kind: 'area', area: id })
const screen = (id: string): Target => ({ kind: 'screen', screen: id })
const tag: Target = { kind: 'tag', tag: 'skilt' }
const crew: Target = { kind: 'audience', audience: 'crew' }
const not = (of: Target): Target => ({ kind: 'not', of })
const and = (...of: Target[]): Target => ({ kind: 'and', of })
const or = (...of: Target[]): Target => ({ kind: 'or', of })

describe('a target, whether it keeps to what it names, and the areas it names', () => {
  test.each<[string, Target, boolean, readonly string[]]>([
    ['an area', area('a'), true, ['a']],
    ['a screen that is there', screen('a1'), true, []],
    ['a screen that is not there', screen('z9'), false, []],
    ['all', { kind: 'all' }, false, []],
    ['a tag', tag, false, []],
    ['an audience', crew, false, []],
    ['all but an area', not(area('a')), false, []],
    ['an area by tag', and(tag, area('a')), true, ['a']],
    ['an area but for some', and(area('a'), not(area('b'))), true, ['a']],
    ['crew by tag', and(crew, tag), false, []],
    ['two areas', or(area('a'), area('b')), true, ['a', 'b']],
    ['an area or a tag', or(area('a'), tag), false, ['a']],
    ['an area or a screen that is not there', or(area('a'), screen('z9')), false, ['a']],
    ['areas or screens, for crew', and(or(area('a'), screen('a1')), crew), true, ['a']],
    ['nothing', or(), true, []],
    ['nothing left out', and(), false, []],
  ])('%s', (_, target, bounded, areas) => {
    expect([isBounded(target, (id) => id === 'a1'), areasNamed(target)]).toEqual([bounded, areas])
  })
})
