/** Reads the programme of an event. */
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { asc, eq } from 'drizzle-orm'
import type { Drizzle } from '../storage/database.ts'
import { happenings, stages } from './table.ts'

/** Stages in their order; happenings sorted by start, then id by code unit, so that equal programmes are equal documents. */
export function readProgramme(db: Drizzle, event: string): Programme {
  const stageRows = db.select().from(stages).where(eq(stages.event, event)).orderBy(asc(stages.position), asc(stages.id)).all()
  const happeningRows = db
    .select()
    .from(happenings)
    .where(eq(happenings.event, event))
    .orderBy(asc(happenings.start), asc(happenings.id))
    .all()
  return {
    stages: stageRows.map(({ id, name, letter, area }) => ({ id, name, letter, area })),
    happenings: happeningRows.map(({ event: _, start, end, was, ...rest }) => ({
      ...rest,
      start: instant(start),
      end: instant(end),
      was: was === null ? null : { start: instant(was.start), stage: was.stage },
    })),
  }
}
