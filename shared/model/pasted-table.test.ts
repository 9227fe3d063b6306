import { describe, expect, test } from 'vitest'
import { headerIndex, splitTable } from './pasted-table.ts'

describe('rows and cells', () => {
  test.each<[string, string, string[][]]>([
    ['nothing', '', []],
    ['blanks and empty lines', ' \n\n;;\n', []],
    ['one cell', 'Demoshow', [['Demoshow']]],
    [
      'tabs, as a spreadsheet copies',
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['tabs win over semicolons and commas in the cells', 'Quiz; del 1, 2\tScene', [['Quiz; del 1, 2', 'Scene']]],
    [
      'semicolons win over commas',
      'a;1,5\nb;2',
      [
        ['a', '1,5'],
        ['b', '2'],
      ],
    ],
    ['commas', 'a,b', [['a', 'b']]],
    [
      'line breaks of every system, and the mark at the start of a file',
      '\uFEFFa;b\r\nc;d\re;f',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
      ],
    ],
    ['empty cells keep their place', '\ta\t\tb\t', [['', 'a', '', 'b', '']]],
    ['rows of uneven length', 'a\tb\tc\nd', [['a', 'b', 'c'], ['d']]],
    ['a line break at the end is no row', 'a\tb\n', [['a', 'b']]],
    ['blanks round and inside, also those that do not break', ' a\u00a0 b \t\u00a0', [['a b', '']]],
    ['a cell in quotes holds separators', '"a;b";c', [['a;b', 'c']]],
    [
      '… and line breaks',
      '"to\nlinjer"\tb\nc\td',
      [
        ['to\nlinjer', 'b'],
        ['c', 'd'],
      ],
    ],
    ['… and quotes', '"Konsert: ""Æ, Ø & Å""";A', [['Konsert: "Æ, Ø & Å"', 'A']]],
    ['an empty cell in quotes', '"";a', [['', 'a']]],
    ['a separator inside quotes alone does not decide', '"a;b",c', [['a;b', 'c']]],
    [
      'a quote that is never closed is a letter',
      '"a;b\nc;d',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote in the middle of a cell is a letter', '55" TV;b', [['55" TV', 'b']]],
    ['two screens of so many inches on one line', '55";65"', [['55"', '65"']]],
    ['quotes and more after them', '"a" b;c', [['"a" b', 'c']]],
  ])('%s', (_, text, rows) => expect(splitTable(text)).toEqual(rows))

  test('a hundred thousand quotes and separators are read in a moment', () => {
    expect(splitTable('"'.repeat(20_000) + '\t').length).toBe(1)
    expect(splitTable('"a\n'.repeat(3_000)).length).toBe(3_000)
    expect(splitTable(' '.repeat(50_000) + '"').length).toBe(1)
  })
})

describe('headings', () => {
  const names = { day: ['dag', 'day'], start: ['start', 'fra'], title: ['tittel', 'title'], english: ['tittel engelsk', 'english'] }
  test.each<[string, string[], ReturnType<typeof headerIndex<keyof typeof names>>]>([
    ['Norwegian, in any order and case', ['TITTEL', 'Dag', 'fra'], { day: 1, start: 2, title: 0, english: null }],
    ['English', ['Day', 'Title', 'English'], { day: 0, start: null, title: 1, english: 2 }],
    ['stars, colons and brackets do not matter', ['Dag:', 'Tittel*', 'Tittel (engelsk)'], { day: 0, start: null, title: 1, english: 2 }],
    ['columns nobody asked for', ['Ansvarlig', 'Dag', 'Start', 'Tittel'], { day: 1, start: 2, title: 3, english: null }],
    ['of two with one name the first', ['Dag', 'Dag', 'Tittel'], { day: 0, start: null, title: 2, english: null }],
    ['a single column', ['Tittel'], { day: null, start: null, title: 0, english: null }],
    ['empty headings do not count', ['', 'Dag', ''], { day: 1, start: null, title: null, english: null }],
    ['a row of values', ['lørdag', '22:40', 'Demoshow'], null],
    ['a row of values in which one word is a heading by chance', ['lørdag', '22:40', 'Start'], null],
    ['nothing at all', [], null],
  ])('%s', (_, cells, expected) => expect(headerIndex(cells, names)).toEqual(expected))
})
