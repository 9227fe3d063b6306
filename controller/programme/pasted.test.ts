import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import { stems } from './happening-id.ts'
import { type Before, paste } from './pasted.ts'
import type { HappeningRow, StageRow } from './table.ts'

const event = { id: 'tg', zone: 'Europe/Oslo', dayBreak: '05:00', firstDay: '2027-03-24', lastDay: '2027-03-28' }
const main: StageRow = { id: 'hovedscenen', event: 'tg', name: { nb: 'Hovedscenen', en: '' }, letter: 'A', area: null, position: 0 }

/** `Demoshow 27T21:00 27T23:00 Hovedscenen`, in UTC of March 2027. */
const row = (text: string): HappeningBody => {
  const [nb = '', start = '', end = '', stage = null] = text.split(' ')
  const at = (moment: string) => instant(Date.parse(`2027-03-${moment}:00Z`))
  return { title: { nb: nb.replaceAll('_', ' '), en: '' }, stage, start: at(start), end: at(end), description: { nb: '', en: '' } }
}
const before = (happenings: readonly HappeningRow[], others: readonly string[] = []): Before => ({
  ...{ event, stages: [main], happenings, usedStages: new Set(['hovedscenen']) },
  usedHappenings: new Set([...others, ...happenings.map(({ id }) => id)]),
})
const rowsAfter = (texts: readonly string[], given: Before) => {
  const { added, changed, removed } = paste(texts.map(row), given)
  const gone = new Set([...added, ...changed, ...removed].map(({ id }) => id))
  return [...given.happenings.filter(({ id }) => !gone.has(id)), ...added, ...changed]
}
const tell = ({ added, changed, removed, kept }: ReturnType<typeof paste>) => {
  const ids = (rows: readonly HappeningRow[]) =>
    rows
      .map(({ id }) => id)
      .sort()
      .join(' ')
  return `+ ${ids(added)} ~ ${ids(changed)} - ${ids(removed)} = ${kept}`
}

describe('ids', () => {
  test.each([
    ['Demoshow', '27T20:00', 'demoshow-2027-03-27'],
    ['Åpning: «Før øl»!', '24T17:00', 'apning-for-ol-2027-03-24'],
    ['???', '24T17:00', 'punkt-2027-03-24'],
    ['Ø', '24T17:00', 'punkt-2027-03-24'],
    [
      'Den lange tittelen som ingen rekker å lese ferdig før den er borte',
      '24T17:00',
      'den-lange-tittelen-som-ingen-rekker-a-lese-ferdi-2027-03-24',
    ],
  ])('of «%s» at %s: %s', (title, start, stem) => {
    expect(stems(event)(title, row(`x ${start} ${start}`).start)).toBe(stem)
    expect(`${stem}-99`).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/)
  })

  test.each([
    ['in the last night before day-break', '28T02:59', 'kino-2027-03-27'],
    ['at day-break, when summer time has come', '28T03:00', 'kino-2027-03-28'],
    ['in the night before', '27T03:59', 'kino-2027-03-26'],
    ['at day-break', '27T04:00', 'kino-2027-03-27'],
  ])('[T6] the day is the festival’s: %s', (_, start, stem) => {
    expect(stems(event)('Kino', row(`x ${start} ${start}`).start)).toBe(stem)
  })
})

describe('a table in the place of another', () => {
  const first = ['Demoshow 27T20:00 27T22:00 Hovedscenen', 'Quiz 26T18:00 26T19:00', 'Quiz 26T21:00 26T22:00', 'Kino 26T23:30 27T01:00']
  const had = rowsAfter(first, before([]))

  test('the first time all are new', () => {
    expect(tell(paste(first.map(row), before([])))).toBe(
      '+ demoshow-2027-03-27 kino-2027-03-26 quiz-2027-03-26 quiz-2027-03-26-2 ~  -  = 0',
    )
  })

  test.each<[string, readonly string[], string]>([
    ['the same again changes nothing, in whatever order', [...first].reverse(), '+  ~  -  = 4'],
    [
      'a moved time on the same day keeps its id',
      ['Demoshow 27T21:00 27T23:00 Hovedscenen', ...first.slice(1)],
      '+  ~ demoshow-2027-03-27 -  = 4',
    ],
    ['another stage', ['Demoshow 27T20:00 27T22:00 Lounge', ...first.slice(1)], '+  ~ demoshow-2027-03-27 -  = 4'],
    [
      'another day is another happening',
      ['Demoshow 26T20:00 26T22:00', ...first.slice(1)],
      '+ demoshow-2027-03-26 ~  - demoshow-2027-03-27 = 3',
    ],
    [
      'the day alone moves: the only one of its title in its place is the same one',
      ['Demoshow 26T20:00 26T22:00 Hovedscenen', ...first.slice(1)],
      '+  ~ demoshow-2027-03-27 -  = 4',
    ],
    [
      'a second of its title in its place leaves doubt: it is another one',
      ['Demoshow 26T20:00 26T22:00 Hovedscenen', 'Demoshow 25T20:00 25T22:00 Hovedscenen', ...first.slice(1)],
      '+ demoshow-2027-03-25 demoshow-2027-03-26 ~  - demoshow-2027-03-27 = 3',
    ],
    ['without one of two of a name, the other stays itself', [first[0]!, first[2]!, first[3]!], '+  ~  - quiz-2027-03-26 = 3'],
    ['with a third of a name between them, both stay themselves', [...first, 'Quiz 26T19:30 26T20:30'], '+ quiz-2027-03-26-3 ~  -  = 4'],
    [
      'both moved: in the order in which they begin',
      [first[0]!, 'Quiz 26T21:30 26T22:30', 'Quiz 26T18:30 26T19:30', first[3]!],
      '+  ~ quiz-2027-03-26 quiz-2027-03-26-2 -  = 4',
    ],
    [
      'nothing of it',
      ['Annet 25T10:00 25T11:00'],
      '+ annet-2027-03-25 ~  - demoshow-2027-03-27 kino-2027-03-26 quiz-2027-03-26 quiz-2027-03-26-2 = 0',
    ],
  ])('%s', (_, rows, expected) => {
    expect(tell(paste(rows.map(row), before(had)))).toBe(expected)
  })

  test('what was typed by hand and what is of the sample stays as it is, and their ids are left alone', () => {
    const typed: HappeningRow = { ...had.find(({ id }) => id.startsWith('demoshow'))!, origin: 'hand' }
    const given = before([typed, { ...had.find(({ id }) => id.startsWith('kino'))!, origin: 'sample' }])
    expect(tell(paste([first[0]!, first[3]!].map(row), given))).toBe('+ demoshow-2027-03-27-2 kino-2027-03-26-2 ~  -  = 0')
  })

  test('an id of another event is not taken over', () => {
    expect(tell(paste([row(first[0]!)], before([], ['demoshow-2027-03-27'])))).toBe('+ demoshow-2027-03-27-2 ~  -  = 0')
  })

  test('what goes and comes back is the same one', () => {
    const without = rowsAfter(first.slice(1), before(had))
    expect(tell(paste(first.map(row), before(without)))).toBe('+ demoshow-2027-03-27 ~  -  = 3')
  })

  test('new stages once each', () => {
    const { stages } = paste(
      [row('A 26T18:00 26T18:00 Lounge'), row('B 26T18:00 26T18:00 lounge'), row('C 26T18:00 26T18:00 hovedscenen')],
      before([]),
    )
    expect(stages.map(({ id, letter }) => [id, letter])).toEqual([['lounge', 'B']])
  })

  test('a row that ends before it begins is named', () => {
    expect(() => paste([row(first[0]!), row('Quiz 26T18:00 26T17:59')], before([]))).toThrow(
      expect.objectContaining({ code: 'end-before-start', path: 'rows.1.end' }),
    )
  })
})
