import { describe, expect, test } from 'vitest'
import { instantsIn, instantsOut, parseInstant } from './instants.ts'

describe('[T1] a time over REST', () => {
  test.each([
    ['2027-03-26T22:40:00+01:00', Date.UTC(2027, 2, 26, 21, 40)],
    ['2027-03-26T21:40:00Z', Date.UTC(2027, 2, 26, 21, 40)],
    ['2027-03-26t21:40:00.5z', Date.UTC(2027, 2, 26, 21, 40, 0, 500)],
  ])('%s', (text, ms) => {
    expect(parseInstant(text, 'at')).toBe(ms)
  })

  test.each(['2027-03-26T22:40:00', '2027-03-26', '2027-02-30T10:00:00Z', '2027-03-26T25:00:00Z', 'i morgen', 1_800_000_000_000, '', {}])(
    '%j is refused with its path',
    (text) => {
      expect(() => instantsIn({ items: [{ validFrom: text }] })).toThrow(
        expect.objectContaining({ code: 'invalid', path: 'items.0.validFrom' }),
      )
    },
  )
})

test('wall times of a schedule rule stay as they are, both ways', () => {
  const when = { when: { kind: 'daily', from: '18:00', until: '02:00' } }
  expect(instantsIn(when)).toEqual(when)
  expect(instantsOut(when)).toEqual(when)
})

test('null stays null, and what never comes is null', () => {
  expect(instantsIn({ validFrom: null })).toEqual({ validFrom: null })
  expect(instantsOut({ until: 8_640_000_000_000_000, since: 0 })).toEqual({ until: null, since: '1970-01-01T00:00:00.000Z' })
})
