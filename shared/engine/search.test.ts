/** The searches, from every wrong guess. */
import { expect, test } from 'vitest'
import { countAtMost, lastAtMost } from './search.ts'

test('how many are at most x', () => {
  expect([0, 1, 2, 3, 9].map((x) => countAtMost([1, 3, 3, 5], x))).toEqual([0, 1, 1, 3, 4])
  expect(countAtMost([], 5)).toBe(0)
})

test('the last k at most x, whatever was guessed', () => {
  const tenfold = (k: number): number => k * 10
  for (const guess of [-5, 0, 1, 6, 7, 8, 50, 10_000]) {
    expect([0, 9, 70, 79, 80].map((x) => lastAtMost(tenfold, x, guess))).toEqual([0, 0, 7, 7, 8])
  }
})
