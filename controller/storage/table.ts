/** Settings of the installation: few, small, by name. What a person sets goes through the audited write path; what the controller keeps for itself does not. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const settings = sqliteTable('settings', {
  /** Its name. */
  id: text('name').primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull(),
})

/** Setting that a copy of the database has and the original has not: when it was made (wall clock, ms). */
export const copySetting = 'copy'
