import { describe, expect, test } from 'vitest'
import { readClock, readDay, readMoment } from './programme-cells.ts'

const event = { firstDay: '2027-03-24', lastDay: '2027-03-28' }

describe('days', () => {
  test.each([
    ['27.03', '2027-03-27'],
    ['27.3.', '2027-03-27'],
    ['27.3.2027', '2027-03-27'],
    ['27.03.27', '2027-03-27'],
    ['27/3', '2027-03-27'],
    ['27/03-2027', '2027-03-27'],
    ['27-03-2027', '2027-03-27'],
    ['2027-03-27', '2027-03-27'],
    ['2027.03.27', '2027-03-27'],
    ['2027-03-27T00:00:00', '2027-03-27'],
    ['2027-03-27 00:00:00', '2027-03-27'],
    ['3/27/2027', '2027-03-27'],
    ['27. mars', '2027-03-27'],
    ['27 mar 2027', '2027-03-27'],
    ['27. Mars 27', '2027-03-27'],
    ['March 27', '2027-03-27'],
    ['Mar 27th, 2027', '2027-03-27'],
    ['1. mai', '2027-05-01'],
    ['lørdag', '2027-03-27'],
    ['Lør', '2027-03-27'],
    ['lordag', '2027-03-27'],
    ['Saturday', '2027-03-27'],
    ['sun.', '2027-03-28'],
    ['søn', '2027-03-28'],
    ['tirsdag', '2027-03-23'],
    ['Thursday', '2027-03-25'],
    ['lørdag 27.', '2027-03-27'],
    ['Lørdag 27. mars', '2027-03-27'],
    ['Sat, 27 March 2027', '2027-03-27'],
    ['lør 27.03', '2027-03-27'],
    ['  LØRDAG   den 27. mars 2027 ', '2027-03-27'],
    ['27.', '2027-03-27'],
    ['29. februar 2028', '2028-02-29'],
  ])('%s is %s', (text, day) => expect(readDay(text, event)).toEqual({ kind: 'day', day }))

  test.each([
    '',
    'i morgen',
    '31.02',
    '30. februar',
    '0.3',
    '32.3',
    '27.13',
    '2027-02-30',
    'lørdags',
    '13',
    '27.3.202',
    'mars',
    '<b>27.3</b>',
  ])('«%s» is no day', (text) => expect(readDay(text, event)).toEqual({ kind: 'unknown' }))

  test.each([
    ['fredag 27.03', '2027-03-27'],
    ['Sunday 27 March 2027', '2027-03-27'],
  ])('%s names the wrong weekday', (text, day) => expect(readDay(text, event)).toEqual({ kind: 'weekday', day }))

  test('over New Year the year is the one that lies nearest', () => {
    const newYear = { firstDay: '2027-12-30', lastDay: '2028-01-02' }
    expect(readDay('31.12', newYear)).toEqual({ kind: 'day', day: '2027-12-31' })
    expect(readDay('1.1', newYear)).toEqual({ kind: 'day', day: '2028-01-01' })
  })
})

test.each([
  ['22:40', '22:40'],
  ['22.40', '22:40'],
  ['2240', '22:40'],
  ['22', '22:00'],
  ['9', '09:00'],
  ['kl 9', '09:00'],
  ['kl. 22.40', '22:40'],
  ['klokka 22', '22:00'],
  ['22:40:00', '22:40'],
  ['9:05', '09:05'],
  ['24:00', '00:00'],
  ['10:40 PM', '22:40'],
  ['10 p.m.', '22:00'],
  ['12:15 am', '00:15'],
  ['12 pm', '12:00'],
  ['', null],
  ['25:00', null],
  ['22:60', null],
  ['13 pm', null],
  ['kveld', null],
  ['-22', null],
])('the time %s is %s', (text, time) => expect(readClock(text)).toBe(time))

test.each([
  ['2027-03-28 01:30', { date: '2027-03-28', time: '01:30' }],
  ['2027-03-28T01:30:00', { date: '2027-03-28', time: '01:30' }],
  ['27.03.2027 22.40', { date: '2027-03-27', time: '22:40' }],
  ['lør 27.3 kl. 22:40', { date: '2027-03-27', time: '22:40' }],
  ['lørdag, 22:40', { date: '2027-03-27', time: '22:40' }],
  ['3/27/2027 10:40 PM', { date: '2027-03-27', time: '22:40' }],
  ['22:40', null],
  ['fredag 27.03 22:40', null],
])('%s in one cell is %o', (text, moment) => expect(readMoment(text, event)).toEqual(moment))
