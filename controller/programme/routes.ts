/** `/programme`: the event's own timetable as it stands now. */
import { type Route, route } from '../http/route.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { World } from '../world.ts'
import { readProgramme } from './store.ts'

export function programmeRoutes(world: World): readonly Route[] {
  return [
    route<null>({
      method: 'get',
      path: '/programme',
      who: 'signed-in',
      summary: 'Stages and happenings of the current event, as screens receive them.',
      body: null,
      handle: () => readProgramme(world.store.db, currentEvent(world.store.db).id),
    }),
  ]
}
