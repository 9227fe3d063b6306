/** What the page has mended by itself, counted over reloads for as long as its tab lives. */
import { type Mends, nothingMended } from '@infoskjerm/shared/wire/player.ts'

export interface Mending {
  readonly read: () => Mends
  /** One more of them. */
  readonly count: (what: 'skipped' | 'rebuilt' | 'reloaded', why: Mends['last']) => void
  /** Whether the page may load itself anew: never twice within ten minutes. */
  readonly mayReload: () => boolean
}

const key = 'infoskjerm.mends'
/** A fault that comes again at once must not make a screen that only loads (ms). */
export const reloadRestMs = 10 * 60_000

interface Kept extends Mends {
  readonly reloadedAtMs: number
}

export interface MendingOptions {
  /** Of the tab; what a browser refuses is counted until the page is left. */
  readonly store: Pick<Storage, 'getItem' | 'setItem'> | null
  readonly wallMs: () => number
}

export function createMending({ store, wallMs }: MendingOptions): Mending {
  let kept = readKept(store)
  return {
    read: () => {
      const { skipped, rebuilt, reloaded, last } = kept
      return { skipped, rebuilt, reloaded, last }
    },
    count: (what, why) => {
      kept = { ...kept, [what]: kept[what] + 1, last: why, reloadedAtMs: what === 'reloaded' ? wallMs() : kept.reloadedAtMs }
      try {
        store?.setItem(key, JSON.stringify(kept))
      } catch {
        // Full or refused: the count is lost with the page, the mending is not.
      }
    },
    mayReload: () => Math.abs(wallMs() - kept.reloadedAtMs) > reloadRestMs,
  }
}

function readKept(store: MendingOptions['store']): Kept {
  const nothing = { ...nothingMended, reloadedAtMs: Number.NEGATIVE_INFINITY }
  try {
    const found: unknown = JSON.parse(store?.getItem(key) ?? 'null')
    return typeof found === 'object' && found !== null ? { ...nothing, ...(found as Partial<Kept>) } : nothing
  } catch {
    return nothing
  }
}

/** The store of this tab, null where the browser refuses it. */
export function tabStore(): Storage | null {
  try {
    return sessionStorage
  } catch {
    return null
  }
}
