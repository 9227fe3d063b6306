/** One picture or film on its way to the disk: verified while it is read, resumed where it was cut, never found under its hash unless whole. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type Disk } from './disk.ts'

/** Asks the controller for a medium from this byte on (0: the whole of it). */
export type Ask = (hash: string, fromByte: number) => Promise<Response>

/** `kept`: whole and durable. `poisoned`: it was not what its hash says, and is deleted. Rejects when the link fails: call again to go on. */
export type Fetched = 'kept' | 'poisoned'

/** Fetches `hash` (hex SHA-256) into `folder`. One call per hash at a time. */
export async function fetchMedium(disk: Disk, folder: string, hash: string, ask: Ask): Promise<Fetched> {
  const part = join(folder, `${hash}.part`)
  let sum = createHash('sha256')
  let haveBytes = 0
  for await (const chunk of disk.chunks(part)) {
    sum.update(chunk)
    haveBytes += chunk.length
  }
  // A cut between the last byte and the rename: everything is here, and a range beyond the end would be refused.
  if (haveBytes === 0 || sum.copy().digest('hex') !== hash) {
    const answer = await ask(hash, haveBytes)
    if (answer.status === 416) return discard(disk, part)
    if (!answer.ok || answer.body === null) throw new Error(`${hash}: ${answer.status}`)
    if (answer.status !== 206 && haveBytes > 0) {
      await disk.remove(part)
      sum = createHash('sha256')
    }
    const file = await disk.append(part)
    try {
      for await (const chunk of answer.body) {
        sum.update(chunk)
        await file.write(chunk)
      }
    } finally {
      await file.close()
    }
    if (sum.digest('hex') !== hash) return discard(disk, part)
  }
  await makeDurable(disk, part)
  await disk.rename(part, join(folder, hash))
  await disk.syncFolder(folder)
  return 'kept'
}

async function discard(disk: Disk, part: string): Promise<Fetched> {
  await disk.remove(part)
  return 'poisoned'
}

async function makeDurable(disk: Disk, path: string): Promise<void> {
  const file = await disk.append(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
