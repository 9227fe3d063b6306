/** What people step and shift by hand: cues of manual entries, one row for each step, and slips of countdowns. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

/** A step: from `at` (served time) on the item stands. The rows of an entry are its history, which proof of play is read by. */
export const cues = sqliteTable('cues', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  entry: text().notNull(),
  /** Ids from the entry's own list down, joined by `/`. */
  item: text().notNull(),
  at: integer().notNull(),
  by: text().notNull(),
})

/** How much later than written the countdown on a slide ends; `id` is the slide's. */
export const slips = sqliteTable('slips', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  laterMs: integer().notNull(),
  at: integer().notNull(),
  by: text().notNull(),
})

export type CueRow = typeof cues.$inferSelect
export type SlipRow = typeof slips.$inferSelect
