/** What intervals came to, remembered: what is past does not change, and is asked for again by every page that is open. */

/** A slide that stood, and how long (ms, above 0). `name`: what it was called then. */
export interface Shown {
  readonly slide: string
  readonly name: string
  readonly sponsor: string | null
  readonly ms: number
}

export interface Memory {
  /** Null: not known, or no more. */
  readonly read: (key: string) => readonly Shown[] | null
  readonly keep: (key: string, shown: readonly Shown[]) => void
  readonly clear: () => void
}

/** Holds at most so many slides of intervals; what was not asked for longest goes first. */
export function createMemory(most: number): Memory {
  const known = new Map<string, readonly Shown[]>()
  let held = 0
  const cost = (shown: readonly Shown[]): number => shown.length + 1
  return {
    read: (key) => {
      const shown = known.get(key)
      if (shown === undefined) return null
      known.delete(key)
      known.set(key, shown)
      return shown
    },
    keep: (key, shown) => {
      held += cost(shown) - (known.has(key) ? cost(known.get(key)!) : 0)
      known.delete(key)
      known.set(key, shown)
      for (const [oldest, gone] of known) {
        if (held <= most) break
        known.delete(oldest)
        held -= cost(gone)
      }
    },
    clear: () => {
      known.clear()
      held = 0
    },
  }
}
