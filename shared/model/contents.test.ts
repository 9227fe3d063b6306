import { describe, expect, test } from 'vitest'
import { revealedRows } from './contents.ts'
import { slideContentSchema } from './slide.ts'

const row = (place: number, name: string) => ({ place, name, by: '', points: '' })
const rows = [row(1, 'Ada'), row(2, 'Bo'), row(2, 'Cy'), row(4, 'Di')]
const out = (revealed: number): string =>
  revealedRows({ rows, revealed })
    .map(({ row: { name }, isOut }) => (isOut ? name : '–'))
    .join(' ')

describe('results come last place first, equal places together', () => {
  test.each([
    [0, '– – – –'],
    [1, '– – – Di'],
    [2, '– Bo Cy Di'],
    [3, 'Ada Bo Cy Di'],
    [9, 'Ada Bo Cy Di'],
  ])('%i places revealed: %s', (revealed, expected) => {
    expect(out(revealed)).toBe(expected)
  })

  test('in whatever order they were written', () => {
    expect(revealedRows({ rows: [...rows].reverse(), revealed: 3 }).map(({ row: { place } }) => place)).toEqual([1, 2, 2, 4])
  })
})

describe('the schema', () => {
  const title = { nb: 'Tittel', en: '' }
  test.each<[string, unknown, boolean]>([
    ['a happening', { kind: 'happening', happening: 'demoshow', tone: 'night' }, true],
    ['a happening of no tone', { kind: 'happening', happening: 'demoshow', tone: 'pink' }, false],
    ['a square', { kind: 'qr', title, caption: title, text: 'https://tg.no' }, true],
    ['an empty square', { kind: 'qr', title, caption: title, text: '' }, false],
    ['a square that no telephone could read', { kind: 'qr', title, caption: title, text: 'x'.repeat(301) }, false],
    ['results', { kind: 'results', title, rows, revealed: 2 }, true],
    ['results with half a place', { kind: 'results', title, rows: [{ ...rows[0], place: 1.5 }], revealed: 0 }, false],
    ['more results than a glass holds', { kind: 'results', title, rows: Array(13).fill(rows[0]), revealed: 0 }, false],
  ])('%s', (_name, value, isRight) => {
    expect(slideContentSchema.safeParse(value).success).toBe(isRight)
  })
})
