/** What somebody who stands at the box may do: step by keys where that is switched on, and look at how the player is. */
import type { Key } from '../../core/keys.ts'

export interface HandsOptions {
  readonly pressed: (key: Key) => void
  /** Shows how the player is, or no longer. */
  readonly diagnose: () => void
}

const keys: Readonly<Record<string, Key>> = { ArrowLeft: 'back', ArrowRight: 'forth', ' ': 'hold' }
/** A finger that lies so long in the upper left corner asks how the player is (ms), and how large that corner is (share of each side). */
const longPressMs = 3_000
const corner = 0.12

/** Listens for as long as the page lives. */
export function createHands({ pressed, diagnose }: HandsOptions): void {
  let timer = 0
  window.addEventListener('keydown', (event) => {
    if (event.repeat) return
    if (event.ctrlKey && event.altKey && event.code === 'KeyD') {
      event.preventDefault()
      return diagnose()
    }
    const key = keys[event.key]
    if (key === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    pressed(key)
  })
  window.addEventListener('pointerdown', ({ clientX, clientY }) => {
    window.clearTimeout(timer)
    if (clientX < innerWidth * corner && clientY < innerHeight * corner) timer = window.setTimeout(diagnose, longPressMs)
  })
  for (const end of ['pointerup', 'pointercancel']) window.addEventListener(end, () => window.clearTimeout(timer))
}
