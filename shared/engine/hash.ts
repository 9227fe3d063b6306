/** A short name for a scene, to compare what screens report with what is expected. */
import { lookOf } from './look.ts'
import { mixed, textHash } from './order.ts'
import type { Scene } from './scene.ts'
import { byCodeUnit } from './track.ts'

/** Eight hex characters over which turn is in which slot: FNV-1a over UTF-16 code units (Fowler, Noll, Vo; 32 bits), finished with the mixer of MurmurHash3. What the slides say is the manifest's hash to tell. */
export function sceneHash(scene: Scene): string {
  const text = Object.entries(scene.slots)
    .map(([slot, content]) => `${slot} ${lookOf(content)}${content.kind === 'fallback' ? ` ${content.reason}` : ''}`)
    .sort(byCodeUnit)
    .join('\n')
  return mixed(textHash(text)).toString(16).padStart(8, '0')
}
