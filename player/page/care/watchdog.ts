/** The watchdog: tells from painted frames, not from the process, whether people still see the show, and what would help. Pure. */

/** What is looked at each second. Milliseconds of a monotonic clock. */
export interface Look {
  readonly nowMs: number
  /** Whether the browser has painted a frame that was asked for since the last look. */
  readonly hasPainted: boolean
  /** Whether anybody could see the page at all. */
  readonly isSeen: boolean
  /** The look that should stand in the main slot, and the one whose frame was painted last; null: none yet. */
  readonly wanted: string | null
  readonly painted: string | null
}

export interface Watch {
  readonly lookedMs: number
  /** When a frame was painted last, and when what stands was last as it should be. */
  readonly paintedMs: number
  readonly rightMs: number
  /** How far help has gone for what is wrong now. */
  readonly tried: 0 | 1 | 2
  readonly triedMs: number
}

/** `skip`: another slide for this turn. `rebuild`: the glass anew. `reload`: the page anew. */
export type Help = 'skip' | 'rebuild' | 'reload'

/** No frame for so long: nothing moves on the glass any more (ms). */
export const frozenMs = 10_000
/** A slide may take 30 s to be ready and has a grace; one that is not there after this never comes (ms). */
export const stuckMs = 35_000
/** What was tried has so long to help (ms). */
const helpsWithinMs = 20_000
/** Looks further apart than this were not the page's fault: the computer slept, or the tab was put aside (ms). */
const gapMs = 5_000

export function beginWatch(nowMs: number): Watch {
  return { lookedMs: nowMs, paintedMs: nowMs, rightMs: nowMs, tried: 0, triedMs: nowMs }
}

export interface Watched {
  readonly watch: Watch
  readonly help: Help | null
  readonly why: 'stuck' | 'frozen'
}

/** One look. A slide that never comes is skipped first; a glass that does not move is built anew first; what does not help is followed by more. */
export function look(before: Watch, { nowMs, hasPainted, isSeen, wanted, painted }: Look): Watched {
  if (!isSeen || nowMs - before.lookedMs > gapMs) return { watch: beginWatch(nowMs), help: null, why: 'stuck' }
  const paintedMs = hasPainted ? nowMs : before.paintedMs
  const isRight = wanted === null || wanted === painted
  const watch: Watch = { ...before, lookedMs: nowMs, paintedMs, rightMs: isRight ? nowMs : before.rightMs }
  const isFrozen = nowMs - watch.paintedMs >= frozenMs
  const isStuck = nowMs - watch.rightMs >= stuckMs
  const why = isFrozen ? 'frozen' : 'stuck'
  if (!isFrozen && !isStuck) return { watch: isRight && hasPainted ? { ...watch, tried: 0 } : watch, help: null, why }
  if (watch.tried > 0 && nowMs - watch.triedMs < helpsWithinMs) return { watch, help: null, why }
  const help: Help = isFrozen ? (watch.tried === 0 ? 'rebuild' : 'reload') : (['skip', 'rebuild', 'reload'] as const)[watch.tried]
  return { watch: { ...watch, tried: Math.min(2, watch.tried + 1) as 1 | 2, triedMs: nowMs }, help, why }
}
