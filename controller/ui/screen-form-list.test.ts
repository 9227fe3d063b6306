import { expect, test } from 'vitest'
import { readPlanned } from './screen-form-list.ts'

const plain = { portrait: false, sizeInches: null, distance: 'passage', exits: [] }

test.each([
  ['headings in Norwegian, in any order', 'Område\tNavn\nInngangen\tInngang nord', [{ ...plain, name: 'Inngang nord', area: 'Inngangen' }]],
  [
    'headings in English',
    'Screen;Area;Orientation\nB7;Main stage;portrait',
    [{ ...plain, name: 'B7', area: 'Main stage', portrait: true }],
  ],
  ['no headings', 'Skilt E12,Gangen', [{ ...plain, name: 'Skilt E12', area: 'Gangen' }]],
  [
    'everything',
    'Navn\tOmråde\tRetning\tStørrelse\tAvstand\tUtganger\nB7\tHovedscenen\tstående\t55"\t15–18 m\tPort A venstre / Port B: rett fram',
    [
      {
        name: 'B7',
        area: 'Hovedscenen',
        portrait: true,
        sizeInches: 55,
        distance: 'hall',
        exits: [
          { name: 'Port A', direction: 'left' },
          { name: 'Port B', direction: 'up' },
        ],
      },
    ],
  ],
])('%s', (_, text, rows) => {
  expect(readPlanned(text)).toEqual({ rows, wrong: [] })
})

test.each([
  ['55', 55],
  ['55 tommer', 55],
  ['138 cm', 54],
  ['54,6″', 54.6],
  ['', null],
])('the size «%s» is %s inches', (said, inches) => {
  expect(readPlanned(`A\tB\t\t${said}`).rows[0]?.sizeInches).toBe(inches)
})

test.each([
  ['2 m', 'near'],
  ['3,5', 'passage'],
  ['6 m', 'passage'],
  ['15–18 m', 'hall'],
  ['hall', 'hall'],
  ['rett foran', 'near'],
])('the distance «%s» is %s', (said, distance) => {
  expect(readPlanned(`A\tB\t\t\t${said}`).rows[0]?.distance).toBe(distance)
})

test.each([
  ['Port A venstre', 'Port A', 'left'],
  ['Port A (til høyre)', 'Port A', 'right'],
  ['← Nord', 'Nord', 'left'],
  ['Nord bak deg', 'Nord', 'down'],
  ['Right: gate 3', 'gate 3', 'right'],
  ['Framsiden venstre', 'Framsiden', 'left'],
])('the exit «%s» is «%s» to the %s', (said, name, direction) => {
  expect(readPlanned(`A\tB\t\t\t\t${said}`).rows[0]?.exits).toEqual([{ name, direction }])
})

test.each([
  ['\tGangen', 'name', ''],
  ['Skilt', 'area', ''],
  [`${'x'.repeat(121)}\tGangen`, 'tooLong', 'x'.repeat(121)],
  ['A\tB\tskrå', 'orientation', 'skrå'],
  ['A\tB\t\tstor', 'size', 'stor'],
  ['A\tB\t\t2', 'size', '2'],
  ['A\tB\t\t\tet stykke', 'distance', 'et stykke'],
  ['A\tB\t\t\t\tPort A', 'exit', 'Port A'],
  ['A\tB\t\t\t\tFramsiden', 'exit', 'Framsiden'],
  ['A\tB\t\t\t\tX venstre / Y høyre / Z bak', 'exits', ''],
  ['A\tB\na\tC', 'twice', 'a'],
])('«%s» is refused: %s', (text, what, said) => {
  expect(readPlanned(`Navn\tOmråde\tRetning\tStørrelse\tAvstand\tUtganger\n${text}`).wrong).toMatchObject([{ what, said }])
})

test('lines are counted as they stand, headings included', () => {
  expect(readPlanned('Navn\tOmråde\nA\tX\nB').wrong).toEqual([{ line: 3, what: 'area', said: '' }])
})
