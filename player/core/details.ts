/** How a player is, beyond its beat (rule W6). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Details } from '@infoskjerm/shared/wire/player.ts'
import type { PlayerState } from './player.ts'
import { orderOf, type Show } from './show.ts'

/** What the core itself knows; the page adds its clock, its build and what it has mended. */
export type CoreDetails = Omit<Details, 'clockErrorMs' | 'build' | 'mends'>

export function detailsOf(state: PlayerState): CoreDetails {
  const { missing, substituted, isTimeProved } = state
  return {
    holds: orderOf(state.next ?? state.show),
    isReady: state.isReady,
    missing: missing.slice(0, limits.detailSlides),
    missingCount: missing.length,
    substituted,
    isTimeProved,
    keysUntil: state.hand?.until ?? null,
  }
}

/** Whether the two would be told apart in details. */
export function saysTheSameDetails(a: PlayerState, b: PlayerState): boolean {
  return (
    a.substituted === b.substituted &&
    a.missing === b.missing &&
    a.isReady === b.isReady &&
    a.isTimeProved === b.isTimeProved &&
    a.hand?.until === b.hand?.until &&
    (a.next ?? a.show)?.pointer === (b.next ?? b.show)?.pointer
  )
}

/** Slides whose media are not here yet, in the order of the manifest. */
export function missingOf(show: Show | null, here: ReadonlySet<string>): readonly string[] {
  const missing: string[] = []
  for (const [id, media] of show?.needs ?? []) if (!media.every((hash) => here.has(hash))) missing.push(id)
  return missing
}
