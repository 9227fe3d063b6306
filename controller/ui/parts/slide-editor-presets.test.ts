import { describe, expect, test } from 'vitest'
import { divided, presetNames, presetOf, presets } from './slide-editor-presets.ts'

describe.each(presetNames)('%s', (name) => {
  test('lies inside the screen', () => {
    for (const { xPct, yPct, widthPct, heightPct } of presets[name]) {
      expect(xPct + widthPct).toBeLessThanOrEqual(100)
      expect(yPct + heightPct).toBeLessThanOrEqual(100)
    }
  })

  test('is recognised again', () => expect(presetOf(divided(name, [], ['a']))).toBe(name))
})

const playlistsOf = (regions: readonly { readonly playlist: string }[]) => regions.map(({ playlist }) => playlist)

test('a new part takes a list that stands nowhere yet, and the others keep theirs', () => {
  const two = divided('halves', [], ['a', 'b', 'c'])
  expect(playlistsOf(two)).toEqual(['a', 'b'])
  expect(playlistsOf(divided('columns', two, ['a', 'b', 'c']))).toEqual(['a', 'b', 'c'])
  expect(playlistsOf(divided('quarters', two, ['a', 'b', 'c']))).toEqual(['a', 'b', 'c', 'a'])
  expect(playlistsOf(divided('sidebar', two, ['a', 'b', 'c']))).toEqual(['a', 'b'])
})

test('a division that somebody made otherwise is none of ours', () => {
  expect(presetOf([{ xPct: 1, yPct: 0, widthPct: 99, heightPct: 100, playlist: 'a' }])).toBe(null)
})
