/** Things with a draft beside what is published: slides, playlists and themes are kept alike. */
import { canonicalJson } from '@infoskjerm/shared/wire/canonical.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, eq } from 'drizzle-orm'
import { playlists } from '../playlists/table.ts'
import { slides } from '../slides/table.ts'
import { themes } from '../themes/table.ts'
import type { World } from '../world.ts'
import { currentEvent } from './current-event.ts'
import type { Author, Transaction, Written } from './store.ts'

/** A row with a draft beside what is published; at least one of them is there. */
export interface VersionedRow<T> {
  readonly id: string
  readonly event: string
  readonly draft: T | null
  readonly published: T | null
  /** Wall clock of the machine, ms. */
  readonly changedAt: number
  readonly changedBy: string
}

export interface Versions<T> {
  /** All of the current event, by id. */
  readonly list: () => readonly VersionedRow<T>[]
  /** One, or a `not-found` problem. */
  readonly read: (id: string) => VersionedRow<T>
  /** A new one that exists as a draft only. */
  readonly create: (author: Author, body: T) => Written<VersionedRow<T>>
  /** Keeps what is being written; no screen sees it. A draft equal to what is published is no draft. */
  readonly saveDraft: (author: Author, id: string, body: T) => Written<VersionedRow<T>>
  /** Throws the draft away; what was never published goes with it. */
  readonly discardDraft: (author: Author, id: string) => Written<VersionedRow<T> | null>
  /** Deletes it and every mention of it; undo brings back both. */
  readonly remove: (author: Author, id: string) => Written<null>
}

const tables = { slides, playlists, themes } as const

export interface VersionsOptions<T> {
  readonly world: World
  readonly table: keyof typeof tables
  /** `slide`, `playlist`, `theme`: in the audit record and in sentences. */
  readonly noun: string
  /** Throws a problem where the body may not be stored. */
  readonly check: (tx: Transaction, id: string, body: T) => void
  /** Takes it out of everything that refers to it, or refuses with `in-use`. */
  readonly unlink: (tx: Transaction, author: Author, id: string) => void
}

export function createVersions<T extends object>(options: VersionsOptions<T>): Versions<T> {
  const { world, noun, check } = options
  const table = tables[options.table] as typeof slides
  type Row = VersionedRow<T>

  const stamp = (author: Author) => ({ changedAt: world.wallMs(), changedBy: author.name })
  const put = (tx: Transaction, row: Row): Row => {
    tx.put(options.table, row as never)
    return row
  }
  const need = (tx: Transaction, id: string) => tx.need(options.table, id, '') as unknown as Row
  const remove = (tx: Transaction, author: Author, id: string): null => {
    options.unlink(tx, author, id)
    tx.remove(options.table, id)
    return null
  }

  return {
    list: () => {
      const event = currentEvent(world.store.db).id
      return world.store.db.select().from(table).where(eq(table.event, event)).orderBy(asc(table.id)).all() as unknown as Row[]
    },
    read: (id) => {
      const row = world.store.db.select().from(table).where(eq(table.id, id)).get()
      if (row === undefined) throw new Problem(404, 'not-found', `There is no ${noun} «${id}».`, '', { id })
      return row as unknown as Row
    },
    create: (author, body) =>
      world.store.write(author, `${noun}.create`, (tx) => {
        const id = world.newId()
        check(tx, id, body)
        return put(tx, { id, event: currentEvent(tx.db).id, draft: body, published: null, ...stamp(author) })
      }),
    saveDraft: (author, id, body) =>
      world.store.write(author, `${noun}.draft`, (tx) => {
        const row = need(tx, id)
        check(tx, id, body)
        const draft = canonicalJson(body) === canonicalJson(row.published) ? null : body
        return put(tx, { ...row, draft, ...stamp(author) })
      }),
    discardDraft: (author, id) =>
      world.store.write(author, `${noun}.discard`, (tx) => {
        const row = need(tx, id)
        return row.published === null ? remove(tx, author, id) : put(tx, { ...row, draft: null, ...stamp(author) })
      }),
    remove: (author, id) =>
      world.store.write(author, `${noun}.delete`, (tx) => {
        need(tx, id)
        return remove(tx, author, id)
      }),
  }
}
