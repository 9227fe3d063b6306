/** Screens, and the devices that belong to them. */
import { plainCare, type ScreenCare } from '@infoskjerm/shared/model/care.ts'
import type { Exit, ScreenState } from '@infoskjerm/shared/model/screen.ts'
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
  sizeInches: real(),
  position: integer().notNull().default(0),
  care: text({ mode: 'json' }).$type<ScreenCare>().notNull().default(plainCare),
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
  /** Since when (served time, ms) the box is kept out because it sent far too much; null: it is not. */
  quarantinedAt: integer(),
})

/** A walk past the screens; only one at a time has no end. Times are served time. */
export const rounds = sqliteTable('rounds', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  startedAt: integer().notNull(),
  by: text().notNull(),
  endedAt: integer(),
  screens: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
})

/** What a person saw of one screen in a round. `state` and `heardAt`: what the box said of itself at that moment. */
export const sightings = sqliteTable('sightings', {
  id: text().primaryKey(),
  round: text()
    .notNull()
    .references(() => rounds.id),
  screen: text().notNull(),
  at: integer().notNull(),
  by: text().notNull(),
  seen: integer({ mode: 'boolean' }).notNull(),
  note: text().notNull(),
  picture: text(),
  state: text({ enum: ['right', 'wrong', 'old', 'silent', 'unpaired', 'quarantined'] }).notNull(),
  heardAt: integer(),
})

export type RoundRow = typeof rounds.$inferSelect
export type SightingRow = typeof sightings.$inferSelect
export type ScreenRow = typeof screens.$inferSelect
export type DeviceRow = typeof devices.$inferSelect
