/** What the probe shows: single pictures, films and pages, and, where everything is mixed, parts of a glass, words, slots and messages of danger. */
import type { Scene, Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import { override, scene, showing, words } from '../../player/stage/testing/samples.ts'
import { heightPx, widthPx } from './pieces.ts'

/** Addresses of what is shown; of the faulty ones none ever stands whole. */
export interface Stock {
  readonly pictures: readonly string[]
  readonly films: readonly string[]
  readonly pages: readonly string[]
}

/** One item of a course. `what` says in a few words what it is, for whoever looks at a bad frame. */
export interface Item {
  readonly main: Showing
  /** At its turn, which begins at the given instant. */
  readonly scene: (since: Instant) => Scene
  readonly what: string
  /** Whether the corners of the glass tell if all of it is there. */
  readonly isCornered: boolean
}

export type Below = (n: number) => number

const quarters = [0, 50].flatMap((yPct) => [0, 50].map((xPct) => ({ xPct, yPct, widthPct: 50, heightPct: 50, playlist: 'p' })))

/** Item `serial` of a course. `isMixed`: one of five is something else than a piece by itself. */
export function itemOf(serial: number, stock: Stock, sound: Stock, isMixed: boolean, below: Below): Item {
  const kind = isMixed ? below(30) : Number.POSITIVE_INFINITY
  if (kind < 2) return layout(serial, sound, below)
  if (kind === 5) return withSlot(serial, 'ticker', sound, below)
  if (kind === 2) return withSlot(serial, below(2) === 0 ? 'banner' : 'corner', sound, below)
  if (kind === 3) return danger(serial, sound, below)
  if (kind === 4) return plain(serial, wordsOf(serial), 'text', false)
  const content = pieceOf(stock, below)
  return plain(serial, content, described(content), true)
}

export function pictureOf(hash: string): SlideContent {
  return { kind: 'image', picture: { hash, type: 'image/png', widthPx, heightPx }, fit: 'cover', tone: 'night', caption: words('') }
}

export function plain(serial: number, content: SlideContent, what: string, isCornered: boolean): Item {
  const main = showing(`item${serial}`, content, now())
  return { main, scene: (since) => scene({ ...main, since }), what, isCornered }
}

function layout(serial: number, sound: Stock, below: Below): Item {
  const regions = quarters.map((_, at) => showing(`item${serial}.${at}`, pieceOf({ ...sound, pages: [] }, below), now()))
  const main = showing(`item${serial}`, { kind: 'layout', tone: 'night', regions: quarters }, now(), regions)
  return { main, scene: (since) => scene({ ...main, since }), what: 'layout', isCornered: true }
}

function withSlot(serial: number, slot: 'ticker' | 'banner' | 'corner', sound: Stock, below: Below): Item {
  const { main } = plain(serial, pieceOf(sound, below), '', false)
  const beside = showing(`${slot}${serial}`, wordsOf(serial), now())
  return { main, scene: (since) => withMore({ ...main, since }, slot, { ...beside, since }), what: slot, isCornered: false }
}

function withMore(main: Showing, slot: string, beside: Showing): Scene {
  const { slots, until } = scene(main)
  return { slots: { ...slots, [slot]: beside }, until }
}

function danger(serial: number, sound: Stock, below: Below): Item {
  const { main } = plain(serial, pieceOf(sound, below), '', false)
  const template = ['evacuate', 'stay-inside', 'show-stop'][below(3)] ?? 'evacuate'
  return { main, scene: (since) => scene({ ...main, since }, override(template)), what: template, isCornered: false }
}

function pieceOf({ pictures, films, pages }: Stock, below: Below): SlideContent {
  const at = below(pictures.length + films.length + pages.length)
  const picture = pictures[at]
  if (picture !== undefined) return pictureOf(picture)
  const film = films[at - pictures.length]
  if (film !== undefined)
    return { kind: 'video', video: { hash: film, type: 'video/webm', widthPx, heightPx, durationMs: 1_000 }, fit: 'cover', tone: 'night' }
  return { kind: 'web', url: pages[at - pictures.length - films.length] ?? '' }
}

const wordsOf = (serial: number): SlideContent => ({
  kind: 'text',
  title: words(`Prøve ${serial}`, `Test ${serial}`),
  body: words('Ord som skal stå her.', 'Words that belong here.'),
  tone: 'paper',
  picture: null,
})

function described(content: SlideContent): string {
  if (content.kind === 'image') return `image ${content.picture.hash}`
  if (content.kind === 'video') return `video ${content.video.hash}`
  return content.kind === 'web' ? `web ${content.url}` : content.kind
}

const now = (): Instant => instant(Date.now())
