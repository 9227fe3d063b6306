/** Reads and writes events and the areas of the hall. */
import type { Area, EventPhase, EventResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, desc, eq } from 'drizzle-orm'
import { carryGrants } from '../people/crews/store.ts'
import { screens } from '../screens/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Written } from '../storage/store.ts'
import { lookOf } from '../themes/store.ts'
import type { World } from '../world.ts'
import type { AreaChange, EventChange } from './event.ts'
import { type AreaRow, areas, type EventRow, events } from './table.ts'

export interface Events {
  readonly list: () => readonly EventResource[]
  readonly current: () => EventResource
  /** Problems `not-found`, `end-before-start`. */
  readonly change: (author: Author, id: string, change: EventChange) => Written<EventResource>
  /** Set-up, running or ended. */
  readonly enter: (author: Author, phase: EventPhase) => Written<EventResource>
  readonly areas: () => readonly Area[]
  readonly addArea: (author: Author, name: string) => Written<Area>
  readonly changeArea: (author: Author, id: string, change: AreaChange) => Written<Area>
  /** Problem `in-use`, naming the screens that are in it. */
  readonly removeArea: (author: Author, id: string) => Written<null>
}

export function createEvents(world: World): Events {
  const { store } = world
  return {
    list: () =>
      store.db
        .select()
        .from(events)
        .orderBy(desc(events.firstDay))
        .all()
        .map((row) => shape(store.db, row)),
    current: () => shape(store.db, currentEvent(store.db)),
    change: (author, id, change) =>
      store.write(author, 'event.change', (tx) => {
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        const row: EventRow = { ...tx.need('events', id, ''), ...given }
        if (row.lastDay < row.firstDay)
          throw new Problem(422, 'end-before-start', 'The last day must not come before the first.', 'lastDay')
        tx.put('events', row)
        return shape(tx.db, row)
      }),
    enter: (author, phase) =>
      store.write(author, 'event.phase', (tx) => {
        const row = { ...currentEvent(tx.db), phase }
        tx.put('events', row)
        return shape(tx.db, row)
      }),
    areas: () => areasOf(store.db).map(areaShape),
    addArea: (author, name) =>
      store.write(author, 'area.create', (tx) => {
        const position = 1 + Math.max(-1, ...areasOf(tx.db).map((area) => area.position))
        const row = { id: world.newId(), event: currentEvent(tx.db).id, name, position }
        refuseTakenName(tx.db, row)
        tx.put('areas', row)
        return areaShape(row)
      }),
    changeArea: (author, id, change) =>
      store.write(author, 'area.change', (tx) => {
        const before = tx.need('areas', id, '')
        const row = { ...before, name: change.name ?? before.name, position: change.position ?? before.position }
        refuseTakenName(tx.db, row)
        tx.put('areas', row)
        return areaShape(row)
      }),
    removeArea: (author, id) =>
      store.write(author, 'area.delete', (tx) => {
        const { name } = tx.need('areas', id, '')
        const inside = tx.db.select({ name: screens.name }).from(screens).where(eq(screens.area, id)).orderBy(asc(screens.name)).all()
        const names = inside.map((screen) => screen.name).join(', ')
        if (names !== '') throw new Problem(409, 'in-use', `These screens are in ${name}: ${names}. Move them first.`, '', { names })
        tx.remove('areas', id)
        carryGrants(tx, new Map([[id, null]]))
        return null
      }),
  }
}

/** An event as REST answers it. */
export function shape(db: Drizzle, { current: _current, sampleReach, ...event }: EventRow): EventResource {
  return { ...event, sample: sampleReach === null ? null : { reach: sampleReach }, look: lookOf(db, event.theme) }
}

function areasOf(db: Drizzle): readonly AreaRow[] {
  return db
    .select()
    .from(areas)
    .where(eq(areas.event, currentEvent(db).id))
    .orderBy(asc(areas.position), asc(areas.id))
    .all()
}

function areaShape({ id, name, position }: AreaRow): Area {
  return { id, name, position }
}

function refuseTakenName(db: Drizzle, { id, name }: AreaRow): void {
  if (areasOf(db).some((area) => area.id !== id && area.name.toLowerCase() === name.toLowerCase()))
    throw new Problem(409, 'duplicate', `There is an area «${name}» already.`, 'name', { name })
}
