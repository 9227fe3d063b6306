/** A few megabytes kept on the disk to be given up when an emergency message must be stored and the disk is full. */
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Ballast {
  /** Runs `write`, again with the ballast gone where the disk is full. Throws what `write` throws. */
  readonly despiteFullDisk: <T>(write: () => T) => T
}

/** Room for a message, its record, its pointer and its end, many times over (bytes). */
const sizeBytes = 4_000_000

/** Lays the ballast down in the folder where it is not there; a disk without room for it has none. */
export function createBallast(folder: string): Ballast {
  const file = join(folder, 'ballast')
  // Not zeros: some file systems store those as nothing.
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < sizeBytes)
    try {
      writeFileSync(file, Buffer.alloc(sizeBytes, 'infoskjerm'))
    } catch (error) {
      rmSync(file, { force: true })
      if (!isFull(error)) throw error
    }
  return {
    despiteFullDisk: (write) => {
      try {
        return write()
      } catch (error) {
        if (!isFull(error)) throw error
        rmSync(file, { force: true })
        return write()
      }
    },
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'SQLITE_FULL' || error.code === 'ENOSPC')
}
