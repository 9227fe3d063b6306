/** Whether there is anything to put on screens for. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { EventRow } from '../events/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'

/** The current event. Problem `event-over`: its screens say thanks and nothing else. */
export function eventUnderWay(db: Drizzle): EventRow {
  const event = currentEvent(db)
  if (event.phase === 'ended') throw new Problem(409, 'event-over', 'The event has been ended: its screens show nothing else any more.')
  return event
}
