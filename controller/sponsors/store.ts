/** Reads and writes sponsors. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import type { SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { asc, eq } from 'drizzle-orm'
import { checkTarget } from '../schedule/store.ts'
import { slides } from '../slides/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type SponsorRow, sponsors } from './table.ts'

export interface Sponsors {
  /** Of the current event, by id. */
  readonly list: () => readonly SponsorResource[]
  /** Problems: `duplicate` (name, rival), `unknown-reference`, `invalid` (a rival of oneself), `too-many`. */
  readonly create: (author: Author, body: SponsorBody) => Written<SponsorResource>
  readonly change: (author: Author, id: string, body: SponsorBody) => Written<SponsorResource>
  /** Takes the sponsor out of its rivals and its slides too; undo brings back all of it. */
  readonly remove: (author: Author, id: string) => Written<null>
}

export function createSponsors(world: World): Sponsors {
  const { store } = world
  return {
    list: () => sponsorsOf(store.db).map(shape),
    create: (author, body) =>
      store.write(author, 'sponsor.create', (tx) => {
        if (sponsorsOf(tx.db).length >= limits.sponsors)
          throw new Problem(422, 'too-many', `An event has at most ${limits.sponsors} sponsors.`, '', { most: limits.sponsors })
        return put(tx, world.newId(), body)
      }),
    change: (author, id, body) =>
      store.write(author, 'sponsor.change', (tx) => {
        tx.need('sponsors', id, '')
        return put(tx, id, body)
      }),
    remove: (author, id) =>
      store.write(author, 'sponsor.delete', (tx) => {
        tx.need('sponsors', id, '')
        for (const row of sponsorsOf(tx.db))
          if (row.rivals.includes(id)) tx.put('sponsors', { ...row, rivals: row.rivals.filter((rival) => rival !== id) })
        takeOffSlides(world, tx, author, id)
        tx.remove('sponsors', id)
        return null
      }),
  }
}

/** Sponsors of the current event, by id. */
export function sponsorsOf(db: Drizzle): readonly SponsorRow[] {
  return db
    .select()
    .from(sponsors)
    .where(eq(sponsors.event, currentEvent(db).id))
    .orderBy(asc(sponsors.id))
    .all()
}

function put(tx: Transaction, id: string, body: SponsorBody): SponsorResource {
  const others = new Map(sponsorsOf(tx.db).map((row) => [row.id, row]))
  others.delete(id)
  for (const { name } of others.values())
    if (name.toLowerCase() === body.name.toLowerCase())
      throw new Problem(409, 'duplicate', `There is a sponsor «${name}» already.`, 'name', { name })
  body.rivals.forEach((rival, index) => {
    const path = `rivals.${index}`
    if (rival === id) throw new Problem(422, 'invalid', 'Nobody is a rival of oneself.', path)
    if (!others.has(rival)) throw new Problem(422, 'unknown-reference', `There is no sponsor «${rival}».`, path, { id: rival })
    if (body.rivals.indexOf(rival) < index) throw new Problem(422, 'duplicate', `«${rival}» is there twice.`, path, { name: rival })
  })
  if (body.promise !== null) checkTarget(tx, body.promise.where, 'promise.where')
  const row: SponsorRow = { id, event: currentEvent(tx.db).id, ...body }
  tx.put('sponsors', row)
  return shape(row)
}

function takeOffSlides(world: World, tx: Transaction, author: Author, id: string): void {
  const without = (body: SlideBody | null) => (body?.sponsor === id ? { ...body, sponsor: null } : body)
  for (const row of tx.db.select().from(slides).all()) {
    const draft = without(row.draft)
    const published = without(row.published)
    if (draft !== row.draft || published !== row.published)
      tx.put('slides', { ...row, draft, published, changedAt: world.wallMs(), changedBy: author.name })
  }
}

function shape({ event: _event, ...row }: SponsorRow): SponsorResource {
  return row
}
