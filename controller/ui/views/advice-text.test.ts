import type { EntryResource, PlaylistResource, SlideResource, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('navigator', { languages: ['nb-NO'] })
vi.mock('../live.ts', () => ({}))
const { grouped, saidOf } = await import('./advice-text.ts')
type Finding = Parameters<typeof saidOf>[0]
type Named = Parameters<typeof saidOf>[1]

const body = (name: string, items: readonly object[] = []) => ({ draft: null, published: { name, order: 'sequence', items } })
const named: Named = {
  entries: new Map([
    ['e', { id: 'e', name: 'Kveld', playlist: 'kveld' } as EntryResource],
    ['f', { id: 'f', name: 'Finale', playlist: 'kveld' } as EntryResource],
  ]),
  playlists: new Map([
    [
      'kveld',
      {
        id: 'kveld',
        ...body('Kveld', [{ id: 'i', of: { kind: 'playlist', playlist: 'mat', take: null } }]),
      } as unknown as PlaylistResource,
    ],
    ['mat', { id: 'mat', ...body('Mat', [{ id: 'j', of: { kind: 'slide', slide: 'pizza' } }]) } as unknown as PlaylistResource],
  ]),
  slides: new Map(['pizza', 'a', 'b'].map((id) => [id, { id, ...body(id.toUpperCase()) } as unknown as SlideResource])),
  sponsors: new Map([
    ['n', { id: 'n', name: 'Nordlys', promise: null, rivals: [] } as SponsorResource],
    ['s', { id: 's', name: 'Skrei', promise: null, rivals: [] } as SponsorResource],
  ]),
}
const [from, until] = ['2027-03-26T20:30:00Z', '2027-03-27T00:30:00Z']

test.each<[Finding, string, string, readonly string[]]>([
  [{ kind: 'only-fallback', from, until } as Finding, 'fredag 26. kl. 21:30 – natt til lørdag 27., 01:30', '', ['/schedule']],
  [
    { kind: 'rivals-meet', slides: ['a', 'b'], sponsors: ['n', 's'], at: from } as Finding,
    'Nordlys og Skrei, første gang fredag 26. kl. 21:30',
    'Slidene «A» og «B» følger etter hverandre.',
    ['/slides/a', '/slides/b'],
  ],
  [
    { kind: 'never-shows', entry: 'e', path: 'i/j', why: 'not-valid-then' },
    '«PIZZA» i sendingen «Kveld»',
    'Den er ikke gyldig i den tiden sendingen går.',
    ['/slides/pizza', '/playlists/mat'],
  ],
  [
    { kind: 'never-shows', entry: 'e', path: 'i', why: 'list-empty' },
    '«Mat» i sendingen «Kveld»',
    'Spillelisten er tom.',
    ['/playlists/kveld'],
  ],
  [
    { kind: 'never-shows', entry: 'e', path: 'gone', why: 'slide-missing' },
    '«Kveld»',
    'Sliden er ikke vist på skjermene ennå, eller er slettet.',
    ['/playlists/kveld'],
  ],
  [{ kind: 'always-hidden', entry: 'e', by: 'f' }, '«Kveld»', '«Finale» går foran hele tiden.', ['/schedule/e']],
  [{ kind: 'always-hidden', entry: 'e', by: null }, '«Kveld»', 'Ingenting i den er gyldig mens den går.', ['/schedule/e']],
  [
    { kind: 'expires', entry: 'e', slide: 'a', at: from } as Finding,
    '«A»',
    'Går ut fredag 26. kl. 21:30, mens «Kveld» fortsatt går.',
    ['/slides/a', '/schedule/e'],
  ],
  [
    { kind: 'share-missed', entry: 'e', promised: 0.25, planned: 0.182, from, until } as Finding,
    '«Kveld»',
    'Får 18,2 % av tiden, skulle hatt 25 %. Lengst fredag 26. kl. 21:30 – natt til lørdag 27., 01:30.',
    ['/schedule/e'],
  ],
  [{ kind: 'always-hidden', entry: 'gone', by: null }, 'noe som er slettet', 'Ingenting i den er gyldig mens den går.', []],
])('[E1] %o is said in plain words', (finding, title, detail, hrefs) => {
  const said = saidOf(finding, named)
  expect(said.title.replaceAll('\u00a0', ' ')).toBe(title)
  expect(said.detail.replaceAll('\u00a0', ' ')).toBe(detail)
  expect(said.links.map(({ href }) => href)).toEqual(hrefs)
})

test('the most serious kind stands first, whatever the order they came in', () => {
  const one = (finding: Finding) => ({ finding, screens: ['x'] })
  const found = grouped([
    one({ kind: 'expires', entry: 'e', slide: 'a', at: from } as Finding),
    one({ kind: 'always-hidden', entry: 'e', by: null }),
    one({ kind: 'only-fallback', from, until } as Finding),
    one({ kind: 'always-hidden', entry: 'f', by: null }),
  ])
  expect(found.map(({ kind, findings }) => [kind, findings.length])).toEqual([
    ['only-fallback', 1],
    ['always-hidden', 2],
    ['expires', 1],
  ])
})
