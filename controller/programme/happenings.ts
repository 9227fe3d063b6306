/** Happenings typed by hand, changed and taken away. */
import type { HappeningBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { EventRow } from '../events/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { freeId, stems } from './happening-id.ts'
import { createStageFinder } from './stages.ts'
import { type Announced, announced, correctionRows, demandRoom, happeningRows, stageRows, usedIds } from './store.ts'
import type { HappeningRow } from './table.ts'

type Told = Pick<HappeningRow, 'title' | 'stage' | 'start' | 'end' | 'description'>

/** Problems: `end-before-start`, `too-many`. A stage that is called by a new name is made. */
export function createHappening(world: World, author: Author, body: HappeningBody): Written<Announced> {
  return world.store.write(author, 'programme.create', (tx) => {
    const event = currentEvent(tx.db)
    demandRoom(happeningRows(tx.db, event.id).length + 1)
    const told = toldBy(tx, event, body)
    const used = usedIds(tx.db).happenings
    const id = freeId(stems(event)(body.title.nb, body.start), (candidate) => used.has(candidate))
    return put(tx, { id, event: event.id, ...told, tags: [], was: null, cancelled: false, origin: 'hand' })
  })
}

/** What is announced of it; corrections stay above that. One that came by a table is as the table says again after the next one. */
export function changeHappening(world: World, author: Author, id: string, body: HappeningBody): Written<Announced> {
  return world.store.write(author, 'programme.change', (tx) => {
    const event = currentEvent(tx.db)
    const row = needHappening(tx, event, id)
    return put(tx, { ...row, ...toldBy(tx, event, body) })
  })
}

/** Takes it off every screen; entries that follow it no longer apply. Its correction stays, for the case that it comes back. */
export function deleteHappening(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'programme.delete', (tx) => {
    needHappening(tx, currentEvent(tx.db), id)
    tx.remove('happenings', id)
    return null
  })
}

function needHappening(tx: Transaction, event: EventRow, id: string): HappeningRow {
  const row = tx.need('happenings', id, '')
  if (row.event !== event.id) throw new Problem(404, 'not-found', `There is no happening «${id}» in this event.`, '', { id })
  return row
}

function toldBy(tx: Transaction, event: EventRow, { title, stage, start, end, description }: HappeningBody): Told {
  if (end < start) throw new Problem(422, 'end-before-start', 'The end must not come before the start.', 'end')
  const used = usedIds(tx.db).stages
  const finder = createStageFinder(event.id, stageRows(tx.db, event.id), (id) => used.has(id))
  const told = { title, stage: stage === null ? null : finder.named(stage), start, end, description }
  for (const made of finder.made) tx.put('stages', made)
  return told
}

function put(tx: Transaction, row: HappeningRow): Announced {
  tx.put('happenings', row)
  return announced(row, correctionRows(tx.db, row.event).find(({ id }) => id === row.id) ?? null)
}
