/** Slides: one piece of content each, of some kind. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { Instant } from '../time/instant.ts'
import { hash, id, instantSchema, name } from './parts.ts'
import { type Words, words } from './words.ts'

/** A picture in the store, by the SHA-256 of its bytes. Served at `/media/<hash>`. */
export interface Picture {
  readonly hash: string
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
}

/** A video in the store. `durationMs` is null where nothing on the controller could measure it. */
export interface Video {
  readonly hash: string
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
  readonly durationMs: number | null
}

/** The field a slide stands on: night (the theme's dark), paper (its light), accent (amber with ink; for one statement). */
export type Tone = 'night' | 'paper' | 'accent'

/** Title and Markdown body; with a picture behind, the text stands on a quiet plate. */
export interface TextContent {
  readonly kind: 'text'
  readonly title: Words
  readonly body: Words
  readonly tone: Tone
  readonly picture: Picture | null
}

/** `cover` fills the glass, `contain` keeps clear space round the picture on its field (sponsors' marks). */
export interface ImageContent {
  readonly kind: 'image'
  readonly picture: Picture
  readonly fit: 'cover' | 'contain'
  readonly tone: Tone
  readonly caption: Words
}

export interface VideoContent {
  readonly kind: 'video'
  readonly video: Video
  readonly fit: 'cover' | 'contain'
  readonly tone: Tone
}

/** Now and next: of all stages, of one, or of the stage of the screen's own area. */
export interface ProgrammeContent {
  readonly kind: 'programme'
  readonly heading: Words
  readonly of: { readonly scope: 'all' } | { readonly scope: 'area' } | { readonly scope: 'stage'; readonly stage: string }
}

/** To an instant, or to the start or end of a happening of the programme (which moves with it). Never negative: `finished` stands from zero on. */
export interface CountdownContent {
  readonly kind: 'countdown'
  readonly title: Words
  readonly to:
    | { readonly kind: 'instant'; readonly at: Instant }
    | { readonly kind: 'happening'; readonly happening: string; readonly edge: 'start' | 'end' }
  readonly finished: Words
}

export interface ClockContent {
  readonly kind: 'clock'
  readonly heading: Words
}

export type SlideContent = TextContent | ImageContent | VideoContent | ProgrammeContent | CountdownContent | ClockContent
export type SlideKind = SlideContent['kind']

/** What a crew writes and publishes. `name` is for the crew; it never stands on the glass. Validity is half-open; its end cuts the slide even while it shows (rule E2). */
export interface SlideBody {
  readonly name: string
  readonly content: SlideContent
  readonly durationMs: number
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
}

const pictureSchema: z.ZodMiniType<Picture> = z.strictObject({
  hash,
  type: z.string().check(z.maxLength(60)),
  widthPx: z.int().check(z.positive()),
  heightPx: z.int().check(z.positive()),
})

const videoSchema: z.ZodMiniType<Video> = z.strictObject({
  hash,
  type: z.string().check(z.maxLength(60)),
  widthPx: z.int().check(z.nonnegative()),
  heightPx: z.int().check(z.nonnegative()),
  durationMs: z.nullable(z.int().check(z.positive())),
})

const tone = z.enum(['night', 'paper', 'accent'])
const fit = z.enum(['cover', 'contain'])

export const slideContentSchema: z.ZodMiniType<SlideContent> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('text'),
    title: words(limits.titleLength),
    body: words(limits.bodyLength),
    tone,
    picture: z.nullable(pictureSchema),
  }),
  z.strictObject({ kind: z.literal('image'), picture: pictureSchema, fit, tone, caption: words(limits.titleLength) }),
  z.strictObject({ kind: z.literal('video'), video: videoSchema, fit, tone }),
  z.strictObject({
    kind: z.literal('programme'),
    heading: words(limits.titleLength),
    of: z.discriminatedUnion('scope', [
      z.strictObject({ scope: z.literal('all') }),
      z.strictObject({ scope: z.literal('area') }),
      z.strictObject({ scope: z.literal('stage'), stage: id }),
    ]),
  }),
  z.strictObject({
    kind: z.literal('countdown'),
    title: words(limits.titleLength),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('instant'), at: instantSchema }),
      z.strictObject({ kind: z.literal('happening'), happening: id, edge: z.enum(['start', 'end']) }),
    ]),
    finished: words(limits.titleLength),
  }),
  z.strictObject({ kind: z.literal('clock'), heading: words(limits.titleLength) }),
]) as unknown as z.ZodMiniType<SlideContent>

export const slideBodySchema: z.ZodMiniType<SlideBody> = z.strictObject({
  name,
  content: slideContentSchema,
  durationMs: z.int().check(z.minimum(limits.itemMinMs), z.maximum(limits.itemMaxMs)),
  validFrom: z.nullable(instantSchema),
  validUntil: z.nullable(instantSchema),
})

/** The media a slide needs before it can be shown, by hash. */
export function mediaOf(content: SlideContent): readonly string[] {
  switch (content.kind) {
    case 'text':
      return content.picture === null ? [] : [content.picture.hash]
    case 'image':
      return [content.picture.hash]
    case 'video':
      return [content.video.hash]
    case 'programme':
    case 'countdown':
    case 'clock':
      return []
  }
}
