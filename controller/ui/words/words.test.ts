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
    const said = sentenceFor(language, code, {}, '')
    expect(said).toMatch(/^[A-ZÆØÅ].*[.]$/)
    expect(said).not.toMatch(/undefined|NaN/)
  }
})

test('there is no sentence for a code that does not exist', () => {
  expect(Object.keys(problems.nb).sort()).toEqual([...problemCodes, 'offline'].sort())
})

test.each([
  ['too-large', { mostBytes: 500_000_000 }, '', 'Det er for stort. Høyst 500 MB.'],
  ['too-large', { most: 100_000_000 }, '', 'Bildet er for stort. Høyst 100 millioner punkter.'],
  ['too-large', { bytes: 1_200, most: 1_024 }, 'target', 'Det er for mange nødmeldinger på en gang. Avslutt en, eller velg hele områder.'],
  ['too-long', { most: 20_000 }, 'content.body.nb', 'Teksten er for lang. Høyst 20 000 tegn.'],
  ['too-long', { mostItems: 500 }, 'items', 'Det er for mange. Høyst 500.'],
  ['too-short', { least: 1 }, 'name', 'Feltet må fylles ut.'],
  ['too-short', { least: 10 }, 'password', 'Teksten er for kort. Minst 10 tegn.'],
  ['in-use', { names: 'Kart, Velkommen' }, '', 'Det er i bruk av «Kart», «Velkommen», og kan ikke slettes før det er tatt ut der.'],
  ['in-use', { by: 'Huset' }, '', 'Det er i bruk i «Huset», og kan ikke slettes før det er tatt ut der.'],
  ['in-use', {}, 'role', 'Minst én konto må ha lov til alt. Gi noen andre den retten først.'],
  ['duplicate', { name: 'Kreativia' }, 'name', 'Navnet «Kreativia» er opptatt. Velg et annet.'],
  ['too-many', { minutes: 5 }, 'password', 'For mange forsøk. Vent 5 min og prøv igjen.'],
  ['wrong-password', {}, 'password', 'Brukernavnet eller passordet stemmer ikke.'],
  ['wrong-password', {}, 'password.old', 'Det er ikke passordet du har nå.'],
  ['forbidden-area', {}, '', 'Du har ikke lov til dette her. Velg et område som er ditt, eller spør en som styrer hele hallen.'],
  ['forbidden-area', {}, 'target', 'Velg områdene dine, eller skjermer i dem. Dette kan komme til å gjelde skjermer andre steder også.'],
  ['too-many', { most: 2_000 }, '', 'Det er ikke plass til flere. Høyst 2 000.'],
  ['too-many', {}, 'code', 'For mange forsøk. Vent litt og prøv igjen.'],
  ['duration-too-short', { leastMs: 1_000 }, 'durationMs', 'Så kort rekker ingen å lese. Minst 1 s.'],
  ['playlist-cycle', { way: 'Huset › Natt › Huset' }, 'items.0', 'En spilleliste kan ikke ligge i seg selv: Huset › Natt › Huset.'],
  ['playlist-too-deep', { way: 'A › B', most: 4 }, 'items.0', 'For mange spillelister inni hverandre. Høyst 4 nivåer: A › B.'],
  ['playlist-empty', { name: 'Natt', by: 'Huset' }, 'items', '«Natt» er tom, og «Huset» viser den. Legg i minst én slide.'],
  ['playlist-empty', { name: 'Natt' }, 'playlist', '«Natt» har ingenting å vise ennå. Legg i minst én slide, og vis den på skjermene.'],
  [
    'time-does-not-exist',
    { time: '02:30', before: '01:59', after: '03:00' },
    'when.from',
    'Klokka 02:30 finnes ikke den natten: klokka stilles fram. Velg 01:59 eller 03:00.',
  ],
] as const)('«%s» with %o at «%s» is said in full', (code, params, path, sentence) => {
  expect(sentenceFor('nb', code, params, path).replaceAll('\u00a0', ' ')).toBe(sentence)
})
