/** The media folder: bytes by their hash, written so that a power cut leaves either the whole file or none. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface MediaFiles {
  /** Where the bytes of this hash are or would be. */
  readonly pathOf: (hash: string) => string
  /** A fresh path for a file on its way in; whatever is left there at the next start is removed. */
  readonly temporary: (name: string) => string
  /** Moves a finished temporary file to its place and answers with its hash and size. Nothing changes where the bytes are there already. */
  readonly keep: (temporary: string) => Promise<{ hash: string; sizeBytes: number }>
  readonly discard: (temporary: string) => Promise<void>
  readonly freeBytes: () => Promise<number>
}

/** Opens the folder and clears what an interrupted upload left behind. */
export async function openMediaFiles(folder: string): Promise<MediaFiles> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true })
  for (const left of await readdir(incoming)) await rm(join(incoming, left), { force: true })
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash)
  return {
    pathOf,
    temporary: (name) => join(incoming, name),
    keep: async (temporary) => {
      const hash = await sha256(temporary)
      const { size } = await stat(temporary)
      const place = pathOf(hash)
      const parent = join(folder, hash.slice(0, 2))
      await mkdir(parent, { recursive: true })
      await flush(temporary)
      await rename(temporary, place)
      await flush(parent)
      await flush(folder)
      return { hash, sizeBytes: size }
    },
    discard: (temporary) => rm(temporary, { force: true }),
    freeBytes: async () => {
      const disk = await statfs(folder)
      return disk.bavail * disk.bsize
    },
  }
}

/** Brings a file or folder to the disk itself. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
