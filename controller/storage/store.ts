/** The one write path: a synchronous transaction changes rows, records who changed what from what to what, and bumps the revision once; listeners get the number after commit. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { eq } from 'drizzle-orm'
import { changes, revisions, type Snapshot } from '../audit/table.ts'
import type { Database, Drizzle } from './database.ts'
import { settings } from './table.ts'
import { type RowOf, secretColumns, type TableName, tableOf } from './tables.ts'

/** Who writes; `system` for what nobody asked for by hand. */
export interface Author {
  readonly id: string
  readonly name: string
}

export const system: Author = { id: 'system', name: 'infoskjerm' }

export interface Commit {
  readonly revision: number
  readonly author: Author
  readonly what: string
  readonly tables: ReadonlySet<TableName>
}

export interface Transaction {
  /** For reading, and for tables that are not audited. */
  readonly db: Drizzle
  readonly get: <N extends TableName>(table: N, id: string) => RowOf<N> | null
  /** The row, or a `not-found` problem at `path`. */
  readonly need: <N extends TableName>(table: N, id: string, path: string) => RowOf<N>
  readonly put: <N extends TableName>(table: N, row: RowOf<N>) => void
  readonly remove: (table: TableName, id: string) => void
}

export interface Written<T> {
  readonly revision: number
  readonly value: T
}

export interface Store {
  readonly db: Drizzle
  /** Runs `work` in one transaction. Nothing is recorded where `work` changed no row; the revision is then 0, which undo knows nothing of. Throws what `work` throws, and nothing is stored then. */
  readonly write: <T>(author: Author, what: string, work: (tx: Transaction) => T) => Written<T>
  /** Takes a revision back as a new one; `check` sees the result and may refuse it by throwing. Problems: `nothing-to-undo`, `conflict` where somebody changed the same field since. */
  readonly undo: (author: Author, revision: number, check?: (tx: Transaction) => void) => Written<null>
  readonly revision: () => number
  readonly onCommit: (listener: (commit: Commit) => void) => void
  readonly setting: <T>(name: string, fallback: T) => T
  /** For what the controller keeps for itself; within a write it is part of that transaction. What a person sets is written as a row of `settings`. */
  readonly setSetting: (name: string, value: unknown) => void
}

/** A store over an open database; `wallMs` is the machine's wall clock, for the audit record. What is committed is answered so whatever listeners make of it: `complain` hears of one that throws, and the others are told all the same. */
export function createStore(database: Database, wallMs: () => number, complain: (error: unknown, commit: Commit) => void): Store {
  const { db } = database
  const listeners: ((commit: Commit) => void)[] = []
  let last = lastRevision(db)

  function write<T>(author: Author, what: string, undoes: number | null, work: (tx: Transaction) => T): Written<T> {
    const recorded: Recorded[] = []
    const run = db.$client.transaction((): Written<T> => {
      db.$client.pragma('defer_foreign_keys = ON')
      const value = work(transactionOver(db, recorded))
      const real = recorded.filter((change) => change.changes)
      if (real.length === 0) return { revision: 0, value }
      return { revision: record(db, { author, what, undoes, at: wallMs() }, real), value }
    })
    const written = run.immediate()
    if (written.revision === 0) return written
    last = written.revision
    const tables = new Set(recorded.map((change) => change.table))
    const commit: Commit = { revision: last, author, what, tables }
    for (const listener of listeners) {
      try {
        listener(commit)
      } catch (error) {
        complain(error, commit)
      }
    }
    return written
  }

  return {
    db,
    write: (author, what, work) => write(author, what, null, work),
    undo: (author, revision, check) =>
      write(author, 'undo', revision, (tx) => {
        takeBack(tx, revision)
        check?.(tx)
        return null
      }),
    revision: () => last,
    onCommit: (listener) => void listeners.push(listener),
    setting: <T>(name: string, fallback: T) => {
      const row = db.select().from(settings).where(eq(settings.id, name)).get()
      return row === undefined ? fallback : (row.value as T)
    },
    setSetting: (name, value) =>
      void db.insert(settings).values({ id: name, value }).onConflictDoUpdate({ target: settings.id, set: { value } }).run(),
  }
}

interface Recorded {
  readonly table: TableName
  readonly row: string
  readonly before: Snapshot | null
  readonly after: Snapshot | null
  /** A secret may be all that changed, and the record does not hold it. */
  readonly changes: boolean
}

function transactionOver(db: Drizzle, recorded: Recorded[]): Transaction {
  const get = <N extends TableName>(table: N, id: string) =>
    (db
      .select()
      .from(tableOf(table))
      .where(eq(tableOf(table).id, id))
      .get() ?? null) as RowOf<N> | null
  return {
    db,
    get,
    need: (table, id, path) => {
      const row = get(table, id)
      if (row === null) throw new Problem(404, 'not-found', `There is no ${table} «${id}».`, path, { id })
      return row
    },
    put: (table, row) => {
      const before = get(table, row.id)
      db.insert(tableOf(table))
        .values(row)
        .onConflictDoUpdate({ target: tableOf(table).id, set: row })
        .run()
      recorded.push({ table, row: row.id, before: snapshot(table, before), after: snapshot(table, row), changes: !same(before, row) })
    },
    remove: (table, id) => {
      const before = get(table, id)
      if (before === null) return
      db.delete(tableOf(table))
        .where(eq(tableOf(table).id, id))
        .run()
      recorded.push({ table, row: id, before: snapshot(table, before), after: null, changes: true })
    },
  }
}

function record(db: Drizzle, head: { author: Author; what: string; undoes: number | null; at: number }, rows: readonly Recorded[]): number {
  const { author, what, undoes, at } = head
  const { revision } = db.insert(revisions).values({ at, who: author.id, whoName: author.name, what, undoes }).returning().get()
  for (const { changes: _changes, ...change } of rows)
    db.insert(changes)
      .values({ revision, ...change })
      .run()
  return revision
}

/** Puts every field that the revision changed back to what it was. A draft that somebody went on typing stays; any other field changed since is a conflict. What the revision made goes, with what was drafted and published of it since, unless somebody changed it otherwise. */
function takeBack(tx: Transaction, revision: number): void {
  const head = tx.db.select().from(revisions).where(eq(revisions.revision, revision)).get()
  const already = tx.db.select().from(revisions).where(eq(revisions.undoes, revision)).get()
  if (head === undefined || already !== undefined)
    throw new Problem(409, 'nothing-to-undo', `Revision ${revision} is unknown or already taken back.`, 'revision', { revision })
  const rows = tx.db.select().from(changes).where(eq(changes.revision, revision)).all().reverse()
  for (const change of rows) {
    const table = change.table as TableName
    const now = tx.get(table, change.row)
    if (change.before === null) {
      if (now === null) continue
      if (isAnother(change.after, now as Snapshot)) throw changedSince(change.row)
      tx.remove(table, change.row)
      continue
    }
    if (change.after === null && isGone(table)) continue
    if (change.after === null && now !== null) throw changedSince(change.row)
    if (change.after !== null && now === null) throw changedSince(change.row)
    const row = { ...(now ?? {}), ...fieldsBefore(change.before, change.after, now as Snapshot | null, change.row) }
    tx.put(table, row as unknown as RowOf<TableName>)
  }
}

/** Whether a deleted row stays away: the record never held its secret, and without it the row would only look like something. */
export function isGone(table: string): boolean {
  return secretColumns[table as TableName] !== undefined
}

function fieldsBefore(before: Snapshot, after: Snapshot | null, now: Snapshot | null, row: string): Snapshot {
  if (after === null || now === null) return before
  const back: Record<string, unknown> = {}
  for (const field of Object.keys(before)) {
    if (same(before[field], after[field])) continue
    if (same(now[field], after[field]) || field === 'changedAt' || field === 'changedBy') back[field] = before[field]
    else if (field !== 'draft') throw changedSince(row)
  }
  return back
}

/** Whether somebody made something else of a row since it was made. */
function isAnother(made: Snapshot | null, now: Snapshot): boolean {
  const own = ['draft', 'published', 'changedAt', 'changedBy']
  return Object.keys(made ?? {}).some((field) => !own.includes(field) && !same(made?.[field], now[field]))
}

function changedSince(row: string): Problem {
  return new Problem(409, 'conflict', `«${row}» was changed since, so this cannot be taken back.`, 'revision', { id: row })
}

function snapshot(table: TableName, row: object | null): Snapshot | null {
  if (row === null) return null
  const hidden = secretColumns[table] ?? []
  return Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column)))
}

function lastRevision(db: Drizzle): number {
  const row = db.$client.prepare('SELECT max(revision) AS revision FROM revisions').get() as { revision: number | null }
  return row.revision ?? 0
}

/** Deep equality of JSON values, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  )
}
