/** What a controller has on its disk, in memory: pointers by their stored names, documents by hash, the venue's order. It outlives a restart; a copy of it is a backup. */
import type { Kept, PublicationStore } from '../../controller/publish/store.ts'
import type { Order, Signed } from '@infoskjerm/shared/wire/pointers.ts'

export interface Disk extends PublicationStore {
  readonly order: () => Order
  /** The same as it is now, for later. */
  readonly copy: () => Disk
}

export const venue = 'venue'

/** A disk that already holds something. */
export function createDisk(pointers: ReadonlyMap<string, Signed>, documents: ReadonlyMap<string, string>, order: Order): Disk {
  const named = new Map(pointers)
  const texts = new Map(documents)
  let newest = order
  return {
    venue,
    pointers: () => named,
    document: (hash) => texts.get(hash) ?? null,
    keep: (made: Kept) => {
      newest = made.order
      for (const [hash, body] of made.documents) texts.set(hash, body)
      for (const [name, signed] of made.pointers) named.set(name, signed)
      for (const name of made.gone) named.delete(name)
    },
    prune: () => undefined,
    order: () => newest,
    copy: () => createDisk(named, texts, newest),
  }
}
