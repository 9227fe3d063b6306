/** One content of a slot, built hidden and shown when its turn comes. */
import type { Content } from '@infoskjerm/shared/engine/scene.ts'
import type { SlideKind } from '@infoskjerm/shared/model/slide.ts'
import type { StageContext } from './context.ts'
import { FallbackBoard } from './boards/fallback.ts'
import { OverrideBoard } from './boards/override.ts'
import type { Readiness } from './kind-element.ts'
import { SlideView } from './slide-view.ts'

/** How long a slide may take to be decoded and laid out before it counts as not ready (ms). */
const readyWithinMs = 30_000
/** How long to wait for the typeface before going on with the fallback of equal metrics (ms). */
const fontsWithinMs = 3_000

export interface Layer {
  readonly key: string
  readonly element: HTMLElement
  /** Settles with whether it can be shown. */
  ready(): Promise<Readiness>
  /** The answer, when `ready` has settled. */
  readiness(): Readiness | null
  /** Builds hidden what this content has in its regions; nothing to do for any other. */
  prepare(content: Content): Promise<Readiness>
  /** Whether everything that should stand on it does, now that it is on the glass. */
  whole(): Promise<boolean>
  /** New words or other regions under the same key: put in place, without a flash. `ready` begins anew. */
  update(content: Content): void
  setContext(context: StageContext): void
  /** On the glass, waiting, or covered by an override. */
  setRunning(running: boolean): void
}

/** Builds the element for a content and puts it, hidden, into `parent`. */
export function createLayer(content: Content, context: StageContext, parent: ParentNode): Layer {
  const element = elementOf(content)
  element.classList.add('layer', 'waiting')
  element.classList.toggle('framed', hasFrame(content))
  element.context = context
  if (element instanceof SlideView) element.running = false
  apply(element, content)
  parent.append(element)
  let settled: Readiness | null = null
  const judge = async (): Promise<Readiness> => (settled = await whenReady(element))
  let ready = judge()
  return {
    key: content.key,
    element,
    ready: () => ready,
    readiness: () => settled,
    prepare: (next) => (element instanceof SlideView && next.kind === 'slide' ? element.prepareRegions(next.regions) : ready),
    whole: async () => !(element instanceof SlideView) || element.whole(),
    update(next) {
      if (next.kind === 'slide' && element instanceof SlideView && element.slide === next.slide && next.regions.length === 0) return
      apply(element, next)
      ready = judge()
    },
    setContext: (next) => (element.context = next),
    setRunning: (running) => {
      if (element instanceof SlideView) element.running = running
    },
  }
}

function elementOf(content: Content): SlideView | FallbackBoard | OverrideBoard {
  switch (content.kind) {
    case 'slide':
      return new SlideView()
    case 'fallback':
      return new FallbackBoard()
    case 'override':
      return new OverrideBoard()
  }
}

/** A frame stands on these, or moving pictures. */
const framed: ReadonlySet<string> = new Set<SlideKind>(['video', 'web', 'stream', 'html'])

/** Whether something stands on it that a browser leaves undrawn while it is hidden. */
function hasFrame(content: Content): boolean {
  return (
    content.kind === 'slide' &&
    (framed.has(content.slide.content.kind) || content.regions.some((region) => region !== null && hasFrame(region)))
  )
}

function apply(element: HTMLElement, content: Content): void {
  if (content.kind === 'slide' && element instanceof SlideView) {
    element.since = content.since
    element.slideId = content.slideId
    element.slide = content.slide
    element.regions = content.regions
  } else if (content.kind === 'fallback' && element instanceof FallbackBoard) {
    element.reason = content.reason
  } else if (content.kind === 'override' && element instanceof OverrideBoard) {
    element.override = content.override
    element.ending = content.ending
  }
}

async function whenReady(element: SlideView | FallbackBoard | OverrideBoard): Promise<Readiness> {
  await element.updateComplete
  await fontsHere()
  return element instanceof SlideView ? within(readyWithinMs, element.ready(), 'not-ready') : 'ready'
}

/** Waits a moment for the typeface; without it the fallback of equal metrics stands. */
export function fontsHere(): Promise<void> {
  return within(fontsWithinMs, fonts(), undefined)
}

/** The typeface in the weights and widths that headlines and lines use. A variable font is one file, so this asks once. */
async function fonts(): Promise<void> {
  try {
    await document.fonts.load("800 100px 'Archivo Variable'", 'Nå')
  } catch (error) {
    // A font that cannot be fetched leaves the fallback of equal metrics standing, which is ready by itself.
    if (!(error instanceof DOMException)) throw error
  }
}

function within<T>(ms: number, promise: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), ms)
    promise.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error instanceof Error ? error : new Error(String(error)))
      },
    )
  })
}
