/** Reads and writes placements: the slide and where it goes in one deed, on the screens at once. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { PlacementBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { checkTarget } from '../schedule/store.ts'
import { needScreens } from '../screens/meant.ts'
import { checkSlide } from '../slides/store.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import { type Author, system, type Transaction, type Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type PlacementRow, placements } from './table.ts'

/** Those that are not over at `now`, the newest first. */
export function listPlacements(db: Drizzle, now: number): readonly PlacementRow[] {
  const rows = db
    .select()
    .from(placements)
    .where(and(eq(placements.event, currentEvent(db).id), or(isNull(placements.until), gt(placements.until, now))))
    .orderBy(asc(placements.from), asc(placements.id))
    .all()
  return rows.reverse()
}

/** The placement, or a `not-found` problem. */
export function readPlacement(db: Drizzle, id: string): PlacementRow {
  const row = db.select().from(placements).where(eq(placements.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no placement «${id}».`, '', { id })
  return row
}

/** Makes the slide and places it. Problems: those of a slide (at `slide.…`), `no-screens`, `audience`, `unknown-reference`, `end-before-start`, `too-many`. */
export function place(world: World, author: Author, body: PlacementBody): Written<PlacementRow> {
  return world.store.write(author, 'placement.create', (tx) => {
    const most = limits.placements
    if (listPlacements(tx.db, world.now()).length >= most)
      throw new Problem(422, 'too-many', `At most ${most} slides are placed at once. Take some away first.`, '', { most })
    return put(world, tx, author, { id: world.newId(), slide: world.newId() }, body)
  })
}

/** Changes the slide and where it goes. Problems as of `place`, and `not-found`. */
export function changePlacement(world: World, author: Author, id: string, body: PlacementBody): Written<PlacementRow> {
  return world.store.write(author, 'placement.change', (tx) => {
    const { slide } = tx.need('placements', id, '')
    return put(world, tx, author, { id, slide }, body)
  })
}

/** *Borte nå*: the slide stays in the library. One that has not begun leaves no trace but the record. */
export function endPlacement(world: World, author: Author, id: string): Written<null> {
  return world.store.write(author, 'placement.end', (tx) => {
    const row = tx.need('placements', id, '')
    const now = world.now()
    if (row.from >= now) tx.remove('placements', id)
    else if (row.until === null || row.until > now) tx.put('placements', { ...row, until: now })
    return null
  })
}

/** Forgets those that have been over for `limits.endedKeptMs`. */
export function forgetPlacements(world: World): void {
  const old = lt(placements.until, world.now() - limits.endedKeptMs)
  const { store } = world
  if (store.db.select().from(placements).where(old).get() === undefined) return
  store.write(system, 'placement.forget', (tx) => {
    for (const { id } of tx.db.select().from(placements).where(old).all()) tx.remove('placements', id)
  })
}

function put(world: World, tx: Transaction, author: Author, ids: { id: string; slide: string }, body: PlacementBody): PlacementRow {
  const { slide, target } = body
  const from = body.from ?? world.now()
  if (body.until !== null && body.until <= Math.max(from, world.now()))
    throw new Problem(422, 'end-before-start', 'The end must come after the start, and after now.', 'until')
  if (slide.embargo)
    throw new Problem(
      422,
      'invalid',
      'What is held back cannot be placed: schedule it, and arm it when its time has come.',
      'slide.embargo',
    )
  at('slide', () => checkSlide(tx, ids.slide, slide))
  checkTarget(tx, target, 'target')
  needScreens(tx.db, target, slide.audience === 'crew')
  const event = currentEvent(tx.db).id
  const stamp = { changedAt: world.wallMs(), changedBy: author.name }
  tx.put('slides', { id: ids.slide, event, draft: null, published: slide, ...stamp })
  const row: PlacementRow = { id: ids.id, event, slide: ids.slide, target, from, until: body.until, by: author.name }
  tx.put('placements', row)
  return row
}

/** Lets the problem name where in the request the field stands. */
function at(path: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.status, error.code, error.message, error.path === '' ? path : `${path}.${error.path}`, error.params)
  }
}
