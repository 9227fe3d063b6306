/** How a film follows synced time: a little faster or slower where it is a little off, and moved where it is far off. Pure. */

/** Further off than this a film is moved (s); nearer, a seek would show more than it mends. */
export const seekBeyondS = 0.3
/** Eyes and ears take no notice of so much (share of the speed). */
const mostRate = 0.03
/** What is off is made good within about so long (s). */
const mendS = 1
/** A film is as near as its frames allow (s). */
const nearS = 0.004

/** How far a film is ahead of where it should be (s, negative: behind), the shorter way round where it goes round. */
export function aheadBy(isAtS: number, shouldBeAtS: number, durationS: number): number {
  const apart = (((isAtS - shouldBeAtS) % durationS) + durationS) % durationS
  return apart > durationS / 2 ? apart - durationS : apart
}

/** What to do about it: the speed to play at from now on, or null: move it. */
export function speedFor(aheadS: number): number | null {
  if (Math.abs(aheadS) > seekBeyondS) return null
  if (Math.abs(aheadS) < nearS) return 1
  return 1 - Math.max(-mostRate, Math.min(mostRate, aheadS / mendS))
}
