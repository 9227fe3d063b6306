/** Playlists as lists of items: changes, lengths and names, without any state. */
import type { PlaylistResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { bodyOf, type PlaylistJson } from '../parts/slide-editor-json.ts'

export type ItemJson = PlaylistJson['items'][number]

/** What items refer to, by id. */
export interface Library {
  readonly slides: ReadonlyMap<string, SlideResource>
  readonly playlists: ReadonlyMap<string, PlaylistResource>
}

export function libraryOf(slides: readonly SlideResource[], playlists: readonly PlaylistResource[]): Library {
  return { slides: new Map(slides.map((one) => [one.id, one])), playlists: new Map(playlists.map((one) => [one.id, one])) }
}

/** The list with a slide as its last item. */
export function withSlide(body: PlaylistJson, slide: string): PlaylistJson {
  return withItem(body, { kind: 'slide', slide })
}

/** The list with a new last item. */
export function withItem(body: PlaylistJson, of: ItemJson['of']): PlaylistJson {
  return { ...body, items: [...body.items, { id: crypto.randomUUID(), of, durationMs: null, validFrom: null, validUntil: null }] }
}

export function withoutItem(body: PlaylistJson, id: string): PlaylistJson {
  return { ...body, items: body.items.filter((item) => item.id !== id) }
}

export function withChange(body: PlaylistJson, id: string, change: Partial<Omit<ItemJson, 'id'>>): PlaylistJson {
  return { ...body, items: body.items.map((item) => (item.id === id ? { ...item, ...change } : item)) }
}

/** The list in another order; ids it does not have are left out, items that are not named keep their place at the end. */
export function inOrder(body: PlaylistJson, ids: readonly string[]): PlaylistJson {
  const named = ids.flatMap((id) => body.items.filter((item) => item.id === id))
  return { ...body, items: [...named, ...body.items.filter((item) => !ids.includes(item.id))] }
}

/** What an item is called; null where it refers to something that is gone. */
export function nameOf(item: ItemJson, library: Library): string | null {
  const found = item.of.kind === 'slide' ? library.slides.get(item.of.slide) : library.playlists.get(item.of.playlist)
  return found === undefined ? null : bodyOf<{ readonly name: string }>(found).name
}

/** How long one whole pass takes (ms), every item counted, valid now or not; a nested list with its whole pass, or with as many times the mean of its items as a visit takes. */
export function passMs(body: PlaylistJson, library: Library, depth: number = limits.playlistDepth): number {
  if (depth === 0) return 0
  return body.items.reduce((sum, item) => {
    if (item.of.kind === 'playlist') {
      const nested = library.playlists.get(item.of.playlist)
      if (nested === undefined) return sum
      const inner = bodyOf(nested)
      const wholeMs = passMs(inner, library, depth - 1)
      const { take } = item.of
      return sum + (take === null || inner.items.length === 0 ? wholeMs : (wholeMs * take) / inner.items.length)
    }
    const slide = library.slides.get(item.of.slide)
    return sum + (slide === undefined ? 0 : (item.durationMs ?? bodyOf(slide).durationMs))
  }, 0)
}

/** The first slides of a list, nested ones included: its filmstrip. */
export function filmstrip(
  body: PlaylistJson,
  library: Library,
  most: number,
  depth: number = limits.playlistDepth,
): readonly SlideResource[] {
  const strip: SlideResource[] = []
  for (const item of body.items) {
    if (strip.length >= most || depth === 0) break
    if (item.of.kind === 'playlist') {
      const nested = library.playlists.get(item.of.playlist)
      if (nested !== undefined) strip.push(...filmstrip(bodyOf(nested), library, most - strip.length, depth - 1))
    } else {
      const slide = library.slides.get(item.of.slide)
      if (slide !== undefined) strip.push(slide)
    }
  }
  return strip
}

/** Slides of the list that no screen could show yet: they have never been published, so they must go out with it. */
export function unpublishedSlides(body: PlaylistJson, library: Library): readonly string[] {
  const ids = body.items.flatMap((item) => (item.of.kind === 'slide' ? [item.of.slide] : []))
  return [...new Set(ids)].filter((id) => library.slides.get(id)?.published === null)
}
