/** What a page keeps over a reload: its secret and the documents it holds, in IndexedDB. */
import type { LinkState } from '@infoskjerm/shared/link/player.ts'
import { type PlayRecord, playRecordSchema } from '@infoskjerm/shared/wire/player.ts'
import { signedSchema } from '@infoskjerm/shared/wire/pointers.ts'
import * as z from 'zod/mini'

export interface Device {
  readonly id: string
  readonly secret: string
}

/** Proof of play that nobody has acknowledged yet, and the number of the next record. */
export interface KeptProof {
  readonly next: number
  readonly records: readonly PlayRecord[]
}

/** Takes what was refused and why. */
export type Note = (what: string, why: unknown) => void

export interface Kept {
  readonly device: () => Promise<Device | null>
  readonly link: () => Promise<LinkState | null>
  readonly proof: () => Promise<KeptProof | null>
  readonly keepDevice: (device: Device) => Promise<void>
  readonly keepLink: (link: LinkState) => Promise<void>
  readonly keepProof: (proof: KeptProof) => Promise<void>
  readonly forget: () => Promise<void>
}

/** For a preview: nothing is kept. */
export const keepsNothing: Kept = {
  device: () => Promise.resolve(null),
  link: () => Promise.resolve(null),
  proof: () => Promise.resolve(null),
  keepDevice: () => Promise.resolve(),
  keepLink: () => Promise.resolve(),
  keepProof: () => Promise.resolve(),
  forget: () => Promise.resolve(),
}

const deviceSchema: z.ZodMiniType<Device> = z.object({ id: z.string(), secret: z.string() })
const linkSchema: z.ZodMiniType<LinkState> = z.object({
  pointers: z.record(z.string(), signedSchema),
  documents: z.record(z.string(), z.string()),
})
const proofSchema: z.ZodMiniType<KeptProof> = z.object({ next: z.int(), records: z.array(playRecordSchema) })

const kept = 'infoskjerm.kept'

/** Opens the store. Where the browser refuses IndexedDB (private mode, a broken profile) the secret alone is kept in localStorage; where it refuses that too the page keeps nothing, and still plays. Nothing here ever rejects. */
export async function openKept(note: Note): Promise<Kept> {
  try {
    return inDatabase(await open(), note)
  } catch (error) {
    note('IndexedDB', error)
    return inLocalStorage()
  }
}

function inDatabase(db: IDBDatabase, note: Note): Kept {
  const read = async <T>(key: string, schema: z.ZodMiniType<T>): Promise<T | null> => {
    try {
      const found = schema.safeParse(await done(db.transaction('kept').objectStore('kept').get(key)))
      return found.success ? found.data : null
    } catch (error) {
      note('reading what was kept', error)
      return null
    }
  }
  const write = async (work: (store: IDBObjectStore) => IDBRequest): Promise<void> => {
    try {
      await done(work(db.transaction('kept', 'readwrite').objectStore('kept')))
    } catch (error) {
      note('keeping', error)
    }
  }
  return {
    device: () => read('device', deviceSchema),
    link: () => read('link', linkSchema),
    proof: () => read('proof', proofSchema),
    keepDevice: (device) => write((store) => store.put(device, 'device')),
    keepLink: (link) => write((store) => store.put(link, 'link')),
    keepProof: (proof) => write((store) => store.put(proof, 'proof')),
    forget: () => write((store) => store.clear()),
  }
}

function inLocalStorage(): Kept {
  return {
    ...keepsNothing,
    device: async () => {
      const found = deviceSchema.safeParse(JSON.parse(recall(kept) ?? 'null'))
      return found.success ? found.data : null
    },
    keepDevice: async (device) => remember(kept, JSON.stringify(device)),
    forget: async () => remember(kept, 'null'),
  }
}

/** A small text from localStorage; null where there is none or the browser refuses. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a small text in localStorage; a browser that refuses keeps nothing, which costs no more than a reload. */
export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Said in the docstring: nothing follows from it.
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('infoskjerm', 1)
  request.onupgradeneeded = () => request.result.createObjectStore('kept')
  return done(request)
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'))
  })
}
