/** Marks a copy of the database as one, so that a controller that starts on it knows that players may hold newer things than it does. */
import Sqlite from 'better-sqlite3'
import { copySetting } from '../storage/table.ts'

/** `madeAt`: wall clock, ms. The file of proofs is left as it is: nothing is published from it. */
export function markAsCopy(file: string, madeAt: number): void {
  const copy = new Sqlite(file, { fileMustExist: true })
  try {
    // A copy is one file: nothing may wait beside it.
    copy.pragma('journal_mode = DELETE')
    if (copy.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'settings'`).get() === undefined) return
    copy
      .prepare('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(copySetting, JSON.stringify(madeAt))
  } finally {
    copy.close()
  }
}
