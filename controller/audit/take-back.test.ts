/** Who may take what back. The hall has areas a and b; screen a1 is in a, b1 in b; stage main is in a, side in b, tent nowhere. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Rights } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import type { ChangeRow, Snapshot } from './table.ts'
import { mayTakeBack, type Places, type Undoer } from './take-back.ts'

const screens: Readonly<Record<string, string>> = { a1: 'a', b1: 'b' }
const places: Places = {
  ofTarget: (target: Target) => (target.kind === 'area' ? [target.area] : target.kind === 'or' ? [] : null),
  ofScreen: (screen) => (screens[screen] === undefined ? null : [screens[screen]]),
  isListed: (slide) => slide === 'listed',
  ofStage: (stage) => ({ main: ['a'], side: ['b'] })[stage] ?? null,
}

const none: Rights = { edit: [], all: false, startOverride: [], endOverride: [] }
const undoers = {
  nobody: { id: 'kari', rights: none, leads: [] },
  overrides: { id: 'kari', rights: { ...none, startOverride: 'venue', endOverride: 'venue' }, leads: [] },
  leader: { id: 'kari', rights: none, leads: ['net'] },
  'edits a': { id: 'kari', rights: { ...none, edit: ['a'] }, leads: [] },
  'edits a and b': { id: 'kari', rights: { ...none, edit: ['a', 'b'] }, leads: [] },
  edits: { id: 'kari', rights: { ...none, edit: 'venue' }, leads: [] },
  all: { id: 'kari', rights: { ...none, edit: 'venue', all: true }, leads: [] },
} satisfies Readonly<Record<string, Undoer>>
type Name = keyof typeof undoers

const change = (table: string, before: Snapshot | null, after: Snapshot | null): ChangeRow => ({
  id: 1,
  revision: 1,
  table,
  row: 'x',
  before,
  after,
})
const made = (table: string, row: Snapshot) => change(table, null, row)
const setting = (row: string): ChangeRow => ({ ...change('settings', { value: 1 }, { value: 2 }), row })
const gone = (table: string, row: Snapshot) => change(table, row, null)
const area = (id: string) => ({ target: { kind: 'area', area: id } })
const everywhere = { target: { kind: 'all' } }
const entry = (target: string, armed: string | null) => ({ ...area(target), armed: armed === null ? null : area(armed).target })
const correction = (seen: string | null, moved: string | null) => ({ seen: { stage: seen }, correction: { stage: moved } })
const membership = (crew: string, rank = 'member') => ({ user: 'ola', crew, rank })

const every: readonly Name[] = ['edits a', 'edits a and b', 'edits', 'all']
const both: readonly Name[] = ['edits a and b', 'edits', 'all']
const venue: readonly Name[] = ['edits', 'all']
const onlyAll: readonly Name[] = ['all']
const leaders: readonly Name[] = ['leader', 'all']

describe('one’s own deed', () => {
  test.each<[string, readonly ChangeRow[], readonly Name[]]>([
    ['a notice in a', [made('notices', area('a'))], every],
    ['a notice in b', [made('notices', area('b'))], both],
    ['a notice everywhere', [made('notices', everywhere)], venue],
    ['a notice that met nothing', [made('notices', { target: { kind: 'or', of: [] } })], every],
    ['a notice for a tag, which any screen may get', [made('notices', { target: { kind: 'tag', tag: 'x' } })], venue],
    ['the names of all screens', [setting('names')], every],
    ['where troubles are told of', [setting('webhook')], onlyAll],
    ['a password', [{ ...change('credentials', { id: 'kari' }, { id: 'kari' }), row: 'kari' }], onlyAll],
    ['the end of a take-over in b', [change('takeovers', area('b'), { ...area('b'), endedBy: 'Kari' })], both],
    ['a slide placed in a', [made('slides', {}), made('placements', area('a'))], every],
    ['a slide placed in a that a playlist shows now', [{ ...made('slides', {}), row: 'listed' }, made('placements', area('a'))], venue],
    ['a placement moved from a to b', [change('placements', area('a'), area('b'))], both],
    ['a slide of the library', [made('slides', {})], venue],
    ['a playlist', [made('playlists', {})], venue],
    ['a key for a1', [made('takeoverKeys', { screens: ['a1'] })], every],
    ['a key for a1 and b1', [made('takeoverKeys', { screens: ['a1', 'b1'] })], both],
    ['a key for a screen that is gone', [made('takeoverKeys', { screens: ['a1', 'c1'] })], venue],
    [
      'a screen in a',
      [change('screens', { area: 'a', audience: 'public', name: 'A' }, { area: 'a', audience: 'public', name: 'B' })],
      every,
    ],
    ['a screen moved out of a', [change('screens', { area: 'a', audience: 'public' }, { area: 'b', audience: 'public' })], both],
    ['a screen made for crew alone', [change('screens', { area: 'a', audience: 'public' }, { area: 'a', audience: 'crew' })], onlyAll],
    [
      'a screen of a deleted with its player',
      [gone('devices', { screen: 'x' }), gone('screens', { area: 'a', audience: 'public' })],
      every,
    ],
    ['a screen of b deleted with its player', [gone('devices', { screen: 'x' }), gone('screens', { area: 'b', audience: 'public' })], both],
    ['a player taken from a1', [gone('devices', { screen: 'a1' })], every],
    ['a sighting of b1', [made('sightings', { screen: 'b1' })], both],
    ['an entry in a, armed in a', [change('schedule', entry('a', null), entry('a', 'a'))], every],
    ['an entry in a, armed in b', [change('schedule', entry('a', null), entry('a', 'b'))], both],
    ['a correction on the stage in a', [made('corrections', correction('main', null))], every],
    ['a correction that moves it to b', [made('corrections', correction('main', 'side'))], both],
    ['a correction in the tent', [made('corrections', correction('tent', null))], venue],
    ['a happening nowhere', [gone('happenings', { stage: null })], venue],
    ['a picture', [made('media', {})], every],
    ['an area', [made('areas', {})], venue],
    ['something of a kind that nobody thought of', [made('novelties', {})], venue],
    ['an emergency message', [made('overrides', area('a'))], []],
    ['a member into one’s crew', [made('memberships', membership('net'))], leaders],
    ['a member out of one’s crew', [gone('memberships', membership('net'))], leaders],
    ['a member into another crew', [made('memberships', membership('tech'))], onlyAll],
    ['a leader into one’s crew', [made('memberships', membership('net', 'shift-leader'))], onlyAll],
    ['a member who became a leader', [change('memberships', membership('net'), membership('net', 'chief'))], onlyAll],
    ['an invitation into one’s crew', [made('invitations', { into: { crew: 'net', rank: 'member' } })], leaders],
    ['an invitation into none', [made('invitations', { into: null })], onlyAll],
    ['a crew', [made('crews', {})], onlyAll],
    ['a grant', [made('grants', {})], onlyAll],
    ['an account', [made('users', {})], onlyAll],
    ['a token', [made('tokens', {})], onlyAll],
    ['the event', [change('events', { name: 'TG26' }, { name: 'TG27' })], onlyAll],
    ['a notice and a grant', [made('notices', area('a')), made('grants', {})], onlyAll],
    ['a notice and a member', [made('notices', area('a')), made('memberships', membership('net'))], onlyAll],
  ])('%s', (_, changes, may) => {
    expect(whoMay('kari', 'deed', changes)).toEqual(may)
  })
})

describe('another’s deed', () => {
  test.each<[string, readonly ChangeRow[], readonly Name[]]>([
    ['a notice in a', [made('notices', area('a'))], venue],
    ['a screen in a', [made('screens', { area: 'a', audience: 'public' })], venue],
    ['a member into one’s crew', [made('memberships', membership('net'))], onlyAll],
    ['an invitation into one’s crew', [made('invitations', { into: { crew: 'net', rank: 'member' } })], onlyAll],
    ['an emergency message', [made('overrides', area('a'))], []],
  ])('%s', (_, changes, may) => {
    expect(whoMay('ola', 'deed', changes)).toEqual(may)
  })
})

test.each([
  ['the import at the first start', 'kari', 'import'],
  ['what the controller did by itself', 'system', 'screen.pair'],
])('%s is taken back by nobody', (_, who, what) => {
  expect(whoMay(who, what, [made('screens', { area: 'a', audience: 'public' })])).toEqual([])
})

function whoMay(who: string, what: string, changes: readonly ChangeRow[]): readonly string[] {
  return Object.entries(undoers).flatMap(([name, undoer]) =>
    mayTakeBack(undoer as Undoer, { head: { who, what }, changes }, places) ? [name] : [],
  )
}
