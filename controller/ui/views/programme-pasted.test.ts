import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { describe, expect, test } from 'vitest'
import { bodiesOf, readPasted } from './programme-pasted.ts'

const calendar = { zone: 'Europe/Oslo', dayBreak: '05:00', firstDay: '2027-03-24', lastDay: '2027-03-28' }
const utc = (t: Instant) => new Date(t).toISOString().slice(0, 16)
/** Each row as `title | stage | start | end`, or what is wrong with it. */
const told = (text: string) =>
  readPasted(text, calendar).rows.map(({ row, title, body, problems }) =>
    body === null
      ? `${row} ${title}: ${problems.map((problem) => problem.kind).join(' ')}`
      : `${body.title.nb} | ${body.stage ?? ''} | ${utc(body.start)} | ${utc(body.end)}`,
  )
const header = 'Dag\tStart\tSlutt\tTittel\tScene\n'

describe('a whole table', () => {
  test('as it comes from a spreadsheet', () => {
    expect(
      told(
        `${header}fredag 26.03\t22:00\t23:10\tFast Music Compo\tHovedscenen\n\t23.20\t0100\tKonsert\tHovedscenen\nlørdag\t12\t\tDørene åpner\t`,
      ),
    ).toEqual([
      'Fast Music Compo | Hovedscenen | 2027-03-26T21:00 | 2027-03-26T22:10',
      'Konsert | Hovedscenen | 2027-03-26T22:20 | 2027-03-27T00:00',
      'Dørene åpner |  | 2027-03-27T11:00 | 2027-03-27T11:00',
    ])
  })

  test('in English, with columns in another order and some that nobody asked for', () => {
    const text = 'Title;Responsible;Stage;Date;From;To;Description\n"Quiz; the hard one";Kari;Lounge;2027-03-27;20:00;22:00;Bring a friend'
    expect(told(text)).toEqual(['Quiz; the hard one | Lounge | 2027-03-27T19:00 | 2027-03-27T21:00'])
    expect(bodiesOf(readPasted(text, calendar))?.[0]?.description).toEqual({ nb: 'Bring a friend', en: '' })
  })

  test('without headings, in the order in which people write', () => {
    const read = readPasted('lørdag\t22:40\t01:30\tDemoshow\tHovedscenen\tDemo show', calendar)
    expect(read.headings).toBe(false)
    expect(bodiesOf(read)?.[0]).toMatchObject({ title: { nb: 'Demoshow', en: 'Demo show' }, stage: 'Hovedscenen' })
  })

  test('days as headings between the rows', () => {
    expect(told('Start;Tittel\nFredag 26. mars\n20:00;Quiz\nLørdag 27. mars\n20:00;Quiz')).toEqual([
      'Quiz |  | 2027-03-26T19:00 | 2027-03-26T19:00',
      'Quiz |  | 2027-03-27T19:00 | 2027-03-27T19:00',
    ])
  })

  test('day and time in one cell are the calendar’s, not the festival day’s', () => {
    expect(told('Start;Slutt;Tittel\n2027-03-27 01:30;2027-03-27 02:00;Nattmat')).toEqual([
      'Nattmat |  | 2027-03-27T00:30 | 2027-03-27T01:00',
    ])
  })

  test('an English title alone stands for both', () => {
    expect(told('Dag;Start;Engelsk\nlørdag;20;Quiz')).toEqual(['Quiz |  | 2027-03-27T19:00 | 2027-03-27T19:00'])
  })

  test.each([
    ['', []],
    ['Dag;Slutt;Tittel\nlørdag;20:00;Quiz', ['start']],
    ['Dag;Start;Scene\nlørdag;20:00;Lounge', ['nb']],
  ])('what is missing in %j', (text, missing) => {
    expect(readPasted(text, calendar)).toMatchObject({ rows: [], missing })
  })
})

describe('one row', () => {
  test.each([
    [
      '[T6] after midnight it is the night that ends the day',
      'lørdag\t01:30\t01:45\tNattmat\t',
      'Nattmat |  | 2027-03-28T00:30 | 2027-03-28T00:45',
    ],
    ['[T6] at day-break the day begins', 'lørdag\t05:00\t06:00\tMorgen\t', 'Morgen |  | 2027-03-27T04:00 | 2027-03-27T05:00'],
    ['an end before the start is on the next day', 'fredag\t22:40\t01:30\tDemoshow\t', 'Demoshow |  | 2027-03-26T21:40 | 2027-03-27T00:30'],
    ['an end at the start is a moment', 'fredag\t22:40\t22:40\tDemoshow\t', 'Demoshow |  | 2027-03-26T21:40 | 2027-03-26T21:40'],
    [
      '[T3] over the clock change it lasts as long as it lasts',
      'lørdag\t23:00\t08:00\tNatt\t',
      'Natt |  | 2027-03-27T22:00 | 2027-03-28T06:00',
    ],
    ['[T3] a start that does not exist', 'lørdag\t02:30\t04:00\tNattmat\t', '2 Nattmat: gap'],
    ['[T3] an end that does not exist', 'lørdag\t23:00\t02:00\tNatt\t', '2 Natt: gap'],
    ['no title', 'lørdag\t20:00\t\t\tLounge', '2 : title'],
    ['no day', '\t20:00\t\tQuiz\t', '2 Quiz: day'],
    ['no start', 'lørdag\t\t22:00\tQuiz\t', '2 Quiz: start'],
    ['a day nobody understands', 'en dag\t20:00\t\tQuiz\t', '2 Quiz: dayUnknown'],
    ['a day with the wrong weekday', 'søndag 27.3\t20:00\t\tQuiz\t', '2 Quiz: weekday'],
    ['a time nobody understands', 'lørdag\tsent\t\tQuiz\t', '2 Quiz: time'],
    ['an end nobody understands', 'lørdag\t20:00\tsent\tQuiz\t', '2 Quiz: time'],
    ['everything wrong is said at once', 'lørdag\tsent\t\t\t', '2 : title time'],
    ['a title that is too long', `lørdag\t20:00\t\t${'å'.repeat(201)}\t`, `2 ${'å'.repeat(201)}: titleLong`],
    ['a place that is too long', `lørdag\t20:00\t\tQuiz\t${'å'.repeat(121)}`, '2 Quiz: placeLong'],
    [
      'markup stays text',
      'lørdag\t20:00\t\t<script>alert(1)</script>\t',
      '<script>alert(1)</script> |  | 2027-03-27T19:00 | 2027-03-27T19:00',
    ],
  ])('%s', (_, row, expected) => expect(told(header + row)).toEqual([expected]))

  test('[T3] a time in the gap comes with its neighbours', () => {
    expect(readPasted(`${header}lørdag\t02:30\t04:00\tNattmat\t`, calendar).rows[0]?.problems).toEqual([
      { kind: 'gap', time: '02:30', before: Date.parse('2027-03-28T00:59:00Z'), after: Date.parse('2027-03-28T01:00:00Z') },
    ])
  })

  test('one wrong row holds all back', () => {
    expect(bodiesOf(readPasted(`${header}lørdag\t20:00\t\tQuiz\t\nlørdag\tsent\t\tQuiz\t`, calendar))).toBeNull()
  })
})
