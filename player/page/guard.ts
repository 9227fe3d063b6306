/** Catches what nothing else caught: the glass is built anew instead of standing still, and nobody ever sees an error. */
import type { Note } from './kept.ts'

/** No more often than this (ms): an error that comes again at once would make the glass flicker. */
const restMs = 10_000

export interface GuardOptions {
  readonly rebuild: () => void
  readonly note: Note
  /** Milliseconds of a monotonic clock. */
  readonly monotonicMs: () => number
}

/** Listens for uncaught errors and rejections of this page for as long as it lives. */
export function guard({ rebuild, note, monotonicMs }: GuardOptions): void {
  let restsUntilMs = Number.NEGATIVE_INFINITY
  const caught = (event: ErrorEvent | PromiseRejectionEvent): void => {
    // Told by browsers when elements are measured late; nothing has failed.
    if (event instanceof ErrorEvent && event.message.startsWith('ResizeObserver loop')) return
    note('not caught', event instanceof ErrorEvent ? event.message : event.reason)
    if (monotonicMs() < restsUntilMs) return
    restsUntilMs = monotonicMs() + restMs
    rebuild()
  }
  window.addEventListener('error', caught)
  window.addEventListener('unhandledrejection', caught)
}
