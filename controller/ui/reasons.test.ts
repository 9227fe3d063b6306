import type { Explanation, Rule } from '@infoskjerm/shared/engine/explain.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('./live.ts', () => ({}))
const { reasonOf } = await import('./reasons.ts')

const manifest = {
  entries: [
    { id: 'a', name: 'Finale', manual: false },
    { id: 'b', name: 'Kveld', manual: false },
    { id: 'm', name: 'Premier', manual: true },
  ],
} as unknown as Manifest

function explained(winner: string | null, losers: Readonly<Record<string, Rule>>): Explanation {
  const content = winner === null ? { kind: 'fallback' } : { kind: 'slide', entry: winner }
  const all = Object.entries(losers).map(([entry, rule]) => ({ entry, rule, band: 'normal', by: winner, changesAt: null }))
  return { override: null, slots: [{ slot: 'main', winner: content, losers: all }] } as unknown as Explanation
}

test.each<[string, string | null, Readonly<Record<string, Rule>>, string]>([
  ['alone', 'a', {}, '«Finale» gjelder her nå, og ingenting annet går foran.'],
  ['not its time', 'a', { b: 'not-now' }, '«Finale» gjelder her nå, og ingenting annet går foran.'],
  ['a higher band', 'a', { b: 'higher-band' }, '«Finale» går foran «Kveld».'],
  ['exclusive', 'a', { b: 'exclusive' }, '«Finale» går foran «Kveld».'],
  ['a later start', 'a', { b: 'later-start' }, '«Finale» går foran «Kveld».'],
  ['a smaller id', 'a', { b: 'smaller-id' }, '«Finale» går foran «Kveld».'],
  ['sharing', 'a', { b: 'waits-its-turn' }, '«Finale» gjelder her nå, og ingenting annet går foran. Deler plassen med «Kveld».'],
  ['stepped by hand', 'm', { b: 'exclusive' }, '«Premier» går foran «Kveld». Den styres for hånd, og blir stående til noen går videre.'],
  [
    'another has nothing to show',
    'a',
    { m: 'nothing-valid' },
    '«Finale» gjelder her nå, og ingenting annet går foran. Det er tid for «Premier», men der er det ingenting å vise.',
  ],
  ['nobody', null, { b: 'not-now' }, 'Ingen sending gjelder her nå. Skjermen viser navnet på stedet og klokka.'],
  ['only one with nothing to show', null, { m: 'nothing-valid' }, 'Det er tid for «Premier», men der er det ingenting å vise.'],
])('[E1] %s is told as a reason', (_, winner, losers, said) => {
  expect(reasonOf(explained(winner, losers), manifest)).toBe(said)
})
