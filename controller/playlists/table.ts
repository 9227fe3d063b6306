/** Playlists: a draft beside what is published. */
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

export const playlists = sqliteTable('playlists', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  draft: text({ mode: 'json' }).$type<PlaylistBody>(),
  published: text({ mode: 'json' }).$type<PlaylistBody>(),
  changedAt: integer().notNull(),
  changedBy: text().notNull(),
})

export type PlaylistRow = typeof playlists.$inferSelect
