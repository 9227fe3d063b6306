/** What is given up under pressure, and in which order (rule W7). Overrides are never on the list; the pointers of what is published are not either. */

/** How hard it is at the moment. */
export interface Load {
  /** How late the event loop was in the last second, 99th percentile (ms). */
  readonly lagMs: number
  /** Heap in use of what the process may have (0–1). */
  readonly heapShare: number
}

interface Step {
  readonly what: 'crew-often' | 'details' | 'proof' | 'strangers' | 'previews' | 'every-beat'
  readonly lagMs: number
  readonly heapShare: number
}

/** First what nobody misses, last what people look at. Below 50 ms of lag nobody feels anything; at 800 ms an emergency message is late. */
export const steps = [
  { what: 'crew-often', lagMs: 50, heapShare: 0.7 },
  { what: 'details', lagMs: 100, heapShare: 0.75 },
  { what: 'proof', lagMs: 150, heapShare: 0.8 },
  { what: 'strangers', lagMs: 250, heapShare: 0.85 },
  { what: 'previews', lagMs: 400, heapShare: 0.9 },
  { what: 'every-beat', lagMs: 800, heapShare: 0.95 },
] as const satisfies readonly Step[]

export type Shed = (typeof steps)[number]['what']

/** How many steps, from the first, are given up now. As many as it takes at once; taken back one look at a time, and only once the load is well below what gave them up. */
export function shed(load: Load, before: number): number {
  const needed = steps.filter((step) => load.lagMs >= step.lagMs || load.heapShare >= step.heapShare).length
  if (needed >= before) return needed
  const last = steps[before - 1]
  if (last === undefined) return needed
  const isCalm = load.lagMs < last.lagMs / 2 && load.heapShare < last.heapShare - 0.05
  return isCalm ? before - 1 : before
}

export interface Shedding {
  readonly isShed: (what: Shed) => boolean
  /** Steps given up at the moment. */
  readonly level: () => number
  /** Looks at the load anew. */
  readonly look: () => void
}

export function createShedding(load: () => Load, onChange: (given: readonly Shed[]) => void): Shedding {
  let level = 0
  return {
    isShed: (what) => steps.findIndex((step) => step.what === what) < level,
    level: () => level,
    look: () => {
      const next = shed(load(), level)
      if (next === level) return
      level = next
      onChange(steps.slice(0, level).map(({ what }) => what))
    },
  }
}
