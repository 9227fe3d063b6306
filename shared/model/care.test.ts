import { describe, expect, it } from 'vitest'
import { instant } from '../time/instant.ts'
import type { ZoneTable } from '../time/zone.ts'
import { isQuiet, plainCare, screenCareSchema } from './care.ts'

/** Oslo, with the night of 2027-03-28 that has no 02:30. */
const oslo: ZoneTable = {
  name: 'Europe/Oslo',
  firstOffsetMs: 3_600_000,
  changes: [{ at: instant(Date.UTC(2027, 2, 28, 1)), offsetMs: 7_200_000 }],
}
const night = { from: '23:00', until: '08:00', lightPct: 20 }
const at = (utc: string) => isQuiet(night, oslo, instant(Date.parse(utc)))

describe('quiet hours', () => {
  it.each([
    ['2027-03-26T21:59:59Z', false],
    ['2027-03-26T22:00:00Z', true],
    ['2027-03-27T06:59:59Z', true],
    ['2027-03-27T07:00:00Z', false],
  ])('at %s it is quiet: %s', (utc, quiet) => expect(at(utc)).toBe(quiet))

  it('[T3] end when the clock on the wall says so, however long the night', () => {
    expect(at('2027-03-28T05:59:59Z')).toBe(true)
    expect(at('2027-03-28T06:00:00Z')).toBe(false)
  })

  it.each([
    ['within a day', { from: '12:00', until: '13:00', lightPct: 0 }, '2027-03-26T11:30:00Z', true],
    ['within a day, before', { from: '12:00', until: '13:00', lightPct: 0 }, '2027-03-26T10:30:00Z', false],
    ['all day', { from: '08:00', until: '08:00', lightPct: 50 }, '2027-03-26T03:00:00Z', true],
    ['none', null, '2027-03-26T22:30:00Z', false],
  ])('%s', (_, quiet, utc, expected) => expect(isQuiet(quiet, oslo, instant(Date.parse(utc)))).toBe(expected))
})

it.each([
  ['plain', plainCare, true],
  ['turned', { ...plainCare, rotation: 270 }, true],
  ['a turn that there is none of', { ...plainCare, rotation: 45 }, false],
  ['an hour that there is none of', { ...plainCare, quiet: { ...night, from: '24:00' } }, false],
  ['more than cut off', { ...plainCare, overscanPct: 11 }, false],
])('care of a screen, %s: %s', (_, care, holds) => expect(screenCareSchema.safeParse(care).success).toBe(holds))
