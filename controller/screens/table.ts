/** Screens, and the devices that belong to them. */
import type { Exit, ScreenState } from '@infoskjerm/shared/model/screen.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { areas, events } from '../events/table.ts'

export const screens = sqliteTable('screens', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  area: text()
    .notNull()
    .references(() => areas.id),
  name: text().notNull(),
  tags: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  profile: text({ enum: ['standard', 'lofi'] }).notNull(),
  widthPx: integer().notNull(),
  heightPx: integer().notNull(),
  distance: text({ enum: ['near', 'passage', 'hall'] }).notNull(),
  exits: text({ mode: 'json' }).$type<readonly Exit[]>().notNull(),
  audience: text({ enum: ['public', 'crew'] }).notNull(),
  state: text({ mode: 'json' }).$type<ScreenState>().notNull(),
  /** The screen that a player page on the controller's own machine takes by itself. */
  local: integer({ mode: 'boolean' }).notNull(),
})

/** A paired player. Only a hash of its secret is kept. Several may belong to one screen while a box is replaced. */
export const devices = sqliteTable('devices', {
  id: text().primaryKey(),
  screen: text()
    .notNull()
    .references(() => screens.id),
  secretHash: text().notNull(),
  local: integer({ mode: 'boolean' }).notNull(),
  pairedAt: integer().notNull(),
})

export type ScreenRow = typeof screens.$inferSelect
export type DeviceRow = typeof devices.$inferSelect
