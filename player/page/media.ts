/** Pictures and films, fetched whole ahead of their turn and held as blobs, so that a dead network changes nothing. */
import type { Note } from './kept.ts'

export interface MediaOptions {
  /** The medium is here, or has failed so often that its turn should not be waited for. */
  readonly settled: (hash: string) => void
  /** Most bytes held at once. Beyond them the latest in order wait at the controller's address. */
  readonly mostBytes: number
  /** Whether an offline reload should find them again; a preview leaves no trace. */
  readonly keeps: boolean
  readonly note: Note
}

export interface Media {
  /** What is needed, the soonest first; the rest is let go. */
  readonly want: (hashes: readonly string[]) => void
  /** Where the stage finds it: the blob, or the controller's address while it is not here. */
  readonly url: (hash: string) => string
  /** Lets everything go, for good. */
  readonly forget: () => Promise<void>
}

const atOnce = 2
const triesBeforeSettled = 3
const retryMs = 2_000
const retryMostMs = 60_000
/** What stands on the glass may still draw from a blob for the length of a fade (ms). */
const lingerMs = 10_000

export function createMedia({ settled, mostBytes, keeps, note }: MediaOptions): Media {
  const urls = new Map<string, string>()
  /** Known from the first fetch on, so that what found no room is not fetched in vain again. */
  const sizesBytes = new Map<string, number>()
  const failures = new Map<string, number>()
  const running = new Set<string>()
  const resting = new Set<string>()
  let wanted: readonly string[] = []
  let isTidy = false

  const rest = (hash: string): void => {
    const failed = (failures.get(hash) ?? 0) + 1
    failures.set(hash, failed)
    resting.add(hash)
    if (failed === triesBeforeSettled) settled(hash)
    const waitMs = Math.min(retryMostMs, retryMs * 2 ** (failed - 1)) * (0.75 + Math.random() / 2)
    setTimeout(() => {
      resting.delete(hash)
      pump()
    }, waitMs)
  }

  const load = async (hash: string): Promise<void> => {
    running.add(hash)
    const blob = await fetchKept(pathOf(hash), keeps, note).catch((error: unknown) => {
      note('media', error)
      return null
    })
    running.delete(hash)
    if (!wanted.includes(hash)) return pump()
    if (blob === null) rest(hash)
    else {
      urls.set(hash, URL.createObjectURL(blob))
      sizesBytes.set(hash, blob.size)
      failures.delete(hash)
      settled(hash)
    }
    pump()
  }

  const letGo = (hash: string): void => {
    const url = urls.get(hash)
    urls.delete(hash)
    if (url !== undefined) setTimeout(() => URL.revokeObjectURL(url), lingerMs)
  }

  /** Fetches in order until what is here fills the room; a medium whose turn is near pushes out those whose turn is far. */
  const pump = (): void => {
    let roomBytes = mostBytes
    for (const hash of wanted) {
      const sizeBytes = sizesBytes.get(hash) ?? 0
      if (sizeBytes > roomBytes) letGo(hash)
      else if (!urls.has(hash) && running.size < atOnce && !running.has(hash) && !resting.has(hash)) void load(hash)
      roomBytes = Math.max(0, roomBytes - sizeBytes)
    }
    if (keeps && !isTidy && running.size === 0 && resting.size === 0) {
      isTidy = true
      void keepOnly(wanted)
    }
  }

  return {
    want: (hashes) => {
      if (hashes.length === wanted.length && hashes.every((hash, index) => hash === wanted[index])) return
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
    url: (hash) => urls.get(hash) ?? pathOf(hash),
    forget: async () => {
      wanted = []
      for (const hash of urls.keys()) letGo(hash)
      // A browser without the store, or one that refuses, holds nothing.
      if (typeof caches !== 'undefined') await caches.delete('media').catch(() => false)
    },
  }
}

const pathOf = (hash: string): string => `/media/${hash}`

/** The browser's cache store, which only secure origins have; null also where it refuses. */
async function openStore(): Promise<Cache | null> {
  return typeof caches === 'undefined' ? null : caches.open('media').catch(() => null)
}

/** From the cache store where there is one, else from the network. Rejects when neither has it. */
async function fetchKept(path: string, keeps: boolean, note: Note): Promise<Blob> {
  const store = keeps ? await openStore() : null
  const kept = await store?.match(path).catch(() => undefined)
  if (kept !== undefined) return kept.blob()
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  // A full disk costs the offline reload, not the picture.
  void store?.put(path, answer.clone()).catch((error: unknown) => note('no room to keep a medium', error))
  return answer.blob()
}

/** Removes from the cache store what no manifest names any more. */
async function keepOnly(hashes: readonly string[]): Promise<void> {
  const paths = new Set(hashes.map(pathOf))
  const store = await openStore()
  if (store === null || paths.size === 0) return
  const requests = await store.keys().catch(() => [])
  await Promise.all(requests.map((request) => (paths.has(new URL(request.url).pathname) ? null : store.delete(request).catch(() => false))))
}
