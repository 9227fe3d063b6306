import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { describe, expect, it } from 'vitest'
import { checkLayout, checkPlaylist, type SlideShape } from './checks.ts'

const slide = (id: string): PlaylistItem => ({ id, of: { kind: 'slide', slide: id }, durationMs: null, validFrom: null, validUntil: null })
const list = (id: string): PlaylistItem => ({ ...slide(id), of: { kind: 'playlist', playlist: id, take: null } })
const clock: SlideShape = { name: 'Klokka', content: { kind: 'clock', heading: { nb: '', en: '' } } }
const layout = (name: string, ...playlists: string[]): SlideShape => ({
  name,
  content: {
    kind: 'layout',
    tone: 'night',
    regions: playlists.map((playlist) => ({ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist })),
  },
})
const slides = new Map([
  ['a', clock],
  ['b', clock],
  ['delt', layout('Delt', 'left', 'right')],
])
const body = (name: string, ...items: PlaylistItem[]): PlaylistBody => ({ name, order: 'sequence', items })

function refusal(id: string, playlist: PlaylistBody, others: Record<string, PlaylistBody> = {}): [string, string] | null {
  try {
    checkPlaylist(id, playlist, { playlists: new Map(Object.entries(others)), slides })
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return [error.code, error.path]
  }
}

describe('what a playlist may hold', () => {
  it.each<[string, PlaylistBody, Record<string, PlaylistBody>, [string, string] | null]>([
    ['slides and a list', body('Lobby', slide('a'), list('info')), { info: body('Info', slide('b')) }, null],
    ['nothing', body('Tom'), {}, null],
    ['an unknown slide', body('Lobby', slide('a'), slide('x')), {}, ['unknown-reference', 'items.1.of.slide']],
    ['an unknown list', body('Lobby', list('x')), {}, ['unknown-reference', 'items.0.of.playlist']],
    ['the same item twice', body('Lobby', slide('a'), slide('a')), {}, ['duplicate', 'items.1.id']],
    ['itself', body('Lobby', list('lobby')), { lobby: body('Lobby') }, ['playlist-cycle', 'items.0.of.playlist']],
    [
      'itself by way of another',
      body('Lobby', list('info')),
      { lobby: body('Lobby'), info: body('Info', list('lobby')) },
      ['playlist-cycle', 'items'],
    ],
    [
      'five lists below each other',
      body('Lobby', list('b')),
      { b: body('B', list('c')), c: body('C', list('d')), d: body('D', list('e')), e: body('E', slide('a')) },
      ['playlist-too-deep', 'items'],
    ],
    [
      'an item that ends before it starts',
      body('Lobby', { ...slide('a'), validFrom: instant(2), validUntil: instant(1) }),
      {},
      ['end-before-start', 'items.0.validUntil'],
    ],
  ])('%s', (_, playlist, others, expected) => {
    expect(refusal('lobby', playlist, others)).toEqual(expected)
  })

  it('names the way round a cycle', () => {
    expect(() =>
      checkPlaylist('lobby', body('Lobby', list('info')), {
        playlists: new Map([['info', body('Info', list('lobby'))]]),
        slides,
      }),
    ).toThrow('Lobby › Info › Lobby')
  })
})

describe('[E8] a layout inside a region of a layout', () => {
  const left = body('Venstre', slide('a'))
  const playlists = new Map([
    ['left', left],
    ['right', body('Høyre', list('deep'))],
    ['deep', body('Dypt', slide('b'))],
  ])
  const around = { playlists, slides: new Map(slides).set('other', layout('Annen', 'main')) }

  it.each<[string, string, PlaylistBody, string | null]>([
    ['a clock in a region', 'left', body('Venstre', slide('a')), null],
    ['a layout in a list of no region', 'main', body('Hoved', slide('delt')), 'Annen › Hoved › Delt'],
    ['a layout in a list that a region shows', 'left', body('Venstre', slide('other')), 'Delt › Venstre › Annen'],
    ['a layout in itself', 'left', body('Venstre', slide('delt')), 'Delt › Venstre › Delt'],
    ['a layout further down', 'deep', body('Dypt', slide('a'), slide('delt')), 'Delt › Høyre › Dypt › Delt'],
    ['a list that leads to a layout', 'left', body('Venstre', list('main')), 'Delt › Venstre › Hoved › Delt'],
    ['a layout in a list that nothing shows', 'free', body('Fri', slide('delt')), null],
  ])('%s', (_, id, playlist, way) => {
    const others = { ...around, playlists: new Map(playlists).set('main', body('Hoved', slide('delt'))) }
    const check = () => checkPlaylist(id, playlist, others)
    if (way === null) expect(check).not.toThrow()
    else expect(check).toThrow(expect.objectContaining({ code: 'layout-in-layout', path: 'items', params: { way } }))
  })

  it.each<[string, string, SlideShape, string, string]>([
    ['a region that leads to a layout', 'new', layout('Ny', 'left', 'main'), 'content.regions.1.playlist', 'Ny › Hoved › Delt'],
    ['a slide that becomes a layout where a region shows it', 'b', layout('Ny', 'left'), 'content', 'Delt › Høyre › Dypt › Ny'],
  ])('%s', (_, id, slide_, path, way) => {
    const others = { slides, playlists: new Map(playlists).set('main', body('Hoved', slide('delt'))) }
    expect(() => checkLayout(id, slide_, others)).toThrow(expect.objectContaining({ code: 'layout-in-layout', path, params: { way } }))
  })

  it('a region of a list that is not there is told', () => {
    expect(() => checkLayout('new', layout('Ny', 'left', 'gone'), around)).toThrow(
      expect.objectContaining({ code: 'unknown-reference', path: 'content.regions.1.playlist' }),
    )
  })
})
