/** What was published: compiled manifests with their anchors, and the signed pointers to them, so that a restart re-anchors nothing. */
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Documents by hash; `body` is the exact text that was hashed. */
export const documents = sqliteTable('documents', {
  hash: text().primaryKey(),
  body: text().notNull(),
  storedAt: integer().notNull(),
})

/** The newest pointer of each name: `class:<id>`, `screen:<id>`, `source:<id>`, `overrides`. */
export const pointers = sqliteTable('pointers', {
  name: text().primaryKey(),
  signed: text({ mode: 'json' }).$type<Signed>().notNull(),
})
