/** Shows a change of one screen before the controller has answered, and puts it right where it is refused. */
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { assumeVenue, loadVenue, venue } from '../venue.ts'
import { attempt } from './toast.ts'

/** Runs a write that answers with the screen; `change` stands meanwhile. Null where it was refused, which has been said then. */
export async function assumingScreen(
  id: string,
  change: Partial<ScreenResource>,
  write: () => Promise<Written<ScreenResource>>,
): Promise<Written<ScreenResource> | null> {
  replace(id, (screen) => ({ ...screen, ...change }))
  const written = await attempt(write)
  if (written === null) await loadVenue()
  else replace(id, (screen) => ({ ...screen, ...change, ...written.value }))
  return written
}

function replace(id: string, by: (screen: ScreenResource) => ScreenResource): void {
  assumeVenue({ screens: venue.screens.map((screen) => (screen.id === id ? by(screen) : screen)) })
}
