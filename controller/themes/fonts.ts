/** Typefaces of themes: WOFF2 files, kept among the media by their hash. */
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { MediaFiles } from '../media/files.ts'

export interface Fonts {
  /** Keeps the file. Problems: `too-large`, `media-type`, `media-broken`. */
  readonly keep: (bytes: AsyncIterable<Uint8Array>) => Promise<{ readonly hash: string; readonly sizeBytes: number }>
  /** Whether a typeface of this hash has been kept. */
  readonly has: (hash: string) => boolean
}

/** First bytes of a WOFF2 file, and where it says how long it is (WOFF File Format 2.0, section 4.1). */
const signature = 'wOF2'
const lengthAt = 8

export function createFonts(files: MediaFiles): Fonts {
  return {
    keep: async (bytes) => {
      const font = await collected(bytes)
      if (font.subarray(0, 4).toString('latin1') !== signature)
        throw new Problem(415, 'media-type', 'A typeface is a WOFF2 file: its name ends in .woff2.')
      if (font.length < 48 || font.readUInt32BE(lengthAt) !== font.length)
        throw new Problem(422, 'media-broken', 'The typeface is not whole. Upload it again.')
      const temporary = files.temporary(`${randomUUID()}.font`)
      try {
        await writeFile(temporary, font)
        return await files.keep(temporary)
      } finally {
        await files.discard(temporary)
      }
    },
    has: (hash) => beginOf(files.pathOf(hash)) === signature,
  }
}

async function collected(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let sizeBytes = 0
  for await (const part of bytes) {
    sizeBytes += part.length
    if (sizeBytes > limits.fontBytes)
      throw new Problem(413, 'too-large', `At most ${limits.fontBytes / 1_000_000} MB.`, '', { mostBytes: limits.fontBytes })
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The first four bytes of a file; '' where there is none. Read within a write, so at once. */
function beginOf(path: string): string {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
  try {
    const head = Buffer.alloc(4)
    readSync(file, head, 0, 4, 0)
    return head.toString('latin1')
  } finally {
    closeSync(file)
  }
}
