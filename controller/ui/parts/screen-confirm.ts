/** Confirming the exits of a screen on the spot, and saying that it was moved. */
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { api } from '../api.ts'
import { live } from '../live.ts'
import { type ExitResource, sameExits } from '../screen-form.ts'
import { venue } from '../venue.ts'
import { say } from '../words/words.ts'
import { assumingScreen } from './screen-assume.ts'
import { toast } from './toast.ts'

/** Stores the exits where they differ, then confirms them as they stand; answers with them, or null where it was refused. */
export async function confirmExits(screen: ScreenResource, exits: readonly ExitResource[]): Promise<readonly ExitResource[] | null> {
  const named = exits.map(({ name, direction }) => ({ name: name.trim(), direction }))
  if (!sameExits(exits, screen.exits)) {
    const body = { exits: named.map((exit) => ({ ...exit, confirmed: null })) }
    const stored = await assumingScreen(screen.id, body, () => api.patch<Written<ScreenResource>>(`/screens/${screen.id}`, body))
    if (stored === null) return null
    if (named.length === 0) return []
  }
  const mark = { by: venue.user?.name ?? '', at: new Date(live.now()).toISOString() }
  const assumed = { exits: named.map((exit) => ({ ...exit, confirmed: mark })) }
  const confirmed = await assumingScreen(screen.id, assumed, () =>
    api.post<Written<ScreenResource>>(`/screens/${screen.id}/exits/confirm`, { exits: named }),
  )
  if (confirmed === null) return null
  toast(say().screens.exitsConfirmed(screen.name), { undo: confirmed.revision })
  return exitsOf(screen)
}

/** Somebody moved or turned the screen: nobody has seen its exits from there. Answers with them, or null where it was refused. */
export async function movedAway(screen: ScreenResource): Promise<readonly ExitResource[] | null> {
  const assumed = { exits: screen.exits.map((exit) => ({ ...exit, confirmed: null })) }
  const written = await assumingScreen(screen.id, assumed, () => api.post<Written<ScreenResource>>(`/screens/${screen.id}/moved`, {}))
  if (written === null) return null
  toast(say().screens.movedDone(screen.name), { undo: written.revision })
  return exitsOf(screen)
}

/** As they stand now. */
function exitsOf({ id }: ScreenResource): readonly ExitResource[] {
  return venue.screens.find((screen) => screen.id === id)?.exits ?? []
}
