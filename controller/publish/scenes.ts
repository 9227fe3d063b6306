/** What screens show by what is published: the engine's answer for one screen at one instant, with the plans that it needs kept. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Live, LiveDocument } from '@infoskjerm/shared/model/live.ts'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import { hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import { type Almanac, emptyManifest } from './manifest.ts'
import { type ClassState, classOf, type Publication } from './publication.ts'

export interface ScenesOptions {
  readonly now: () => Instant
  readonly publication: () => Publication
  readonly overrides: () => OverrideDocument
  readonly live: () => LiveDocument
  /** Null before there is an event. */
  readonly almanac: () => Almanac | null
}

export interface Scenes {
  /** What a screen shows at any instant that its manifest covers. Null where there is no such screen. `held`: its player is one that the sample must not reach. */
  readonly sceneOf: (screen: string, held: boolean, at: Instant) => Scene | null
  /** The plan of the screen's class over the window, and its live documents. Null where there is no such screen. */
  readonly planOf: (screen: string, from: Instant, until: Instant) => { readonly plan: Plan; readonly live: Live } | null
}

/** How far around an instant a plan is worked out. */
const planBeforeMs = 2 * hourMs
const planAfterMs = 30 * hourMs

export function createScenes({ now, publication, overrides, live, almanac }: ScenesOptions): Scenes {
  const plans = new WeakMap<Manifest, Plan>()
  const empty = new WeakMap<Almanac, Manifest>()

  /** Only the plan of the present is kept: the time machine asks for any other once. */
  function planFor(manifest: Manifest, at: Instant): Plan {
    const known = plans.get(manifest)
    if (known !== undefined && covers(known, at)) return known
    const plan = compile(manifest, { from: later(at, -planBeforeMs), until: later(at, planAfterMs) })
    if (covers(plan, now())) plans.set(manifest, plan)
    return plan
  }

  function liveOf(screen: string): Live {
    const { programme, screens } = publication()
    const sources: Record<string, string> = programme === null ? {} : { programme: programme.body.hash }
    return { screen: screens.get(screen)?.placed ?? null, overrides: overrides(), ...live(), sources }
  }

  function manifestOf(state: ClassState, held: boolean, of: Almanac): Manifest {
    if (!held || state.held === null) return state.manifest
    const manifest = empty.get(of) ?? emptyManifest(of)
    empty.set(of, manifest)
    return manifest
  }

  return {
    sceneOf: (screen, held, at) => {
      const state = classOf(publication(), screen)
      const of = almanac()
      return state === null || of === null ? null : resolve(planFor(manifestOf(state, held, of), at), liveOf(screen), at)
    },
    planOf: (screen, from, until) => {
      const state = classOf(publication(), screen)
      return state === null ? null : { plan: compile(state.manifest, { from, until }), live: liveOf(screen) }
    },
  }
}
