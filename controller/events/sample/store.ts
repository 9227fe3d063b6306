/** The sample event: whom it reaches, and how it goes. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { desc, eq } from 'drizzle-orm'
import { currentEvent } from '../../storage/current-event.ts'
import { type Author, system, type Transaction, type Written } from '../../storage/store.ts'
import { audited, type TableName } from '../../storage/tables.ts'
import type { World } from '../../world.ts'
import { shape } from '../store.ts'
import type { EventRow } from '../table.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'

/** Tables with a column `event`, those that refer to others first. */
const belongings = ['schedule', 'playlists', 'slides', 'sponsors', 'happenings', 'stages', 'media', 'screens', 'areas'] as const

/** Changes whom the sample reaches. Problem `not-found` where the current event is not the sample. */
export function changeReach(world: World, author: Author, reach: 'local' | 'all'): Written<EventResource> {
  return world.store.write(author, 'sample.reach', (tx) => {
    const row = { ...needSample(tx), sampleReach: reach }
    tx.put('events', row)
    return shape(tx.db, row)
  })
}

/** Leaves an empty event in the sample's place. Accounts stay, and so does what was recorded. */
export function emptySample(world: World, author: Author): Written<EventResource> {
  return world.store.write(author, 'sample.empty', (tx) => {
    const sample = needSample(tx)
    for (const device of tx.db.select().from(audited.devices).all()) tx.remove('devices', device.id)
    for (const table of belongings) removeAll(tx, table, sample.id)
    tx.remove('events', sample.id)
    const row = emptyEvent(world, sample)
    tx.put('events', row)
    return shape(tx.db, row)
  })
}

/** An event of one's own that begins tomorrow. */
function emptyEvent(world: World, like: Pick<EventRow, 'zone' | 'dayBreak' | 'theme'>): EventRow {
  const day = (ahead: number) => new Date(world.wallMs() + ahead * 86_400_000).toISOString().slice(0, 10)
  const { zone, dayBreak, theme } = like
  const names = { name: 'Nytt arrangement', venueName: 'Lokalet' }
  return {
    id: world.newId(),
    ...names,
    firstDay: day(1),
    lastDay: day(3),
    zone,
    dayBreak,
    theme,
    current: true,
    sampleReach: null,
    phase: 'setup',
  }
}

/** Begins an installation that has no sample and no venue. */
export function putEmptyEvent(world: World): void {
  world.store.write(system, 'import', (tx) =>
    tx.put('events', emptyEvent(world, { zone: 'Europe/Oslo', dayBreak: '05:00', theme: 'tg27' })),
  )
}

function needSample(tx: Transaction): EventRow {
  const row = currentEvent(tx.db)
  if (row.sampleReach === null) throw new Problem(404, 'not-found', 'The current event is not the sample.')
  return row
}

/** Newest first, so that undo and the record read in a natural order. */
function removeAll(tx: Transaction, table: (typeof belongings)[number], event: string): void {
  const columns = audited[table]
  const rows = tx.db.select({ id: columns.id }).from(columns).where(eq(columns.event, event)).orderBy(desc(columns.id)).all()
  for (const row of rows) tx.remove(table satisfies TableName, row.id)
}
