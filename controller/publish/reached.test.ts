import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { entryRow, list, slide } from '../realtime/testing.ts'
import type { ContentEntry } from './content.ts'
import { contentsOf, reachedFrom, sourcesOf } from './reached.ts'

const all: Target = { kind: 'all' }
const secret = (name: string): SlideBody => ({ ...slide(name), embargo: true })
const layout = (...playlists: readonly string[]): SlideBody => ({
  ...slide('Delt'),
  content: {
    kind: 'layout',
    tone: 'night',
    regions: playlists.map((playlist) => ({ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist })),
  },
})
const entry = (id: string, playlist: string) => ({ ...entryRow(id, playlist, { kind: 'always' }), armed: all })
const nested = (name: string, ...playlists: readonly string[]): PlaylistBody => ({
  ...list(name),
  items: playlists.map((playlist) => ({
    ...{ id: `v-${playlist}`, of: { kind: 'playlist', playlist, take: null }, durationMs: null, validFrom: null, validUntil: null },
  })),
})

const playlists = new Map<string, PlaylistBody>()
const slides = new Map<string, SlideBody>()
const sponsors = new Map<string, { rivals: readonly string[] }>()
beforeEach(() => {
  for (const map of [playlists, slides, sponsors]) map.clear()
})

const plain = { placements: [], audience: 'public' } as const

/** The manifest's contents where `shows` says which list each entry plays, and the entries of `armed` are. */
const contents = (shows: Readonly<Record<string, string>>, ...armed: readonly string[]) => {
  const entries = Object.entries(shows).map(([id, playlist]) => entry(id, playlist) as ContentEntry)
  const { playlistOf, ...held } = contentsOf(reachedFrom({ entries, ...plain, armed: new Set(armed) }, { playlists, slides, sponsors }))
  const shown = (id: string): readonly string[] =>
    (held.playlists[id]?.items ?? []).flatMap(({ of }) => (of.kind === 'slide' ? of.slide : shown(of.playlist)))
  return { ...held, shownBy: (id: string) => shown(playlistOf(entries.find((one) => one.id === id) as never)) }
}

describe('[E8] layouts', () => {
  it('bring the lists of their regions and what those hold', () => {
    playlists
      .set('house', list('Huset', 'both'))
      .set('left', list('Venstre', 'a'))
      .set('right', nested('Høyre', 'deep'))
      .set('deep', list('Dypt', 'b'))
    slides.set('both', layout('left', 'right')).set('a', slide('A')).set('b', slide('B')).set('c', slide('C'))
    const held = contents({ e: 'house' })
    expect(Object.keys(held.playlists).sort()).toEqual(['deep', 'house', 'left', 'right'])
    expect(Object.keys(held.slides).sort()).toEqual(['a', 'b', 'both'])
  })

  it('whose region is not published come all the same', () => {
    playlists.set('house', list('Huset', 'both'))
    slides.set('both', layout('gone'))
    expect(contents({ e: 'house' }).slides['both']).toEqual(layout('gone'))
  })
})

describe('[E9] a slide under embargo', () => {
  beforeEach(() => {
    playlists.set('prizes', list('Premier', 'winner', 'clap')).set('around', nested('Rundt', 'prizes'))
    slides.set('winner', secret('Vinneren')).set('clap', slide('Klapp'))
  })

  it('is in no manifest until an entry that shows it is armed', () => {
    expect(contents({ e: 'prizes' })).toMatchObject({ slides: { clap: slide('Klapp') }, playlists: { prizes: list('Premier', 'clap') } })
    expect(JSON.stringify(contents({ e: 'around' }))).not.toContain('Vinneren')
    expect(contents({ e: 'around' }, 'e').shownBy('e')).toEqual(['winner', 'clap'])
    expect(Object.keys(contents({ e: 'around' }, 'e').playlists).sort()).toEqual(['around', 'prizes'])
  })

  it('does not come by an entry that is not armed, although another is', () => {
    const held = contents({ ceremony: 'prizes', loop: 'around' }, 'ceremony')
    expect([held.shownBy('ceremony'), held.shownBy('loop')]).toEqual([['winner', 'clap'], ['clap']])
  })

  it('does not come because some other entry is armed', () => {
    playlists.set('house', list('Huset', 'clap'))
    expect(Object.keys(contents({ ceremony: 'prizes', loop: 'house' }, 'loop').slides)).toEqual(['clap'])
  })

  it('comes through the region of a layout', () => {
    playlists.set('divided', list('Delt', 'both'))
    slides.set('both', layout('around'))
    expect(Object.keys(contents({ e: 'divided' }).slides).sort()).toEqual(['both', 'clap'])
    expect(Object.keys(contents({ e: 'divided' }, 'e').slides).sort()).toEqual(['both', 'clap', 'winner'])
  })

  it('in the region of a layout waits where the same list is shown by an entry that is not armed', () => {
    playlists.set('divided', list('Delt', 'both'))
    slides.set('both', layout('prizes'))
    const held = contents({ ceremony: 'divided', loop: 'prizes' }, 'ceremony')
    const region = held.slides['both']?.content
    expect(held.shownBy('loop')).toEqual(['clap'])
    expect(held.playlists[region?.kind === 'layout' ? (region.regions[0]?.playlist ?? '') : '']?.items).toHaveLength(2)
  })

  it('without one nothing is renamed, armed or not', () => {
    slides.set('winner', slide('Vinneren'))
    expect(Object.keys(contents({ ceremony: 'prizes', loop: 'around' }, 'ceremony').playlists).sort()).toEqual(['around', 'prizes'])
  })

  it('a list that holds itself (an undo may bring that about) is no reason to hang', () => {
    playlists.set('prizes', nested('Premier', 'prizes'))
    expect(contents({ ceremony: 'prizes', loop: 'prizes' }, 'ceremony').shownBy).toBeTypeOf('function')
  })

  it('the sources differ where the contents may', () => {
    const sources = (armed: readonly string[]) =>
      sourcesOf(reachedFrom({ entries: [], ...plain, armed: new Set(armed) }, { playlists, slides, sponsors }))
    expect(sources(['a'])).toEqual(sources(['a']))
    expect(sources(['a'])).not.toEqual(sources(['a', 'b']))
  })
})

describe('sponsors of a manifest', () => {
  it('are those of its slides, with rivals among each other alone, sorted', () => {
    playlists.set('house', list('Huset', 'a', 'b', 'c'))
    slides
      .set('a', { ...slide('A'), sponsor: 'skrei' })
      .set('b', { ...slide('B'), sponsor: 'fjell' })
      .set('c', { ...slide('C'), sponsor: 'gone' })
    sponsors
      .set('skrei', { rivals: ['tyttebar', 'fjell'] })
      .set('fjell', { rivals: [] })
      .set('tyttebar', { rivals: ['skrei'] })
    expect(JSON.stringify(contents({ e: 'house' }).sponsors)).toBe('{"fjell":{"rivals":[]},"skrei":{"rivals":["fjell"]}}')
  })
})
