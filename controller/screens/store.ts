/** Reads and writes screens, and the devices that belong to them. */
import { createHash } from 'node:crypto'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Exit, ScreenBody, ScreenState } from '@infoskjerm/shared/model/screen.ts'
import type { ServiceBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, eq } from 'drizzle-orm'
import { type AreaRow, areas } from '../events/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import { type Author, system, type Transaction, type Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { slugOf } from './slug.ts'
import { exitsAfter, sameExits, unconfirmed } from './exits.ts'
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

/** The areas of the current event, in the order the crew gave them. */
export function listAreas(db: Drizzle): readonly AreaRow[] {
  return db
    .select()
    .from(areas)
    .where(eq(areas.event, currentEvent(db).id))
    .orderBy(asc(areas.position), asc(areas.id))
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

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Problems: `unknown-reference` (area), `duplicate` (name), `too-many`. */
export function createScreen(world: World, author: Author, body: ScreenBody): Written<ScreenRow> {
  return world.store.write(author, 'screen.create', (tx) => addScreen(tx, body, false))
}

/** Changes the fields that are given; ways out that can no longer be trusted become unconfirmed. Problems: `not-found`, `unknown-reference`, `duplicate`. */
export function changeScreen(world: World, author: Author, id: string, change: Partial<ScreenBody>): Written<ScreenRow> {
  return world.store.write(author, 'screen.change', (tx) => {
    const before = tx.need('screens', id, '')
    const next = { ...before, ...change, state: change.state === undefined ? before.state : stateBy(world, author, before, change.state) }
    const row = { ...next, exits: exitsAfter(before, next) }
    check(tx, row, id)
    tx.put('screens', row)
    return row
  })
}

/** Puts a screen in or out of service, or back to being planned. Who and when is taken from here. Problem `not-found`. */
export function serveScreen(world: World, author: Author, id: string, state: ServiceBody): Written<ScreenRow> {
  return world.store.write(author, state.kind === 'out-of-service' ? 'screen.out' : 'screen.serve', (tx) => {
    const before = tx.need('screens', id, '')
    const row = { ...before, state: stateBy(world, author, before, state) }
    tx.put('screens', row)
    return row
  })
}

/** A person stands before the screen and sees that its ways out are right. Problem `conflict` where they are not the ones that are stored. */
export function confirmExits(
  world: World,
  author: Author,
  id: string,
  seen: readonly Pick<Exit, 'name' | 'direction'>[],
): Written<ScreenRow> {
  return world.store.write(author, 'screen.confirm', (tx) => {
    const before = tx.need('screens', id, '')
    if (!sameExits(before.exits, seen)) throw new Problem(409, 'conflict', 'The exits were changed meanwhile. Look again.', 'exits', { id })
    const confirmed = { by: author.name, at: world.now() }
    const row = { ...before, exits: before.exits.map((exit) => ({ ...exit, confirmed })) }
    tx.put('screens', row)
    return row
  })
}

/** Somebody has moved, turned or replaced the screen: its ways out must be looked at again. */
export function movedScreen(world: World, author: Author, id: string): Written<ScreenRow> {
  return world.store.write(author, 'screen.moved', (tx) => {
    const before = tx.need('screens', id, '')
    const row = { ...before, exits: unconfirmed(before.exits) }
    tx.put('screens', row)
    return row
  })
}

/** Since when and by whom is nobody's to say but the one who does it; a screen that was out already keeps both. */
function stateBy(world: World, author: Author, before: ScreenRow, next: ServiceBody | ScreenState): ScreenState {
  if (next.kind !== 'out-of-service') return { kind: next.kind }
  const { why, note } = next
  const was = before.state.kind === 'out-of-service' ? before.state : { by: author.name, since: world.now() }
  return { kind: 'out-of-service', by: was.by, since: was.since, why, note }
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
    const row = typeof screen === 'string' ? withBox(tx, screen) : addScreen(tx, screen, false)
    const device = world.newId()
    tx.put('devices', {
      id: device,
      screen: row.id,
      secretHash: hashOf(secret),
      local: false,
      pairedAt: world.wallMs(),
      quarantinedAt: null,
    })
    return { screen: row, device }
  })
}

/** A planned screen that gets a box is in service; whatever hung there before may have hung another way. */
function withBox(tx: Transaction, id: string): ScreenRow {
  const before = tx.need('screens', id, 'screen')
  const state: ScreenState = before.state.kind === 'planned' ? { kind: 'in-service' } : before.state
  const row = { ...before, state, exits: unconfirmed(before.exits) }
  tx.put('screens', row)
  return row
}

/** Takes a screen's devices away. Problem `not-found` where there is none. */
export function unpairScreen(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'screen.unpair', (tx) => {
    tx.need('screens', id, '')
    if (removeDevices(tx, id) === 0) throw new Problem(404, 'not-found', 'No player is paired with this screen.', '', { id })
    return null
  })
}

/** Lets the screen's boxes in again that were in quarantine. Problem `not-found` where none was. */
export function releaseScreen(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'screen.release', (tx) => {
    tx.need('screens', id, '')
    const out = tx.db.select().from(devices).where(eq(devices.screen, id)).all()
    const shutOut = out.filter(({ quarantinedAt }) => quarantinedAt !== null)
    if (shutOut.length === 0) throw new Problem(404, 'not-found', 'No player of this screen is kept out.', '', { id })
    for (const device of shutOut) tx.put('devices', { ...device, quarantinedAt: null })
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
    const row = { id: localDevice, screen: own.id, secretHash: hashOf(secret), local: true, pairedAt: world.wallMs(), quarantinedAt: null }
    tx.put('devices', row)
    return row
  }).value
}

const localDevice = 'local'

function firstArea(tx: Transaction): string {
  const [first] = listAreas(tx.db)
  if (first !== undefined) return first.id
  const hall = { id: slugOf('Hallen', (id) => tx.get('areas', id) !== null), event: currentEvent(tx.db).id, name: 'Hallen', position: 0 }
  tx.put('areas', hall)
  return hall.id
}

/** Adds a screen within a transaction; without a place of its own it is the last in walking order. Problems as of `createScreen`. */
export function addScreen(tx: Transaction, body: ScreenBody, local: boolean): ScreenRow {
  const id = slugOf(body.name, (taken) => tx.get('screens', taken) !== null)
  const event = currentEvent(tx.db).id
  const position = body.position === 0 ? lastPosition(tx, event) + 1 : body.position
  const row: ScreenRow = { id, event, local, ...body, position, exits: unconfirmed(body.exits) }
  check(tx, row, id)
  if (tx.db.select({ id: screens.id }).from(screens).where(eq(screens.event, event)).all().length >= limits.screens)
    throw new Problem(422, 'too-many', `A venue has at most ${limits.screens} screens.`, '', { most: limits.screens })
  tx.put('screens', row)
  return row
}

function lastPosition(tx: Transaction, event: string): number {
  const rows = tx.db.select({ position: screens.position }).from(screens).where(eq(screens.event, event)).all()
  return Math.max(0, ...rows.map(({ position }) => position))
}

function check(tx: Transaction, row: ScreenRow, id: string): void {
  if (tx.get('areas', row.area)?.event !== row.event)
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
