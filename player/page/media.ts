/** Pictures and films, fetched whole ahead of their turn and held as blobs, so that a dead network changes nothing. */
import type { Note } from './kept.ts'
import { fetchMedium, forgetMedia, type Haste, keepOnly, keptMedium } from './medium.ts'

export interface MediaOptions {
  /** A medium is here; has failed so often that its turn should not be waited for; was let go for want of room. */
  readonly told: (kind: 'media' | 'lost' | 'gone', hash: string) => void
  /** What nobody needs soon is asked of the network no earlier than this long after the start (ms), so that a hall that is switched on does not ask at once. */
  readonly beginsAfterMs: number
  /** Most bytes held at once. Beyond them the latest in order wait at the controller's address. */
  readonly mostBytes: number
  /** Whether an offline reload should find them again; a preview leaves no trace. */
  readonly keeps: boolean
  readonly note: Note
}

export interface Media {
  /** What is needed, the soonest first, `soon` of them within seconds; the rest is let go. */
  readonly want: (hashes: readonly string[], soon: number) => void
  /** Where the stage finds it: the blob, or the controller's address while it is not here. */
  readonly url: (hash: string) => string
  /** Lets everything go, for good. */
  readonly forget: () => Promise<void>
}

/** At once of what is needed soon; of the rest one, while nothing else is fetched. */
const atOnce = 3
const triesBeforeLost = 3
const retryMs = 2_000
const retryMostMs = 60_000
/** What stands on the glass may still draw from a blob for the length of a fade (ms). */
const lingerMs = 10_000

export function createMedia({ told, beginsAfterMs, mostBytes, keeps, note }: MediaOptions): Media {
  const urls = new Map<string, string>()
  /** Known from the first fetch on, so that what found no room is not fetched in vain again. */
  const sizesBytes = new Map<string, number>()
  const failures = new Map<string, number>()
  const running = new Set<string>()
  const resting = new Set<string>()
  /** Not kept by the browser, and not asked of the network yet. */
  const deferred = new Set<string>()
  let wanted: readonly string[] = []
  let soonest: ReadonlySet<string> = new Set()
  let begun = false
  let isTidy = false

  const hasteOf = (hash: string): Haste => (soonest.has(hash) ? 'run' : wanted.includes(hash) ? 'rest' : 'stop')

  const rest = (hash: string): void => {
    const failed = (failures.get(hash) ?? 0) + 1
    failures.set(hash, failed)
    resting.add(hash)
    if (failed === triesBeforeLost) told('lost', hash)
    const waitMs = Math.min(retryMostMs, retryMs * 2 ** (failed - 1)) * (0.75 + Math.random() / 2)
    setTimeout(() => {
      resting.delete(hash)
      pump()
    }, waitMs)
  }

  /** Null: not now. */
  const find = async (hash: string): Promise<Blob | null> => {
    const kept = keeps && !deferred.has(hash) ? await keptMedium(hash) : null
    if (kept !== null) return kept
    if (begun || soonest.has(hash)) return fetchMedium(hash, () => hasteOf(hash), keeps, note)
    deferred.add(hash)
    return null
  }

  const load = async (hash: string): Promise<void> => {
    running.add(hash)
    let blob: Blob | null = null
    try {
      blob = await find(hash)
    } catch (error) {
      note('media', error)
      if (wanted.includes(hash)) rest(hash)
    }
    running.delete(hash)
    if (blob !== null && wanted.includes(hash)) {
      urls.set(hash, URL.createObjectURL(blob))
      sizesBytes.set(hash, blob.size)
      failures.delete(hash)
      told('media', hash)
    }
    pump()
  }

  const letGo = (hash: string): void => {
    const url = urls.get(hash)
    if (url === undefined) return
    urls.delete(hash)
    setTimeout(() => URL.revokeObjectURL(url), lingerMs)
  }

  /** Fetches in order until what is here fills the room; a medium whose turn is near pushes out those whose turn is far. */
  const pump = (): void => {
    let roomBytes = mostBytes
    for (const hash of wanted) {
      const sizeBytes = sizesBytes.get(hash) ?? 0
      if (sizeBytes > roomBytes) {
        if (urls.has(hash)) told('gone', hash)
        letGo(hash)
      } else if (!urls.has(hash) && !running.has(hash) && !resting.has(hash)) {
        const isSoon = soonest.has(hash)
        if (running.size < (isSoon ? atOnce : 1) && (isSoon || begun || !deferred.has(hash))) void load(hash)
      }
      roomBytes = Math.max(0, roomBytes - sizeBytes)
    }
    if (keeps && !isTidy && running.size === 0 && resting.size === 0) {
      isTidy = true
      void keepOnly(wanted)
    }
  }

  setTimeout(() => {
    begun = true
    deferred.clear()
    pump()
  }, beginsAfterMs)

  return {
    want: (hashes, soon) => {
      if (soon === soonest.size && hashes.length === wanted.length && hashes.every((hash, at) => hash === wanted[at])) return
      soonest = new Set(hashes.slice(0, soon))
      if (hashes.some((hash) => !wanted.includes(hash)) || wanted.some((hash) => !hashes.includes(hash))) isTidy = false
      wanted = hashes
      for (const hash of urls.keys()) if (!wanted.includes(hash)) letGo(hash)
      for (const hash of [...failures.keys(), ...sizesBytes.keys()]) {
        if (wanted.includes(hash)) continue
        failures.delete(hash)
        sizesBytes.delete(hash)
      }
      pump()
    },
    url: (hash) => urls.get(hash) ?? `/media/${hash}`,
    forget: async () => {
      wanted = []
      for (const hash of urls.keys()) letGo(hash)
      await forgetMedia()
    },
  }
}
