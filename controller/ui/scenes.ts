/** What a screen shows, worked out here by the same engine that the screens use. */
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { explain } from '@infoskjerm/shared/engine/explain.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { LiveDocument } from '@infoskjerm/shared/model/live.ts'
import type { Manifest, ManifestEvent } from '@infoskjerm/shared/model/manifest.ts'
import { noOverrides, type OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import { distantFuture, hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { OverridesResource, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { reasonOf } from './reasons.ts'
import type { CrewLink } from './crew-link.ts'
import { type Documents, documents as pageDocuments } from './documents.ts'
import { live as pageLive } from './live.ts'
import { stepping } from './stepping.ts'
import { fromText } from './words/times.ts'

/** A scene and what drawing it needs besides. */
export interface Seen {
  readonly scene: Scene
  readonly event: ManifestEvent | null
  readonly programme: Programme | null
}

export interface Scenes {
  /** The scene of a screen at `t`; null while its documents are on their way (`arrived` is called then). Overrides stand in it only where `t` is now. */
  readonly at: (screen: ScreenResource, t: Instant, isNow: boolean, arrived: () => void) => Seen | null
  /** Why it shows that, in a sentence; null while it cannot be told. */
  readonly why: (screen: ScreenResource, t: Instant, isNow: boolean) => string | null
  /** What a slide that the screen may show is called; null where that is not known here. */
  readonly slideName: (screen: ScreenResource, slide: string) => string | null
}

const nothingScheduled: Scene = {
  slots: { main: { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' } },
  until: distantFuture,
}

/** `stepped`: what people step and shift by hand, as it stands. Plans are compiled for a day and a half round the instant asked for, and kept per manifest. */
export function createScenes(live: CrewLink, documents: Documents, stepped: () => LiveDocument): Scenes {
  const plans = new WeakMap<Manifest, Plan[]>()

  function planFor(manifest: Manifest, t: Instant): Plan {
    const held = plans.get(manifest) ?? []
    const found = held.find((plan) => covers(plan, t))
    if (found !== undefined) return found
    const plan = compile(manifest, { from: later(t, -6 * hourMs), until: later(t, 30 * hourMs) })
    plans.set(manifest, [plan, ...held].slice(0, 3))
    return plan
  }

  const classOf = (screen: ScreenResource) => live.classes.find((one) => one.screens.includes(screen.id) || one.class === screen.class)
  const liveFor = (screen: ScreenResource, isNow: boolean) => ({
    screen,
    overrides: isNow ? documentOf(live.overrides) : noOverrides,
    ...stepped(),
    sources: live.sources,
  })

  const manifestOf = (screen: ScreenResource): Manifest | null => {
    const hash = classOf(screen)?.hash ?? null
    return hash === null ? null : (documents.get(hash, () => {}) as Manifest | null)
  }

  return {
    slideName: (screen, slide) => manifestOf(screen)?.slides[slide]?.name ?? null,
    at: (screen, t, isNow, arrived) => {
      const known = classOf(screen)
      if (known === undefined) return null
      const programmeHash = live.sources['programme']
      const programme = programmeHash === undefined ? null : (documents.get(programmeHash, arrived) as Programme | null)
      if (known.hash === null) return { scene: nothingScheduled, event: null, programme }
      const manifest = documents.get(known.hash, arrived) as Manifest | null
      if (manifest === null) return null
      return { scene: resolve(planFor(manifest, t), liveFor(screen, isNow), t), event: manifest.event, programme }
    },
    why: (screen, t, isNow) => {
      const manifest = manifestOf(screen)
      return manifest === null ? null : reasonOf(explain(planFor(manifest, t), liveFor(screen, isNow), t), manifest)
    },
  }
}

function documentOf(resource: OverridesResource | null): OverrideDocument {
  if (resource === null) return noOverrides
  return {
    overrides: resource.overrides.map((one) => ({
      ...one,
      since: fromText(one.since),
      ending: one.ending === null ? null : { kind: one.ending.kind, at: fromText(one.ending.at) },
    })),
  } as OverrideDocument
}

/** The one of the page, shared so that each manifest is compiled once. */
export const scenes = createScenes(pageLive, pageDocuments, () => stepping.document)
