import { hourMs, instant } from '@infoskjerm/shared/time/instant.ts'
import type { GrantResource, MembershipResource, Role, User } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('../live.ts', () => ({}))
const { crewsText, personText } = await import('./people-text.ts')
const { assumeVenue } = await import('../venue.ts')

const now = instant(Date.parse('2027-03-26T22:40:00+01:00'))
const morning = new Date(Date.parse('2027-03-27T08:00:00+01:00')).toISOString()
const midnight = new Date(now + hourMs).toISOString()

beforeAll(() => {
  vi.useFakeTimers({ now })
  assumeVenue({
    areas: ['Hovedscenen', 'Innganger', 'Kreativia'].map((name, position) => ({ id: name.toLowerCase(), name, position })),
  })
})
afterAll(() => vi.useRealTimers())

const kari = (role: Role, more: Partial<User> = {}): User => ({
  ...{ id: 'kari', username: 'kari', name: 'Kari', role, mayStartOverride: false, mayEndOverride: false, language: 'nb' },
  ...more,
})
const crews = [{ id: 'info', name: 'Info', parent: null }]
const shift: MembershipResource = { id: 'm', user: 'kari', crew: 'info', rank: 'shift-leader', from: null, until: morning }
const grant = (areas: readonly string[] | null, right: GrantResource['right'] = 'edit', until: string | null = null): GrantResource => ({
  ...{ id: `${right}${areas?.join()}`, right, areas, from: null, until },
  to: { kind: 'crew', crew: 'info', rank: 'member' },
})

test.each([
  ['see', [], [], ['Kan bare se.']],
  ['edit', [], [], ['Kan endre alt.']],
  ['all', [shift], [grant(['hovedscenen'])], ['Kan alt, også folk og innstillinger.']],
  ['see', [shift], [grant(['hovedscenen'])], ['Kan vise beskjeder og endre skjermer i Hovedscenen til lørdag 27. kl. 08:00.']],
  [
    'see',
    [shift],
    [grant(['hovedscenen']), grant(['innganger', 'kreativia'])],
    ['Kan vise beskjeder og endre skjermer i Hovedscenen, Innganger og Kreativia til lørdag 27. kl. 08:00.'],
  ],
  ['see', [shift], [grant(['hovedscenen']), grant(null)], ['Kan vise beskjeder og endre skjermer i hele hallen til lørdag 27. kl. 08:00.']],
  [
    'see',
    [shift],
    [grant(['hovedscenen']), grant(null, 'start-override', midnight)],
    ['Kan vise beskjeder og endre skjermer i Hovedscenen til lørdag 27. kl. 08:00.', 'Kan sende nødmelding i hele hallen til 23:40.'],
  ],
  ['edit', [shift], [grant(['hovedscenen'])], ['Kan endre alt.']],
] as const)('%s, in %o with %o: %o', (role, memberships, grants, said) => {
  expect(personText(kari(role), { crews, memberships, grants }, now).map((line) => line.replaceAll('\u00a0', ' '))).toEqual(said)
})

test('the emergency rights of the account itself are said too', () => {
  const text = personText(kari('see', { mayEndOverride: true }), { crews, memberships: [], grants: [] }, now)
  expect(text).toEqual(['Kan avslutte nødmelding.'])
})

test('a crew with the role in it and the end of the shift', () => {
  const [line] = crewsText(kari('see'), { crews, memberships: [shift], grants: [] }, now)
  expect(line?.replaceAll('\u00a0', ' ')).toBe('Info (vaktleder) til lørdag 27. kl. 08:00')
})
