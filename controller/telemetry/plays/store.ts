/** Reads and writes proof of play, in a SQLite file of its own. */
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { limits } from '@infoskjerm/shared/limits.ts'
import { hourMs, type Instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlayException, PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import { openMigrated } from '../../storage/database.ts'

/** A record and who sent it. */
export interface Taken {
  readonly device: string
  readonly screen: string
  readonly record: PlayRecord
}

/** `again`: it is here already. The last two are refused for good. */
export type Verdict = 'stored' | 'again' | 'overlaps' | 'unknown-manifest'

/** A record as it was kept; `manifest` is the number that `Plays.manifest` knows. */
export interface Play {
  readonly screen: string
  readonly manifest: number
  readonly from: Instant
  readonly until: Instant
  readonly exceptions: readonly PlayException[]
}

/** Where a page of plays ended. */
export interface Place {
  readonly from: number
  readonly screen: string
}

export interface Plays {
  /** Stores records in one transaction, and answers what became of each. `manifestOf` gives the text of a manifest that none of them named before, or null. Throws what SQLite throws; nothing is stored then. */
  readonly keep: (taken: readonly Taken[], manifestOf: (hash: string) => string | null) => readonly Verdict[]
  /** At most `most` plays that begin in `[from, until)`, by when they began and then by screen; `after` is where the page before ended. */
  readonly page: (from: number, until: number, after: Place | null, most: number) => readonly Play[]
  /** The text of a manifest that a play names. */
  readonly manifest: (id: number) => string
  /** When the oldest begins; null where there is none. */
  readonly oldest: () => number | null
  /** Forgets what began before `before`, and manifests that nothing names any more. */
  readonly prune: (before: number) => void
  readonly close: () => void
}

interface Row {
  readonly screen: string
  readonly manifest: number
  readonly from_at: Instant
  readonly until_at: Instant
  readonly exceptions: string | null
}

const migrationsFolder = join(import.meta.dirname, 'migrations')

const nothingElse: readonly PlayException[] = []

/** Opens or creates the file. Throws `NewerFile`, and what SQLite says of one that is broken. */
export function openPlays(file: string): Plays {
  const { db, close } = openMigrated(file, migrationsFolder)
  const sqlite = db.$client
  const ids = new Map(
    (sqlite.prepare('SELECT hash, id FROM manifests').all() as { hash: string; id: number }[]).map(({ hash, id }) => [hash, id]),
  )
  const ends = lastEnds()
  const insert = sqlite.prepare(
    'INSERT INTO plays (from_at, screen, until_at, manifest, exceptions, device, number) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const over = sqlite.prepare<[number, number, string, number], { device: string; number: number; from_at: number; until_at: number }>(
    'SELECT device, number, from_at, until_at FROM plays WHERE from_at > ? AND from_at < ? AND screen = ? AND until_at > ?',
  )
  const insertManifest = sqlite.prepare('INSERT INTO manifests (hash, body) VALUES (?, ?)')
  const pageAfter = sqlite.prepare<[number, string, number, number], Row>(
    'SELECT screen, manifest, from_at, until_at, exceptions FROM plays WHERE (from_at, screen) > (?, ?) AND from_at < ? ORDER BY from_at, screen LIMIT ?',
  )

  /** When each screen's plays end, of those that were heard in the last hour of all: what begins later overlaps nothing. */
  function lastEnds(): Map<string, number> {
    const { newest } = sqlite.prepare('SELECT max(from_at) AS newest FROM plays').get() as { newest: number | null }
    const rows = sqlite
      .prepare('SELECT screen, max(until_at) AS until FROM plays WHERE from_at > ? GROUP BY screen')
      .all((newest ?? 0) - hourMs) as { screen: string; until: number }[]
    return new Map(rows.map(({ screen, until }) => [screen, until]))
  }

  function idOf(hash: string, manifestOf: (hash: string) => string | null): number | null {
    const known = ids.get(hash)
    if (known !== undefined) return known
    const text = manifestOf(hash)
    if (text === null) return null
    const id = Number(insertManifest.run(hash, deflateRawSync(text)).lastInsertRowid)
    ids.set(hash, id)
    return id
  }

  function judge({ device, screen, record }: Taken, manifestOf: (hash: string) => string | null): Verdict {
    const { from, until, number } = record
    const end = ends.get(screen)
    if (end === undefined || from < end) {
      const [standing] = over.all(from - limits.proofMs, until, screen, from)
      if (standing !== undefined) {
        const same = standing.device === device && standing.number === number && standing.from_at === from && standing.until_at === until
        return same ? 'again' : 'overlaps'
      }
    }
    const manifest = idOf(record.manifest, manifestOf)
    if (manifest === null) return 'unknown-manifest'
    insert.run(from, screen, until, manifest, record.exceptions.length === 0 ? null : JSON.stringify(record.exceptions), device, number)
    ends.set(screen, Math.max(end ?? 0, until))
    return 'stored'
  }

  return {
    keep: (taken, manifestOf) => {
      const before = new Map(ids)
      try {
        return sqlite.transaction(() => taken.map((one) => judge(one, manifestOf))).immediate()
      } catch (error) {
        // Nothing of it is stored: what was noted on the way does not hold.
        ids.clear()
        for (const [hash, id] of before) ids.set(hash, id)
        ends.clear()
        throw error
      }
    },
    page: (from, until, after, most) =>
      pageAfter.all(after?.from ?? from, after?.screen ?? '', until, most).map(({ screen, manifest, from_at, until_at, exceptions }) => ({
        screen,
        manifest,
        from: from_at,
        until: until_at,
        exceptions: exceptions === null ? nothingElse : (JSON.parse(exceptions) as readonly PlayException[]),
      })),
    manifest: (id) => {
      const { body } = sqlite.prepare('SELECT body FROM manifests WHERE id = ?').get(id) as { body: Buffer }
      return inflateRawSync(body).toString('utf8')
    },
    oldest: () => (sqlite.prepare('SELECT min(from_at) AS oldest FROM plays').get() as { oldest: number | null }).oldest,
    prune: (before) => {
      const { changes } = sqlite.prepare('DELETE FROM plays WHERE from_at < ?').run(before)
      if (changes === 0) return
      sqlite.prepare('DELETE FROM manifests WHERE id NOT IN (SELECT DISTINCT manifest FROM plays)').run()
      const left = new Set((sqlite.prepare('SELECT hash FROM manifests').all() as { hash: string }[]).map(({ hash }) => hash))
      for (const hash of ids.keys()) if (!left.has(hash)) ids.delete(hash)
    },
    close,
  }
}
