/** Accounts and the ways in. Secrets stand in tables of their own; the audit record says that they changed and never what they are. */
import type { GrantResource, Rank } from '@infoskjerm/shared/wire/api.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable('users', {
  id: text().primaryKey(),
  username: text().notNull().unique(),
  name: text().notNull(),
  role: text({ enum: ['see', 'edit', 'all'] }).notNull(),
  mayStartOverride: integer({ mode: 'boolean' }).notNull(),
  mayEndOverride: integer({ mode: 'boolean' }).notNull(),
  language: text({ enum: ['nb', 'en'] }).notNull(),
})

/** The argon2id hash of an account's password. It outlives a removed account, so that undo brings back one that can sign in. */
export const credentials = sqliteTable('credentials', {
  /** The account. */
  id: text('user').primaryKey(),
  passwordHash: text().notNull(),
})

/** Signed-in browsers, by the SHA-256 of the cookie's value. Times are of the machine's wall clock, not of the venue's. */
export const sessions = sqliteTable('sessions', {
  idHash: text().primaryKey(),
  user: text().notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
  address: text().notNull(),
  /** For the list of sessions; says nothing of the secret. */
  id: text().notNull().default(''),
  seenAt: integer().notNull().default(0),
  browser: text().notNull().default(''),
  /** Everything that would write is refused. */
  practice: integer({ mode: 'boolean' }).notNull().default(false),
})

export const crews = sqliteTable('crews', {
  id: text().primaryKey(),
  name: text().notNull(),
  parent: text(),
})

/** Times are of the machine's wall clock, like those of sessions. */
export const memberships = sqliteTable('memberships', {
  id: text().primaryKey(),
  user: text().notNull(),
  crew: text()
    .notNull()
    .references(() => crews.id),
  rank: text({ enum: ['member', 'shift-leader', 'co-chief', 'chief', 'organizer'] }).notNull(),
  from: integer(),
  until: integer(),
})

export const grants = sqliteTable('grants', {
  id: text().primaryKey(),
  to: text({ mode: 'json' }).$type<GrantResource['to']>().notNull(),
  right: text({ enum: ['edit', 'all', 'start-override', 'end-override'] }).notNull(),
  areas: text({ mode: 'json' }).$type<readonly string[]>(),
  from: integer(),
  until: integer(),
})

/** Bearer tokens for programs. */
export const tokens = sqliteTable('tokens', {
  id: text().primaryKey(),
  name: text().notNull(),
  user: text().notNull(),
  hash: text().notNull(),
  createdAt: integer().notNull(),
})

export const invitations = sqliteTable('invitations', {
  id: text().primaryKey(),
  tokenHash: text().notNull(),
  role: text({ enum: ['see', 'edit', 'all'] }).notNull(),
  mayStartOverride: integer({ mode: 'boolean' }).notNull(),
  mayEndOverride: integer({ mode: 'boolean' }).notNull(),
  /** The crew it leads into; `until` in ms of the wall clock. */
  into: text({ mode: 'json' }).$type<{ readonly crew: string; readonly rank: Rank; readonly until: number | null }>(),
  expiresAt: integer().notNull(),
  usedAt: integer(),
})

export type CrewRow = typeof crews.$inferSelect
export type MembershipRow = typeof memberships.$inferSelect
export type GrantRow = typeof grants.$inferSelect
export type UserRow = typeof users.$inferSelect
export type SessionRow = typeof sessions.$inferSelect
export type InvitationRow = typeof invitations.$inferSelect
export type TokenRow = typeof tokens.$inferSelect
