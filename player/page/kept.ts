/** What a page keeps over a reload: its secret and the documents it holds, in IndexedDB. */
import type { LinkState } from '@infoskjerm/shared/link/player.ts'
import { signedSchema } from '@infoskjerm/shared/wire/pointers.ts'
import * as z from 'zod/mini'

export interface Device {
  readonly id: string
  readonly secret: string
}

export interface Kept {
  readonly device: () => Promise<Device | null>
  readonly link: () => Promise<LinkState | null>
  readonly keepDevice: (device: Device) => Promise<void>
  readonly keepLink: (link: LinkState) => Promise<void>
  readonly forget: () => Promise<void>
}

/** For a preview: nothing is kept. */
export const keepsNothing: Kept = {
  device: () => Promise.resolve(null),
  link: () => Promise.resolve(null),
  keepDevice: () => Promise.resolve(),
  keepLink: () => Promise.resolve(),
  forget: () => Promise.resolve(),
}

const deviceSchema: z.ZodMiniType<Device> = z.object({ id: z.string(), secret: z.string() })
const linkSchema: z.ZodMiniType<LinkState> = z.object({
  pointers: z.record(z.string(), signedSchema),
  documents: z.record(z.string(), z.string()),
})

/** Opens the store. A browser that refuses (private mode, full disk) gets a page that keeps nothing; it still plays. */
export async function openKept(): Promise<Kept> {
  let db: IDBDatabase
  try {
    db = await open()
  } catch {
    return keepsNothing
  }
  const read = async <T>(key: string, schema: z.ZodMiniType<T>): Promise<T | null> => {
    const found = schema.safeParse(await done(db.transaction('kept').objectStore('kept').get(key)))
    return found.success ? found.data : null
  }
  const write = (work: (store: IDBObjectStore) => IDBRequest): Promise<void> =>
    done(work(db.transaction('kept', 'readwrite').objectStore('kept'))).then(() => undefined)
  return {
    device: () => read('device', deviceSchema),
    link: () => read('link', linkSchema),
    keepDevice: (device) => write((store) => store.put(device, 'device')),
    keepLink: (link) => write((store) => store.put(link, 'link')),
    forget: () => write((store) => store.clear()),
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
