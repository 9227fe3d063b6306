/** Keeps the panel awake while the page is seen. */
import type { Note } from './kept.ts'

/** Asks the system not to dim the panel, again whenever the page is seen anew; not every browser can. */
export function keepAwake(note: Note): void {
  const ask = (): void => {
    if (!('wakeLock' in navigator) || document.hidden) return
    navigator.wakeLock.request('screen').catch((error: unknown) => note('keeping the screen awake', error))
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}
