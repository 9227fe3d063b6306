/** Opens the SQLite file: backup before a migration, foreign keys checked after it, and a newer file refused. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

export type Drizzle = BetterSQLite3Database<Record<string, never>> & { $client: Sqlite.Database }

export interface Database {
  readonly db: Drizzle
  readonly file: string
  /** Flushes the write-ahead log and closes the file. */
  readonly close: () => void
}

/** The file was written by a newer version; the message says which and what to do. */
export class NewerFile extends Error {}

const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations')

/** Opens or creates the controller's own file and brings it to this version's schema. Throws where the file comes from a newer version or breaks a foreign key; the file is then as it was. */
export function openDatabase(file: string): Database {
  return openMigrated(file, migrationsFolder)
}

/** The same for any file with migrations of its own. Throws `NewerFile` and what else is wrong with it. */
export function openMigrated(file: string, migrationsFolder: string): Database {
  const sqlite = new Sqlite(file)
  const db = drizzle(sqlite, { casing: 'snake_case' }) as Drizzle
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('busy_timeout = 5000')
    bringUpToDate(db, file, migrationsFolder)
  } catch (error) {
    sqlite.close()
    throw error
  }
  return {
    db,
    file,
    close: () => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
      sqlite.close()
    },
  }
}

/** Migrations run with foreign keys off, because SQLite rebuilds a table by dropping it, which would delete every child row. */
function bringUpToDate(db: Drizzle, file: string, migrationsFolder: string): void {
  const applied = appliedMigrations(db.$client)
  const known = knownMigrations(migrationsFolder)
  if (applied > known)
    throw new NewerFile(
      `${file} was written by a newer version (${applied} migrations, this version knows ${known}). Start that version, or restore a backup.`,
    )
  db.$client.pragma('foreign_keys = OFF')
  if (applied > 0 && applied < known) backUpBeside(db.$client, `${file}.before-migration-${known}`)
  migrate(db, { migrationsFolder })
  const broken = db.$client.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(`${file} has ${broken.length} rows that refer to nothing after migration: ${JSON.stringify(broken[0])}`)
  db.$client.pragma('foreign_keys = ON')
}

function backUpBeside(sqlite: Sqlite.Database, copy: string): void {
  if (!existsSync(copy)) sqlite.prepare('VACUUM INTO ?').run(copy)
}

function appliedMigrations(sqlite: Sqlite.Database): number {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (table === undefined) return 0
  return (sqlite.prepare('SELECT count(*) AS n FROM __drizzle_migrations').get() as { n: number }).n
}

function knownMigrations(migrationsFolder: string): number {
  const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')) as { entries: unknown[] }
  return journal.entries.length
}
