/** How late the event loop is, and how full the heap: what tells overload before anybody feels it. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'

export interface Delay {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly maxMs: number
}

export interface Loop {
  /** How late the loop was since the last call. */
  readonly take: () => Delay
  /** Heap in use of what the process may have (0–1). */
  readonly heapShare: () => number
  readonly close: () => void
}

/** The histogram counts from one tick of its own timer to the next, so that this much is not delay (ms). */
const resolutionMs = 20

export function watchLoop(): Loop {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs })
  histogram.enable()
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolutionMs)
  return {
    take: () => {
      if (histogram.count === 0) return { p50Ms: 0, p99Ms: 0, maxMs: 0 }
      const delay = { p50Ms: late(histogram.percentile(50)), p99Ms: late(histogram.percentile(99)), maxMs: late(histogram.max) }
      histogram.reset()
      return delay
    },
    heapShare: () => {
      const { used_heap_size, heap_size_limit } = getHeapStatistics()
      return used_heap_size / heap_size_limit
    },
    close: () => void histogram.disable(),
  }
}
