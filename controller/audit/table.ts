/** The audit record: one revision a write, one change a row. */
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Row of a table as JSON, or null where there was none. */
export type Snapshot = Readonly<Record<string, unknown>>

export const revisions = sqliteTable('revisions', {
  revision: integer().primaryKey({ autoIncrement: true }),
  /** Wall clock of the machine, ms. */
  at: integer().notNull(),
  who: text().notNull(),
  whoName: text().notNull(),
  what: text().notNull(),
  /** The revision that this one took back. */
  undoes: integer(),
})

export const changes = sqliteTable(
  'changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    revision: integer()
      .notNull()
      .references(() => revisions.revision),
    table: text().notNull(),
    row: text().notNull(),
    before: text({ mode: 'json' }).$type<Snapshot>(),
    after: text({ mode: 'json' }).$type<Snapshot>(),
  },
  (table) => [index('changes_revision').on(table.revision)],
)

export type RevisionRow = typeof revisions.$inferSelect
export type ChangeRow = typeof changes.$inferSelect
