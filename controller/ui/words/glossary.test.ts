import { expect, test, vi } from 'vitest'
import { glossary, strangersFound } from './glossary.ts'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('../live.ts', () => ({}))
const { sections } = await import('./words.ts')
const { problems } = await import('./problems.ts')

/** Stands in for whatever fills a phrase: a number, a text, a list, an object with any field. */
const anything: unknown = new Proxy(() => '5', {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return () => '5'
    if (name === 'map') return () => []
    const own: unknown = Reflect.get(String.prototype, name)
    return typeof own === 'function' ? own.bind('5') : typeof name === 'string' ? '5' : undefined
  },
})

/** Every phrase with its path; functions are filled in. */
function phrasesOf(words: object, above: string): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]: readonly [string, unknown]) => {
    const path = `${above}.${key}`
    if (typeof value === 'string') return [[path, value] as const]
    if (typeof value === 'function') return [[path, filled(value as (...args: unknown[]) => unknown)] as const]
    return typeof value === 'object' && value !== null ? phrasesOf(value, path) : []
  })
}

function filled(phrase: (...args: unknown[]) => unknown): string {
  const sentence = phrase(...Array.from({ length: phrase.length }, () => anything))
  return typeof sentence === 'string' ? sentence : ''
}

const all = { ...sections, problems }

test.each(Object.entries(all))('section %s speaks the crew’s words alone', (name, section) => {
  for (const language of ['nb', 'en'] as const) {
    const strange = phrasesOf(section[language], name)
      .map(([path, phrase]) => [path, strangersFound(phrase, language)] as const)
      .filter(([, found]) => found.length > 0)
    expect(strange).toEqual([])
  }
})

test.each([
  ['Ingen kontakt med kontrolleren.', 'nb', ['kontrolleren']],
  ['Velg target for sendingen', 'nb', ['target']],
  ['Choose a slot in the manifest.', 'en', ['slot', 'manifest']],
  ['Show on the screens', 'en', []],
  ['Bandet spiller på scenen', 'nb', []],
] as const)('in «%s» (%s) stand %o', (text, language, found) => {
  expect(strangersFound(text, language)).toEqual(found)
})

test('every thing has its own line', () => {
  const words = glossary.flatMap(({ developers }) => developers)
  expect(words).toEqual([...new Set(words)])
})
