/** Text that fits its box: the largest size at which nothing overflows, and at the floor as many words as there is room for. */
import { render, type ReactiveController, type ReactiveControllerHost } from 'lit'

/** What stands in a fitted box. Sizes are in units of 1/1080 of the glass's shorter side. */
export interface Fit {
  readonly ceiling: number
  readonly floor: number
  /** From this size on, one line is preferred to larger letters on several; null where it does not matter. */
  readonly oneLineFrom: number | null
  /** Draws the text, cut to a share of its words in (0, 1]. */
  readonly draw: (share: number) => unknown
}

/** An element that carries a `Fit`: `<h1 data-fit .fit=${…}></h1>`. Its max-block-size or its flex box says how much room there is. */
export interface FitBox extends HTMLElement {
  fit: Fit
  /** The share of the words that had room when the box was last fitted. */
  fitted?: number
}

const ellipsis = '…'
const shareSteps = 64
/** Ascent plus descent of the typeface, in em. */
const letterBox = 1.09

/** The first words of a text, `share` of them, with an ellipsis where something is left out. */
export function cut(text: string, share: number): string {
  if (share >= 1) return text
  const ends = [...text.matchAll(/\S+/gu)].map((word) => word.index + word[0].length)
  const count = Math.floor(ends.length * share)
  if (count === 0) {
    const characters = [...text.trim()]
    return characters.slice(0, Math.max(1, Math.floor(characters.length * share))).join('') + ellipsis
  }
  return text.slice(0, ends[count - 1]).replace(/[\s.,;:–—·-]+$/u, '') + ellipsis
}

/** Fits one box, in which the whole text stands. Costs about ten layouts of the box. */
function fitBox(box: FitBox): void {
  const { ceiling, floor, oneLineFrom, draw } = box.fit
  box.fitted = 1
  box.classList.remove('breaking', 'one-line')
  const single = oneLineFrom === null ? null : onOneLine(box, () => largest(box, oneLineFrom, ceiling))
  if (single !== null) return setSize(box, single)
  const size = largest(box, floor, ceiling)
  if (size !== null) return setSize(box, size)
  setSize(box, floor)
  box.classList.add('breaking')
  if (!overflows(box)) return
  let fits = 0
  for (let step = shareSteps / 2, at = shareSteps / 2; step >= 1;) {
    render(draw(at / shareSteps), box)
    step /= 2
    if (overflows(box)) at -= step
    else {
      fits = at
      at += step
    }
  }
  box.fitted = Math.max(fits, 1) / shareSteps
  render(draw(box.fitted), box)
}

/** Fits every box under `root` in document order, so that a box may take the room which the ones before it leave. `before` is what an earlier call gave back: while only figures have changed, which are all equally wide, nothing is measured anew. */
export function fitAll(root: ShadowRoot, before: string | null): string {
  const boxes = [...root.querySelectorAll<FitBox>('[data-fit]')]
  for (const box of boxes) render(box.fit.draw(1), box)
  const whole = signature(root)
  if (whole === before) {
    for (const box of boxes) if (box.fitted !== undefined && box.fitted < 1) render(box.fit.draw(box.fitted), box)
  } else {
    // Every box begins at its floor: one that has not had its turn must not take the room of those before it.
    for (const box of boxes) setSize(box, box.fit.floor)
    for (const box of boxes) fitBox(box)
    // One that grew after them may have taken the room of those before it.
    for (const box of boxes) if (overflows(box)) again(box)
  }
  return whole
}

function again(box: FitBox): void {
  render(box.fit.draw(1), box)
  fitBox(box)
}

/** Everything that decides the sizes: the glass, how it is divided, and the words on it with their figures made equal. */
function signature(root: ShadowRoot): string {
  const host = root.host as HTMLElement
  const division = [...root.querySelectorAll(':not([data-fit])')].map((element) => element.getAttribute('class') ?? '').join()
  return `${host.offsetWidth}×${host.offsetHeight} ${division} ${(root.textContent ?? '').replace(/\d/gu, '0')}`
}

function largest(box: HTMLElement, floor: number, ceiling: number): number | null {
  const fits = (size: number): boolean => {
    setSize(box, size)
    return !overflows(box)
  }
  if (fits(ceiling)) return ceiling
  if (!fits(floor)) return null
  let low = floor
  let high = ceiling
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

function onOneLine(box: HTMLElement, measure: () => number | null): number | null {
  box.classList.add('one-line')
  const size = measure()
  if (size === null) box.classList.remove('one-line')
  return size
}

function setSize(box: HTMLElement, size: number): void {
  box.style.fontSize = `calc(${size} * var(--u))`
}

/** With tight lines the letters' own boxes reach past the line without a stroke of ink there; that much does not count, nor does a rounded pixel. */
function overflows(box: HTMLElement): boolean {
  const { fontSize, lineHeight } = getComputedStyle(box)
  const slackPx = 1 + Math.max(0, (letterBox * parseFloat(fontSize) - parseFloat(lineHeight)) / 2)
  return box.scrollHeight > box.clientHeight + slackPx || box.scrollWidth > box.clientWidth
}

/** Keeps the boxes of an element fitted: after each update, when it is resized, and when a font has arrived. */
export class Fitting implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #resized: ResizeObserver
  readonly #fontsLoaded = (): void => {
    this.#fitted = null
    this.#fit()
  }
  #fitted: string | null = null
  #size = ''

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    this.#resized = new ResizeObserver(() => {
      const size = `${host.offsetWidth}×${host.offsetHeight}`
      if (size === this.#size) return
      this.#size = size
      host.requestUpdate()
    })
    host.addController(this)
  }

  hostConnected(): void {
    this.#resized.observe(this.#host)
    document.fonts.addEventListener('loadingdone', this.#fontsLoaded)
  }

  hostDisconnected(): void {
    this.#resized.disconnect()
    document.fonts.removeEventListener('loadingdone', this.#fontsLoaded)
  }

  hostUpdated(): void {
    this.#fit()
  }

  #fit(): void {
    const { offsetWidth, offsetHeight, shadowRoot } = this.#host
    this.#size = `${offsetWidth}×${offsetHeight}`
    if (offsetWidth > 0 && shadowRoot !== null) this.#fitted = fitAll(shadowRoot, this.#fitted)
  }
}
