/** What may stand while a box does not know the time (rule T5): nothing that depends on it. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'

/** Kinds of slides that say what time it is, or what goes on now. */
const tellsTime: ReadonlySet<string> = new Set(['clock', 'countdown', 'happening', 'programme'])

/** The manifest without entries that begin and end, and without slides that tell the time. Items whose slide is gone never come. */
export function withoutTime(manifest: Manifest): Manifest {
  const slides = Object.entries(manifest.slides).filter(([, { content }]) => !tellsTime.has(content.kind))
  return {
    ...manifest,
    entries: manifest.entries.filter(({ when }) => when === 'always'),
    slides: Object.fromEntries(slides),
    anchors: [],
  }
}
