/** A frame for a page of somebody else's: no referrer, no permissions, no way out, and filled only where somebody answers (rule S6). */
import type { Readiness } from '../kind-element.ts'

/** A page that has not loaded by then is not shown (ms). */
const patienceMs = 15_000
/** A frame tells when it has loaded, and nobody when it has painted: it is given this long (ms). */
const paintMs = 300

/** `scripts`: without an origin. `own-origin`: with that of its page, which must not be ours: players for streams do not run without one. */
export type FrameTrust = 'scripts' | 'own-origin'

export interface Frame {
  readonly element: HTMLIFrameElement
  /** Settles when it has loaded, or with why it has not. */
  readonly loaded: Promise<Readiness>
}

/** Hangs a frame into `parent` and fills it once `answers` says that somebody is there: a browser loads its own error picture as if that were the page, and says nothing. */
export function openFrame(parent: Element, url: string, trust: FrameTrust, answers: Promise<boolean>): Frame {
  const element = document.createElement('iframe')
  element.title = ''
  element.tabIndex = -1
  element.allow = ''
  element.referrerPolicy = 'no-referrer'
  element.sandbox.add('allow-scripts')
  if (trust === 'own-origin' && isOthers(url)) element.sandbox.add('allow-same-origin')
  element.setAttribute('credentialless', '')
  parent.append(element)
  return { element, loaded: load(element, url, answers) }
}

async function load(frame: HTMLIFrameElement, url: string, answers: Promise<boolean>): Promise<Readiness> {
  if (!(await within(patienceMs, answers))) return 'missing'
  const loaded = new Promise<true>((resolve) => frame.addEventListener('load', () => resolve(true), { once: true }))
  frame.src = url
  if (!(await within(patienceMs, loaded))) return 'missing'
  await new Promise((resolve) => setTimeout(resolve, paintMs))
  return 'ready'
}

/** Whether the page lies elsewhere: one from here could reach us through its origin. */
function isOthers(url: string): boolean {
  return new URL(url, location.href).hostname !== location.hostname
}

/** False where the answer is no, or comes too late. */
function within(ms: number, answer: Promise<boolean>): Promise<boolean> {
  return Promise.race([answer, new Promise<false>((resolve) => setTimeout(() => resolve(false), ms))])
}
