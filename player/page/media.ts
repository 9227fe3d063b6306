/** Pictures and films, fetched whole ahead of their turn and held as blobs, so that a dead network changes nothing. */

export interface MediaOptions {
  /** The medium is here, or has failed so often that its turn should not be waited for. */
  readonly settled: (hash: string) => void
}

export interface Media {
  /** What is needed, the soonest first; the rest is let go. */
  readonly want: (hashes: readonly string[]) => void
  /** Where the stage finds it: the blob, or the controller's address while it is not here. */
  readonly url: (hash: string) => string
}

const atOnce = 2
const triesBeforeSettled = 3
const retryMs = 2_000
const retryMostMs = 60_000

export function createMedia({ settled }: MediaOptions): Media {
  const urls = new Map<string, string>()
  const failures = new Map<string, number>()
  const running = new Set<string>()
  const resting = new Set<string>()
  let wanted: readonly string[] = []

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
    try {
      urls.set(hash, URL.createObjectURL(await fetchKept(`/media/${hash}`)))
      failures.delete(hash)
      settled(hash)
    } catch {
      rest(hash)
    } finally {
      running.delete(hash)
      pump()
    }
  }

  const pump = (): void => {
    for (const hash of wanted) {
      if (running.size >= atOnce) return
      if (!urls.has(hash) && !running.has(hash) && !resting.has(hash)) void load(hash)
    }
  }

  return {
    want: (hashes) => {
      if (hashes.length === wanted.length && hashes.every((hash, index) => hash === wanted[index])) return
      wanted = hashes
      for (const [hash, url] of urls) {
        if (wanted.includes(hash)) continue
        urls.delete(hash)
        // What stands on the glass may still draw from it for the length of a fade.
        setTimeout(() => URL.revokeObjectURL(url), 10_000)
      }
      pump()
    },
    url: (hash) => urls.get(hash) ?? `/media/${hash}`,
  }
}

/** From the browser's cache store where the origin is secure, else from the network. */
async function fetchKept(path: string): Promise<Blob> {
  const store = typeof caches === 'undefined' ? null : await caches.open('media')
  const kept = await store?.match(path)
  if (kept !== undefined) return kept.blob()
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  await store?.put(path, answer.clone())
  return answer.blob()
}
