/** Media: what was uploaded; the bytes are files named by their hash. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

export const media = sqliteTable('media', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  name: text().notNull(),
  kind: text({ enum: ['image', 'video', 'html'] }).notNull(),
  hash: text().notNull(),
  thumbnail: text(),
  type: text().notNull(),
  widthPx: integer().notNull(),
  heightPx: integer().notNull(),
  durationMs: integer(),
  sizeBytes: integer().notNull(),
  uploadedAt: integer().notNull(),
  uploadedBy: text().notNull(),
})

export type MediaRow = typeof media.$inferSelect
