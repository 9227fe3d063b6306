/** Reads and writes the programme: what was imported or typed, and beside it what a person corrected. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Correction, corrected } from '@infoskjerm/shared/model/correction.ts'
import type { Happening, Programme, Stage } from '@infoskjerm/shared/model/programme.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, eq } from 'drizzle-orm'
import type { Drizzle } from '../storage/database.ts'
import { type CorrectionRow, corrections, type HappeningRow, happenings, type StageRow, stages } from './table.ts'

/** A happening as it was announced, what a person said of it, and how it stands. */
export interface Announced {
  readonly origin: HappeningRow['origin']
  readonly planned: Happening
  readonly correction: CorrectionRow | null
  readonly now: Happening
}

/** What screens receive: stages in their order; happenings as they stand, sorted by start, then id by code unit, so that equal programmes are equal documents. */
export function readProgramme(db: Drizzle, event: string): Programme {
  const { stages: all, happenings: announced } = readAnnounced(db, event)
  return { stages: all, happenings: announced.map(({ now }) => now) }
}

/** The same with what lies behind each happening. */
export function readAnnounced(
  db: Drizzle,
  event: string,
): { readonly stages: readonly Stage[]; readonly happenings: readonly Announced[] } {
  const said = new Map(correctionRows(db, event).map((row) => [row.id, row]))
  return {
    stages: stageRows(db, event).map(({ id, name, letter, area }) => ({ id, name, letter, area })),
    happenings: happeningRows(db, event)
      .map((row) => announced(row, said.get(row.id) ?? null))
      .sort((a, b) => byStart(a.now, b.now)),
  }
}

/** A happening with the correction of it, which may have been made before another import. */
export function announced(row: HappeningRow, correction: CorrectionRow | null): Announced {
  const planned = plannedOf(row)
  return { origin: row.origin, planned, correction, now: correction === null ? planned : corrected(planned, correctionOf(correction)) }
}

export function stageRows(db: Drizzle, event: string): readonly StageRow[] {
  return db.select().from(stages).where(eq(stages.event, event)).orderBy(asc(stages.position), asc(stages.id)).all()
}

export function happeningRows(db: Drizzle, event: string): readonly HappeningRow[] {
  return db.select().from(happenings).where(eq(happenings.event, event)).all()
}

/** Also of happenings that are gone for now. */
export function correctionRows(db: Drizzle, event: string): readonly CorrectionRow[] {
  return db.select().from(corrections).where(eq(corrections.event, event)).all()
}

/** Ids in use, in whatever event. */
export function usedIds(db: Drizzle): { readonly stages: ReadonlySet<string>; readonly happenings: ReadonlySet<string> } {
  const idsIn = (table: typeof stages | typeof happenings) =>
    new Set(
      db
        .select({ id: table.id })
        .from(table)
        .all()
        .map(({ id }) => id),
    )
  return { stages: idsIn(stages), happenings: idsIn(happenings) }
}

/** Throws `too-many` where a programme would have this many. */
export function demandRoom(count: number): void {
  if (count <= limits.happenings) return
  throw new Problem(422, 'too-many', `A programme has at most ${limits.happenings} happenings.`, '', { most: limits.happenings })
}

function plannedOf({ event: _, origin: __, start, end, was, ...rest }: HappeningRow): Happening {
  return {
    ...rest,
    start: instant(start),
    end: instant(end),
    was: was === null ? null : { start: instant(was.start), stage: was.stage },
    open: false,
  }
}

function correctionOf({ correction: { start, end, ...rest } }: CorrectionRow): Correction {
  return { ...rest, start: start === null ? null : instant(start), end: end === null ? null : instant(end) }
}

function byStart(a: Happening, b: Happening): number {
  return a.start - b.start || (a.id < b.id ? -1 : 1)
}
