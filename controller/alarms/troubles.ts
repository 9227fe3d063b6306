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

/** Screens in service that have been in trouble for `limits.troubleAfterMs` at `now`. Nothing alarms before the event runs, or after it has been ended. */
export function troublesOf(
  statuses: readonly ScreenStatus[],
  screens: ReadonlyMap<string, Watched>,
  phase: EventPhase,
  now: number,
): readonly Trouble[] {
  if (phase !== 'running') return []
  return statuses.flatMap(({ screen, state, since, heardAt }): Trouble[] => {
    const watched = screens.get(screen)
    if (state === 'right' || watched === undefined || watched.state.kind !== 'in-service') return []
    // Silence began with the last word, not with the patience that ended.
    const began = state === 'silent' && heardAt !== null ? heardAt : since
    if (now - began < limits.troubleAfterMs) return []
    return [{ screen, name: watched.name, area: watched.area, kind: state, since: began }]
  })
}
