/** What really stands on the glass, as far as the stage has told: never what was merely chosen (rule W6). */
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { lookOf } from '@infoskjerm/shared/engine/look.ts'
import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import type { Order } from '@infoskjerm/shared/wire/pointers.ts'

export interface Standing {
  /** Looks of what was last painted (key, and what stands in the regions of a layout); null: nothing, or what is painted has changed since. */
  readonly main: string | null
  readonly override: string | null
  /** Hash of the last scene that stood whole, and the order of the manifest it came from; '' before the first. */
  readonly scene: string
  readonly order: Order | null
}

export const nothingStands: Standing = { main: null, override: null, scene: '', order: null }

/** The stage has painted the content with this look. */
export function painted(standing: Standing, scene: Scene, look: string): Standing {
  if (scene.slots.override?.key === look) return { ...standing, override: look }
  return lookOf(scene.slots.main) === look ? { ...standing, main: look } : standing
}

/** A frame has been presented since the scene was handed over: an override that is not in it is off the glass. */
export function uncovered(standing: Standing, scene: Scene): Standing {
  return scene.slots.override === undefined ? { ...standing, override: null } : standing
}

/** The content of `main` changes in place: it stands again when it has been painted again. */
export function repainting(standing: Standing): Standing {
  return { ...standing, main: null }
}

/** The same with the scene reported, where all of it stands. An override covers whatever lies beneath. */
export function reported(standing: Standing, scene: Scene, order: Order | null): Standing {
  const { main, override } = scene.slots
  const stands = override === undefined ? standing.override === null && standing.main === lookOf(main) : standing.override === override.key
  return stands ? { ...standing, scene: sceneHash(scene), order } : standing
}

/** Whether the two would be told apart in a beat. */
export function saysTheSame(a: Standing, b: Standing): boolean {
  return a.scene === b.scene && a.order?.epoch === b.order?.epoch && a.order?.sequence === b.order?.sequence
}
