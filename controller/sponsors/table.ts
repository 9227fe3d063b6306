/** Sponsors of an event: what each was promised, and beside whom it must not stand. */
import type { SponsorPromise } from '@infoskjerm/shared/model/sponsor.ts'
import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

export const sponsors = sqliteTable('sponsors', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  name: text().notNull(),
  promise: text({ mode: 'json' }).$type<SponsorPromise>(),
  /** Ids; one side's word is enough. */
  rivals: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
})

export type SponsorRow = typeof sponsors.$inferSelect
