/** The paired boxes, held in memory: thousands that come back at once are told apart without a question to the database (rule W7). */
import { timingSafeEqual } from 'node:crypto'
import { hashOf, listDevices } from '../screens/store.ts'
import type { DeviceRow } from '../screens/table.ts'
import type { Store } from '../storage/store.ts'

export interface Roster {
  /** The device whose secret this is, or null. */
  readonly of: (id: string, secret: string) => DeviceRow | null
  /** Every paired box by its id, as of the last commit. */
  readonly all: () => ReadonlyMap<string, DeviceRow>
}

/** Reads the devices anew after each commit that may have changed them. */
export function createRoster(store: Store): Roster {
  let devices: ReadonlyMap<string, DeviceRow> | null = null
  store.onCommit(({ tables }) => {
    if (tables.has('devices') || tables.has('screens') || tables.has('events')) devices = null
  })
  const all = (): ReadonlyMap<string, DeviceRow> => (devices ??= new Map(listDevices(store.db).map((device) => [device.id, device])))
  return {
    all,
    of: (id, secret) => {
      const row = all().get(id)
      if (row === undefined) return null
      const [mine, theirs] = [Buffer.from(hashOf(secret)), Buffer.from(row.secretHash)]
      return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? row : null
    },
  }
}
