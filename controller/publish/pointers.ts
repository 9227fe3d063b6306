/** Which pointers a player must hold. */
import type { ClassPointer, LivePointer, OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import { type ClassState, classOf, type Publication } from './publication.ts'

/** What left on roads of its own. */
export interface Said {
  readonly overrides: Signed<OverridePointer>
  readonly live: Signed<LivePointer>
}

/** Every pointer a screen's player must hold, or null where there is no such screen. `held`: the player is one that the sample must not reach. */
export function pointersOf(publication: Publication, { overrides, live }: Said, screen: string, held: boolean): readonly Signed[] | null {
  const state = classOf(publication, screen)
  const own = publication.screens.get(screen)?.pointer
  if (state === null || own === undefined) return null
  const mine: Signed[] = [overrides, own, classPointer(state, held), live]
  return publication.programme === null ? mine : [...mine, publication.programme]
}

/** The class pointer for a player that the sample may reach, or must not. */
export function classPointer(state: ClassState, held: boolean): Signed<ClassPointer> {
  return held ? (state.held ?? state.pointer) : state.pointer
}
