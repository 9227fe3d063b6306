/** Reads and writes the media library. Bytes stay when a row is deleted, so that undo finds them. */
import { mediaOf, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm'
import { slides } from '../slides/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { takeovers } from '../takeovers/table.ts'
import { themesWith } from '../themes/store.ts'
import type { Kept } from './ingest.ts'
import { media, type MediaRow } from './table.ts'

export interface Library {
  /** Of the current event, newest first. */
  readonly list: () => readonly MediaRow[]
  readonly add: (author: Author, name: string, kept: Kept) => Written<MediaRow>
  /** Problem `in-use`, naming the slides in which it stands, drafts too. */
  readonly remove: (author: Author, id: string) => Written<null>
}

export function createLibrary(world: World): Library {
  const { store } = world
  return {
    list: () => {
      const event = currentEvent(store.db).id
      return store.db.select().from(media).where(eq(media.event, event)).orderBy(desc(media.uploadedAt), desc(media.id)).all()
    },
    add: (author, name, kept) =>
      store.write(author, 'media.add', (tx) => {
        const row = mediaRow({ id: world.newId(), event: currentEvent(tx.db).id, name, author, at: world.wallMs() }, kept)
        tx.put('media', row)
        return row
      }),
    remove: (author, id) =>
      store.write(author, 'media.delete', (tx) => {
        const row = tx.need('media', id, '')
        const twin = tx.db
          .select()
          .from(media)
          .where(and(eq(media.hash, row.hash), ne(media.id, id)))
          .get()
        const names =
          twin === undefined
            ? [...slidesWith(tx.db, row.hash), ...themesWith(tx.db, row.hash), ...takenBy(tx.db, row.hash, world.now())].join(', ')
            : ''
        if (names !== '') throw new Problem(409, 'in-use', `It stands in: ${names}. Change these slides first.`, '', { names })
        tx.remove('media', id)
        return null
      }),
  }
}

/** A row of the library. */
export function mediaRow(head: { id: string; event: string; name: string; author: Author; at: number }, kept: Kept): MediaRow {
  return { id: head.id, event: head.event, name: head.name, ...kept, uploadedAt: head.at, uploadedBy: head.author.name }
}

/** Who shows the picture by a take-over at `now`. */
function takenBy(db: Drizzle, hash: string, now: number): readonly string[] {
  const running = db
    .select()
    .from(takeovers)
    .where(and(isNull(takeovers.endedAt), gt(takeovers.until, now)))
    .all()
  return running.flatMap(({ content, by }) => (content.kind === 'picture' && content.hash === hash ? [by] : []))
}

function slidesWith(db: Drizzle, hash: string): readonly string[] {
  const stands = (body: SlideBody | null) => body !== null && mediaOf(body).includes(hash)
  return db
    .select()
    .from(slides)
    .all()
    .filter((slide) => stands(slide.draft) || stands(slide.published))
    .map((slide) => (slide.draft ?? slide.published)?.name ?? slide.id)
}
