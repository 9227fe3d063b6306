/** Slides: one piece of content each, of some kind. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import type { Instant } from '../time/instant.ts'
import { type HappeningContent, type QrContent, type ResultsContent, wordContents } from './contents.ts'
import {
  type HtmlContent,
  mediaContents,
  type PageManners,
  pageManners,
  type Picture,
  type PictureMotion,
  pictureMotion,
  pictureSchema,
  type StreamContent,
  type Video,
  videoSchema,
  webAddress,
} from './contents-media.ts'
import { type DataContent, type FeedContent, type MapContent, sourceContents } from './contents-sources.ts'
import { id, instantSchema, name } from './parts.ts'
import type { Variant } from './screen.ts'
import { type Words, words } from './words.ts'

export type { Picture, Video } from './contents-media.ts'

/** The field a slide stands on: night (the theme's dark), paper (its light), accent (amber with ink; for one statement). */
export type Tone = 'night' | 'paper' | 'accent'

/** Title and Markdown body; with a picture behind, the text stands on a quiet plate. `author`: who says it, a small line below; absent where nobody is named. */
export interface TextContent {
  readonly kind: 'text'
  readonly title: Words
  readonly body: Words
  readonly tone: Tone
  readonly picture: Picture | null
  readonly author?: string
}

/** `cover` fills the glass, `contain` keeps clear space round the picture on its field (sponsors' marks). */
export interface ImageContent extends PictureMotion {
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

/** A part of the glass, in percent of its width and height, with a playlist of its own that follows the venue's clock: where it stands depends on the time of day alone, never on when the slide came (rule E8). */
export interface Region {
  readonly xPct: number
  readonly yPct: number
  readonly widthPct: number
  readonly heightPct: number
  readonly playlist: string
}

/** Several playlists on one glass. One level deep: a layout inside a region never comes. */
export interface LayoutContent {
  readonly kind: 'layout'
  readonly tone: Tone
  readonly regions: readonly Region[]
}

/** A page of somebody else's, in a frame that can reach nothing of ours (rule S6). `url` is http or https. */
export interface WebContent extends PageManners {
  readonly kind: 'web'
  readonly url: string
}

/** Nothing but black, because somebody wants the screen dark. */
export interface BlackContent {
  readonly kind: 'black'
}

export type SlideContent =
  | TextContent
  | ImageContent
  | VideoContent
  | ProgrammeContent
  | HappeningContent
  | CountdownContent
  | ClockContent
  | QrContent
  | ResultsContent
  | LayoutContent
  | WebContent
  | StreamContent
  | HtmlContent
  | FeedContent
  | DataContent
  | MapContent
  | BlackContent
export type SlideKind = SlideContent['kind']

/** What a variant is made for: screens that stand upright, weak boxes, or people at a distance. */
export const variantsOf = ['portrait', 'lofi', 'near', 'passage', 'hall'] as const

/** Another way to say the same on some screens. It has no time of its own: variants never change timing (rule E8). */
export interface SlideVariant {
  readonly for: (typeof variantsOf)[number]
  readonly content: Exclude<SlideContent, LayoutContent>
}

/** What a crew writes and publishes. `name` is for the crew; it never stands on the glass. Validity is half-open; its end cuts the slide even while it shows (rule E2). `sponsor`: whose message it is; rivals are kept apart. `embargo`: reaches only screens of entries that a person has armed (rule E9). `audience`: *crew* reaches only screens that stand before crew alone, whatever entry asks for it. */
export interface SlideBody {
  readonly name: string
  readonly content: SlideContent
  readonly variants: readonly SlideVariant[]
  readonly durationMs: number
  readonly validFrom: Instant | null
  readonly validUntil: Instant | null
  readonly sponsor: string | null
  readonly embargo: boolean
  readonly audience: 'everyone' | 'crew'
}

const tone = z.enum(['night', 'paper', 'accent'])
const fit = z.enum(['cover', 'contain'])

const percent = z.number().check(z.minimum(0), z.maximum(100))

const regionSchema: z.ZodMiniType<Region> = z
  .strictObject({ xPct: percent, yPct: percent, widthPct: percent, heightPct: percent, playlist: id })
  .check(
    z.refine(({ xPct, yPct, widthPct, heightPct }) => widthPct > 0 && heightPct > 0 && xPct + widthPct <= 100 && yPct + heightPct <= 100),
  )

const layoutSchema = z.strictObject({
  kind: z.literal('layout'),
  tone,
  regions: z.array(regionSchema).check(z.minLength(1), z.maxLength(limits.regions)),
})

const simpleContents = [
  z.strictObject({
    kind: z.literal('text'),
    title: words(limits.titleLength),
    body: words(limits.bodyLength),
    tone,
    picture: z.nullable(pictureSchema),
    author: z.optional(name),
  }),
  z.strictObject({ kind: z.literal('image'), picture: pictureSchema, fit, tone, caption: words(limits.titleLength), ...pictureMotion }),
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
  z.strictObject({ kind: z.literal('web'), url: webAddress, ...pageManners }),
  z.strictObject({ kind: z.literal('black') }),
  ...wordContents,
  ...mediaContents,
  ...sourceContents,
] as const

export const slideContentSchema = z.discriminatedUnion('kind', [...simpleContents, layoutSchema]) as unknown as z.ZodMiniType<SlideContent>

const variantSchema = z.strictObject({
  for: z.enum(variantsOf),
  content: z.discriminatedUnion('kind', simpleContents),
}) as unknown as z.ZodMiniType<SlideVariant>

export const slideBodySchema: z.ZodMiniType<SlideBody> = z.strictObject({
  name,
  content: slideContentSchema,
  variants: z._default(z.array(variantSchema).check(z.maxLength(variantsOf.length)), []),
  durationMs: z.int().check(z.minimum(limits.itemMinMs), z.maximum(limits.itemMaxMs)),
  validFrom: z.nullable(instantSchema),
  validUntil: z.nullable(instantSchema),
  sponsor: z._default(z.nullable(id), null),
  embargo: z._default(z.boolean(), false),
  audience: z._default(z.enum(['everyone', 'crew']), 'everyone'),
})

/** The content for a screen: the first variant that is made for it, otherwise the slide's own. */
export function contentFor(slide: Pick<SlideBody, 'content' | 'variants'>, screen: Variant): SlideContent {
  return slide.variants.find((variant) => suits(variant.for, screen))?.content ?? slide.content
}

function suits(wanted: SlideVariant['for'], { profile, widthPx, heightPx, distance }: Variant): boolean {
  switch (wanted) {
    case 'portrait':
      return heightPx > widthPx
    case 'lofi':
      return profile === 'lofi'
    default:
      return distance === wanted
  }
}

/** The playlists that rotate in the regions of a layout; none for every other kind. */
export function regionPlaylists(content: SlideContent): readonly string[] {
  return content.kind === 'layout' ? content.regions.map(({ playlist }) => playlist) : []
}

/** The media a slide may need before it can be shown, its variants' too, by hash. What the regions of a layout need is their slides' to tell. */
export function mediaOf(slide: Pick<SlideBody, 'content' | 'variants'>): readonly string[] {
  const of = [slide.content, ...slide.variants.map(({ content }) => content)].flatMap(mediaIn)
  return of.length < 2 ? of : [...new Set(of)]
}

function mediaIn(content: SlideContent): readonly string[] {
  switch (content.kind) {
    case 'text':
      return content.picture === null ? [] : [content.picture.hash]
    case 'image':
      return [content.picture.hash]
    case 'video':
      return [content.video.hash]
    case 'stream':
      return content.instead === null ? [] : [content.instead.hash]
    case 'web':
      return content.instead === undefined ? [] : [content.instead.hash]
    case 'html':
      return [content.bundle.hash]
    case 'feed':
      return content.items.flatMap(({ picture }) => (picture === null ? [] : [picture.hash]))
    case 'map':
      return [content.picture.hash]
    case 'programme':
    case 'happening':
    case 'countdown':
    case 'clock':
    case 'qr':
    case 'results':
    case 'data':
    case 'layout':
    case 'black':
      return []
  }
}
