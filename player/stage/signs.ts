/** Signs of the override boards, drawn in the manner of ISO 7010: never a font's emoji. */
import { svg, type SVGTemplateResult } from 'lit'
import type { Direction } from '@infoskjerm/shared/model/screen.ts'

const turns: Readonly<Record<Direction, number>> = { right: 0, down: 90, left: 180, up: 270 }

/** Danger or attention: a triangle with an exclamation mark, in the colour of the words. 100 × 100. */
export const warning: SVGTemplateResult = svg`
  <path d="M50 9.5 94 86.5H6Z" fill="none" stroke="currentColor" stroke-width="7.5" stroke-linejoin="round" />
  <path d="M50 35.5v25" stroke="currentColor" stroke-width="8.6" stroke-linecap="round" />
  <circle cx="50" cy="73.6" r="5.2" fill="currentColor" />`

/** It is over: a check mark in a ring. 100 × 100. */
export const check: SVGTemplateResult = svg`
  <circle cx="50" cy="50" r="42" fill="none" stroke="currentColor" stroke-width="7.5" />
  <path d="M30 51.5 44.5 66 71 36" fill="none" stroke="currentColor" stroke-width="9" stroke-linecap="round" stroke-linejoin="round" />`

/** A pause: two bars in a ring. 100 × 100. */
export const pause: SVGTemplateResult = svg`
  <circle cx="50" cy="50" r="42" fill="none" stroke="currentColor" stroke-width="7.5" />
  <path d="M39 34v32M61 34v32" stroke="currentColor" stroke-width="10" stroke-linecap="round" />`

/** A person who runs to the right; mirrored for a way out to the left. 100 × 130. */
export function runner(direction: Direction): SVGTemplateResult {
  const mirror = direction === 'left' ? 'translate(100 0) scale(-1 1)' : ''
  return svg`<g transform=${mirror} fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">
    <circle cx="60" cy="15" r="12.5" fill="currentColor" stroke="none" />
    <path d="M55.5 39 45.5 76" stroke-width="20" />
    <path d="M52 37 24 45 14 62M58 40 74 60 94 55" stroke-width="11" />
    <path d="M46 76 68 90 63 121M45 78 33 99 9 112" stroke-width="13" />
  </g>`
}

/** An arrow. 100 × 100. */
export function arrow(direction: Direction): SVGTemplateResult {
  return svg`<g transform="rotate(${turns[direction]} 50 50)" fill="none" stroke="currentColor" stroke-width="17">
    <path d="M3 50H82" />
    <path d="M46 8 88 50 46 92" stroke-linejoin="miter" />
  </g>`
}
