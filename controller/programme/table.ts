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
})

export type StageRow = typeof stages.$inferSelect
export type HappeningRow = typeof happenings.$inferSelect
