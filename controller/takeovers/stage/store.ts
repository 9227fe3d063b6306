/** Reads and writes what the holder of a key sees and does: its own screens, and what was made with it. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { StageBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, eq, like } from 'drizzle-orm'
import type { Kept } from '../../media/ingest.ts'
import { mediaRow } from '../../media/store.ts'
import { media, type MediaRow } from '../../media/table.ts'
import { endedBy } from '../../notices/passing.ts'
import { listScreens } from '../../screens/store.ts'
import type { Drizzle } from '../../storage/database.ts'
import type { Author, Transaction } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import { targetOf } from '../keys/target.ts'
import { expiryShown, type Takeover, takeoverResources } from '../resource.ts'
import { addTakeover, runningTakeovers } from '../store.ts'
import type { TakeoverKeyRow, TakeoverRow } from '../table.ts'
import { demandOpen, keyIsOver } from './door.ts'

/** As REST answers it; instants are numbers still. */
export interface Stage {
  readonly name: string
  readonly screens: readonly { readonly id: string; readonly name: string; readonly widthPx: number; readonly heightPx: number }[]
  readonly expiresAt: number
  readonly usesLeft: number
  readonly running: Takeover | null
  readonly now: number
}

/** All that the holder may see. */
export function stageOf(world: World, key: TakeoverKeyRow): Stage {
  const running = madeWith(world, world.store.db, key)[0]
  return {
    name: key.name,
    screens: listScreens(world.store.db)
      .filter(({ id }) => key.screens.includes(id))
      .map(({ id, name, widthPx, heightPx }) => ({ id, name, widthPx, heightPx })),
    expiresAt: expiryShown(world, key),
    usesLeft: key.usesLeft,
    running: running === undefined ? null : (takeoverResources(world, [running])[0] ?? null),
    now: world.now(),
  }
}

/** Takes over all screens of the key that are still there, for one use. Problems: `key`, and those of `addTakeover`. */
export function takeStage(world: World, key: TakeoverKeyRow, { content, minutes }: StageBody): Stage {
  const author = authorOf(key)
  const { value } = world.store.write(author, 'stage.takeover', (tx) => {
    const used = useOne(world, tx, key)
    if (content.kind === 'picture') demandOwnPicture(tx.db, key, content.hash)
    const there = key.screens.filter((id) => tx.get('screens', id) !== null)
    addTakeover(world, tx, { content, minutes, target: targetOf(there), by: author.name, key: key.id })
    return used
  })
  return stageOf(world, value)
}

/** Ends everything that was made with the key, which costs no use: who has used the last one can still give back. */
export function giveStageBack(world: World, key: TakeoverKeyRow): Stage {
  const author = authorOf(key)
  world.store.write(author, 'stage.end', (tx) => {
    for (const row of madeWith(world, tx.db, key)) tx.put('takeovers', endedBy(row, author, world.now()))
  })
  return stageOf(world, key)
}

/** Puts a picture into the library, for one use. Problem `key`. */
export function addPicture(world: World, key: TakeoverKeyRow, kept: Kept): { readonly row: MediaRow; readonly usesLeft: number } {
  const author = authorOf(key)
  return world.store.write(author, 'stage.media', (tx) => {
    const { usesLeft } = useOne(world, tx, key)
    const id = `${ownPictures(key)}${world.newId()}`
    const row = mediaRow({ id, event: key.event, name: author.name, author, at: world.wallMs() }, kept)
    tx.put('media', row)
    return { row, usesLeft }
  }).value
}

/** Problem `key` where nothing is left to use. */
export function demandUse({ usesLeft }: TakeoverKeyRow): void {
  if (usesLeft <= 0) throw keyIsOver()
}

/** Who stands in the record: the key, by the name that the crew gave it. */
function authorOf({ id, name }: TakeoverKeyRow): Author {
  return { id: `key-${id}`, name: `Nøkkel: ${name}`.slice(0, limits.nameLength) }
}

/** The key with a use less, read again: it may have been used, or taken back, since it opened the door. */
function useOne(world: World, tx: Transaction, { id }: TakeoverKeyRow): TakeoverKeyRow {
  const key = demandOpen(world, tx.get('takeoverKeys', id))
  demandUse(key)
  const used = { ...key, usesLeft: key.usesLeft - 1 }
  tx.put('takeoverKeys', used)
  return used
}

/** What was made with the key and runs, the one that stands on the glass first. */
function madeWith(world: World, db: Drizzle, key: TakeoverKeyRow): readonly TakeoverRow[] {
  return runningTakeovers(db, key.event, world.now()).filter((row) => row.key === key.id)
}

/** A stage crew shows its own pictures alone: the rest of the library is not theirs, even where they know a hash. */
function demandOwnPicture(db: Drizzle, key: TakeoverKeyRow, hash: string): void {
  const own = and(eq(media.hash, hash), like(media.id, `${ownPictures(key)}%`))
  if (db.select().from(media).where(own).get() === undefined)
    throw new Problem(422, 'unknown-reference', 'Upload the picture here first.', 'content.hash', { id: hash })
}

/** How the ids of pictures begin that came with a key. */
function ownPictures({ id }: TakeoverKeyRow): string {
  return `${id}-`
}
