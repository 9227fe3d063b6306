import { describe, expect, test } from 'vitest'
import { aheadBy, seekBeyondS, speedFor } from './following.ts'

describe('a film', () => {
  test.each([
    [2, 1.5, 10, 0.5],
    [1, 1.5, 10, -0.5],
    [9.9, 0.1, 10, -0.2],
    [0.1, 9.9, 10, 0.2],
    [5, 5, 10, 0],
  ])('at %f s that should be at %f s of %f s is %f s ahead, the shorter way round', (is, should, duration, ahead) => {
    expect(aheadBy(is, should, duration)).toBeCloseTo(ahead)
  })

  test.each([
    [0, 1],
    [0.003, 1],
    [0.01, 0.99],
    [-0.01, 1.01],
    [0.2, 0.97],
    [-0.2, 1.03],
    [0.31, null],
    [-0.31, null],
  ])('%f s ahead plays at %f', (ahead, speed) => {
    const told = speedFor(ahead)
    if (speed === null) expect(told).toBeNull()
    else expect(told).toBeCloseTo(speed)
  })

  test.each([-seekBeyondS, -0.1, 0.05, seekBeyondS])(
    'that is %f s off comes within a frame, and stays, looked at every quarter of a second',
    (off) => {
      let aheadS = off
      for (let n = 0; n < 120; n++) aheadS += ((speedFor(aheadS) ?? 1) - 1) * 0.25
      expect(Math.abs(aheadS)).toBeLessThan(1 / 60)
    },
  )
})
