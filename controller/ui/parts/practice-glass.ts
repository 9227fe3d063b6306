/** What a thing that was practised would have put on the screens. */
import { noticeContent, type NoticeText } from '@infoskjerm/shared/model/notice.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { OverJson, ScreenResource, SlideResource, TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { plainSlide, slideOf } from '../views/takeover-content.ts'
import type { PractisedDeed } from './practice-world.ts'
import { slideFromJson } from './slide-editor-json.ts'

/** `screens`: ids. `glass`: a slide, an emergency message by its template, or the names of the screens. */
export interface PractisedGlass {
  readonly screens: readonly string[]
  readonly glass:
    | { readonly kind: 'slide'; readonly slide: SlideBody }
    | { readonly kind: 'board'; readonly template: string; readonly exercise: boolean }
    | { readonly kind: 'name' }
}

/** Null for what is not something new on the glass. `all`: every screen of the venue. */
export function glassOf(
  { path, body, value }: PractisedDeed,
  slides: readonly SlideResource[],
  all: readonly ScreenResource[],
): PractisedGlass | null {
  const screens = (value as { readonly screens?: readonly string[] } | null)?.screens ?? []
  switch (path) {
    case '/notices':
      return { screens, glass: { kind: 'slide', slide: plainSlide(noticeContent(body as unknown as NoticeText)) } }
    case '/placements':
      return { screens, glass: { kind: 'slide', slide: slideFromJson(body['slide'] as OverJson<SlideBody>) } }
    case '/takeovers':
      return takenOver(screens, body['content'] as TakeoverContent, slides)
    case '/overrides':
      return { screens, glass: { kind: 'board', template: body['template'] as string, exercise: body['status'] === 'exercise' } }
    case '/screens/pair':
      return { screens: [(value as ScreenResource).id], glass: { kind: 'name' } }
    case '/names':
      return body['shown'] === true ? { screens: all.filter((screen) => screen.paired).map(({ id }) => id), glass: { kind: 'name' } } : null
    default:
      return null
  }
}

function takenOver(screens: readonly string[], content: TakeoverContent, slides: readonly SlideResource[]): PractisedGlass | null {
  const shot = content.kind === 'picture' ? { hash: content.hash, type: 'image/jpeg', widthPx: 1_920, heightPx: 1_080 } : null
  const draft = {
    kind: content.kind,
    slide: content.kind === 'slide' ? content.slide : null,
    shot,
    address: content.kind === 'web' ? content.url : '',
  }
  const slide = slideOf(draft, slides)
  return slide === null ? null : { screens, glass: { kind: 'slide', slide } }
}
