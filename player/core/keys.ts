/** Stepping by the keys of the box: whoever stands there looks back, ahead, or holds what stands; the show comes back by itself. */
import { covers } from '@infoskjerm/shared/engine/plan.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Live } from '@infoskjerm/shared/model/live.ts'
import { distantFuture, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { type Show, sceneOf } from './show.ts'

export type Key = 'back' | 'forth' | 'hold'

/** What stands by hand: the turn that the show has at `at`, begun at `since`, until `until`. */
export interface Hand {
  readonly at: Instant
  readonly since: Instant
  readonly until: Instant
}

/** What a key makes of it; null: the show goes on. *Hold* while something is held gives it back. */
export function pressed(hand: Hand | null, key: Key, show: Show | null, live: Live, now: Instant): Hand | null {
  if (key === 'hold' && hand !== null) return null
  const until = later(now, limits.keysMs)
  const from = hand?.at ?? now
  const { main } = sceneOf(show, live, from).slots
  const next = main.kind !== 'slide' || key === 'hold' ? from : key === 'forth' ? main.until : later(main.since, -1)
  const reaches = next < distantFuture && show?.plan !== null && show?.plan !== undefined && covers(show.plan, next)
  const at = reaches ? next : from
  return at === from && hand !== null ? { ...hand, until } : { at, since: now, until }
}

/** The scene of now with what is held in `main`; everything above it, emergency messages first of all, goes on. */
export function withHand(scene: Scene, hand: Hand | null, show: Show | null, live: Live): Scene {
  if (hand === null || show?.plan === null || show?.plan === undefined || !covers(show.plan, hand.at)) return scene
  const { main } = sceneOf(show, live, hand.at).slots
  const until = Math.min(scene.until, hand.until) as Instant
  if (main.kind !== 'slide') return { ...scene, until }
  return { slots: { ...scene.slots, main: { ...main, since: hand.since, until: hand.until } }, until }
}
