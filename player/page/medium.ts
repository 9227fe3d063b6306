/** How one picture or film is fetched: from where the browser keeps it, else over the network, at rest for as long as it read (rule W8). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Note } from './kept.ts'

/** `run`: its turn is near. `rest`: nobody needs it soon, and others want the link too. `stop`: nobody needs it any more. */
export type Haste = 'run' | 'rest' | 'stop'

/** Chunks are handed to the browser, which keeps large blobs on disk, whenever they have become so many (bytes). */
const foldBytes = 4_000_000
/** Shorter rests than the least are put together; longer than the most they look again whether haste is due (ms). */
const leastRestMs = 20
const mostRestMs = 500

const pathOf = (hash: string): string => `/media/${hash}`

/** The browser's cache store, which only secure origins have; null also where it refuses. */
async function openStore(): Promise<Cache | null> {
  return typeof caches === 'undefined' ? null : caches.open('media').catch(() => null)
}

/** What the browser has kept; null: nothing. */
export async function keptMedium(hash: string): Promise<Blob | null> {
  const found = await (await openStore())?.match(pathOf(hash)).catch(() => undefined)
  return (await found?.blob()) ?? null
}

/** From the network; null where it was stopped. Rejects when it cannot be had. `keeps`: an offline reload should find it again. */
export async function fetchMedium(hash: string, haste: () => Haste, keeps: boolean, note: Note): Promise<Blob | null> {
  const answer = await fetch(pathOf(hash))
  if (!answer.ok || answer.body === null) throw new Error(`${hash}: ${answer.status}`)
  const type = answer.headers.get('content-type') ?? ''
  const blob = await readAll(answer.body.getReader(), type, haste)
  // A full disk costs the offline reload, not the picture.
  if (keeps && blob !== null)
    void openStore()
      .then((store) => store?.put(pathOf(hash), new Response(blob, { headers: { 'content-type': type } })))
      .catch((error: unknown) => note('no room to keep a medium', error))
  return blob
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  type: string,
  haste: () => Haste,
): Promise<Blob | null> {
  let parts: BlobPart[] = []
  let looseBytes = 0
  let owedMs = 0
  for (;;) {
    const beganMs = performance.now()
    const { done, value } = await reader.read()
    if (done) return new Blob(parts, { type })
    parts.push(value)
    looseBytes += value.length
    if (looseBytes >= foldBytes) {
      parts = [new Blob(parts)]
      looseBytes = 0
    }
    owedMs += (performance.now() - beganMs) * (1 / limits.mediaShare - 1)
    while (owedMs >= leastRestMs && haste() === 'rest') {
      const restMs = Math.min(owedMs, mostRestMs)
      await new Promise((resolve) => setTimeout(resolve, restMs))
      owedMs -= restMs
    }
    if (haste() === 'stop') {
      void reader.cancel()
      return null
    }
  }
}

/** Removes from the cache store what is not among these. */
export async function keepOnly(hashes: readonly string[]): Promise<void> {
  const paths = new Set(hashes.map(pathOf))
  const store = await openStore()
  if (store === null || paths.size === 0) return
  const requests = await store.keys().catch(() => [])
  await Promise.all(requests.map((request) => (paths.has(new URL(request.url).pathname) ? null : store.delete(request).catch(() => false))))
}

/** Forgets all of them. A browser without the store, or one that refuses, holds nothing. */
export async function forgetMedia(): Promise<void> {
  if (typeof caches !== 'undefined') await caches.delete('media').catch(() => false)
}
