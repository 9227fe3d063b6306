import { nothingMended } from '@infoskjerm/shared/wire/player.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { overrideOf } from '@infoskjerm/shared/testing/build.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import type { Details, Mends } from '@infoskjerm/shared/wire/player.ts'
import { describe, expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
const { detailTroubles, expectedText, mendedText, reportedText, technicalOf } = await import('./screen-reported-text.ts')

const details: Details = {
  holds: { epoch: 1, sequence: 1 },
  isReady: true,
  missing: [],
  missingCount: 0,
  substituted: null,
  clockErrorMs: 1.84,
  isTimeProved: true,
  mends: nothingMended,
  keysUntil: null,
  build: '2027.1',
}
const slide = { slots: { main: { kind: 'slide', slide: { name: 'Velkommen' } } } } as unknown as Scene
const fallback = { slots: { main: { kind: 'fallback' } } } as unknown as Scene
const emergency = { slots: { ...slide.slots, override: { kind: 'override', override: overrideOf('x') } } } as unknown as Scene
const status = (change: Partial<ScreenStatus>): ScreenStatus => ({
  screen: 's',
  state: 'right',
  since: instant(0),
  heardAt: 0,
  showing: null,
  local: false,
  details,
  ...change,
})
const names: Readonly<Record<string, string>> = { a: 'Åpning', b: 'Bok', c: 'Compo', d: 'Dans' }
const troubles = (change: Partial<Details>) => detailTroubles({ ...details, ...change }, (id) => names[id] ?? null)

test.each([
  ['a slide', slide, '«Velkommen»'],
  ['nothing scheduled', fallback, 'navnet på stedet og klokka'],
  ['an emergency message over a slide', emergency, 'en nødmelding'],
])('expected is %s', (_, scene, said) => expect(expectedText(scene)).toBe(said))

describe('what a screen says it shows', () => {
  test.each<[string, Partial<ScreenStatus>, Scene | null, string, string]>([
    ['what it should', { showing: 'Velkommen' }, slide, '«Velkommen»', 'right'],
    ['the fallback, as it should', {}, fallback, 'det samme', 'right'],
    ['the emergency message, as it should', {}, emergency, 'det samme', 'right'],
    ['a change that was not told yet', {}, slide, 'skifter …', 'unsure'],
    ['another', { state: 'wrong' }, slide, 'noe annet', 'wrong'],
    [
      'a stand-in',
      { showing: 'Velkommen', details: { ...details, substituted: { slide: 'a', why: 'missing' } } },
      slide,
      'noe annet',
      'wrong',
    ],
    ['what was before', { state: 'old' }, slide, 'en eldre utgave', 'wrong'],
    ['nothing', { state: 'silent', showing: null }, slide, 'ingen kontakt', 'unsure'],
  ])('is %s', (_, change, scene, text, tone) => expect(reportedText(status(change), scene)).toEqual({ text, tone }))
})

describe('what a screen says of itself', () => {
  test.each<[string, Partial<Details>, readonly string[]]>([
    ['all is well', {}, []],
    [
      'something stands in',
      { substituted: { slide: 'a', why: 'not-ready' } },
      ['Noe annet står i stedet for «Åpning». Den er ikke ferdig lastet ned ennå.'],
    ],
    ['one is missing', { missing: ['a'], missingCount: 1 }, ['Henter fortsatt «Åpning».']],
    ['many are missing', { missing: ['a', 'b', 'c', 'd'], missingCount: 12 }, ['Henter fortsatt «Åpning», «Bok», «Compo» og 9 til.']],
    [
      'what stands in is among the missing',
      { substituted: { slide: 'a', why: 'broken' }, missing: ['a', 'b'], missingCount: 2 },
      ['Noe annet står i stedet for «Åpning». Bildet eller filmen kan ikke vises.', 'Henter fortsatt «Bok».'],
    ],
    ['a slide without a name here', { missing: ['zz'], missingCount: 1 }, ['Henter fortsatt en slide.']],
    ['no time', { isTimeProved: false }, ['Boksen vet ikke hva klokka er, og viser bare det som alltid gjelder.']],
  ])('%s', (_, change, said) => expect(troubles(change)).toEqual(said))

  test('figures lie under Teknisk', () => {
    const said = (change: Partial<Details>) => technicalOf({ ...details, ...change }).map((pair) => pair.join(': '))
    expect(said({})).toEqual(['Klokke: innenfor 1,8\u00a0ms', 'Innhold: alt er på plass', 'Utgave: 2027.1'])
    expect(said({ clockErrorMs: 140.4, missingCount: 2, build: '' })).toEqual([
      'Klokke: innenfor 140\u00a0ms',
      'Innhold: 2 slides mangler ennå',
    ])
    expect(said({ isTimeProved: false, build: '' })).toEqual(['Innhold: alt er på plass'])
  })
})

test.each<[Partial<Mends>, string]>([
  [{}, 'ingenting'],
  [{ skipped: 1, last: 'stuck' }, '1 slide hoppet over (noe kom aldri)'],
  [
    { skipped: 2, rebuilt: 1, reloaded: 3, last: 'memory' },
    '2 slides hoppet over, bildet bygd opp igjen 1 gang, siden lastet på nytt 3 ganger (for mye minne)',
  ],
])('what it mended by itself is said in words: %o', (mends, said) => expect(mendedText({ ...nothingMended, ...mends })).toBe(said))

test('what was mended lies under Teknisk once there is something', () =>
  expect(technicalOf({ ...details, build: '', mends: { ...nothingMended, rebuilt: 2, last: 'frozen' } })).toContainEqual([
    'Rettet av seg selv',
    'bildet bygd opp igjen 2 ganger (bildet sto stille)',
  ]))
