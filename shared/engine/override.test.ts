/** Which message a screen shows, and that its end comes by a person. */
import { describe, expect, test } from 'vitest'
import { distantFuture } from '../time/instant.ts'
import { inWords } from '../testing/ask.ts'
import { endedAt, liveOf, overrideOf, s } from '../testing/build.ts'
import { overrideAt } from './override.ts'

const stop = { template: 'show-stop' } as const

describe('[N1] the ladder', () => {
  test.each([
    ['life-safety above operation, however new', [overrideOf('stop', { ...stop, since: s(9) }), overrideOf('leave')], 'leave'],
    ['an unknown template may be about life', [overrideOf('stop', stop), overrideOf('new', { template: 'of-tomorrow' })], 'new'],
    ['[N12] an exercise never above an actual message', [overrideOf('drill', { status: 'exercise' }), overrideOf('stop', stop)], 'stop'],
    ['the newest', [overrideOf('a', { since: s(1) }), overrideOf('b', { since: s(2) })], 'b'],
    ['the smaller id', [overrideOf('b'), overrideOf('a')], 'a'],
    ['a message above the end of one', [overrideOf('a', { since: s(9), ending: endedAt(10) }), overrideOf('b', { since: s(1) })], 'b'],
    ['the end of a higher one above a lower', [overrideOf('a', { ending: endedAt(10) }), overrideOf('stop', stop)], 'a/all-clear'],
  ])('%s', (_, overrides, seen) => {
    expect(inWords(overrideAt(liveOf(...overrides), s(20)).content ?? undefined)).toBe(seen)
    expect(inWords(overrideAt(liveOf(...[...overrides].reverse()), s(20)).content ?? undefined)).toBe(seen)
  })
})

describe('[N8] ends', () => {
  const ended = liveOf(overrideOf('leave', { ending: endedAt(100, 'mistake') }))

  test.each([
    [99.999, 'leave', s(100)],
    [100, 'leave/mistake', s(220)],
    [219.999, 'leave/mistake', s(220)],
    [220, '–', distantFuture],
  ])('its ending words stand two minutes, then it is gone: %d s → %s', (at, seen, until) => {
    const found = overrideAt(ended, s(at))
    expect(inWords(found.content ?? undefined)).toBe(seen)
    expect(found.until).toBe(until)
  })

  test('without an ending it never goes by time, and holds before its own start on a slow clock', () => {
    for (const at of [-1_000, 0, 1e9]) expect(overrideAt(liveOf(overrideOf('leave')), s(at)).until).toBe(distantFuture)
    expect(inWords(overrideAt(liveOf(overrideOf('leave')), s(-1_000)).content ?? undefined)).toBe('leave')
  })
})

test('[N2] only the screens that are meant', () => {
  const elsewhere = overrideOf('leave', { target: { kind: 'area', area: 'stage' } })
  expect(overrideAt(liveOf(elsewhere), s(0)).content).toBeNull()
  expect(overrideAt({ ...liveOf(overrideOf('leave')), screen: null }, s(0)).content).toBeNull()
})
