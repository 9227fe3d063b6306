/** The form of *Ny slide*: what was written, the slide it makes, and what still hinders it. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { SlideBody, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { noWords, type Words } from '@infoskjerm/shared/model/words.ts'
import { secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { Aim } from '../parts/where-model.ts'
import type { Shot } from './takeover-content.ts'

export interface NewSlideDraft {
  readonly kind: 'words' | 'picture'
  readonly title: Words
  readonly body: Words
  readonly shot: Shot | null
  readonly caption: string
  /** For crew alone. */
  readonly crew: boolean
  /** What the form cannot say (a slide of another kind that is changed); null for what it can. */
  readonly other: SlideBody | null
}

export const emptySlide: NewSlideDraft = { kind: 'words', title: noWords, body: noWords, shot: null, caption: '', crew: false, other: null }

/** How long it stands at each turn: long enough to read it twice. */
const turnMs = { words: 12 * secondMs, picture: 10 * secondMs }

/** What hinders it; null: it can be shown. */
export type Hindrance = 'words' | 'picture' | 'from' | 'until' | 'where'

export function hindranceTo(draft: NewSlideDraft, from: number | 'now' | 'missing', end: number | string, aim: Aim): Hindrance | null {
  if (bodyOf(draft) === null) return draft.kind === 'picture' ? 'picture' : 'words'
  if (from === 'missing') return 'from'
  if (end === 'missing' || end === 'past') return 'until'
  return aim.screens.length === 0 ? 'where' : null
}

/** The slide; null while there is nothing to show. */
export function bodyOf(draft: NewSlideDraft): SlideBody | null {
  const { other } = draft
  if (other !== null) return { ...other, audience: audienceOf(draft) }
  const content = contentOf(draft)
  return content === null ? null : slideOf(draft, content)
}

function contentOf({ kind, title, body, shot, caption }: NewSlideDraft): SlideContent | null {
  if (kind === 'words')
    return title.nb.trim() === '' ? null : { kind: 'text', title: trimmed(title), body: trimmed(body), tone: 'night', picture: null }
  if (shot === null) return null
  const { hash, type, widthPx, heightPx } = shot
  return {
    kind: 'image',
    picture: { hash, type, widthPx, heightPx },
    fit: fitOf(shot),
    tone: 'night',
    caption: { nb: caption.trim(), en: '' },
  }
}

function slideOf(draft: NewSlideDraft, content: SlideContent): SlideBody {
  return {
    name: nameOf(draft),
    content,
    variants: [],
    durationMs: turnMs[draft.kind],
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: audienceOf(draft),
  }
}

const audienceOf = ({ crew }: NewSlideDraft): SlideBody['audience'] => (crew ? 'crew' : 'everyone')

/** For the crew's lists: what it says, or what the picture is of. */
function nameOf({ kind, title, caption }: NewSlideDraft): string {
  const said = kind === 'words' ? title.nb : caption
  return (said.trim() === '' ? 'Bilde' : said.trim()).slice(0, limits.nameLength)
}

/** A slide that is changed, as the form holds it. */
export function draftOf(slide: SlideBody): NewSlideDraft {
  const { content } = slide
  const crew = slide.audience === 'crew'
  const plain = slide.variants.length === 0 && slide.sponsor === null && !slide.embargo
  if (plain && content.kind === 'text' && content.picture === null && content.tone === 'night')
    return { ...emptySlide, title: content.title, body: content.body, crew }
  if (plain && content.kind === 'image' && content.fit === fitOf(content.picture) && content.caption.en === '')
    return { ...emptySlide, kind: 'picture', shot: content.picture, caption: content.caption.nb, crew }
  return { ...emptySlide, crew, other: slide }
}

/** A picture of about the shape of a screen fills it; any other keeps clear space. */
const fitOf = ({ widthPx, heightPx }: Pick<Shot, 'widthPx' | 'heightPx'>): 'cover' | 'contain' =>
  Math.abs(widthPx / Math.max(1, heightPx) - 16 / 9) < 0.35 ? 'cover' : 'contain'

const trimmed = ({ nb, en }: Words): Words => ({ nb: nb.trim(), en: en.trim() })
