/** Rounds: airtime as promised, in few turns. */
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { entryOf, manifestOf } from '../testing/build.ts'
import { randomFrom } from '../testing/random.ts'
import { forest } from './node.ts'
import { roundOf, type Share } from './round.ts'
import { shapeAt } from './shape.ts'

/** A list of one item of so many seconds, with a weight. */
function share(weight: number, seconds: number): Share {
  const manifest = manifestOf({ entries: [entryOf('a')], playlists: { a: 'x' }, slides: { x: seconds } })
  return { weight, shape: shapeAt(forest(manifest, false)('a'), 0) }
}

test.each([
  ['one alone', [[5, 10]], '0'],
  [
    'equals',
    [
      [1, 10],
      [1, 10],
      [1, 10],
    ],
    '012',
  ],
  [
    'twice the weight',
    [
      [2, 10],
      [1, 10],
    ],
    '010',
  ],
  [
    'half the length',
    [
      [1, 5],
      [1, 10],
    ],
    '010',
  ],
  [
    'evenly spread',
    [
      [5, 10],
      [2, 10],
    ],
    '0100010',
  ],
])('[E4] %s', (_, shares, pattern) => {
  expect(roundOf(shares.map(([weight, seconds]) => share(weight!, seconds!))).pattern.join('')).toBe(pattern)
})

test('[E4] never more turns than the limit, and within one percentage point wherever so many turns allow it', () => {
  let missed = 0
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed)
    const shares = Array.from({ length: 2 + random.below(5) }, () => share(1 + random.below(9), 5 + random.below(30)))
    const { turns, pattern, meanMs } = roundOf(shares)
    expect(pattern.length).toBeLessThanOrEqual(limits.roundTurns)
    const weights = shares.reduce((sum, { weight }) => sum + weight, 0)
    const misses = shares.map(({ weight, shape }, at) => Math.abs((turns[at]! * shape.sums[1]!) / meanMs - weight / weights))
    if (Math.max(...misses) > 0.01) missed++
  }
  expect(missed).toBe(0)
})

test('[E4] more sharers than turns: each gets one', () => {
  expect(roundOf(Array.from({ length: 300 }, () => share(1, 10))).turns.every((count) => count === 1)).toBe(true)
})
