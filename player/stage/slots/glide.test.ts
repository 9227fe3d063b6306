import { describe, expect, test } from 'vitest'
import { glideIn, pageAt } from './glide.ts'

describe('a line that is too long for its strip', () => {
  test.each([
    [20_000, 2_500, 15_000],
    [5_000, 1_000, 3_000],
    [1_000, 200, 600],
  ])('in a turn of %i ms stands %i ms, glides %i ms, and stands again', (turnMs, delayMs, durationMs) => {
    expect(glideIn(turnMs)).toEqual({ delayMs, durationMs })
  })

  test.each([
    [3, 9_000, 0, 0],
    [3, 9_000, 2_999, 0],
    [3, 9_000, 3_000, 1],
    [3, 9_000, 8_999, 2],
    [3, 9_000, 9_500, 2],
    [3, 9_000, -200, 0],
    [1, 9_000, 8_000, 0],
  ])('is turned in %i pages where nothing may move: in a turn of %i ms, after %i ms stands page %i', (pages, turnMs, sinceMs, page) => {
    expect(pageAt(pages, turnMs, sinceMs)).toBe(page)
  })
})
