/** What must hold of playlists before they are stored: nothing refers to nothing, no list contains itself, none is nested too deep. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

/** What exists beside the playlist under test: every playlist's body and every slide's id. */
export interface Neighbours {
  readonly playlists: ReadonlyMap<string, PlaylistBody>
  readonly slides: ReadonlySet<string>
}

/** Throws a problem with the path of the first field that is wrong: `duplicate`, `unknown-reference`, `end-before-start`, `playlist-cycle`, `playlist-too-deep`. */
export function checkPlaylist(id: string, body: PlaylistBody, neighbours: Neighbours): void {
  const seen = new Set<string>()
  body.items.forEach((item, index) => {
    const path = `items.${index}`
    if (seen.has(item.id)) throw new Problem(422, 'duplicate', `Two items have the id «${item.id}».`, `${path}.id`)
    seen.add(item.id)
    checkReference(item.of, neighbours, path)
    checkWindow(item.validFrom, item.validUntil, path)
  })
  checkNesting(id, body, neighbours.playlists)
}

/** Throws `end-before-start` where a window ends at or before its start. */
export function checkWindow(from: number | null, until: number | null, path: string): void {
  if (from !== null && until !== null && until <= from)
    throw new Problem(422, 'end-before-start', 'The end must come after the start.', path === '' ? 'validUntil' : `${path}.validUntil`)
}

function checkReference(of: PlaylistBody['items'][number]['of'], neighbours: Neighbours, path: string): void {
  if (of.kind === 'slide' && !neighbours.slides.has(of.slide))
    throw new Problem(422, 'unknown-reference', `There is no slide «${of.slide}».`, `${path}.of.slide`, { id: of.slide })
  if (of.kind === 'playlist' && !neighbours.playlists.has(of.playlist))
    throw new Problem(422, 'unknown-reference', `There is no playlist «${of.playlist}».`, `${path}.of.playlist`, { id: of.playlist })
}

/** Walks down from the playlist; a list that comes again on its own way down is a cycle, and the way is named. */
function checkNesting(id: string, body: PlaylistBody, playlists: ReadonlyMap<string, PlaylistBody>): void {
  const bodyOf = (playlist: string) => (playlist === id ? body : playlists.get(playlist))
  const nameOf = (playlist: string) => bodyOf(playlist)?.name ?? playlist
  const walk = (at: string, way: readonly string[]): void => {
    bodyOf(at)?.items.forEach((item, index) => {
      if (item.of.kind !== 'playlist') return
      const next = item.of.playlist
      const path = way.length === 1 ? `items.${index}.of.playlist` : 'items'
      const names = [...way, next].map(nameOf).join(' › ')
      if (way.includes(next)) throw new Problem(422, 'playlist-cycle', `A playlist cannot hold itself: ${names}.`, path, { way: names })
      if (way.length >= limits.playlistDepth)
        throw new Problem(422, 'playlist-too-deep', `Playlists nest at most ${limits.playlistDepth} deep: ${names}.`, path, {
          way: names,
          most: limits.playlistDepth,
        })
      walk(next, [...way, next])
    })
  }
  walk(id, [id])
}
