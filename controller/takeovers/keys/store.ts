/** Reads and writes the keys with which a stage crew takes over screens without an account. Only a hash of the secret is kept. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { TakeoverKeyBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { eventUnderWay } from '../../notices/event-under-way.ts'
import { hashSecret, newSecret } from '../../people/secrets.ts'
import { currentEvent } from '../../storage/current-event.ts'
import type { Drizzle } from '../../storage/database.ts'
import { type Author, system, type Transaction, type Written } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import { takeoverKeys, type TakeoverKeyRow } from '../table.ts'

/** Those of the current event that have not run out, used up or not; the one that lasts longest first. */
export function listKeys({ store, wallMs }: World): readonly TakeoverKeyRow[] {
  return openKeys(store.db, wallMs())
}

/** The key, or a `not-found` problem. */
export function readKey(db: Drizzle, id: string): TakeoverKeyRow {
  const row = db.select().from(takeoverKeys).where(eq(takeoverKeys.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no key «${id}».`, '', { id })
  return row
}

/** The key that a secret opens, run out or not; null where it opens none. */
export function keyWith(db: Drizzle, secret: string): TakeoverKeyRow | null {
  return (
    db
      .select()
      .from(takeoverKeys)
      .where(eq(takeoverKeys.secretHash, hashSecret(secret)))
      .get() ?? null
  )
}

/** Makes a key; its secret is in the answer and nowhere else. Problems: `event-over`, `no-screens`, `unknown-reference`, `duplicate`, `too-many`. */
export function createKey(world: World, author: Author, body: TakeoverKeyBody): Written<{ row: TakeoverKeyRow; secret: string }> {
  const secret = newSecret()
  return world.store.write(author, 'key.create', (tx) => {
    const event = eventUnderWay(tx.db).id
    checkScreens(tx, event, body.screens)
    if (openKeys(tx.db, world.wallMs()).length >= limits.keys)
      throw new Problem(422, 'too-many', `At most ${limits.keys} keys are out at once. Take one back first.`, '', { most: limits.keys })
    const row: TakeoverKeyRow = {
      id: world.newId(),
      event,
      name: body.name,
      secretHash: hashSecret(secret),
      screens: body.screens,
      expiresAt: world.wallMs() + body.minutes * minuteMs,
      usesLeft: body.uses,
      by: author.name,
    }
    tx.put('takeoverKeys', row)
    return { row, secret }
  })
}

/** Takes the key back at once. What was made with it runs on, until the crew ends it. Problem `not-found`. */
export function deleteKey(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'key.delete', (tx) => {
    tx.need('takeoverKeys', id, '')
    tx.remove('takeoverKeys', id)
    return null
  })
}

/** Removes keys that have run out for so long that nobody asks whose they were (limits.endedKeptMs). */
export function forgetKeys({ store, wallMs }: World): void {
  const old = store.db
    .select()
    .from(takeoverKeys)
    .where(lte(takeoverKeys.expiresAt, wallMs() - limits.endedKeptMs))
    .all()
  if (old.length > 0) store.write(system, 'key.forget', (tx) => old.forEach(({ id }) => tx.remove('takeoverKeys', id)))
}

function openKeys(db: Drizzle, wallMs: number): readonly TakeoverKeyRow[] {
  return db
    .select()
    .from(takeoverKeys)
    .where(and(eq(takeoverKeys.event, currentEvent(db).id), gt(takeoverKeys.expiresAt, wallMs)))
    .orderBy(desc(takeoverKeys.expiresAt), desc(takeoverKeys.id))
    .all()
}

function checkScreens(tx: Transaction, event: string, screens: readonly string[]): void {
  if (screens.length === 0) throw new Problem(422, 'no-screens', 'Choose the screens that the key is for.', 'screens')
  screens.forEach((id, index) => {
    const path = `screens.${index}`
    if (tx.get('screens', id)?.event !== event) throw new Problem(422, 'unknown-reference', `There is no screen «${id}».`, path, { id })
    if (screens.indexOf(id) < index) throw new Problem(422, 'duplicate', `«${id}» is there twice.`, path, { name: id })
  })
}
