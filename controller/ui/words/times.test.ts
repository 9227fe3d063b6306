import { instant } from '@infoskjerm/shared/time/instant.ts'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('./words.ts', () => ({ language: () => 'nb' }))
const { createTimes } = await import('./times.ts')

const nb = createTimes('Europe/Oslo', '05:00', 'nb')
const en = createTimes('Europe/Oslo', '05:00', 'en')
const at = (text: string) => instant(Date.parse(text))
/** Non-breaking spaces as plain ones, for reading. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  ['2027-03-26T21:30:00+01:00', 'fredag 26. kl. 21:30', 'Friday 26 at 21:30'],
  ['2027-03-27T01:30:00+01:00', 'natt til lørdag 27., 01:30', 'night to Saturday 27, 01:30'],
  ['2027-03-27T04:59:00+01:00', 'natt til lørdag 27., 04:59', 'night to Saturday 27, 04:59'],
  ['2027-03-27T05:00:00+01:00', 'lørdag 27. kl. 05:00', 'Saturday 27 at 05:00'],
  ['2027-03-28T03:00:00+02:00', 'natt til søndag 28., 03:00', 'night to Sunday 28, 03:00'],
])('[T6] %s is «%s»', (text, norwegian, english) => {
  expect(plain(nb.dayTime(at(text)))).toBe(norwegian)
  expect(plain(en.dayTime(at(text)))).toBe(english)
})

test.each([
  ['2027-03-26T22:40:00+01:00', 'nå'],
  ['2027-03-26T22:40:15+01:00', 'om 15 s'],
  ['2027-03-26T22:36:00+01:00', 'for 4 min siden'],
  ['2027-03-26T14:00:00+01:00', 'kl. 14:00'],
  ['2027-03-27T02:00:00+01:00', 'kl. 02:00'],
  ['2027-03-25T14:00:00+01:00', 'i går 14:00'],
  ['2027-03-27T09:00:00+01:00', 'i morgen 09:00'],
  ['2027-03-24T12:00:00+01:00', 'onsdag 24. kl. 12:00'],
])('[T6] on Friday at 22:40, %s is «%s»', (text, said) => {
  expect(plain(nb.relative(at(text), at('2027-03-26T22:40:00+01:00')))).toBe(said)
})

test.each([
  [12_000, '12 s'],
  [90_000, '1 min 30 s'],
  [240_000, '4 min'],
  [4_800_000, '1 t 20 min'],
  [7_200_000, '2 t'],
])('%i ms is «%s»', (ms, said) => {
  expect(plain(nb.length(ms))).toBe(said)
})

test.each([
  ['2027-03-26', '21:30', '2027-03-26T21:30:00+01:00'],
  ['2027-03-28', '01:59', '2027-03-28T01:59:00+01:00'],
  ['2027-03-28', '02:30', '2027-03-28T03:00:00+02:00'],
  ['2027-03-28', '03:00', '2027-03-28T03:00:00+02:00'],
  ['2027-10-31', '02:30', '2027-10-31T02:30:00+02:00'],
  ['2027-10-31', '03:30', '2027-10-31T03:30:00+01:00'],
])('[T3] %s %s in Oslo is %s', (date, time, text) => {
  expect(nb.at(date, time)).toBe(at(text))
})

test('[T6] the festival day goes on until day-break', () => {
  expect(nb.festivalDate(at('2027-03-27T04:59:59+01:00'))).toBe('2027-03-26')
  expect(nb.festivalDate(at('2027-03-27T05:00:00+01:00'))).toBe('2027-03-27')
})
