import { describe, expect, test } from 'vitest'
import { at, event } from './testing/samples.ts'
import { type Calendar, clockFigures, dateHeading, dayAndTime, dayEnd, dayNote, minuteFigures, remaining, timeOfDay } from './words.ts'

const oslo: Calendar = { zone: event.zone, dayBreakMs: event.dayBreakMs }
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

describe('dates and times', () => {
  test.each([
    ['2027-03-26T19:37:00Z', 'Fredag 26. mars'],
    ['2027-03-26T23:30:00Z', 'Natt til lørdag 27. mars'],
    ['2027-03-27T04:00:00Z', 'Lørdag 27. mars'],
    ['2027-03-28T01:00:00Z', 'Natt til søndag 28. mars'],
  ])('[T6] at %s the heading is %s', (t, words) => expect(plain(dateHeading(oslo, at(t)).nb)).toBe(words))

  test.each([
    ['2027-03-26T22:00:00Z', '2027-03-26T19:00:00Z', null],
    ['2027-03-27T00:30:00Z', '2027-03-26T19:00:00Z', 'natt til lørdag'],
    ['2027-03-27T00:30:00Z', '2027-03-26T23:30:00Z', null],
    ['2027-03-27T10:00:00Z', '2027-03-26T19:00:00Z', 'lørdag 27.'],
    ['2027-03-28T00:30:00Z', '2027-03-26T19:00:00Z', 'natt til søndag 28.'],
  ])('[T6] %s seen at %s: %s', (t, now, words) => {
    const note = dayNote(oslo, at(t), at(now))
    expect(note === null ? null : plain(note.nb)).toBe(words)
  })

  test('[T3] the clock goes from 01:59 to 03:00', () => {
    expect(timeOfDay(event.zone, at('2027-03-28T00:59:59Z'))).toBe('01:59')
    expect(timeOfDay(event.zone, at('2027-03-28T01:00:00Z'))).toBe('03:00')
  })

  test('[T6] the day of the clock change ends at day-break all the same', () => {
    expect(dayEnd(oslo, at('2027-03-28T00:30:00Z'))).toBe(at('2027-03-28T03:00:00Z'))
    expect(dayEnd(oslo, at('2027-03-26T19:37:00Z'))).toBe(at('2027-03-27T04:00:00Z'))
  })

  test('a day is said only where it is another one', () => {
    expect(plain(dayAndTime(oslo, at('2027-03-26T21:00:00Z'), at('2027-03-26T19:00:00Z')).nb)).toBe('kl. 22:00')
    expect(plain(dayAndTime(oslo, at('2027-03-27T00:30:00Z'), at('2027-03-26T19:00:00Z')).nb)).toBe('natt til lørdag 27. mars kl. 01:30')
  })
})

describe('what is left', () => {
  test.each([
    [7_384_000, '2:03:04'],
    [65_000, '1:05'],
    [64_001, '1:05'],
    [1, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
    [Number.MIN_SAFE_INTEGER, '0:00'],
    [2 * 86_400_000 + 5_000, '0:00:05'],
  ])('%i ms is %s, never negative', (ms, figures) => expect(clockFigures(remaining(ms))).toBe(figures))

  test.each([
    [7_384_000, '2 t 3 min'],
    [30_000, '1 min'],
  ])('on a still glass %i ms is %s', (ms, figures) => expect(plain(minuteFigures(remaining(ms)))).toBe(figures))
})
