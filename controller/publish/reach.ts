/** Reach: which screens a slide or playlist is on or would be on, and which show it at this moment. */
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { Reach } from '@infoskjerm/shared/wire/api.ts'
import { classesOf } from './classes.ts'
import type { Content } from './content.ts'

export type Subject = { readonly kind: 'slide'; readonly id: string } | { readonly kind: 'playlist'; readonly id: string }

/** `bodies` gives every playlist's draft and published body: what a draft holds *would* show. `sceneOf` answers what a screen shows now. */
export function reachOf(
  subject: Subject,
  content: Content,
  bodies: ReadonlyMap<string, readonly PlaylistBody[]>,
  sceneOf: (screen: string) => Scene | null,
): Reach {
  const screens: string[] = []
  const now: string[] = []
  for (const screenClass of classesOf(content)) {
    if (!screenClass.entries.some((entry) => holds(entry.playlist, subject, bodies, new Set()))) continue
    for (const { id } of screenClass.screens) {
      screens.push(id)
      const scene = sceneOf(id)
      if (scene !== null && shows(scene, subject, content)) now.push(id)
    }
  }
  return { screens: screens.sort(), now: now.sort() }
}

function holds(playlist: string, subject: Subject, bodies: ReadonlyMap<string, readonly PlaylistBody[]>, seen: Set<string>): boolean {
  if (subject.kind === 'playlist' && playlist === subject.id) return true
  if (seen.has(playlist)) return false
  seen.add(playlist)
  return (bodies.get(playlist) ?? []).some((body) =>
    body.items.some(({ of }) =>
      of.kind === 'slide' ? subject.kind === 'slide' && of.slide === subject.id : holds(of.playlist, subject, bodies, seen),
    ),
  )
}

function shows(scene: Scene, subject: Subject, content: Content): boolean {
  return Object.values(scene.slots).some((showing) => {
    if (showing.kind !== 'slide') return false
    if (subject.kind === 'slide') return showing.slideId === subject.id
    return playlistsOnPath(content, showing.entry, showing.path).includes(subject.id)
  })
}

/** The playlists that lead to a turn, from the entry's own down. */
function playlistsOnPath(content: Content, entry: string, path: string): readonly string[] {
  const way: string[] = []
  let at = content.entries.get(entry)?.playlist ?? null
  for (const itemId of path.split('/')) {
    if (at === null) break
    way.push(at)
    const item = content.playlists.get(at)?.items.find(({ id }) => id === itemId)
    at = item?.of.kind === 'playlist' ? item.of.playlist : null
  }
  return way
}
