/** When a manifest that waits becomes current (rule W4). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import { distantFuture, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { PlayerState } from './player.ts'
import { comingUp, planned, type Show } from './show.ts'

/** Rule W4: a manifest becomes current at its moment, once what its first seconds need is here, or is not worth waiting for. */
export function switched(state: PlayerState, now: Instant): PlayerState {
  const show = state.show === null ? null : planned(state.show, now, state.isTimeProved)
  if (state.next === null) return { ...state, show, waitsSince: null }
  const next = planned(state.next, now, state.isTimeProved)
  if (show === null) return { ...state, show: next, next: null, waitsSince: null }
  if (!isDue(next, now)) return { ...state, show, next }
  const waitsSince = state.waitsSince === null || state.waitsSince > now ? now : state.waitsSince
  const settled = (hash: string): boolean => state.settled.has(hash) || state.lost.has(hash)
  const switches =
    now - waitsSince >= limits.switchWithinMs ||
    comingUp(next, state.live, now).every(({ media }) => media.every(settled)) ||
    bringsNothing(show, next)
  return switches ? { ...state, show: next, next: null, waitsSince: null } : { ...state, show, next, waitsSince }
}

/** When to look again: at the latest when the scene may differ. */
export function wakeAt({ next, waitsSince }: PlayerState, scene: Scene, now: Instant): Instant {
  const moment = waitsSince === null ? (next?.pointer.activeFrom ?? distantFuture) : later(waitsSince, limits.switchWithinMs)
  return now < moment && moment < scene.until ? moment : scene.until
}

/** What was planned for the other belief is planned anew. */
export function believing(state: PlayerState, isTimeProved: boolean): PlayerState {
  const anew = (show: Show | null): Show | null => (show === null ? null : { ...show, plan: null })
  return { ...state, isTimeProved, show: anew(state.show), next: anew(state.next) }
}

/** Its moment has come. One that is too far ahead comes from a clock that was set back. */
function isDue({ pointer }: Show, now: Instant): boolean {
  return pointer.activeFrom <= now || pointer.activeFrom > later(now, limits.activeFromAheadMs)
}

/** Whether `next` brings nothing that `show` does not have: it only removes, shortens or re-orders, and need not wait for anything. */
export function bringsNothing(show: Show, next: Show): boolean {
  const [before, after] = [show.manifest, next.manifest]
  if (after === null) return true
  if (before === null) return false
  const entries = new Map(before.entries.map((entry) => [entry.id, entry]))
  return (
    Object.keys(after.slides).every((id) => id in before.slides) &&
    [...next.needs].every(([id, media]) => media.every((hash) => show.needs.get(id)?.includes(hash))) &&
    Object.entries(after.playlists).every(([id, { items }]) => {
      const had = new Set(before.playlists[id]?.items.map(named))
      return items.every((item) => had.has(named(item)))
    }) &&
    after.entries.every(({ id, playlist, when }) => {
      const was = entries.get(id)
      return was?.playlist === playlist && JSON.stringify(was.when) === JSON.stringify(when)
    })
  )
}

function named({ of }: PlaylistItem): string {
  return of.kind === 'slide' ? of.slide : `@${of.playlist}`
}
