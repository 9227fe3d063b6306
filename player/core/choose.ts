/** What of the planned scene can be shown now, and what is known of media (rule W4). */
import type { Coming } from '@infoskjerm/shared/engine/ahead.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { SubstitutionReason } from '@infoskjerm/shared/wire/player.ts'
import { missingOf } from './details.ts'
import { withHand } from './keys.ts'
import type { PlayerState } from './player.ts'
import { sceneOf } from './show.ts'
import { handed, type Lack, type Substituted } from './stand-in.ts'

/** A page that opens reads its media from where it kept them; so long its backdrop stands (ms), and nothing flashes that was never meant. */
export const openingMs = 500

/** What the stage could not show, and when it said so. */
export interface Refusal {
  readonly why: SubstitutionReason
  readonly at: Instant
}

export const nothingRefused: ReadonlyMap<string, Refusal> = new Map()

/** What was missing is tried again this often (ms): a turn may last for hours. What is broken stays broken. */
const missingForMs = 15_000

function isRefused({ why, at }: Refusal, now: Instant): boolean {
  return why === 'broken' || Math.abs(now - at) < missingForMs
}

/** What is planned for `now`, or what stands in for it; `scene` null: wait a moment for what the page has kept. */
export function choose(before: PlayerState, now: Instant): { readonly state: PlayerState; readonly scene: Scene | null } {
  const { show, live } = before
  const scene = withHand(sceneOf(show, live, now), before.hand, show, live)
  const { key } = scene.slots.main
  const isSame = key === before.turn
  const state = {
    ...before,
    turn: key,
    refused: isSame ? before.refused : nothingRefused,
    begunAt: before.begunAt ?? (show === null ? null : now),
  }
  const lack: Lack = (id) => {
    const refusal = state.refused.get(id)
    return refusal !== undefined && isRefused(refusal, now) ? refusal.why : lackOf(state, show?.needs.get(id) ?? [])
  }
  const plan = show?.plan ?? null
  const chosen =
    plan === null ? { scene, substituted: null } : handed(scene, before.scene?.slots.main ?? null, { plan, live, t: now, lack })
  const { main } = scene.slots
  const isTried = before.substituted !== null && main.kind === 'slide' && state.refused.has(main.slideId)
  const isLate = isSame && (before.isLate || isTried) && chosen.substituted === null
  const substituted = isLate ? before.substituted : sameOr(before.substituted, chosen.substituted)
  const { override } = chosen.scene.slots
  const isOpening = state.begunAt !== null && Math.abs(now - state.begunAt) < openingMs
  const waits = before.scene === null && isOpening && chosen.substituted !== null && override === undefined
  return { state: { ...state, isLate, substituted: waits ? null : substituted }, scene: waits ? null : chosen.scene }
}

function sameOr(before: Substituted | null, after: Substituted | null): Substituted | null {
  return before?.slide === after?.slide && before?.why === after?.why ? before : after
}

function lackOf({ settled, lost }: PlayerState, media: readonly string[]): SubstitutionReason | null {
  if (media.every((hash) => settled.has(hash))) return null
  return media.every((hash) => settled.has(hash) || lost.has(hash)) ? 'missing' : 'not-ready'
}

/** With what is known of the media that are wanted, and nothing of others. `first`: the first seconds of the newest manifest. */
export function known(state: PlayerState, wanted: readonly string[], first: readonly Coming[]): PlayerState {
  const settled = only(state.settled, wanted)
  const lost = only(state.lost, wanted)
  const newest = state.next ?? state.show
  const missing = missingOf(newest, settled)
  const isSame = missing.length === state.missing.length && missing.every((slide, at) => slide === state.missing[at])
  const isReady = newest !== null && first.every((turn) => areHere(settled, turn))
  return { ...state, settled, lost, missing: isSame ? state.missing : missing, isReady }
}

function only(set: ReadonlySet<string>, wanted: readonly string[]): ReadonlySet<string> {
  return set.size === 0 ? set : new Set(wanted.filter((hash) => set.has(hash)))
}

/** Whether every medium of the turn is here. */
export function areHere(settled: ReadonlySet<string>, turn: Coming): boolean {
  return turn.media.every((hash) => settled.has(hash))
}
