/** Reads the audit record, and decides who may take back what. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { AuditResource, User } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, desc, eq, inArray, lt } from 'drizzle-orm'
import { demandSomebodyInCharge } from '../people/store.ts'
import { type Author, isGone, type Store, system, type Written } from '../storage/store.ts'
import { changes, type ChangeRow, type RevisionRow, revisions, type Snapshot } from './table.ts'

/** Nobody takes a message of danger back by «undo»: it is ended in words. */
const never = new Set(['overrides'])

/** What only those may change who may everything: ways in, and the event itself. (A used invitation does not come back to life, whoever asks.) */
const onlyAll = new Set(['users', 'tokens', 'invitations', 'events'])

export interface Audit {
  /** Newest first, at most `limit`, those before revision `before` (0: from the newest). `undoable` is for this user. */
  readonly list: (user: User, limit: number, before: number) => readonly AuditResource[]
  /** Problems `forbidden`, `nothing-to-undo`, `conflict`. */
  readonly undo: (user: User, author: Author, revision: number) => Written<null>
}

export function createAudit(store: Store): Audit {
  const { db } = store
  const changesOf = (revision: number) => db.select().from(changes).where(eq(changes.revision, revision)).orderBy(asc(changes.id)).all()
  return {
    list: (user, limit, before) => {
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
          ...shape(row, of),
          undoable: !takenBack.has(row.revision) && !isOurs(row) && !isLost(of) && mayTakeBack(user, of),
        }
      })
    },
    undo: (user, author, revision) => {
      const of = changesOf(revision)
      const row = db.select().from(revisions).where(eq(revisions.revision, revision)).get()
      if (row !== undefined && of.length > 0 && (isOurs(row) || !mayTakeBack(user, of)))
        throw new Problem(403, 'forbidden', 'This cannot be taken back, or not by this account.', 'revision')
      if (of.length > 0 && isLost(of))
        throw new Problem(409, 'nothing-to-undo', 'What was taken away here has to be made anew.', 'revision', { revision })
      return store.undo(author, revision, (tx) => {
        if (of.some((change) => change.table === 'users')) demandSomebodyInCharge(tx.db)
      })
    },
  }
}

/** What the controller did by itself, to set things up or in passing: no person meant it, so none takes it back. */
function isOurs(row: RevisionRow): boolean {
  return row.what === 'import' || row.who === system.id
}

/** Everything that it deleted is of the kind that does not come back. */
function isLost(of: readonly ChangeRow[]): boolean {
  return of.every(({ table, after }) => after === null && isGone(table))
}

function mayTakeBack(user: User, of: readonly ChangeRow[]): boolean {
  if (of.some((change) => never.has(change.table))) return false
  return user.role === 'all' || (user.role === 'edit' && !of.some((change) => onlyAll.has(change.table)))
}

function shape(row: RevisionRow, of: readonly ChangeRow[]): Omit<AuditResource, 'undoable'> {
  return {
    revision: row.revision,
    at: new Date(row.at).toISOString(),
    who: row.whoName,
    what: row.what,
    changes: of.map(({ table, row: id, before, after }) => ({
      table,
      id,
      name: nameOf(after ?? before),
      change: before === null ? 'created' : after === null ? 'deleted' : 'changed',
    })),
  }
}

/** What a person calls the row: its name or title, of its draft where it has one. */
function nameOf(row: Snapshot | null): string | null {
  const body = (row?.['draft'] ?? row?.['published'] ?? row) as Snapshot | null
  const name = body?.['name'] ?? body?.['title'] ?? body?.['username'] ?? body?.['template']
  if (typeof name === 'string') return name
  const words = name as { nb?: unknown } | null | undefined
  return typeof words?.nb === 'string' ? words.nb : null
}
