/** Which slides stand where: on the glass, unpublished, not yet valid, no longer valid. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlaylistResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { bodyOf, instantOrNull } from '../parts/slide-editor-json.ts'

export const slideFilters = ['all', 'now', 'draft', 'waiting', 'expired'] as const
export type SlideFilter = (typeof slideFilters)[number]

/** Every filter that the slide passes. `showing` holds the slide on each screen's glass. */
export function filtersOf(slide: SlideResource, now: Instant, showing: readonly string[]): ReadonlySet<SlideFilter> {
  const body = bodyOf(slide)
  const from = instantOrNull(body.validFrom)
  const until = instantOrNull(body.validUntil)
  const passes: SlideFilter[] = ['all']
  if (showing.includes(slide.id)) passes.push('now')
  if (slide.draft !== null) passes.push('draft')
  if (from !== null && from > now) passes.push('waiting')
  if (until !== null && until <= now) passes.push('expired')
  return new Set(passes)
}

/** The playlists that hold the slide, drafts included. */
export function playlistsWith(slide: string, playlists: readonly PlaylistResource[]): readonly PlaylistResource[] {
  return playlists.filter((playlist) => bodyOf(playlist).items.some((item) => item.of.kind === 'slide' && item.of.slide === slide))
}
