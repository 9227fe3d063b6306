/** Proof of play as it is kept, in a file of its own: what screens said they showed, and the manifests that it is read by. */
import type { PlayException } from '@infoskjerm/shared/wire/player.ts'
import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A record, by when it begins: the table lies in the order in which it is written and read (its migration says `WITHOUT ROWID`). No two of one screen overlap. */
export const plays = sqliteTable(
  'plays',
  {
    fromAt: integer().notNull(),
    screen: text().notNull(),
    untilAt: integer().notNull(),
    /** `id` of the manifest. */
    manifest: integer().notNull(),
    /** Null: all was as planned. */
    exceptions: text({ mode: 'json' }).$type<readonly PlayException[]>(),
    device: text().notNull(),
    number: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fromAt, table.screen] })],
)

/** Manifests that plays name, under a short number: published documents are forgotten sooner than proof. */
export const manifests = sqliteTable('manifests', {
  id: integer().primaryKey(),
  hash: text().notNull().unique(),
  /** The exact text that was hashed, deflated (RFC 1951). */
  body: blob({ mode: 'buffer' }).notNull(),
})
