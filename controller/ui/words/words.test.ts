import { problemCodes } from '@infoskjerm/shared/wire/problem.ts'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('../live.ts', () => ({}))
const { sections } = await import('./words.ts')
const { problems, sentenceFor } = await import('./problems.ts')

/** Every path to a phrase in a section. */
function pathsOf(words: object, above = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? pathsOf(value as object, `${above}${key}.`) : [`${above}${key}`],
  )
}

/** Every phrase of a section as text, functions with a stand-in for each parameter. */
function phrasesOf(words: object): readonly string[] {
  return Object.values(words).flatMap((value: unknown) => {
    if (typeof value === 'object' && value !== null) return phrasesOf(value)
    return typeof value === 'string' ? [value] : []
  })
}

test.each(Object.entries(sections))('section %s has the same phrases in both languages', (_, { nb, en }) => {
  expect(pathsOf(en)).toEqual(pathsOf(nb))
})

test.each(Object.entries(sections))('no phrase of section %s wears a straight quote', (_, { nb, en }) => {
  for (const phrase of [...phrasesOf(nb), ...phrasesOf(en)]) {
    expect(phrase).not.toMatch(/["']/)
  }
})

test.each([...problemCodes, 'offline'] as const)('there is a sentence in both languages for «%s»', (code) => {
  for (const language of ['nb', 'en'] as const) {
    const said = sentenceFor(language, code, {})
    expect(said).toMatch(/^[A-ZÆØÅ].*[.]$/)
    expect(said).not.toMatch(/undefined|NaN/)
  }
})

test('there is no sentence for a code that does not exist', () => {
  expect(Object.keys(problems.nb).sort()).toEqual([...problemCodes, 'offline'].sort())
})

test('the time that does not exist is said with its neighbours', () => {
  expect(sentenceFor('nb', 'time-does-not-exist', { time: '02:30', before: '01:59', after: '03:00' })).toBe(
    'Klokka 02:30 finnes ikke den natten: klokka stilles fra 02 til 03. Velg 01:59 eller 03:00.',
  )
})
