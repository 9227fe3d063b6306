/** Draws cases of the contact sheet, many glasses beside each other: `window.pictures.draw(names, glass, columns)`. */
import { LitElement, nothing, render } from 'lit'
import '@infoskjerm/player/fonts/archivo.css'
import { everyElement, frame, settled } from '../testing/glass.ts'
import { cases } from './cases.ts'
import type { Glass } from './sample-glass.ts'

/** Longest wait for one glass, its films and its pages (ms). */
const patienceMs = 15_000

const preparable = 'is-slide'
const names = Object.keys(cases)

/** Draws the named cases in rows, waits until each stands whole and nothing moves, and resolves with those that were not whole in time. */
async function draw(wanted: readonly string[], glass: Glass, columns: number): Promise<readonly string[]> {
  for (const box of document.body.children) if (box instanceof HTMLElement) render(nothing, box)
  document.body.replaceChildren()
  const { widthPx, heightPx } = glass
  const boxes = wanted.map((name, at) => {
    const box = document.createElement('div')
    const [left, top] = [(at % columns) * widthPx, Math.floor(at / columns) * heightPx]
    box.style.cssText = `position:absolute;contain:strict;left:${left}px;top:${top}px;width:${widthPx}px;height:${heightPx}px`
    document.body.append(box)
    const template = cases[name]?.(glass)
    if (template !== undefined) render(template, box)
    return box
  })
  const late = await Promise.all(boxes.map(async (box, at) => ((await within(stands(box))) ? [] : [wanted[at] ?? ''])))
  await settled(document)
  rest()
  await frame()
  await frame()
  return late.flat()
}

async function stands(box: HTMLElement): Promise<void> {
  await settled(box)
  for (const element of everyElement(box)) {
    if (element instanceof LitElement && element.localName === preparable)
      await (element as LitElement & { ready: () => Promise<unknown> }).ready()
    if (element instanceof HTMLImageElement) await element.decode().catch(() => null)
    if (element instanceof HTMLVideoElement && element.readyState < HTMLMediaElement.HAVE_CURRENT_DATA)
      await new Promise((resolve) => element.addEventListener('loadeddata', resolve, { once: true }))
  }
}

/** Changes have ended, and what never ends stands where it began. */
function rest(): void {
  for (const element of everyElement(document))
    for (const animation of element.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime === Infinity) animation.pause()
      else animation.finish()
    }
}

function within(done: Promise<void>): Promise<boolean> {
  return Promise.race([done.then(() => true), new Promise<false>((resolve) => setTimeout(() => resolve(false), patienceMs))])
}

await document.fonts.load("800 100px 'Archivo Variable'", 'Nå')
Object.assign(window, { pictures: { names, draw } })
