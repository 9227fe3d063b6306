/** A document kept so that a power cut at any byte leaves the old or the new: written beside, made durable, then renamed over. */
import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { type Disk, readAll } from './disk.ts'

/** Hex digits of the SHA-256 that opens the file: a disk that rots is found out, not believed. */
const sumLength = 64

const sumOf = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex')

/** Keeps `body` under `path`; it is there for good when this resolves. One writer per path at a time. */
export async function keepDocument(disk: Disk, path: string, body: Uint8Array): Promise<void> {
  const beside = `${path}.new`
  await disk.remove(beside)
  const file = await disk.append(beside)
  try {
    await file.write(Buffer.concat([Buffer.from(sumOf(body)), body]))
    await file.sync()
  } finally {
    await file.close()
  }
  await disk.rename(beside, path)
  await disk.syncFolder(dirname(path))
}

/** What was kept under `path`; null where nothing was, or where it is not what was written. */
export async function keptDocument(disk: Disk, path: string): Promise<Uint8Array | null> {
  const whole = await readAll(disk, path)
  const body = whole.subarray(sumLength)
  return whole.subarray(0, sumLength).toString('latin1') === sumOf(body) ? body : null
}
