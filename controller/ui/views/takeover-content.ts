/** What somebody takes screens over with: as it is typed, as it is sent, as it looks. */
import { webAddress } from '@infoskjerm/shared/model/contents-media.ts'
import type { SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import type { MediaResource, SlideResource, TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { slideFromJson } from '../parts/slide-editor-json.ts'

/** What the renderer needs of a picture in the store. */
export type Shot = Pick<MediaResource, 'hash' | 'type' | 'widthPx' | 'heightPx'>

export const takeoverKinds = ['picture', 'slide', 'web', 'black'] as const
export type TakeoverKind = (typeof takeoverKinds)[number]

/** All that has been chosen and typed; `kind` says which of it counts. */
export interface TakeoverDraft {
  readonly kind: TakeoverKind
  readonly slide: string | null
  readonly shot: Shot | null
  readonly address: string
}

export const emptyDraft: TakeoverDraft = { kind: 'picture', slide: null, shot: null, address: '' }

/** The address as it is sent: `https://` where nothing else stands before it; null while it is none. */
export function addressOf(typed: string): string | null {
  const trimmed = typed.trim()
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  const named = /^https?:\/\/[^\s/]+\.[^\s/.]|^https?:\/\/(localhost|\[)/i.test(whole)
  return trimmed !== '' && named && webAddress.safeParse(whole).success ? whole : null
}

/** What is sent; null while something is missing. */
export function contentOf(draft: TakeoverDraft): TakeoverContent | null {
  switch (draft.kind) {
    case 'slide':
      return draft.slide === null ? null : { kind: 'slide', slide: draft.slide }
    case 'picture':
      return draft.shot === null ? null : { kind: 'picture', hash: draft.shot.hash }
    case 'web': {
      const url = addressOf(draft.address)
      return url === null ? null : { kind: 'web', url }
    }
    case 'black':
      return { kind: 'black' }
  }
}

/** The slides that may stand on screens at once: published ones, without what is held back. */
export function offeredSlides(slides: readonly SlideResource[]): readonly SlideResource[] {
  return slides.filter(({ published, draft }) => published !== null && !(draft ?? published).embargo)
}

/** As the renderer takes it; null while there is nothing to show. */
export function slideOf(draft: TakeoverDraft, slides: readonly SlideResource[]): SlideBody | null {
  if (draft.kind === 'slide') {
    const published = slides.find(({ id }) => id === draft.slide)?.published ?? null
    return published === null ? null : slideFromJson(published)
  }
  if (draft.kind === 'picture') return draft.shot === null ? null : plainSlide(pictureContent(draft.shot, 'contain'))
  const content = contentOf(draft)
  return content === null || content.kind === 'slide' || content.kind === 'picture' ? null : plainSlide(content)
}

export function pictureContent({ hash, type, widthPx, heightPx }: Shot, fit: 'cover' | 'contain'): SlideContent {
  return { kind: 'image', picture: { hash, type, widthPx, heightPx }, fit, tone: 'night', caption: noWords }
}

/** A slide for everybody that says no more than its content. */
export function plainSlide(content: SlideContent): SlideBody {
  return {
    name: '',
    content,
    variants: [],
    durationMs: 60_000,
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
  }
}
