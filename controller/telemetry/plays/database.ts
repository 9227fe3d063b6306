/** Opens the file of proofs whatever has become of it: screens go on without it, and a broken one is set aside for somebody to look at. */
import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'
import { openPlays, type Plays } from './store.ts'

/** `broken`: the file could not be read and lies beside, under another name. `missing`: there was one before. */
export interface BegunAnew {
  readonly why: 'broken' | 'missing'
  /** Wall clock of the machine, ms. */
  readonly at: number
  /** Name of the file that was set aside; null where there was none. */
  readonly aside: string | null
}

export interface Opened {
  readonly plays: Plays
  /** Null: all that was kept before is here. */
  readonly begunAnew: BegunAnew | null
}

/** Opens or creates `file`. `expected`: it has been made before. Throws `NewerFile`, and what keeps a new one from being made. */
export function openTelemetry(file: string, expected: boolean, wallMs: number): Opened {
  const isMissing = expected && !existsSync(file)
  try {
    return { plays: openPlays(file), begunAnew: isMissing ? { why: 'missing', at: wallMs, aside: null } : null }
  } catch (error) {
    if (!isBroken(error)) throw error
    const aside = `${file}.broken-${new Date(wallMs).toISOString().slice(0, 19).replaceAll(':', '')}Z`
    // The write-ahead log of a broken file belongs to it.
    for (const tail of ['', '-wal', '-shm']) if (existsSync(file + tail)) renameSync(file + tail, aside + tail)
    return { plays: openPlays(file), begunAnew: { why: 'broken', at: wallMs, aside: basename(aside) } }
  }
}

/** Whether the error says that what is in the file cannot be read, however often one tries. */
export function isBroken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}
