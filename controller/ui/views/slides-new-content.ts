/** What a new slide starts as, by kind. */
import type { SlideKind } from '@infoskjerm/shared/model/slide.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import { hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { MediaResource } from '@infoskjerm/shared/wire/api.ts'
import { emptyFigure } from '../parts/slide-editor-data.ts'
import { emptyItem } from '../parts/slide-editor-feed.ts'
import { divided } from '../parts/slide-editor-presets.ts'
import { type ContentJson, type SlideJson, toText } from '../parts/slide-editor-json.ts'
import { say } from '../words/words.ts'

export type NewKind = Exclude<SlideKind, 'black'>
/** Kinds that begin with a file, and with an address. */
export type FileKind = 'image' | 'video' | 'html' | 'map'
export type AddressKind = 'web' | 'stream'

/** Kinds that one begins with; black is for taking over. */
export const slideKinds: readonly NewKind[] = [
  'text',
  'image',
  'video',
  'programme',
  'happening',
  'countdown',
  'clock',
  'qr',
  'results',
  'feed',
  'data',
  'map',
  'layout',
  'stream',
  'web',
  'html',
]

/** How long a slide stands unless somebody says otherwise (ms): long enough to read its kind twice. */
const durationMs: Readonly<Record<SlideKind, number>> = {
  text: 12_000,
  image: 10_000,
  video: 20_000,
  programme: 15_000,
  happening: 12_000,
  countdown: 12_000,
  clock: 8_000,
  qr: 15_000,
  results: 20_000,
  layout: 60_000,
  web: 60_000,
  stream: 15 * 60_000,
  html: 30_000,
  feed: 16_000,
  data: 15_000,
  map: 15_000,
  black: 60_000,
}

/** What a new slide can begin with: the ids of lists for a split screen, and of the happening that comes next. */
export interface Beginnings {
  readonly playlists: readonly string[]
  readonly happening: string
}

type PlainKind = Exclude<NewKind, FileKind | AddressKind>

/** A slide of a kind that needs neither a file nor an address. */
export function newSlide(kind: PlainKind, now: Instant, beginnings: Beginnings): SlideJson {
  return withContent(say().slides.newNames[kind], contentOf(kind, now, beginnings), durationMs[kind])
}

/** A slide of a page or of a stream. An address of a list of pieces (RFC 8216) is a stream, any other of a stream is of a page to embed. */
export function newAddressSlide(kind: AddressKind, url: string): SlideJson {
  const name = URL.canParse(url) ? new URL(url).hostname : say().slides.newNames[kind]
  const isList = /\.m3u8?($|[?#])/iu.test(url)
  const content: ContentJson = kind === 'web' ? { kind, url } : { kind, url, way: isList ? 'hls' : 'page', fit: 'contain', instead: null }
  return withContent(name, content, durationMs[kind])
}

/** A slide of a picture, a video or a page of one's own; it is named after the file, and a video stands for its own length. */
export function newMediaSlide(media: MediaResource): SlideJson {
  const { hash, type, widthPx, heightPx } = media
  const name = media.name.replace(/\.[a-z0-9]{2,4}$/i, '')
  if (media.kind === 'html') return withContent(name, { kind: 'html', bundle: { hash, name: media.name } }, durationMs.html)
  if (media.kind === 'image') {
    const picture = { hash, type, widthPx, heightPx }
    return withContent(name, { kind: 'image', picture, fit: fitOf(media), tone: 'night', caption: noWords }, durationMs.image)
  }
  const video = { hash, type, widthPx, heightPx, durationMs: media.durationMs }
  return withContent(name, { kind: 'video', video, fit: fitOf(media), tone: 'night' }, media.durationMs ?? durationMs.video)
}

/** A map of the hall, from its picture. */
export function newMapSlide({ hash, type, widthPx, heightPx }: MediaResource): SlideJson {
  const title = { nb: say().slides.newNames.map, en: '' }
  return withContent(title.nb, { kind: 'map', title, picture: { hash, type, widthPx, heightPx }, places: [], screens: [] }, durationMs.map)
}

/** A picture of about the shape of a screen fills it; any other (a logo, a poster) keeps clear space. */
function fitOf({ widthPx, heightPx }: MediaResource): 'cover' | 'contain' {
  const shape = heightPx === 0 ? 16 / 9 : widthPx / heightPx
  return Math.abs(shape - 16 / 9) < 0.35 ? 'cover' : 'contain'
}

function withContent(name: string, content: ContentJson, forMs: number): SlideJson {
  return {
    name,
    content,
    variants: [],
    durationMs: Math.max(1_000, Math.round(forMs)),
    validFrom: null,
    validUntil: null,
    sponsor: null,
    embargo: false,
    audience: 'everyone',
  }
}

function contentOf(kind: PlainKind, now: Instant, { playlists, happening }: Beginnings): ContentJson {
  switch (kind) {
    case 'text':
      return { kind, title: { nb: say().slides.newText.title, en: '' }, body: noWords, tone: 'night', picture: null }
    case 'programme':
      return { kind, heading: noWords, of: { scope: 'all' } }
    case 'countdown':
      return { kind, title: noWords, to: { kind: 'instant', at: toText(later(now, hourMs)) }, finished: noWords }
    case 'happening':
      return { kind, happening, tone: 'night' }
    case 'qr':
      return { kind, title: { nb: say().slides.newQr, en: '' }, caption: noWords, text: location.origin }
    case 'results':
      return {
        kind,
        title: { nb: say().slides.newNames.results, en: '' },
        rows: [{ place: 1, name: '–', by: '', points: '' }],
        revealed: 0,
      }
    case 'feed':
      return { kind, heading: { nb: say().slides.newNames.feed, en: '' }, items: [emptyItem()] }
    case 'data':
      return {
        kind,
        title: { nb: say().slides.newNames.data, en: '' },
        source: '{\n  "now": 128,\n  "before": 120\n}',
        figures: [{ ...emptyFigure(), path: '/now', before: '/before' }],
      }
    case 'clock':
      return { kind, heading: noWords }
    case 'layout':
      return { kind, tone: 'night', regions: divided('sidebar', [], playlists) }
  }
}
