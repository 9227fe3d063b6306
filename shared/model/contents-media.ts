/** What comes from the store of media or from elsewhere: pictures, films, and the kinds of slides made of streams and of pages. */
import * as z from 'zod/mini'
import { limits } from '../limits.ts'
import { hash } from './parts.ts'

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

/** The point of a picture that stays on the glass whatever must be cut away, in percent of its width and height. */
export interface Focus {
  readonly xPct: number
  readonly yPct: number
}

/** Pictures that move: what they may have besides, absent where nobody asked for it, so that documents written before are equal to themselves. */
export interface PictureMotion {
  readonly focus?: Focus
  /** Comes slowly nearer while it stands. */
  readonly zooms?: boolean
}

/** How a page from the web is shown; absent: as it is. */
export interface PageManners {
  /** Loaded anew when it has stood, turn after turn, for so long (minutes). */
  readonly reloadMinutes?: number
  /** How large its parts are (percent). */
  readonly zoomPct?: number
  /** Stands where the page does not come. */
  readonly instead?: Picture
  /** Whether it lets itself be shown on other pages, as the controller found it when the address was written. */
  readonly framing?: 'allowed' | 'forbidden'
}

/** Moving pictures that somebody sends right now. `hls`: an HTTP Live Stream (RFC 8216); `page`: a page made to be embedded, with its own player. `instead` stands before it begins, after its end, and while it stalls. */
export interface StreamContent {
  readonly kind: 'stream'
  readonly url: string
  readonly way: 'hls' | 'page'
  readonly fit: 'cover' | 'contain'
  readonly instead: Picture | null
}

/** One file of HTML in the store. */
export interface Bundle {
  readonly hash: string
  readonly name: string
}

/** A page of one's own: one file with everything in it, in a frame without a network. */
export interface HtmlContent {
  readonly kind: 'html'
  readonly bundle: Bundle
}

export const pictureSchema: z.ZodMiniType<Picture> = z.strictObject({
  hash,
  type: z.string().check(z.maxLength(60)),
  widthPx: z.int().check(z.positive()),
  heightPx: z.int().check(z.positive()),
})

export const videoSchema: z.ZodMiniType<Video> = z.strictObject({
  hash,
  type: z.string().check(z.maxLength(60)),
  widthPx: z.int().check(z.nonnegative()),
  heightPx: z.int().check(z.nonnegative()),
  durationMs: z.nullable(z.int().check(z.positive())),
})

/** An address that a frame may show: http or https, without a password in it. */
export const webAddress = z.string().check(z.maxLength(limits.addressLength), z.regex(/^https?:\/\/[^\s/@]+(\/\S*)?$/))

const percent = z.number().check(z.minimum(0), z.maximum(100))
const fit = z.enum(['cover', 'contain'])

/** The fields of `PictureMotion`. */
export const pictureMotion = {
  focus: z.optional(z.strictObject({ xPct: percent, yPct: percent })),
  zooms: z.optional(z.boolean()),
}

/** The fields of `PageManners`. */
export const pageManners = {
  reloadMinutes: z.optional(z.int().check(z.minimum(1), z.maximum(limits.webReloadMinutes))),
  zoomPct: z.optional(z.int().check(z.minimum(limits.webZoomLeastPct), z.maximum(limits.webZoomMostPct))),
  instead: z.optional(pictureSchema),
  framing: z.optional(z.enum(['allowed', 'forbidden'])),
}

export const mediaContents = [
  z.strictObject({ kind: z.literal('stream'), url: webAddress, way: z.enum(['hls', 'page']), fit, instead: z.nullable(pictureSchema) }),
  z.strictObject({
    kind: z.literal('html'),
    bundle: z.strictObject({ hash, name: z.string().check(z.maxLength(limits.nameLength)) }),
  }),
] as const
