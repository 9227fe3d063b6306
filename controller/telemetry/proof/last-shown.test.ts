import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { entryOf, manifestOf, once, s } from '@infoskjerm/shared/testing/build.ts'
import { describe, expect, test } from 'vitest'
import { type Candidate, lastShown } from './last-shown.ts'

/** `x` and `y` take turns of 10 s; `rare` stands from 100 to 110 alone. */
const manifests: Readonly<Record<number, Manifest>> = {
  1: manifestOf({
    entries: [entryOf('a'), entryOf('r', { exclusive: true, band: 'event', when: once(100, 110) })],
    playlists: { a: 'x y', r: 'rare' },
  }),
  2: manifestOf({ entries: [entryOf('a')], playlists: { a: 'x z' } }),
}
const slides = (...sponsors: readonly string[]) => new Map(sponsors.map((one): [string, Set<string>] => [one, new Set([one])]))
const candidate = (
  manifest: number,
  from: number,
  until: number,
  screens: readonly string[],
  ...sponsors: readonly string[]
): Candidate => ({
  manifest,
  from: s(from),
  until: s(until),
  screens,
  slides: slides(...sponsors),
})
const of = { steps: {}, manifestOf: (id: number) => manifests[id]! }

describe('a sponsor last stood', () => {
  test.each<[string, readonly Candidate[], Record<string, { at: number; screens: readonly string[] }>]>([
    [
      'in the latest interval, whatever the order of them',
      [candidate(1, 0, 7_205, ['a'], 'x', 'y'), candidate(1, 0, 5_000, ['b'], 'x', 'y'), candidate(1, 0, 6_000, ['c'], 'x', 'y')],
      { x: { at: 7_205, screens: ['a'] }, y: { at: 7_200, screens: ['a'] } },
    ],
    ['hours ago', [candidate(1, 0, 9 * 3_600, ['a'], 'rare')], { rare: { at: 110, screens: ['a'] } }],
    [
      'at the same instant on several',
      [candidate(1, 0, 6_000, ['a', 'b'], 'x', 'y'), candidate(2, 300, 6_000, ['c'], 'x')],
      { x: { at: 5_990, screens: ['a', 'b', 'c'] }, y: { at: 6_000, screens: ['a', 'b'] } },
    ],
    [
      'in an interval that ended earlier, where the later one has it earlier still',
      [candidate(1, 0, 6_000, ['a'], 'rare', 'x'), candidate(1, 0, 109, ['b'], 'rare')],
      { rare: { at: 110, screens: ['a'] }, x: { at: 5_990, screens: ['a'] } },
    ],
    ['nowhere', [], {}],
  ])('%s', async (_, candidates, expected) => {
    const found = Object.fromEntries(
      [...(await lastShown(candidates, of))].map(([id, { at, screens }]) => [id, { at: at / 1_000, screens }]),
    )
    expect(found).toEqual(expected)
  })
})
