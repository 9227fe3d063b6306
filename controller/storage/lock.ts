/** One controller at a time on a data folder: a lock that the operating system takes back however the process ends. */
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Takes the lock and answers how to give it back; null where another process has it. */
export function lockFolder(folder: string): (() => void) | null {
  const file = new Sqlite(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    file.pragma('journal_mode = DELETE')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null
    throw error
  }
  return () => void file.close()
}
