/** The contents of one event as those of another: ids exchanged, dates moved, what belongs to the old year left out. */
import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import type { ScreenState } from '@infoskjerm/shared/model/screen.ts'
import type { SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { movedInstant, type Shift } from './moved.ts'

/** The new id of each old one; what is not there stays behind. */
export interface Ids {
  readonly areas: ReadonlyMap<string, string>
  readonly screens: ReadonlyMap<string, string>
  readonly stages: ReadonlyMap<string, string>
  readonly slides: ReadonlyMap<string, string>
  readonly playlists: ReadonlyMap<string, string>
}

/** Whether a slide belongs to the old year: a sponsor's, or one that stands for a happening or counts down to it. */
export function staysBehind(bodies: readonly (SlideBody | null)[]): boolean {
  return bodies.some((body) => body !== null && (body.sponsor !== null || followsHappening(body.content)))
}

/** The slides that some list has. */
export function listedSlides(bodies: readonly (PlaylistBody | null)[]): ReadonlySet<string> {
  return new Set(bodies.flatMap((body) => (body?.items ?? []).flatMap(({ of }) => (of.kind === 'slide' ? of.slide : []))))
}

/** Why a screen was out of service is of the old year; one without a box is planned. */
export function copiedState(state: ScreenState, hasBox: boolean): ScreenState {
  if (state.kind !== 'out-of-service') return state
  return { kind: hasBox ? 'in-service' : 'planned' }
}

export function copiedSlide(body: SlideBody, ids: Ids, shift: Shift): SlideBody {
  return {
    ...body,
    content: copiedContent(body.content, ids, shift),
    variants: body.variants.flatMap((variant) =>
      followsHappening(variant.content)
        ? []
        : { ...variant, content: copiedContent(variant.content, ids, shift) as typeof variant.content },
    ),
    validFrom: maybe(body.validFrom, shift),
    validUntil: maybe(body.validUntil, shift),
  }
}

export function copiedPlaylist(body: PlaylistBody, ids: Ids, shift: Shift): PlaylistBody {
  return { ...body, items: body.items.flatMap((item) => copiedItem(item, ids, shift) ?? []) }
}

export function copiedTarget(target: Target, ids: Ids): Target {
  switch (target.kind) {
    case 'area':
      return { ...target, area: ids.areas.get(target.area) ?? target.area }
    case 'screen':
      return { ...target, screen: ids.screens.get(target.screen) ?? target.screen }
    case 'and':
    case 'or':
      return { ...target, of: target.of.map((part) => copiedTarget(part, ids)) }
    case 'not':
      return { ...target, of: copiedTarget(target.of, ids) }
    default:
      return target
  }
}

function followsHappening(content: SlideContent): boolean {
  return content.kind === 'happening' || (content.kind === 'countdown' && content.to.kind === 'happening')
}

function copiedContent(content: SlideContent, ids: Ids, shift: Shift): SlideContent {
  switch (content.kind) {
    case 'programme':
      return content.of.scope === 'stage'
        ? { ...content, of: { scope: 'stage', stage: ids.stages.get(content.of.stage) ?? content.of.stage } }
        : content
    case 'countdown':
      return content.to.kind === 'instant' ? { ...content, to: { kind: 'instant', at: movedInstant(content.to.at, shift) } } : content
    case 'layout':
      return {
        ...content,
        regions: content.regions.map((region) => ({ ...region, playlist: ids.playlists.get(region.playlist) ?? region.playlist })),
      }
    default:
      return content
  }
}

function copiedItem(item: PlaylistItem, ids: Ids, shift: Shift): PlaylistItem | null {
  const validity = { validFrom: maybe(item.validFrom, shift), validUntil: maybe(item.validUntil, shift) }
  if (item.of.kind === 'playlist') {
    const playlist = ids.playlists.get(item.of.playlist)
    return playlist === undefined ? null : { ...item, ...validity, of: { ...item.of, playlist } }
  }
  const slide = ids.slides.get(item.of.slide)
  return slide === undefined ? null : { ...item, ...validity, of: { kind: 'slide', slide } }
}

function maybe(t: Instant | null, shift: Shift): Instant | null {
  return t === null ? null : movedInstant(t, shift)
}
