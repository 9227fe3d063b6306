/** The current event: the one that screens show and new things belong to. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { eq } from 'drizzle-orm'
import { type EventRow, events } from '../events/table.ts'
import type { Drizzle } from './database.ts'

/** The row, or a `not-found` problem before the first event exists. */
export function currentEvent(db: Drizzle): EventRow {
  const row = db.select().from(events).where(eq(events.current, true)).get()
  if (row === undefined) throw new Problem(404, 'not-found', 'There is no event yet.')
  return row
}
