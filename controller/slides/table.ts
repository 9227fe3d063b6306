/** Slides: a draft beside what is published. */
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { events } from '../events/table.ts'

export const slides = sqliteTable('slides', {
  id: text().primaryKey(),
  event: text()
    .notNull()
    .references(() => events.id),
  draft: text({ mode: 'json' }).$type<SlideBody>(),
  published: text({ mode: 'json' }).$type<SlideBody>(),
  changedAt: integer().notNull(),
  changedBy: text().notNull(),
})

export type SlideRow = typeof slides.$inferSelect
