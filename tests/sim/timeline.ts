/** Virtual time: what happens next, in order, and nothing in between. */

export interface Timeline {
  /** Virtual milliseconds since the beginning; only `run` moves them. */
  readonly nowMs: () => number
  /** Runs `work` after so many ms; answers how to let it be. */
  readonly after: (ms: number, work: () => void) => () => void
  /** Lets everything happen until then. */
  readonly run: (untilMs: number) => void
  /** How much waits to happen, and how much has happened. */
  readonly waiting: () => number
  readonly happened: () => number
}

interface Entry {
  readonly atMs: number
  readonly number: number
  work: (() => void) | null
}

/** A binary heap; what is due at the same millisecond happens in the order in which it was asked for. */
export function createTimeline(): Timeline {
  const heap: Entry[] = []
  let nowMs = 0
  let number = 0
  let happened = 0

  const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.number < b.number)

  function push(entry: Entry): void {
    let at = heap.length
    heap.push(entry)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!isBefore(entry, heap[above]!)) break
      heap[at] = heap[above]!
      at = above
    }
    heap[at] = entry
  }

  function pop(): Entry {
    const first = heap[0]!
    const last = heap.pop()!
    if (heap.length === 0) return first
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= heap.length) break
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++
      if (!isBefore(heap[below]!, last)) break
      heap[at] = heap[below]!
      at = below
    }
    heap[at] = last
    return first
  }

  return {
    nowMs: () => nowMs,
    waiting: () => heap.length,
    happened: () => happened,
    after: (ms, work) => {
      const entry: Entry = { atMs: nowMs + Math.max(0, ms), number: number++, work }
      push(entry)
      return () => {
        entry.work = null
      }
    },
    run: (untilMs) => {
      while (heap.length > 0 && heap[0]!.atMs <= untilMs) {
        const { atMs, work } = pop()
        if (work === null) continue
        nowMs = atMs
        happened++
        work()
      }
      nowMs = untilMs
    },
  }
}
