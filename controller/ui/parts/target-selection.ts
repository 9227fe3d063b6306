/** What the target picker can say (all, or any of some areas, tags and screens), to and from a `Target`. */
import { matches, type Target } from '@infoskjerm/shared/model/target.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'

/** Ids that are picked. With `all`, the rest is empty. */
export interface Selection {
  readonly all: boolean
  readonly areas: readonly string[]
  readonly tags: readonly string[]
  readonly screens: readonly string[]
}

export type SelectionKind = 'areas' | 'tags' | 'screens'

export const nothingPicked: Selection = { all: false, areas: [], tags: [], screens: [] }

/** The selection that a target means; null where the picker cannot say it (it has *and* or *not* in it). */
export function selectionOf(target: Target): Selection | null {
  switch (target.kind) {
    case 'all':
      return { ...nothingPicked, all: true }
    case 'area':
      return { ...nothingPicked, areas: [target.area] }
    case 'tag':
      return { ...nothingPicked, tags: [target.tag] }
    case 'screen':
      return { ...nothingPicked, screens: [target.screen] }
    case 'or':
      return target.of.map(selectionOf).reduce(joined, nothingPicked)
    case 'audience':
    case 'and':
    case 'not':
      return null
  }
}

/** The target that says a selection. Nothing picked is an `or` of nothing, which no screen matches. */
export function targetOf(selection: Selection): Target {
  if (selection.all) return { kind: 'all' }
  const of: Target[] = [
    ...selection.areas.map((area): Target => ({ kind: 'area', area })),
    ...selection.tags.map((tag): Target => ({ kind: 'tag', tag })),
    ...selection.screens.map((screen): Target => ({ kind: 'screen', screen })),
  ]
  const [only] = of
  return of.length === 1 && only !== undefined ? only : { kind: 'or', of }
}

/** Picks an id, or lets it go where it was picked. Picking anything ends *all*. */
export function toggled(selection: Selection, kind: SelectionKind, id: string): Selection {
  const ids = selection[kind]
  return { ...selection, all: false, [kind]: ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id] }
}

/** The screens that a target means. */
export function screensOf(target: Target, screens: readonly ScreenResource[]): readonly ScreenResource[] {
  return screens.filter((screen) => matches(target, screen))
}

function joined(a: Selection | null, b: Selection | null): Selection | null {
  if (a === null || b === null) return null
  if (a.all || b.all) return { ...nothingPicked, all: true }
  return { all: false, areas: [...a.areas, ...b.areas], tags: [...a.tags, ...b.tags], screens: [...a.screens, ...b.screens] }
}
