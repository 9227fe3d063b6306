/** Takes a slide or a playlist out of every playlist that holds it. */
import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'

/** Whether an item shows the thing that goes. */
export function shows(kind: PlaylistItem['of']['kind'], id: string): (item: PlaylistItem) => boolean {
  return ({ of }) => (of.kind === 'slide' ? kind === 'slide' && of.slide === id : kind === 'playlist' && of.playlist === id)
}

/** The body without those items; the same object where there are none. */
export function without(body: PlaylistBody | null, goes: (item: PlaylistItem) => boolean): PlaylistBody | null {
  if (body === null || !body.items.some(goes)) return body
  return { ...body, items: body.items.filter((item) => !goes(item)) }
}
