/** Drives a stage by hand in a page: prepares each item while the one before it stands, and shows it at its turn whether or not it is whole. */
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { Stage } from '../../player/stage/stage.ts'
import { context, scene, showing, words } from '../../player/stage/testing/samples.ts'
import type { StageContext } from '../../player/stage/context.ts'
import { heightPx, widthPx } from './pieces.ts'

export { makePieces } from './pieces.ts'
export { judge } from './judge.ts'

/** Addresses of what is shown: `sound` stands whole when it has come, `faulty` never does. */
export interface Course {
  readonly pictures: readonly string[]
  readonly films: readonly string[]
  readonly pages: readonly string[]
  readonly faulty: { readonly pictures: readonly string[]; readonly films: readonly string[]; readonly pages: readonly string[] }
  /** Of a hundred items. */
  readonly faultPct: number
  readonly changes: number
  readonly seed: number
  /** A turn lasts between these (ms). */
  readonly turnMs: readonly [number, number]
  /** Pictures only move where this is false. */
  readonly still: boolean
}

export interface Ran {
  readonly changes: number
  readonly painted: number
  readonly substituted: number
  /** Animation frames of the page while it ran. */
  readonly frames: number
  readonly tookMs: number
}

let stage: Stage | null = null
let serial = 0

/** Shows the first picture, and resolves when it stands. */
export async function begin(first: string, still: boolean): Promise<void> {
  stage = new Stage()
  stage.context = own(still)
  stage.style.cssText = `position:fixed;inset:0;width:${widthPx}px;height:${heightPx}px`
  const stands = new Promise((resolve) => stage?.addEventListener('painted', resolve, { once: true }))
  stage.scene = scene(item(pictureOf(first)))
  document.body.append(stage)
  await stands
}

export async function run(course: Course): Promise<Ran> {
  const glass = stage
  if (glass === null) throw new Error('begin first')
  const random = randomFrom(course.seed)
  const seen = { painted: 0, substituted: 0, frames: 0 }
  const painted = (): unknown => seen.painted++
  const substituted = (): unknown => seen.substituted++
  glass.addEventListener('painted', painted)
  glass.addEventListener('substituted', substituted)
  let running = true
  const count = (): void => {
    seen.frames++
    if (running) requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  const from = performance.now()
  for (let change = 0; change < course.changes; change++) {
    const next = item(choose(course, (below) => random.below(below)))
    const [least, most] = course.turnMs
    const turn = pause(least + random.below(most - least + 1))
    const prepared = glass.prepare('main', next)
    await (most === 0 ? prepared : turn)
    glass.scene = scene({ ...next, since: instant(Date.now()) })
    await glass.updateComplete
    if (most === 0) await frame()
  }
  running = false
  glass.removeEventListener('painted', painted)
  glass.removeEventListener('substituted', substituted)
  return { changes: course.changes, ...seen, tookMs: Math.round(performance.now() - from) }
}

/** Black over everything for so long: what the probe must find. */
export async function blacken(ms: number): Promise<void> {
  const cover = document.createElement('div')
  cover.style.cssText = 'position:fixed;inset:0;background:#000'
  document.body.append(cover)
  await pause(ms)
  cover.remove()
}

function choose(course: Course, below: (n: number) => number): SlideContent {
  const { pictures, films, pages } = below(100) < course.faultPct ? course.faulty : course
  const kinds = [
    ...pictures.map((url) => ({ kind: 'picture', url })),
    ...films.map((url) => ({ kind: 'film', url })),
    ...pages.map((url) => ({ kind: 'page', url })),
  ]
  const { kind, url } = kinds[below(kinds.length)] ?? { kind: 'picture', url: '' }
  if (kind === 'page') return { kind: 'web', url }
  return kind === 'film'
    ? { kind: 'video', video: { hash: url, type: 'video/webm', widthPx, heightPx, durationMs: 1_000 }, fit: 'cover', tone: 'night' }
    : pictureOf(url)
}

function pictureOf(hash: string): SlideContent {
  return { kind: 'image', picture: { hash, type: 'image/png', widthPx, heightPx }, fit: 'cover', tone: 'night', caption: words('') }
}

const item = (content: SlideContent): ReturnType<typeof showing> => showing(`item${++serial}`, content, instant(Date.now()))
const own = (still: boolean): StageContext => context({ now: () => instant(Date.now()), still })
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
