/** A short name for a scene, to compare what screens report with what is expected. */
import type { Scene } from './scene.ts'
import { byCodeUnit } from './track.ts'

/** Eight hex characters over which turn is in which slot: FNV-1a over UTF-16 code units (Fowler, Noll, Vo; 32 bits), finished with the mixer of MurmurHash3. What the slides say is the manifest's hash to tell. */
export function sceneHash(scene: Scene): string {
  const text = Object.entries(scene.slots)
    .map(([slot, content]) => `${slot} ${content.key}${content.kind === 'fallback' ? ` ${content.reason}` : ''}`)
    .sort(byCodeUnit)
    .join('\n')
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0')
}
