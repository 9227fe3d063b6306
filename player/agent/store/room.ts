/** Which media give way so that another fits on the box: the longest unused first, never one that a kept document names. */

/** A medium on the disk. */
export interface Held {
  readonly hash: string
  readonly sizeBytes: number
  /** When it was last asked for; any clock that only grows. */
  readonly usedAt: number
}

export interface Room {
  /** The most that all media together may take. */
  readonly quotaBytes: number
  /** What must stay free on the disk for everything else. */
  readonly reserveBytes: number
  /** What is free on the disk now. */
  readonly freeBytes: number
}

/** The hashes to remove, in order, before `wantedBytes` more are written; null where even that would not do: nothing is removed in vain. */
export function roomFor(wantedBytes: number, room: Room, held: readonly Held[], needed: ReadonlySet<string>): readonly string[] | null {
  const heldBytes = held.reduce((sum, medium) => sum + medium.sizeBytes, 0)
  let lackBytes = Math.max(heldBytes + wantedBytes - room.quotaBytes, wantedBytes + room.reserveBytes - room.freeBytes)
  const gone: string[] = []
  const oldestFirst = held.filter((medium) => !needed.has(medium.hash)).sort((a, b) => a.usedAt - b.usedAt || (a.hash < b.hash ? -1 : 1))
  for (const medium of oldestFirst) {
    if (lackBytes <= 0) break
    gone.push(medium.hash)
    lackBytes -= medium.sizeBytes
  }
  return lackBytes <= 0 ? gone : null
}
