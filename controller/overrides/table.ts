/** Overrides in force or just ended; older ones live in the audit record alone. */
import type { Override } from '@infoskjerm/shared/model/override.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const overrides = sqliteTable('overrides', {
  id: text().primaryKey(),
  template: text().notNull(),
  target: text({ mode: 'json' }).$type<Target>().notNull(),
  status: text({ enum: ['actual', 'exercise'] }).notNull(),
  since: integer().notNull(),
  ending: text({ mode: 'json' }).$type<NonNullable<Override['ending']>>(),
})

export type OverrideRow = typeof overrides.$inferSelect
