/** Which slide stands on each screen's glass. */
import { live } from '../live.ts'
import { scenes } from '../scenes.ts'
import { venue } from '../venue.ts'

/** The id of the slide on each screen that reports that it shows what it should; a slide on three screens stands there three times. `arrived` is called when documents that were missing have come. */
export function slidesOnGlass(arrived: () => void): readonly string[] {
  const sure = new Set(live.statuses.filter(({ showing }) => showing !== null).map(({ screen }) => screen))
  const now = live.now()
  return venue.screens.flatMap((screen) => {
    const main = sure.has(screen.id) ? scenes.at(screen, now, true, arrived)?.scene.slots.main : undefined
    return main?.kind === 'slide' ? [main.slideId] : []
  })
}
