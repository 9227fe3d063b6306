/** Where a key moves the point of a picture. Pure. */
import type { Focus } from '@infoskjerm/shared/model/contents-media.ts'

/** One press (percent of the picture), with and without the shift key. */
const stepPct = 2
const strideStepPct = 10

/** The point after the key; null: it is none that moves it. */
export function moved({ xPct, yPct }: Focus, key: string, isFar: boolean): Focus | null {
  const step = isFar ? strideStepPct : stepPct
  const kept = (pct: number): number => Math.min(100, Math.max(0, pct))
  switch (key) {
    case 'ArrowLeft':
      return { xPct: kept(xPct - step), yPct }
    case 'ArrowRight':
      return { xPct: kept(xPct + step), yPct }
    case 'ArrowUp':
      return { xPct, yPct: kept(yPct - step) }
    case 'ArrowDown':
      return { xPct, yPct: kept(yPct + step) }
    case 'Home':
      return { xPct: 50, yPct: 50 }
    default:
      return null
  }
}
