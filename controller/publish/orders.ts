/** The venue's one order of pointers, which never goes back: also where a database is put back that is older than what screens hold. */
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { compareOrder, type Order } from '@infoskjerm/shared/wire/pointers.ts'
import * as z from 'zod/mini'
import { system } from '../storage/store.ts'
import { copySetting } from '../storage/table.ts'
import type { World } from '../world.ts'
import { keptOrder } from './store.ts'

export interface Orders {
  readonly epoch: number
  /** An order above every other; it counts once something was stored under it. */
  readonly next: () => Order
  /** Notes how far it came exactly, for the next start to compare. */
  readonly close: () => void
}

type Surroundings = Pick<World, 'store' | 'dataFolder' | 'log' | 'despiteFullDisk' | 'wallMs'>

/** What lies beside the database, and is not put back with it. `mark`: the start of the controller that wrote it, as the database has it too. No pointer has a higher sequence, and the database has at least `stored`. */
interface HighWater extends Order {
  readonly venue: string
  readonly mark: string
  readonly stored: number
}

const highWaterSchema: z.ZodMiniType<HighWater> = z.object({
  venue: z.string(),
  mark: z.string(),
  stored: z.int(),
  epoch: z.int(),
  sequence: z.int(),
})

const markSetting = 'published'

/** The file beside the database. */
export function highWaterFile(dataFolder: string): string {
  return join(dataFolder, 'published.json')
}

/** Begins above everything that was ever published. A database that is a copy, or older than what was published from this folder, begins a new epoch: players take its pointers although their sequence was passed before (rule S3). */
export function createOrders(world: Surroundings, venue: string): Orders {
  const { store, dataFolder, log } = world
  const file = highWaterFile(dataFolder)
  const known = readHighWater(file, venue)
  let last = start(world, known)
  const mark = randomBytes(12).toString('base64url')
  let reserved = last.sequence

  const note = (sequence: number): void => {
    writeDurably(file, JSON.stringify({ venue, mark, stored: keptOrder(store).sequence, epoch: last.epoch, sequence } satisfies HighWater))
    reserved = sequence
  }
  // A disk that is full must not keep screens from what is new: the mark is a second proof, and the copy says itself that it is one.
  const noteOrComplain = (sequence: number): void => {
    try {
      note(sequence)
    } catch (error) {
      log.error({ err: error, file }, 'how far the order of publishing came could not be noted')
    }
  }

  noteOrComplain(last.sequence + limits.ordersAhead)
  world.despiteFullDisk(() => store.setSetting(markSetting, mark))
  return {
    epoch: last.epoch,
    next: () => {
      last = { epoch: last.epoch, sequence: last.sequence + 1 }
      if (last.sequence > reserved) noteOrComplain(last.sequence + limits.ordersAhead)
      return last
    },
    close: () => noteOrComplain(keptOrder(store).sequence),
  }
}

/** Where the order begins: where it was, or in a new epoch. That is the second in which it was put back, so that the same copy put back on two machines, one after the other, does not begin the same epoch twice. */
function start({ store, log, despiteFullDisk, wallMs }: Surroundings, known: HighWater | null): Order {
  const kept = keptOrder(store)
  const copiedAt = store.setting<number | null>(copySetting, null)
  const sequence = Math.max(kept.sequence, known?.sequence ?? 0)
  const why = whyPutBack(store, kept, copiedAt, known)
  if (why === null) return { epoch: kept.epoch, sequence }
  const raised = { epoch: Math.max(kept.epoch + 1, (known?.epoch ?? 0) + 1, Math.floor(wallMs() / 1_000)), sequence }
  despiteFullDisk(() =>
    store.write(system, 'restored', (tx) => {
      tx.remove('settings', copySetting)
      tx.put('settings', { id: 'order', value: raised })
    }),
  )
  log.warn({ why, copiedAt, from: kept, to: raised }, 'this database was put back: everything is published anew, in a new epoch')
  return raised
}

function whyPutBack(
  store: World['store'],
  kept: Order,
  copiedAt: number | null,
  known: HighWater | null,
): 'copy' | 'another start' | 'behind' | null {
  if (copiedAt !== null) return 'copy'
  const mark = store.setting<string | null>(markSetting, null)
  if (mark === null) return known === null ? null : 'another start'
  if (known?.mark !== mark) return 'another start'
  return compareOrder(kept, { epoch: known.epoch, sequence: known.stored }) < 0 ? 'behind' : null
}

/** Null where nothing was noted, or what was noted is of another venue or cannot be read. */
function readHighWater(file: string, venue: string): HighWater | null {
  if (!existsSync(file)) return null
  const read = highWaterSchema.safeParse(parsed(readFileSync(file, 'utf8')))
  return read.success && read.data.venue === venue ? read.data : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // Half a file after a power cut says nothing, as if there were none.
    return null
  }
}

function writeDurably(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true })
  renameSync(`${file}.new`, file)
  const folder = openSync(join(file, '..'), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
