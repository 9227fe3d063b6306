/** Themes of one's own: a draft beside what is published. They go on from event to event. */
import type { ThemeBody } from '@infoskjerm/shared/model/theme.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

export const themes = sqliteTable('themes', {
  id: text().primaryKey(),
  /** The event that it was made in. */
  event: text()
    .notNull()
    .references(() => events.id),
  draft: text({ mode: 'json' }).$type<ThemeBody>(),
  published: text({ mode: 'json' }).$type<ThemeBody>(),
  changedAt: integer().notNull(),
  changedBy: text().notNull(),
})

export type ThemeRow = typeof themes.$inferSelect
