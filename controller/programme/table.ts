/** The programme: stages and happenings. */
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

export const stages = sqliteTable('stages', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  name: text({ mode: 'json' }).$type<Words>().notNull(),
  letter: text().notNull(),
  area: text(),
  position: integer().notNull(),
})

export const happenings = sqliteTable('happenings', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  title: text({ mode: 'json' }).$type<Words>().notNull(),
  stage: text(),
  start: integer().notNull(),
  end: integer().notNull(),
  description: text({ mode: 'json' }).$type<Words>().notNull(),
  tags: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  was: text({ mode: 'json' }).$type<{ readonly start: number; readonly stage: string | null }>(),
  cancelled: integer({ mode: 'boolean' }).notNull(),
  origin: text({ enum: ['sample', 'hand', 'table'] })
    .notNull()
    .default('sample'),
})

/** What a person corrected, by the id of the happening; it outlives a new import, and a happening that is gone for a while. `seen`: what was imported when it was made. */
export const corrections = sqliteTable('corrections', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  correction: text({ mode: 'json' }).$type<StoredCorrection>().notNull(),
  seen: text({ mode: 'json' }).$type<{ readonly start: number; readonly end: number; readonly stage: string | null }>().notNull(),
  by: text().notNull(),
  /** Served time. */
  at: integer().notNull(),
})

/** A correction with its instants as they are stored. */
export interface StoredCorrection {
  readonly start: number | null
  readonly end: number | null
  readonly stage: string | null
  readonly open: boolean
  readonly cancelled: boolean
}

export type CorrectionRow = typeof corrections.$inferSelect

export type StageRow = typeof stages.$inferSelect
export type HappeningRow = typeof happenings.$inferSelect
