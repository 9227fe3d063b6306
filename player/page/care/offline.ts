/** Keeps the page itself for a reload without network, where the browser allows that: over TLS and on the box itself. */
import type { Note } from '../kept.ts'

export interface Offline {
  /** Whether a reload would find the page without anybody's help. */
  readonly isKept: () => boolean
}

/** Over plain HTTP there is no service worker: the page survives a network loss, but not a reload meanwhile. */
export function keepPage(isBuilt: boolean, note: Note): Offline {
  let isKept = false
  if (isBuilt && 'serviceWorker' in navigator) {
    navigator.serviceWorker.register('/player/worker.js', { scope: '/player/' }).catch((error: unknown) => note('keeping the page', error))
    void navigator.serviceWorker.ready.then(() => (isKept = true))
  }
  return { isKept: () => isKept }
}
