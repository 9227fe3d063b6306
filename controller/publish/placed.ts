/** Slides placed among what rotates (*Ny slide*): each comes in every pass of every shared list of the class, so that nobody needs to know what a playlist is. */
import { createHash } from 'node:crypto'
import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import { regionPlaylists, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlacementRow } from '../placements/table.ts'
import type { ContentEntry } from './content.ts'
import type { Contents } from './reached.ts'

export type Placing = readonly { readonly placement: PlacementRow; readonly slide: SlideBody }[]

type Without = Omit<Contents, 'sponsors'>

/** In a long list a placed slide comes again after so many items: somebody waits for it before the screen. */
const everyItems = 12

/** The contents with these slides in them. Where a list that gets them is also used inside another, in a region or by an entry of its own, the shared entry plays a copy. A class without anything shared in band `house` gets an entry there for them alone. */
export function withPlaced(contents: Without, placed: Placing): Without {
  if (placed.length === 0) return contents
  const shared = contents.entries.filter(takesPart)
  const lists = [...new Set(shared.map(contents.playlistOf))]
  const names = new Map(lists.map((list) => [list, isUsedElsewhere(contents, list) ? apart(list) : list]))
  const playlists: Record<string, PlaylistBody> = { ...contents.playlists }
  for (const [list, name] of names) {
    const body = contents.playlists[list]
    if (body !== undefined) playlists[name] = { ...body, items: mixedIn(body.items, placed) }
  }
  const alone = shared.some(({ band }) => band === 'house') ? [] : [entryFor(placed)]
  for (const { id } of alone) playlists[id] = { name: id, order: 'sequence', items: mixedIn([], placed) }
  return {
    entries: [...contents.entries, ...alone],
    playlists,
    slides: { ...contents.slides, ...Object.fromEntries(placed.map(({ placement, slide }) => [placement.slide, slide])) },
    playlistOf: (entry) => (takesPart(entry) ? (names.get(contents.playlistOf(entry)) ?? entry.playlist) : contents.playlistOf(entry)),
  }
}

/** What rotates for everybody to be part of: not what has its screen to itself, nor a notice. */
function takesPart({ slot, band, exclusive }: ContentEntry): boolean {
  return slot === 'main' && !exclusive && band !== 'takeover'
}

function isUsedElsewhere({ entries, playlists, slides, playlistOf }: Without, list: string): boolean {
  return (
    entries.some((entry) => !takesPart(entry) && playlistOf(entry) === list) ||
    Object.values(playlists).some(({ items }) => items.some(({ of }) => of.kind === 'playlist' && of.playlist === list)) ||
    Object.values(slides).some(({ content }) => regionPlaylists(content).includes(list))
  )
}

function apart(list: string): string {
  return `placed-${createHash('sha256').update(list).digest('hex').slice(0, 16)}`
}

/** The items with the placed ones at even distances among them, the oldest first; a long list has each more than once. */
function mixedIn(items: readonly PlaylistItem[], placed: Placing): readonly PlaylistItem[] {
  const times = Math.max(1, Math.ceil(items.length / everyItems))
  const added = Array.from({ length: times }, (_, time) => placed.map(({ placement }) => itemOf(placement, time))).flat()
  const mixed: PlaylistItem[] = []
  let next = 0
  items.forEach((item, at) => {
    mixed.push(item)
    while (next < added.length && (next + 1) * items.length <= (at + 1) * added.length) mixed.push(added[next++]!)
  })
  return [...mixed, ...added.slice(next)]
}

function itemOf({ id, slide, from, until }: PlacementRow, time: number): PlaylistItem {
  return {
    id: `placed-${id}${time === 0 ? '' : `-${time}`}`,
    of: { kind: 'slide', slide },
    durationMs: null,
    validFrom: instant(from),
    validUntil: until === null ? null : instant(until),
  }
}

function entryFor(placed: Placing): ContentEntry {
  return {
    id: 'placed',
    event: placed[0]!.placement.event,
    name: 'Nye slides',
    playlist: 'placed',
    target: { kind: 'all' },
    slot: 'main',
    band: 'house',
    exclusive: false,
    manual: false,
    armed: null,
    weight: 1,
    when: { kind: 'always' },
  }
}
