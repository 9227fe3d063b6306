/** Drives a stage by hand in a page: prepares each item while the one before it stands, and shows it at its turn whether or not it is whole. */
import { builtInThemes, type Transition } from '@infoskjerm/shared/model/theme.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'
import type { StageContext } from '../../player/stage/context.ts'
import { Stage } from '../../player/stage/stage.ts'
import { context, event, scene } from '../../player/stage/testing/samples.ts'
import { changeMs } from '../../player/stage/transition.ts'
import type { Painted, Substituted } from '../../player/stage/told.ts'
import { type Below, type Item, itemOf, pictureOf, plain, type Stock } from './items.ts'
import { heightPx, widthPx } from './pieces.ts'
import { crossfades, stampsFor, type Switched } from './switches.ts'

export { makePieces } from './pieces.ts'
export { judge } from './judge.ts'

/** What itself stands whole when it has come; `faulty` never does. */
export interface Course extends Stock {
  readonly faulty: Stock
  /** Of a hundred items. */
  readonly faultPct: number
  readonly changes: number
  readonly seed: number
  /** A turn lasts between these (ms). */
  readonly turnMs: readonly [number, number]
  /** Pictures only move where this is false. */
  readonly still: boolean
  /** Layouts, words, slots and messages of danger among the pieces. */
  readonly isMixed: boolean
  readonly transition: Transition
}

/** Something that happened on the stage (ms since 1970). */
export interface Moment {
  readonly at: number
  readonly what: string
}

export interface Ran {
  readonly changes: number
  readonly painted: number
  readonly substituted: number
  /** Animation frames of the page while it ran. */
  readonly frames: number
  readonly tookMs: number
  readonly moments: readonly Moment[]
  /** From and until when the corners of the glass need not be those of the pieces (ms since 1970). */
  readonly free: readonly (readonly [number, number])[]
}

/** A change is over so long after it was painted (ms): its motion, and the frames on their way. */
const overMs = 900

let stage: Stage | null = null
let serial = 0

/** Shows the first picture, and resolves when it stands. */
export async function begin(first: string, still: boolean, transition: Transition): Promise<void> {
  stage = new Stage()
  stage.context = own(still, transition)
  stage.style.cssText = `position:fixed;inset:0;width:${widthPx}px;height:${heightPx}px`
  const stands = new Promise((resolve) => stage?.addEventListener('painted', resolve, { once: true }))
  stage.scene = scene(plain(++serial, pictureOf(first), '', true).main)
  document.body.append(stage)
  await stands
}

export async function run(course: Course): Promise<Ran> {
  const glass = stage
  if (glass === null) throw new Error('begin first')
  const random = randomFrom(course.seed)
  const watch = watched(glass)
  const from = performance.now()
  for (let change = 0; change < course.changes; change++) {
    const next = choose(course, (below) => random.below(below))
    const [least, most] = course.turnMs
    const turn = pause(least + random.below(most - least + 1))
    const prepared = glass.prepare('main', next.main)
    await (most === 0 ? prepared : turn)
    watch.asked(next)
    glass.scene = next.scene(instant(Date.now()))
    await glass.updateComplete
    if (most === 0) await frame()
  }
  const seen = watch.end()
  return { changes: course.changes, ...seen, tookMs: Math.round(performance.now() - from) }
}

interface Watch {
  readonly asked: (item: Item) => void
  readonly end: () => Pick<Ran, 'painted' | 'substituted' | 'frames' | 'moments' | 'free'>
}

/** Keeps what was asked of the stage, and what it told. */
function watched(glass: Stage): Watch {
  const seen = { painted: 0, substituted: 0, frames: 0 }
  const moments: Moment[] = []
  const free: [number, number][] = []
  const cornered = new Map<string, boolean>()
  let freeFrom: number | null = null
  const note = (what: string): unknown => moments.push({ at: Date.now(), what })
  const painted = ({ detail }: CustomEvent<Painted>): void => {
    seen.painted++
    note(`painted ${detail.look}`)
    if (freeFrom === null || cornered.get(detail.look.split(' ')[0] ?? '') !== true) return
    free.push([freeFrom, Date.now() + overMs])
    freeFrom = null
  }
  const substituted = ({ detail }: CustomEvent<Substituted>): void => {
    seen.substituted++
    note(`substituted ${detail.slide} ${detail.why}`)
  }
  let running = true
  const count = (): void => {
    seen.frames++
    if (running) requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  glass.addEventListener('painted', painted as EventListener)
  glass.addEventListener('substituted', substituted as EventListener)
  return {
    asked({ main, what, isCornered }) {
      cornered.set(main.key, isCornered)
      if (!isCornered) freeFrom ??= Date.now()
      note(`asked ${main.key} ${what}`)
    },
    end() {
      running = false
      glass.removeEventListener('painted', painted as EventListener)
      glass.removeEventListener('substituted', substituted as EventListener)
      if (freeFrom !== null) free.push([freeFrom, Number.MAX_SAFE_INTEGER])
      return { ...seen, moments, free }
    },
  }
}

/** Crossfades between pictures of so many pixels, with the frames of each. */
export async function switchPictures(count: number, widthPx: number, heightPx: number): Promise<Switched[]> {
  if (stage === null) throw new Error('begin first')
  return crossfades(stage, count, widthPx, heightPx)
}

/** As many stretches as long as a change, in which nothing changes. */
export async function standStill(count: number): Promise<Switched[]> {
  const stretches: Switched[] = []
  for (let n = 0; n < count; n++) stretches.push(await stampsFor(changeMs))
  return stretches
}

/** Black over everything for so long: what the probe must find. */
export async function blacken(ms: number): Promise<void> {
  const cover = document.createElement('div')
  cover.style.cssText = 'position:fixed;inset:0;background:#000'
  document.body.append(cover)
  await pause(ms)
  cover.remove()
}

function choose(course: Course, below: Below): Item {
  const stock = below(100) < course.faultPct ? course.faulty : course
  return itemOf(++serial, stock, course, course.isMixed, below)
}

/** `transition`: of the theme. */
const own = (still: boolean, transition: Transition): StageContext => ({
  ...context({ now: () => instant(Date.now()), still }),
  event: { ...event, look: { ...builtInThemes.tg27, transition } },
})
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
