/** How a line that is longer than its strip goes past, as a function of how far its turn is (rule: what a screen shows depends on synced time alone). Pure. */

/** The beginning stands still before it moves, and the end after it: so long (ms), less in a short turn. */
const standsMs = 2_500
/** Share of a turn that beginning and end stand at most, each. */
const standsShare = 0.2

export interface Glide {
  readonly delayMs: number
  readonly durationMs: number
}

/** When the line sets out and how long it glides in a turn of `turnMs`: it stands, glides at one speed to its end, and stands until the turn is over. */
export function glideIn(turnMs: number): Glide {
  const delayMs = Math.min(standsMs, turnMs * standsShare)
  return { delayMs, durationMs: turnMs - 2 * delayMs }
}

/** Where nothing may move the line is turned like a page: which page, of those that it takes, stands `sinceMs` into its turn. */
export function pageAt(pages: number, turnMs: number, sinceMs: number): number {
  return Math.min(pages - 1, Math.max(0, Math.floor((sinceMs / turnMs) * pages)))
}
