/** What a player has to show: a manifest with its plan, or nothing at all. */
import { ahead, type Coming } from '@infoskjerm/shared/engine/ahead.ts'
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { overrideAt } from '@infoskjerm/shared/engine/override.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Live } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import { mediaOf } from '@infoskjerm/shared/model/slide.ts'
import { themeMedia } from '@infoskjerm/shared/model/theme.ts'
import { hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { ClassPointer, Order } from '@infoskjerm/shared/wire/pointers.ts'
import { withoutTime } from './unproved.ts'

/** A class pointer with the manifest it names; `manifest` null where nothing is meant for the class. */
export interface Show {
  readonly pointer: ClassPointer
  readonly manifest: Manifest | null
  /** The media of each slide that needs some, by its id. */
  readonly needs: ReadonlyMap<string, readonly string[]>
  readonly plan: Plan | null
}

/** What a pointer means, not planned yet. */
export function showOf(pointer: ClassPointer, manifest: Manifest | null): Show {
  const needs = Object.entries(manifest?.slides ?? {}).map(([id, slide]) => [id, mediaOf(slide)] as const)
  return { pointer, manifest, needs: new Map(needs.filter(([, media]) => media.length > 0)), plan: null }
}

/** Compiled this far round the present, so that days pass with one compilation each. */
const backMs = 6 * hourMs
const forthMs = 30 * hourMs

/** The same show with a plan that covers `t`; `isTimeProved` false: of what does not depend on the time alone. */
export function planned(show: Show, t: Instant, isTimeProved: boolean): Show {
  if (show.manifest === null || (show.plan !== null && covers(show.plan, t))) return show
  const manifest = isTimeProved ? show.manifest : withoutTime(show.manifest)
  return { ...show, plan: compile(manifest, { from: later(t, -backMs), until: later(t, forthMs) }) }
}

/** The scene at `t`; the fallback where there is no show. `show` must be planned for `t`. */
export function sceneOf(show: Show | null, live: Live, t: Instant): Scene {
  if (show !== null && show.plan !== null) return resolve(show.plan, live, t)
  const { content, until } = overrideAt(live, t)
  const main = { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' } as const
  return { slots: content === null ? { main } : { main, override: content }, until }
}

/** What comes soon, in order. */
export function comingUp(show: Show | null, live: Live, t: Instant): readonly Coming[] {
  return show === null || show.plan === null ? [] : ahead(show.plan, live, t, limits.prepareAheadMs)
}

/** Media by hash, the soonest needed first. */
export interface Needed {
  readonly hashes: readonly string[]
  /** How many at the front are needed soon. */
  readonly soon: number
}

/** Every medium of what plays and of what waits, each once: what the event's own theme needs, then what comes soon in either, before the rest of both. */
export function mediaInOrder(show: Show | null, coming: readonly Coming[], next: Show | null, comingNext: readonly Coming[]): Needed {
  const looks = [show, next].flatMap((one) => one?.manifest?.event.look ?? [])
  const hashes = new Set([...looks.flatMap(themeMedia), ...[...coming, ...comingNext].flatMap((turn) => turn.media)])
  const soon = hashes.size
  for (const one of [show, next]) for (const media of one?.needs.values() ?? []) for (const hash of media) hashes.add(hash)
  return { hashes: [...hashes], soon }
}

/** The order of the pointer a show comes from. */
export function orderOf(show: Show | null): Order | null {
  return show === null ? null : { epoch: show.pointer.epoch, sequence: show.pointer.sequence }
}
