import { describe, expect, test } from 'vitest'
import { createStageFinder } from './stages.ts'
import type { StageRow } from './table.ts'

const stage = (id: string, nb: string, en: string, letter: string, position: number): StageRow => ({
  ...{ id, event: 'tg', name: { nb, en }, letter, area: null, position },
})
const existing = [stage('hovedscenen', 'Hovedscenen', 'Main stage', 'A', 0), stage('esport', 'Esportscenen', 'Esport stage', 'C', 4)]
const used = new Set([...existing.map(({ id }) => id), 'lounge'])
const finder = () => createStageFinder('tg', existing, (id) => used.has(id))

describe('a stage by what it is called', () => {
  test.each([
    ['hovedscenen', 'hovedscenen'],
    ['HOVEDSCENEN', 'hovedscenen'],
    ['  main   stage ', 'hovedscenen'],
    ['Esportscenen', 'esport'],
    ['esport', 'esport'],
  ])('«%s» is %s', (name, id) => {
    const found = finder()
    expect([found.named(name), found.made]).toEqual([id, []])
  })

  test('a new name is made once, with a free id, the next place and the first letter that hangs nowhere', () => {
    const found = finder()
    expect(['Lounge', 'lounge ', 'Kreativia', 'Lounge 2'].map(found.named)).toEqual(['lounge-2', 'lounge-2', 'kreativia', 'lounge-2-2'])
    expect(found.made.map(({ name, letter, position, area }) => [name.nb, letter, position, area])).toEqual([
      ['Lounge', 'B', 5, null],
      ['Kreativia', 'D', 6, null],
      ['Lounge 2', 'E', 7, null],
    ])
  })

  test('after Z come AA and AB', () => {
    const all = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => stage(`s${index}`, letter, '', letter, index))
    const found = createStageFinder('tg', all, () => false)
    for (const name of ['Ny', 'Nyere']) found.named(name)
    expect(found.made.map(({ letter }) => letter)).toEqual(['AA', 'AB'])
  })
})
