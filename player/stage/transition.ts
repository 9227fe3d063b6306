/** How one layer becomes the next: small motion, from synced time. */
import type { Transition } from '@infoskjerm/shared/model/theme.ts'

/** Length of every change but a cut (ms). */
export const changeMs = 500
const timing = { duration: changeMs, easing: 'cubic-bezier(0.4, 0, 0.2, 1)' } as const

/** The edge of a wipe leans as the headlines' letters do not: one slant, from left to right. */
const hiddenByWipe = 'polygon(0% 0%, 0% 0%, -16% 100%, -16% 100%)'
const shownByWipe = 'polygon(0% 0%, 116% 0%, 100% 100%, 0% 100%)'

const comes: Readonly<Record<Exclude<Transition, 'cut'>, Keyframe[]>> = {
  crossfade: [{ opacity: 0 }, { opacity: 1 }],
  slide: [
    { opacity: 0, transform: 'translateX(5%)' },
    { opacity: 1, transform: 'none' },
  ],
  wipe: [{ clipPath: hiddenByWipe }, { clipPath: shownByWipe }],
}
/** The motion of a change that began `sinceMs` ago: measured from the instant of the turn and not from this frame, so that two screens that drew it a frame apart move together. A cut has none. What leaves stands still beneath: moved away, it would leave an edge of the glass empty. */
export function change(transition: Transition, entering: HTMLElement, sinceMs: number): readonly Animation[] {
  if (transition === 'cut') return []
  const motion = entering.animate(comes[transition], { ...timing, fill: 'backwards' })
  motion.currentTime = Math.max(0, sinceMs)
  return [motion]
}

/** What stands goes and nothing comes in its place. */
export function vanish(leaving: HTMLElement): readonly Animation[] {
  return [leaving.animate([{ opacity: 1 }, { opacity: 0 }], { ...timing, fill: 'forwards' })]
}
