/** Reads the audit record, and takes deeds back. */
import { isDeepStrictEqual } from 'node:util'
import { limits } from '@infoskjerm/shared/limits.ts'
import { noticeContent, type NoticeText } from '@infoskjerm/shared/model/notice.ts'
import { isBounded } from '@infoskjerm/shared/model/reach.ts'
import type { AuditResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, desc, eq, inArray, lt } from 'drizzle-orm'
import { forgetPerson, readPeople } from '../people/crews/store.ts'
import { refuseTangled } from '../people/crews/tree.ts'
import { demandSomebodyInCharge } from '../people/store.ts'
import { users } from '../people/table.ts'
import { isInPlaylist } from '../playlists/store.ts'
import { stages } from '../programme/table.ts'
import { areasMet } from '../screens/areas-met.ts'
import { screens } from '../screens/table.ts'
import type { Drizzle } from '../storage/database.ts'
import { type Author, isGone, type Store, type Transaction, type Written } from '../storage/store.ts'
import { changes, type ChangeRow, type RevisionRow, revisions, type Snapshot } from './table.ts'
import { mayTakeBack, type Places, type Undoer } from './take-back.ts'

export interface Audit {
  /** Newest first, at most `limit`, those before revision `before` (0: from the newest). `undoable` is for this account. */
  readonly list: (undoer: Undoer, limit: number, before: number) => readonly AuditResource[]
  /** Problems `forbidden`, `nothing-to-undo`, `conflict`. */
  readonly undo: (undoer: Undoer, author: Author, revision: number) => Written<null>
}

export function createAudit(store: Store): Audit {
  const { db } = store
  const changesOf = (revision: number) => db.select().from(changes).where(eq(changes.revision, revision)).orderBy(asc(changes.id)).all()
  const places = placesIn(db)
  return {
    list: (undoer, limit, before) => {
      const rows = db
        .select()
        .from(revisions)
        .where(before > 0 ? lt(revisions.revision, before) : undefined)
        .orderBy(desc(revisions.revision))
        .limit(Math.min(limit, limits.pageRows))
        .all()
      const numbers = rows.map((row) => row.revision)
      const takenBack = new Set(
        db
          .select()
          .from(revisions)
          .where(inArray(revisions.undoes, numbers))
          .all()
          .map((row) => row.undoes),
      )
      return rows.map((row) => {
        const of = changesOf(row.revision)
        return {
          ...shape(db, row, of),
          undoable: !takenBack.has(row.revision) && !isLost(of) && mayTakeBack(undoer, { head: row, changes: of }, places),
        }
      })
    },
    undo: (undoer, author, revision) => {
      const of = changesOf(revision)
      const row = db.select().from(revisions).where(eq(revisions.revision, revision)).get()
      if (row !== undefined && of.length > 0 && !mayTakeBack(undoer, { head: row, changes: of }, places))
        throw new Problem(403, 'forbidden', 'This cannot be taken back, or not by this account.', 'revision')
      if (of.length > 0 && isLost(of))
        throw new Problem(409, 'nothing-to-undo', 'What was taken away or set here was secret; it has to be made anew.', 'revision', {
          revision,
        })
      return store.undo(author, revision, (tx) => checkPeople(tx, of))
    },
  }
}

/** Everything in it is of the kind that does not come back: deleted with its secret, or nothing but a secret that changed. */
function isLost(of: readonly ChangeRow[]): boolean {
  return of.every(({ table, before, after }) => isGone(table) && (after === null || isDeepStrictEqual(before, after)))
}

/** Taking back is a write like any other: somebody is left in charge, crews make a tree, and who is gone is in none. */
function checkPeople(tx: Transaction, of: readonly ChangeRow[]): void {
  const changed = new Set(of.map(({ table }) => table))
  if (changed.has('users')) demandSomebodyInCharge(tx.db)
  if (changed.has('crews')) refuseTangled(readPeople(tx.db).crews)
  for (const { table, row } of of) if (table === 'users' && tx.get('users', row) === null) forgetPerson(tx, row)
}

function placesIn(db: Drizzle): Places {
  const areaOf = (area: string | null | undefined) => (area === null || area === undefined ? null : [area])
  return {
    ofTarget: (target) => (isBounded(target, () => true) ? areasMet(db, target) : null),
    ofScreen: (id) => areaOf(db.select().from(screens).where(eq(screens.id, id)).get()?.area),
    isListed: (slide) => isInPlaylist(db, slide),
    ofStage: (id) => areaOf(db.select().from(stages).where(eq(stages.id, id)).get()?.area),
  }
}

function shape(db: Drizzle, row: RevisionRow, of: readonly ChangeRow[]): Omit<AuditResource, 'undoable'> {
  return {
    revision: row.revision,
    at: new Date(row.at).toISOString(),
    who: row.whoName,
    what: row.what,
    changes: of.map(({ table, row: id, before, after }) => ({
      table,
      id,
      name: table === 'credentials' ? userName(db, id) : nameOf(table, after ?? before),
      change: before === null ? 'created' : after === null ? 'deleted' : 'changed',
    })),
  }
}

/** Whose password it is; null once the account is gone. */
function userName(db: Drizzle, id: string): string | null {
  return db.select().from(users).where(eq(users.id, id)).get()?.name ?? null
}

/** What a person calls the row: its name or title, of its draft where it has one; of a notice what it says. */
function nameOf(table: string, row: Snapshot | null): string | null {
  if (table === 'notices' && row !== null) return noticeContent(row as unknown as NoticeText).title.nb
  const body = (row?.['draft'] ?? row?.['published'] ?? row) as Snapshot | null
  const name = body?.['name'] ?? body?.['title'] ?? body?.['username'] ?? body?.['template']
  if (typeof name === 'string') return name
  const words = name as { nb?: unknown } | null | undefined
  return typeof words?.nb === 'string' ? words.nb : null
}
