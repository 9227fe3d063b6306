/** Kinds of slides that are filled by a source: news, figures, and a map of the hall. What stands in them is part of the slide, by hand today. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { type Picture, pictureSchema } from './contents-media.ts'
import { id } from './parts.ts'
import { type Words, words } from './words.ts'

/** One piece of news. `when`: as it should be read («i dag 14:00»), or ''. */
export interface FeedItem {
  readonly title: Words
  readonly intro: Words
  readonly when: string
  readonly picture: Picture | null
}

/** News, newest first, one at a time. */
export interface FeedContent {
  readonly kind: 'feed'
  readonly heading: Words
  readonly items: readonly FeedItem[]
}

/** One figure out of the source. `path` and `before` are JSON Pointers (RFC 6901) to the figure and to what it was before; `before` null: nothing is said about a change. `unit` stands after the figure, or is ''. */
export interface Figure {
  readonly label: Words
  readonly path: string
  readonly before: string | null
  readonly unit: string
  readonly decimals: number
}

/** Figures out of JSON. `source` is its text, as whoever wrote it wrote it. */
export interface DataContent {
  readonly kind: 'data'
  readonly title: Words
  readonly source: string
  readonly figures: readonly Figure[]
}

/** A place on the map, with the letter of its disc. In percent of the picture's width and height. */
export interface MapPlace {
  readonly letter: string
  readonly name: Words
  readonly xPct: number
  readonly yPct: number
}

/** Where a screen stands on the map, and which way somebody looks who reads it: degrees clockwise from the top of the picture. */
export interface MapScreen {
  readonly screen: string
  readonly xPct: number
  readonly yPct: number
  readonly facingDeg: number
}

/** A picture of the hall with its places, and *Du er her* on the screens that are on it. */
export interface MapContent {
  readonly kind: 'map'
  readonly title: Words
  readonly picture: Picture
  readonly places: readonly MapPlace[]
  readonly screens: readonly MapScreen[]
}

/** Whether a text is JSON (RFC 8259). */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const percent = z.number().check(z.minimum(0), z.maximum(100))
const pointer = z.string().check(z.maxLength(limits.titleLength), z.regex(/^(\/([^~/]|~[01])*)*$/u))
const letter = z.string().check(z.regex(/^[\p{L}\p{N}]{1,2}$/u))

export const sourceContents = [
  z.strictObject({
    kind: z.literal('feed'),
    heading: words(limits.titleLength),
    items: z
      .array(
        z.strictObject({
          title: words(limits.titleLength),
          intro: words(limits.introLength),
          when: z.string().check(z.maxLength(limits.nameLength)),
          picture: z.nullable(pictureSchema),
        }),
      )
      .check(z.minLength(1), z.maxLength(limits.feedItems)),
  }),
  z.strictObject({
    kind: z.literal('data'),
    title: words(limits.titleLength),
    source: z.string().check(z.maxLength(limits.dataLength), z.refine(isJson)),
    figures: z
      .array(
        z.strictObject({
          label: words(limits.nameLength),
          path: pointer,
          before: z.nullable(pointer),
          unit: z.string().check(z.maxLength(20)),
          decimals: z.int().check(z.minimum(0), z.maximum(3)),
        }),
      )
      .check(z.minLength(1), z.maxLength(limits.figures)),
  }),
  z.strictObject({
    kind: z.literal('map'),
    title: words(limits.titleLength),
    picture: pictureSchema,
    places: z
      .array(z.strictObject({ letter, name: words(limits.nameLength), xPct: percent, yPct: percent }))
      .check(z.maxLength(limits.mapPlaces)),
    screens: z
      .array(z.strictObject({ screen: id, xPct: percent, yPct: percent, facingDeg: z.number().check(z.minimum(0), z.maximum(360)) }))
      .check(z.maxLength(limits.mapScreens)),
  }),
] as const
