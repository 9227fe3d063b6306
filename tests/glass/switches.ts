/** Crossfades of pictures as large as the glass, with the stamp of every animation frame while each lasts. */
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { Stage } from '../../player/stage/stage.ts'
import { changeMs } from '../../player/stage/transition.ts'
import { pictureOf, plain } from './items.ts'

export interface Switched {
  /** Milliseconds, as the browser stamps its frames. */
  readonly stamps: readonly number[]
}

/** `count` changes on the stage between pictures of so many pixels; a second lies between two. */
export async function crossfades(stage: Stage, count: number, widthPx: number, heightPx: number): Promise<Switched[]> {
  stage.style.cssText = 'position:fixed;inset:0'
  const pictures = [await large(0, widthPx, heightPx), await large(1, widthPx, heightPx)]
  const all: Switched[] = []
  for (let n = 0; n < count; n++) {
    const item = plain(1_000_000 + n, pictureOf(pictures[n % 2] ?? ''), '', true)
    await stage.prepare('main', item.main)
    await new Promise((resolve) => setTimeout(resolve, 250))
    stage.scene = item.scene(instant(Date.now()))
    all.push(await stampsFor(changeMs))
  }
  for (const picture of pictures) URL.revokeObjectURL(picture)
  return all
}

/** The stamps of all frames of the next `forMs` (ms). */
export function stampsFor(forMs: number): Promise<Switched> {
  return new Promise((resolve) => {
    const stamps: number[] = []
    const frame = (at: number): void => {
      stamps.push(at)
      if (at - (stamps[0] ?? at) < forMs) requestAnimationFrame(frame)
      else resolve({ stamps })
    }
    requestAnimationFrame(frame)
  })
}

async function large(n: number, widthPx: number, heightPx: number): Promise<string> {
  const canvas = new OffscreenCanvas(widthPx, heightPx)
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  for (let spot = 0; spot < 2_000; spot++) {
    pen.fillStyle = `hsl(${(spot * 37 + n * 180) % 360} 70% 55%)`
    pen.fillRect((spot * 397) % widthPx, (spot * 251) % heightPx, 160, 90)
  }
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 }))
}
