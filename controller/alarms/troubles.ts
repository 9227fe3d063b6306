/** What of the screens somebody should be told of, worked out from what they report. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { ScreenState } from '@infoskjerm/shared/model/screen.ts'
import type { EventPhase } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'

/** Why a screen needs somebody: everything but *right*. */
export type TroubleKind = Exclude<ScreenStatus['state'], 'right'>

/** `since`: when it began, served time (ms). */
export interface Trouble {
  readonly screen: string
  readonly name: string
  readonly area: string
  readonly kind: TroubleKind
  readonly since: number
}

/** What is asked of a screen. */
export interface Watched {
  readonly id: string
  readonly name: string
  readonly area: string
  readonly state: ScreenState
}

/** Since when each screen in service has been so, served time (ms). */
export type Serving = ReadonlyMap<string, number>

/** The next step of `before`; null at the first look, when whatever serves has done so for as long as anybody knows. */
export function servingSince(before: Serving | null, screens: ReadonlyMap<string, Watched>, now: number): Serving {
  const began = before === null ? -Infinity : now
  const inService = [...screens.values()].filter(({ state }) => state.kind === 'in-service')
  return new Map(inService.map(({ id }) => [id, before?.get(id) ?? began]))
}

/** Screens in service that have been in trouble for `limits.troubleAfterMs` at `now`, and have been in service for as long: one that is put back while its box starts is given the time it needs. Nothing alarms before the event runs, or after it has been ended. */
export function troublesOf(
  statuses: readonly ScreenStatus[],
  screens: ReadonlyMap<string, Watched>,
  phase: EventPhase,
  now: number,
  serving: Serving,
): readonly Trouble[] {
  if (phase !== 'running') return []
  return statuses.flatMap(({ screen, state, since, heardAt }): Trouble[] => {
    const watched = screens.get(screen)
    if (state === 'right' || watched === undefined || watched.state.kind !== 'in-service') return []
    // Silence began with the last word, not with the patience that ended.
    const began = state === 'silent' && heardAt !== null ? heardAt : since
    if (now - Math.max(began, serving.get(screen) ?? began) < limits.troubleAfterMs) return []
    return [{ screen, name: watched.name, area: watched.area, kind: state, since: began }]
  })
}
