import { describe, expect, test } from 'vitest'
import { readResults, writeResults } from './slide-editor-results.ts'

const row = (place: number, name: string, by = '', points = '') => ({ place, name, by, points })

describe('results that are written', () => {
  test.each([
    ['1; Ada; Team A; 92 p', [row(1, 'Ada', 'Team A', '92 p')]],
    ['1.\tAda\tTeam A\n2.\tBo', [row(1, 'Ada', 'Team A'), row(2, 'Bo')]],
    ['Ada\nBo\n\nCy', [row(1, 'Ada'), row(2, 'Bo'), row(3, 'Cy')]],
    ['2; Bo\n2; Cy\nDi', [row(2, 'Bo'), row(2, 'Cy'), row(3, 'Di')]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(readResults(text)).toEqual({ rows, wrongLine: null })
  })

  test.each([
    ['1; Ada\n2;', 2],
    ['0; Ada', 1],
    [`1; ${'x'.repeat(201)}`, 1],
    [Array.from({ length: 13 }, (_, n) => `Lag ${n}`).join('\n'), 13],
  ])('%j cannot be read in line %i, and what stands before it can', (text, wrongLine) => {
    expect(readResults(text).wrongLine).toBe(wrongLine)
  })

  test('come back as they were', () => {
    const rows = [row(1, 'Ada', 'Team A', '92 p'), row(2, 'Bo'), row(2, 'Cy', '', '80 p')]
    expect(readResults(writeResults(rows)).rows).toEqual(rows)
  })
})
