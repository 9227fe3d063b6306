/** Reads and writes schedule entries. An entry is published when it is written: its form is its draft. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Happening } from '@infoskjerm/shared/model/programme.ts'
import { sizeOf, type Target } from '@infoskjerm/shared/model/target.ts'
import type { EntryBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, eq } from 'drizzle-orm'
import { areas, type EventRow } from '../events/table.ts'
import { playlists } from '../playlists/table.ts'
import { screens, type ScreenRow } from '../screens/table.ts'
import { readProgramme } from '../programme/store.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { checkLinked } from './linked.ts'
import { schedule, type ScheduleRow } from './table.ts'
import { checkWhen } from './windows.ts'

export interface Schedule {
  readonly event: EventRow
  readonly entries: readonly ScheduleRow[]
  readonly screens: readonly ScreenRow[]
  /** As they stand, with their corrections. */
  readonly happenings: readonly Happening[]
}

/** All entries of the current event, with the screens they may meet and the happenings they may follow. */
export function readSchedule(world: World): Schedule {
  const { db } = world.store
  const event = currentEvent(db)
  return {
    event,
    entries: db.select().from(schedule).where(eq(schedule.event, event.id)).orderBy(asc(schedule.id)).all(),
    screens: db.select().from(screens).where(eq(screens.event, event.id)).all(),
    happenings: readProgramme(db, event.id).happenings,
  }
}

/** What screens the entry is for, or null where there is none. */
export function targetOf(world: World, id: string): Target | null {
  return world.store.db.select({ target: schedule.target }).from(schedule).where(eq(schedule.id, id)).get()?.target ?? null
}

/** Problems: `unknown-reference`, `playlist-empty`, and those of `checkWhen` and `checkLinked`. */
export function createEntry(world: World, author: Author, body: EntryBody): Written<ScheduleRow> {
  return world.store.write(author, 'schedule.create', (tx) => {
    const event = currentEvent(tx.db)
    const count = tx.db.select({ id: schedule.id }).from(schedule).all().length
    if (count >= limits.scheduleEntries)
      throw new Problem(422, 'too-many', `An event has at most ${limits.scheduleEntries} entries.`, '', { most: limits.scheduleEntries })
    return put(tx, event, world.newId(), { ...body, armed: null })
  })
}

export function changeEntry(world: World, author: Author, id: string, body: EntryBody): Written<ScheduleRow> {
  return world.store.write(author, 'schedule.change', (tx) => {
    const { armed } = tx.need('schedule', id, '')
    return put(tx, currentEvent(tx.db), id, { ...body, armed })
  })
}

/** Lets slides under embargo come through this entry on the screens of `target`; null: nowhere any more (rule E9). No other write changes it. */
export function armEntry(world: World, author: Author, id: string, target: Target | null): Written<ScheduleRow> {
  return world.store.write(author, target === null ? 'schedule.disarm' : 'schedule.arm', (tx) => {
    const row = { ...tx.need('schedule', id, ''), armed: target }
    if (target !== null) checkTarget(tx, target, 'target')
    tx.put('schedule', row)
    return row
  })
}

export function deleteEntry(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'schedule.delete', (tx) => {
    tx.need('schedule', id, '')
    tx.remove('schedule', id)
    return null
  })
}

function put(tx: Transaction, event: EventRow, id: string, body: EntryBody): ScheduleRow {
  if (body.when.kind === 'happening') checkLinked(body.when, readProgramme(tx.db, event.id).happenings)
  else checkWhen(body.when, event)
  checkPlaylist(tx, body.playlist)
  checkTarget(tx, body.target, 'target')
  if (body.manual && !body.exclusive)
    throw new Problem(
      422,
      'manual-needs-exclusive',
      'What is stepped by hand must have its place to itself: set exclusive too.',
      'exclusive',
    )
  const row: ScheduleRow = { id, event: event.id, ...body }
  tx.put('schedule', row)
  return row
}

/** What is not published cannot be scheduled: it would put nothing on the glass. */
function checkPlaylist(tx: Transaction, id: string): void {
  const row = tx.db.select().from(playlists).where(eq(playlists.id, id)).get()
  if (row === undefined) throw new Problem(422, 'unknown-reference', `There is no playlist «${id}».`, 'playlist', { id })
  if (row.published === null || row.published.items.length === 0) {
    const name = row.published?.name ?? row.draft?.name ?? id
    throw new Problem(422, 'playlist-empty', `«${name}» has nothing to show yet. Add slides and publish it first.`, 'playlist', { name })
  }
}

/** Problems at `path`: `too-long`, `unknown-reference`. */
export function checkTarget(tx: Transaction, target: Target, path: string): void {
  if (sizeOf(target) > limits.targetNodes)
    throw new Problem(422, 'too-long', `A target has at most ${limits.targetNodes} parts.`, path, { mostItems: limits.targetNodes })
  checkPart(tx, target, path)
}

function checkPart(tx: Transaction, target: Target, path: string): void {
  switch (target.kind) {
    case 'area':
      if (tx.db.select().from(areas).where(eq(areas.id, target.area)).get() === undefined)
        throw new Problem(422, 'unknown-reference', `There is no area «${target.area}».`, `${path}.area`, { id: target.area })
      return
    case 'screen':
      if (tx.db.select().from(screens).where(eq(screens.id, target.screen)).get() === undefined)
        throw new Problem(422, 'unknown-reference', `There is no screen «${target.screen}».`, `${path}.screen`, { id: target.screen })
      return
    case 'and':
    case 'or':
      target.of.forEach((part, index) => checkPart(tx, part, `${path}.of.${index}`))
      return
    case 'not':
      checkPart(tx, target.of, `${path}.of`)
      return
    default:
  }
}
