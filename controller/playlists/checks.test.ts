import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { describe, expect, it } from 'vitest'
import { checkPlaylist } from './checks.ts'

const slide = (id: string): PlaylistItem => ({ id, of: { kind: 'slide', slide: id }, durationMs: null, validFrom: null, validUntil: null })
const list = (id: string): PlaylistItem => ({ ...slide(id), of: { kind: 'playlist', playlist: id } })
const body = (name: string, ...items: PlaylistItem[]): PlaylistBody => ({ name, order: 'sequence', items })

function refusal(id: string, playlist: PlaylistBody, others: Record<string, PlaylistBody> = {}): [string, string] | null {
  try {
    checkPlaylist(id, playlist, { playlists: new Map(Object.entries(others)), slides: new Set(['a', 'b']) })
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
        slides: new Set(),
      }),
    ).toThrow('Lobby › Info › Lobby')
  })
})
