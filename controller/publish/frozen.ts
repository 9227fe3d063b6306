/** What was planned when the event was ended: reports stand still from then on, although screens say thanks. */
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Placed } from '@infoskjerm/shared/model/target.ts'
import type { Store } from '../storage/store.ts'
import type { Publication } from './publication.ts'

/** Screens that share a manifest. */
export interface Planned {
  readonly manifest: Manifest
  readonly screens: readonly Placed[]
}

interface Frozen {
  readonly event: string
  readonly classes: readonly { readonly hash: string; readonly screens: readonly Placed[] }[]
}

const setting = 'frozen'

/** Keeps what is planned for the event, by the hashes of its manifests. */
export function freeze(store: Store, event: string, { classes, screens }: Publication): void {
  const of = [...classes.values()].map(({ hash, screens: ids }) => ({ hash, screens: ids.flatMap((id) => screens.get(id)?.placed ?? []) }))
  store.setSetting(setting, { event, classes: of } satisfies Frozen)
}

/** What was planned when the event was ended; null where nothing was kept. */
export function frozenPlan(store: Store, event: string, manifestOf: (hash: string) => Manifest | null): readonly Planned[] | null {
  const frozen = store.setting<Frozen | { readonly event: null }>(setting, { event: null })
  if (frozen.event !== event) return null
  return frozen.classes.flatMap(({ hash, screens }) => {
    const manifest = manifestOf(hash)
    return manifest === null ? [] : [{ manifest, screens }]
  })
}

/** What is planned now. */
export function planOfNow({ classes, screens }: Publication): readonly Planned[] {
  return [...classes.values()].map(({ manifest, screens: ids }) => ({
    manifest,
    screens: ids.flatMap((id) => screens.get(id)?.placed ?? []),
  }))
}
