/** Whether the page holds so much memory that it should begin anew before the browser takes it away in the middle of a slide. */

export interface Leak {
  /** Looks; called every so often. */
  readonly look: () => void
  /** Whether two looks in a row found too much. */
  readonly isDue: () => boolean
  /** Bytes of the JavaScript heap; null where the browser does not say. */
  readonly heapBytes: () => number | null
}

/** `heapBytes`: as the browser tells; `mostBytes`: above it the page leaks. One look alone may meet what is about to be collected. */
export function createLeak(heapBytes: () => number | null, mostBytes: number): Leak {
  let above = 0
  return {
    look: () => {
      above = (heapBytes() ?? 0) > mostBytes ? above + 1 : 0
    },
    isDue: () => above >= 2,
    heapBytes,
  }
}

/** What Chromium tells of its heap. */
export function chromiumHeapBytes(): number | null {
  const { memory } = performance as Performance & { readonly memory?: { readonly usedJSHeapSize: number } }
  return memory?.usedJSHeapSize ?? null
}
