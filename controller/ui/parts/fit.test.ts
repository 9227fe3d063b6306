import { expect, test } from 'vitest'
import { largest } from './fit.ts'

test.each([
  [32, 140, 96, 96],
  [32, 140, 139, 139],
  [32, 140, 1_000, 140],
  [32, 140, 10, 32],
  [32, 32, 32, 32],
])('between %i and %i, with room for %i, it is %i', (least, most, room, size) => {
  expect(largest(least, most, (one) => one <= room)).toBe(size)
})

test('few looks are enough: each costs a layout', () => {
  let looks = 0
  largest(32, 140, (size) => (looks++, size <= 77))
  expect(looks).toBeLessThanOrEqual(7)
})
