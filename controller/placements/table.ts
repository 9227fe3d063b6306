/** Placements: one slide among what rotates on some screens, from then until then. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'
import { slides } from '../slides/table.ts'

/** Times are served time; `until` null: without end. */
export const placements = sqliteTable('placements', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  slide: text()
    .notNull()
    .references(() => slides.id),
  target: text({ mode: 'json' }).$type<Target>().notNull(),
  from: integer().notNull(),
  until: integer(),
  by: text().notNull(),
})

export type PlacementRow = typeof placements.$inferSelect
