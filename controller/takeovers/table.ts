/** Take-overs: screens lent for a while, and the keys with which a stage crew does so without an account. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

/** Times are served time. `key`: the key it was made with. */
export const takeovers = sqliteTable('takeovers', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  content: text({ mode: 'json' }).$type<TakeoverContent>().notNull(),
  target: text({ mode: 'json' }).$type<Target>().notNull(),
  from: integer().notNull(),
  until: integer().notNull(),
  by: text().notNull(),
  key: text(),
  endedAt: integer(),
  endedBy: text(),
})

/** `expiresAt` is of the machine's wall clock, as for every secret. */
export const takeoverKeys = sqliteTable('takeover_keys', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  name: text().notNull(),
  secretHash: text().notNull(),
  screens: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  expiresAt: integer().notNull(),
  usesLeft: integer().notNull(),
  by: text().notNull(),
})

export type TakeoverRow = typeof takeovers.$inferSelect
export type TakeoverKeyRow = typeof takeoverKeys.$inferSelect
