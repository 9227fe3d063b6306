/** Reach: which screens a slide or playlist is on or would be on, and which show it at this moment. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import { regionPlaylists } from '@infoskjerm/shared/model/slide.ts'
import type { Reach } from '@infoskjerm/shared/wire/api.ts'
import { classesOf } from './classes.ts'
import type { Content } from './content.ts'

export type Subject = { readonly kind: 'slide'; readonly id: string } | { readonly kind: 'playlist'; readonly id: string }

/** Every playlist's draft and published body, and the playlists in the regions of each layout, as draft and as published: what a draft holds *would* show. */
export interface Held {
  readonly playlists: ReadonlyMap<string, readonly PlaylistBody[]>
  readonly regions: ReadonlyMap<string, readonly string[]>
}

/** `sceneOf` answers what a screen shows now. */
export function reachOf(subject: Subject, content: Content, held: Held, sceneOf: (screen: string) => Scene | null): Reach {
  const screens: string[] = []
  const now: string[] = []
  for (const screenClass of classesOf(content)) {
    const seen = new Set<string>()
    const isPlaced = subject.kind === 'slide' && screenClass.placements.some(({ slide }) => slide === subject.id)
    if (!isPlaced && !screenClass.entries.some((entry) => holds(entry.playlist, subject, held, seen))) continue
    for (const { id } of screenClass.screens) {
      screens.push(id)
      const scene = sceneOf(id)
      if (scene !== null && shows(scene, subject, content)) now.push(id)
    }
  }
  return { screens: screens.sort(), now: now.sort() }
}

function holds(playlist: string, subject: Subject, held: Held, seen: Set<string>): boolean {
  if (subject.kind === 'playlist' && playlist === subject.id) return true
  if (seen.has(playlist)) return false
  seen.add(playlist)
  const below = (id: string) => holds(id, subject, held, seen)
  return (held.playlists.get(playlist) ?? []).some(({ items }) =>
    items.some(({ of }) => {
      if (of.kind === 'playlist') return below(of.playlist)
      return (subject.kind === 'slide' && of.slide === subject.id) || (held.regions.get(of.slide) ?? []).some(below)
    }),
  )
}

function shows(scene: Scene, subject: Subject, content: Content): boolean {
  return Object.values(scene.slots).some((showing) => {
    if (showing.kind !== 'slide') return false
    const of = regionPlaylists(content.slides.get(showing.slideId)?.content ?? showing.slide.content)
    const inRegions = showing.regions.map((region, at) => ({ region, playlist: of[at] ?? '' }))
    if (subject.kind === 'slide') return showing.slideId === subject.id || inRegions.some(({ region }) => region?.slideId === subject.id)
    return (
      playlistsOnPath(content, content.entries.get(showing.entry)?.playlist ?? null, showing.path).includes(subject.id) ||
      inRegions.some(({ region, playlist }) => region !== null && playlistsOnPath(content, playlist, region.path).includes(subject.id))
    )
  })
}

/** The playlists that lead to a turn, from `top` down. */
function playlistsOnPath(content: Content, top: string | null, path: string): readonly string[] {
  const way: string[] = []
  let at = top
  for (const itemId of path.split('/')) {
    if (at === null) break
    way.push(at)
    const item = content.playlists.get(at)?.items.find(({ id }) => id === itemId)
    at = item?.of.kind === 'playlist' ? item.of.playlist : null
  }
  return way
}
