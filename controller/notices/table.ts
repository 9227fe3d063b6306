/** Notices: short messages that end by themselves. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { Words } from '@infoskjerm/shared/model/words.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

/** Times are served time. An ended notice stays for a while, with who ended it. */
export const notices = sqliteTable('notices', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  template: text().notNull(),
  values: text({ mode: 'json' }).$type<Readonly<Record<string, string>>>().notNull(),
  words: text({ mode: 'json' }).$type<Words>().notNull(),
  target: text({ mode: 'json' }).$type<Target>().notNull(),
  from: integer().notNull(),
  until: integer().notNull(),
  by: text().notNull(),
  endedAt: integer(),
  endedBy: text(),
})

export type NoticeRow = typeof notices.$inferSelect
