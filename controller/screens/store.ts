/** Reads and writes screens, and the devices that belong to them. */
import { createHash, timingSafeEqual } from 'node:crypto'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { ScreenBody } from '@infoskjerm/shared/model/screen.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, eq } from 'drizzle-orm'
import { areas } from '../events/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import { type Author, system, type Transaction, type Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { slugOf } from './slug.ts'
import { type DeviceRow, devices, type ScreenRow, screens } from './table.ts'

/** All screens of the current event, in the order of their names. */
export function listScreens(db: Drizzle): readonly ScreenRow[] {
  return db
    .select()
    .from(screens)
    .where(eq(screens.event, currentEvent(db).id))
    .orderBy(asc(screens.name), asc(screens.id))
    .all()
}

/** The screen, or a `not-found` problem. */
export function readScreen(db: Drizzle, id: string): ScreenRow {
  const row = db.select().from(screens).where(eq(screens.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no screen «${id}».`, '', { id })
  return row
}

export function listDevices(db: Drizzle): readonly DeviceRow[] {
  return db.select().from(devices).all()
}

/** The device whose secret this is, or null. */
export function deviceOf(db: Drizzle, id: string, secret: string): DeviceRow | null {
  const row = db.select().from(devices).where(eq(devices.id, id)).get()
  if (row === undefined) return null
  const [mine, theirs] = [Buffer.from(hashOf(secret)), Buffer.from(row.secretHash)]
  return mine.length === theirs.length && timingSafeEqual(mine, theirs) ? row : null
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Problems: `unknown-reference` (area), `duplicate` (name), `too-many`. */
export function createScreen(world: World, author: Author, body: ScreenBody): Written<ScreenRow> {
  return world.store.write(author, 'screen.create', (tx) => addScreen(tx, body, false))
}

/** Changes the fields that are given. Problems: `not-found`, `unknown-reference`, `duplicate`. */
export function changeScreen(world: World, author: Author, id: string, change: Partial<ScreenBody>): Written<ScreenRow> {
  return world.store.write(author, 'screen.change', (tx) => {
    const row = { ...tx.need('screens', id, ''), ...change }
    check(tx, row, id)
    tx.put('screens', row)
    return row
  })
}

/** Deletes the screen with its devices; undo brings the screen back, its players pair anew. */
export function deleteScreen(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'screen.delete', (tx) => {
    tx.need('screens', id, '')
    removeDevices(tx, id)
    tx.remove('screens', id)
    return null
  })
}

/** Pairs a device with an existing screen, or with a new one where `screen` is a body. */
export function pairDevice(
  world: World,
  author: Author,
  screen: string | ScreenBody,
  secret: string,
): Written<{ screen: ScreenRow; device: string }> {
  return world.store.write(author, 'screen.pair', (tx) => {
    const row = typeof screen === 'string' ? tx.need('screens', screen, 'screen') : addScreen(tx, screen, false)
    const device = world.newId()
    tx.put('devices', { id: device, screen: row.id, secretHash: hashOf(secret), local: false, pairedAt: world.wallMs() })
    return { screen: row, device }
  })
}

/** Takes a screen's devices away. Problem `not-found` where there is none. */
export function unpairScreen(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'screen.unpair', (tx) => {
    tx.need('screens', id, '')
    if (removeDevices(tx, id) === 0) throw new Problem(404, 'not-found', 'No player is paired with this screen.', '', { id })
    return null
  })
}

/** The device of this machine's own screen, by a secret that stays the same: taken over or made as needed (rule S8). */
export function pairLocally(world: World, secret: string, created: ScreenBody): DeviceRow {
  const { db } = world.store
  const screen = db
    .select()
    .from(screens)
    .where(and(eq(screens.event, currentEvent(db).id), eq(screens.local, true)))
    .get()
  const existing = db.select().from(devices).where(eq(devices.id, localDevice)).get()
  if (existing !== undefined && existing.screen === screen?.id && existing.secretHash === hashOf(secret)) return existing
  return world.store.write(system, 'screen.pair', (tx) => {
    const own = screen ?? addScreen(tx, { ...created, area: firstArea(tx) }, true)
    const row = { id: localDevice, screen: own.id, secretHash: hashOf(secret), local: true, pairedAt: world.wallMs() }
    tx.put('devices', row)
    return row
  }).value
}

const localDevice = 'local'

function firstArea(tx: Transaction): string {
  const event = currentEvent(tx.db).id
  const first = tx.db.select().from(areas).where(eq(areas.event, event)).orderBy(asc(areas.position), asc(areas.id)).get()
  if (first !== undefined) return first.id
  const hall = { id: slugOf('Hallen', (id) => tx.get('areas', id) !== null), event, name: 'Hallen', position: 0 }
  tx.put('areas', hall)
  return hall.id
}

function addScreen(tx: Transaction, body: ScreenBody, local: boolean): ScreenRow {
  const id = slugOf(body.name, (taken) => tx.get('screens', taken) !== null)
  const row: ScreenRow = { id, event: currentEvent(tx.db).id, local, ...body }
  check(tx, row, id)
  if (tx.db.select({ id: screens.id }).from(screens).all().length >= limits.screens)
    throw new Problem(422, 'too-many', `A venue has at most ${limits.screens} screens.`, '', { most: limits.screens })
  tx.put('screens', row)
  return row
}

function check(tx: Transaction, row: ScreenRow, id: string): void {
  if (tx.get('areas', row.area) === null)
    throw new Problem(422, 'unknown-reference', `There is no area «${row.area}».`, 'area', { id: row.area })
  const named = tx.db
    .select()
    .from(screens)
    .where(and(eq(screens.event, row.event), eq(screens.name, row.name)))
    .all()
  if (named.some((other) => other.id !== id))
    throw new Problem(409, 'duplicate', `There is a screen «${row.name}» already.`, 'name', { name: row.name })
}

function removeDevices(tx: Transaction, screen: string): number {
  const own = tx.db.select().from(devices).where(eq(devices.screen, screen)).all()
  for (const device of own) tx.remove('devices', device.id)
  return own.length
}
