/** Events, and the areas of the hall. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** One row an event; the newest with `current` true is the one that screens show. Days are ISO dates, `dayBreak` is `HH:MM`. */
export const events = sqliteTable('events', {
  id: text().primaryKey(),
  name: text().notNull(),
  venueName: text().notNull(),
  firstDay: text().notNull(),
  lastDay: text().notNull(),
  zone: text().notNull(),
  dayBreak: text().notNull(),
  theme: text().notNull(),
  current: integer({ mode: 'boolean' }).notNull(),
  /** Null for an event of one's own; for the sample, whom it may reach. */
  sampleReach: text({ enum: ['local', 'all'] }),
  phase: text({ enum: ['setup', 'running', 'ended'] })
    .notNull()
    .default('running'),
})

export const areas = sqliteTable('areas', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  name: text().notNull(),
  position: integer().notNull(),
})

export type EventRow = typeof events.$inferSelect
export type AreaRow = typeof areas.$inferSelect
