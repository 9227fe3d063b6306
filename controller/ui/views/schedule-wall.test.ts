import { describe, expect, test } from 'vitest'
import { calendarDate, daysFrom, festivalTimeAt, meaningOf, readTime, zoneTable } from './schedule-wall.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'

const oslo = 'Europe/Oslo'
const at = (iso: string) => instant(Date.parse(iso))

describe('what people write for a time', () => {
  test.each([
    ['18:00', '18:00'],
    ['18.30', '18:30'],
    ['1830', '18:30'],
    ['930', '09:30'],
    ['9', '09:00'],
    ['kl. 9', '09:00'],
    ['24:00', '00:00'],
    ['24:30', null],
    ['18:60', null],
    ['25', null],
    ['18:3', null],
    ['', null],
    ['kveld', null],
  ])('%j is %j', (text, time) => expect(readTime(text)).toBe(time))
})

describe('[T6] a time after midnight belongs to the day before', () => {
  test.each([
    ['2027-03-26', '22:40', '2027-03-26'],
    ['2027-03-26', '01:30', '2027-03-27'],
    ['2027-03-26', '04:59', '2027-03-27'],
    ['2027-03-26', '05:00', '2027-03-26'],
    ['2027-03-31', '00:00', '2027-04-01'],
  ])('%s %s falls on %s', (day, time, date) => expect(calendarDate({ day, time }, '05:00')).toBe(date))

  test('and comes back the same', () => {
    expect(festivalTimeAt(at('2027-03-26T23:30:00Z'), oslo, '05:00')).toEqual({ day: '2027-03-26', time: '00:30' })
    expect(festivalTimeAt(at('2027-03-28T01:30:00Z'), oslo, '05:00')).toEqual({ day: '2027-03-27', time: '03:30' })
    expect(festivalTimeAt(at('2027-03-28T03:00:00Z'), oslo, '05:00')).toEqual({ day: '2027-03-28', time: '05:00' })
  })
})

describe('[T3] wall times at a clock change', () => {
  test.each([
    ['winter', '2027-03-26', '22:40', '2027-03-26T21:40:00Z'],
    ['last minute before the gap', '2027-03-27', '01:59', '2027-03-28T00:59:00Z'],
    ['first minute after the gap', '2027-03-27', '03:00', '2027-03-28T01:00:00Z'],
    ['summer', '2027-03-28', '12:00', '2027-03-28T10:00:00Z'],
    ['twice in autumn: the first', '2026-10-24', '02:30', '2026-10-25T00:30:00Z'],
  ])('%s', (_, day, time, instantText) => {
    expect(meaningOf({ day, time }, oslo, '05:00')).toEqual({ kind: 'exists', at: at(instantText) })
  })

  test('02:30 on 28 March 2027 does not exist; its neighbours are 01:59 and 03:00', () => {
    const meaning = meaningOf({ day: '2027-03-27', time: '02:30' }, oslo, '05:00')
    expect(meaning).toEqual({ kind: 'gap', before: at('2027-03-28T00:59:00Z'), after: at('2027-03-28T01:00:00Z') })
  })

  test('a half-hour gap (Lord Howe) and a gap at midnight (Beirut)', () => {
    expect(meaningOf({ day: '2026-10-03', time: '02:15' }, 'Australia/Lord_Howe', '05:00').kind).toBe('gap')
    expect(meaningOf({ day: '2026-03-28', time: '00:30' }, 'Asia/Beirut', '05:00')).toEqual({
      kind: 'gap',
      before: at('2026-03-28T21:59:00Z'),
      after: at('2026-03-28T22:00:00Z'),
    })
  })
})

test('days from first to last', () => {
  expect(daysFrom('2027-03-30', '2027-04-01')).toEqual(['2027-03-30', '2027-03-31', '2027-04-01'])
  expect(daysFrom('2027-04-01', '2027-03-30')).toEqual([])
})

test('the zone as a table: one change in spring, one in autumn', () => {
  expect(zoneTable(oslo, at('2027-01-01T00:00:00Z'), at('2028-01-01T00:00:00Z'))).toEqual({
    name: oslo,
    firstOffsetMs: 3_600_000,
    changes: [
      { at: at('2027-03-28T01:00:00Z'), offsetMs: 7_200_000 },
      { at: at('2027-10-31T01:00:00Z'), offsetMs: 3_600_000 },
    ],
  })
})
