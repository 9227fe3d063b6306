/** Instants: the one unit of time in the system (rule T1). */

declare const instantBrand: unique symbol

/** Integer milliseconds since 1970-01-01T00:00Z, of the venue's synced time. */
export type Instant = number & { readonly [instantBrand]: 'Instant' }

/** Brands whole milliseconds since the epoch as an instant. Throws on anything but a safe integer: a broken invariant, not bad input. */
export function instant(ms: number): Instant {
  if (!Number.isSafeInteger(ms)) throw new Error(`not an instant: ${ms}`)
  return ms as Instant
}

/** The instant `ms` milliseconds after `t` (before, if negative). */
export function later(t: Instant, ms: number): Instant {
  return instant(t + ms)
}

/** Before every instant that is ever scheduled. */
export const distantPast = instant(-8_640_000_000_000_000)

/** After every instant that is ever scheduled: "until" of what never changes. */
export const distantFuture = instant(8_640_000_000_000_000)

export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000
