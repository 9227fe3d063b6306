/** Puts on the page how the glass stands: turned, drawn in from the edges, shifted, dimmed. */
import { slots } from '@infoskjerm/shared/model/manifest.ts'
import { mostShiftPx, type Spared } from './spare.ts'

export interface Frame {
  readonly put: (spared: Spared) => void
}

/** `glass` holds everything that is drawn; `dim` lies over the show and under what is said to crew. The stage measures itself, so that what is turned is laid out for the shape it has. */
export function createFrame(glass: HTMLElement, dim: HTMLElement): Frame {
  return {
    put: ({ rotation, overscanPct, shift, light, wear }) => {
      const scale = Math.max(1, Math.round(Math.min(innerWidth, innerHeight) / 1_080))
      const bleedPx = shift === null ? 0 : mostShiftPx * scale
      const isPlain = rotation === 0 && overscanPct === 0 && shift === null
      glass.style.cssText = isPlain ? '' : placed(rotation, 1 - (2 * overscanPct) / 100, bleedPx, shift, scale)
      for (const slot of slots) {
        const left = wear[slot]
        if (left !== undefined) glass.style.setProperty(`--wear-${slot}`, `${left}`)
      }
      dim.style.opacity = `${Math.round((1 - light) * 100) / 100}`
    },
  }
}

/** Larger than the page by the furthest shift on each side, so that no edge shows. */
function placed(rotation: number, share: number, bleedPx: number, shift: Spared['shift'], scale: number): string {
  const [inline, block] = rotation % 180 === 0 ? ['100vw', '100vh'] : ['100vh', '100vw']
  const side = (of: string): string => `calc(${of} * ${share} + ${2 * bleedPx}px)`
  const moved = shift === null ? '' : `translate(${shift.x * scale}px, ${shift.y * scale}px) `
  return `inset:auto;left:50%;top:50%;inline-size:${side(inline)};block-size:${side(block)};transform:translate(-50%,-50%) ${moved}rotate(${rotation}deg);`
}
