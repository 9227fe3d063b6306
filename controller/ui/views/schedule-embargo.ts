/** What an entry holds back until somebody releases it, and where it would be seen (rule E9). */
import { limits } from '@infoskjerm/shared/limits.ts'
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { EntryResource, ScreenResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { fromText } from '../parts/slide-editor-json.ts'
import type { Library } from './playlists-items.ts'

/** The published slides under embargo in a playlist, in lists inside it, and in regions of its layouts; each once. */
export function heldSlides(playlist: string, library: Library): readonly SlideResource[] {
  const found = new Map<string, SlideResource>()
  const seen = new Set<string>()
  const visit = (id: string, depth: number): void => {
    if (seen.has(id) || depth > limits.playlistDepth + 1) return
    seen.add(id)
    for (const { of } of library.playlists.get(id)?.published?.items ?? []) {
      if (of.kind === 'playlist') visit(of.playlist, depth + 1)
      else visitSlide(of.slide, depth)
    }
  }
  const visitSlide = (id: string, depth: number): void => {
    const slide = library.slides.get(id)
    const body = slide?.published ?? null
    if (slide === undefined || body === null) return
    if (body.embargo) found.set(id, slide)
    if (body.content.kind === 'layout') for (const region of body.content.regions) visit(region.playlist, depth + 1)
  }
  visit(playlist, 1)
  return [...found.values()]
}

/** The screens of an entry that a target means. */
export function releasedOn(
  target: Target | null,
  entry: Pick<EntryResource, 'screens'>,
  screens: readonly ScreenResource[],
): readonly ScreenResource[] {
  return target === null ? [] : screens.filter((screen) => entry.screens.includes(screen.id) && matches(target, screen))
}

/** `now` while the entry is on, else the start of its next window; null when there is none. */
export function nextStart({ windows }: Pick<EntryResource, 'windows'>, now: Instant): 'now' | Instant | null {
  if (windows === null) return 'now'
  const ahead = windows
    .map(({ from, until }) => ({ from: fromText(from), until: fromText(until) }))
    .filter(({ until }) => until > now)
    .sort((a, b) => a.from - b.from)[0]
  return ahead === undefined ? null : ahead.from <= now ? 'now' : ahead.from
}
