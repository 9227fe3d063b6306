/** What must hold of playlists and layouts before they are stored: nothing refers to nothing, no list contains itself, none is nested too deep, no layout stands in a region of another. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import { regionPlaylists, type SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

/** What of a slide decides where it may stand. */
export type SlideShape = { readonly name: string; readonly content: SlideContent }

/** What exists beside the body under test: every playlist's and every slide's body. */
export interface Neighbours {
  readonly playlists: ReadonlyMap<string, PlaylistBody>
  readonly slides: ReadonlyMap<string, SlideShape>
}

/** Throws a problem with the path of the first field that is wrong: `duplicate`, `unknown-reference`, `end-before-start`, `playlist-cycle`, `playlist-too-deep`, `layout-in-layout`. */
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
  checkNoLayoutBelowLayout(id, { ...neighbours, playlists: new Map(neighbours.playlists).set(id, body) })
}

/** Throws `unknown-reference` where a region of a layout names a playlist that is not there, and `layout-in-layout` (rule E8). A slide of any other kind passes. */
export function checkLayout(id: string, body: SlideShape, neighbours: Neighbours): void {
  if (body.content.kind !== 'layout') return
  const all: Neighbours = { ...neighbours, slides: new Map(neighbours.slides).set(id, body) }
  regionPlaylists(body.content).forEach((playlist, index) => {
    const path = `content.regions.${index}.playlist`
    if (!all.playlists.has(playlist)) throw unknownPlaylist(playlist, path)
    const inner = wayDown(all, playlist, (kind, to) => kind === 'slide' && isLayout(all, to))
    if (inner !== null) throw layoutInLayout([body.name, ...inner], path)
  })
  for (const { name, content } of neighbours.slides.values()) {
    for (const playlist of regionPlaylists(content)) {
      const inner = wayDown(all, playlist, (kind, to) => kind === 'slide' && to === id)
      if (inner !== null) throw layoutInLayout([name, ...inner], 'content')
    }
  }
}

/** Throws `end-before-start` where a window ends at or before its start. */
export function checkWindow(from: number | null, until: number | null, path: string): void {
  if (from !== null && until !== null && until <= from)
    throw new Problem(422, 'end-before-start', 'The end must come after the start.', path === '' ? 'validUntil' : `${path}.validUntil`)
}

function checkReference(of: PlaylistBody['items'][number]['of'], neighbours: Neighbours, path: string): void {
  if (of.kind === 'slide' && !neighbours.slides.has(of.slide))
    throw new Problem(422, 'unknown-reference', `There is no slide «${of.slide}».`, `${path}.of.slide`, { id: of.slide })
  if (of.kind === 'playlist' && !neighbours.playlists.has(of.playlist)) throw unknownPlaylist(of.playlist, `${path}.of.playlist`)
}

function unknownPlaylist(id: string, path: string): Problem {
  return new Problem(422, 'unknown-reference', `There is no playlist «${id}».`, path, { id })
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

/** Rule E8: no region of a layout may lead to this list if the list leads to a layout. */
function checkNoLayoutBelowLayout(id: string, neighbours: Neighbours): void {
  const below = wayDown(neighbours, id, (kind, to) => kind === 'slide' && isLayout(neighbours, to))
  if (below === null) return
  for (const { name, content } of neighbours.slides.values()) {
    for (const playlist of regionPlaylists(content)) {
      const above = wayDown(neighbours, playlist, (kind, to) => kind === 'playlist' && to === id)
      if (above !== null) throw layoutInLayout([name, ...above, ...below.slice(1)], 'items')
    }
  }
}

/** Names of the lists from `from` down to what is looked for, itself the last; null where no way leads there. */
function wayDown(
  neighbours: Neighbours,
  from: string,
  isGoal: (kind: 'slide' | 'playlist', id: string) => boolean,
  seen = new Set<string>(),
): readonly string[] | null {
  const body = neighbours.playlists.get(from)
  if (body === undefined || seen.has(from)) return null
  seen.add(from)
  if (isGoal('playlist', from)) return [body.name]
  for (const { of } of body.items) {
    if (of.kind === 'slide' && isGoal('slide', of.slide)) return [body.name, neighbours.slides.get(of.slide)?.name ?? of.slide]
    const below = of.kind === 'playlist' ? wayDown(neighbours, of.playlist, isGoal, seen) : null
    if (below !== null) return [body.name, ...below]
  }
  return null
}

function isLayout({ slides }: Neighbours, id: string): boolean {
  return slides.get(id)?.content.kind === 'layout'
}

function layoutInLayout(names: readonly string[], path: string): Problem {
  const way = names.join(' › ')
  return new Problem(422, 'layout-in-layout', `A layout cannot stand in a part of another: ${way}.`, path, { way })
}
