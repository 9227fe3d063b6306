/** Schedule entries: this playlist, on these screens, in this slot, at these times, in this band. */
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { When } from '@infoskjerm/shared/wire/api.ts'
import { events } from '../events/table.ts'
import { playlists } from '../playlists/table.ts'

export const schedule = sqliteTable('schedule', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  name: text().notNull(),
  playlist: text()
    .notNull()
    .references(() => playlists.id),
  target: text({ mode: 'json' }).$type<Target>().notNull(),
  slot: text({ enum: ['main', 'ticker', 'corner', 'banner'] }).notNull(),
  band: text({ enum: ['house', 'normal', 'event', 'takeover'] }).notNull(),
  exclusive: integer({ mode: 'boolean' }).notNull(),
  manual: integer({ mode: 'boolean' }).notNull().default(false),
  /** Changed by arming and disarming alone (rule E9). */
  armed: text({ mode: 'json' }).$type<Target>(),
  weight: real().notNull(),
  when: text({ mode: 'json' }).$type<When>().notNull(),
})

export type ScheduleRow = typeof schedule.$inferSelect
