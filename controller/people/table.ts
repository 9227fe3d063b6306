/** Accounts and the ways in. Secrets stand in tables of their own, which the audit record never copies. */
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
  user: text().primaryKey(),
  passwordHash: text().notNull(),
})

/** Signed-in browsers, by the SHA-256 of the cookie's value. Times are of the machine's wall clock, not of the venue's. */
export const sessions = sqliteTable('sessions', {
  idHash: text().primaryKey(),
  user: text().notNull(),
  createdAt: integer().notNull(),
  expiresAt: integer().notNull(),
  address: text().notNull(),
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
  expiresAt: integer().notNull(),
  usedAt: integer(),
})

export type UserRow = typeof users.$inferSelect
export type SessionRow = typeof sessions.$inferSelect
export type InvitationRow = typeof invitations.$inferSelect
export type TokenRow = typeof tokens.$inferSelect
