/** Reads and writes take-overs. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { mediaOf, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { TakeoverBody, TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm'
import { media } from '../media/table.ts'
import { eventUnderWay } from '../notices/event-under-way.ts'
import { endedBy, isForgotten, isRecent, lasting } from '../notices/passing.ts'
import { checkTarget } from '../schedule/store.ts'
import { needScreens } from '../screens/meant.ts'
import { slides } from '../slides/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import { type Author, system, type Transaction, type Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type TakeoverRow, takeovers } from './table.ts'

/** Those of the event that stand now, or lie beneath another one; the one that began last first, and of two at once the one that the engine lets win (rule E3). */
export function runningTakeovers(db: Drizzle, event: string, now: Instant): readonly TakeoverRow[] {
  return db
    .select()
    .from(takeovers)
    .where(and(eq(takeovers.event, event), isNull(takeovers.endedAt), gt(takeovers.until, now)))
    .orderBy(desc(takeovers.from), asc(takeovers.id))
    .all()
}

/** Those of the current event that run or ended in the last hour, newest first. */
export function recentTakeovers({ store, now }: World): readonly TakeoverRow[] {
  const event = currentEvent(store.db).id
  const rows = store.db.select().from(takeovers).where(eq(takeovers.event, event)).orderBy(desc(takeovers.from), asc(takeovers.id)).all()
  return rows.filter((row) => isRecent(row, now()))
}

/** The take-over, or a `not-found` problem. */
export function readTakeover(db: Drizzle, id: string): TakeoverRow {
  const row = db.select().from(takeovers).where(eq(takeovers.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no take-over «${id}».`, '', { id })
  return row
}

/** From now on. Problems: those of `addTakeover`. */
export function createTakeover(world: World, author: Author, body: TakeoverBody): Written<TakeoverRow> {
  return world.store.write(author, 'takeover.create', (tx) => addTakeover(world, tx, { ...body, by: author.name, key: null }))
}

/** What a take-over is made of; `key`: the one it is made with. */
export interface NewTakeover {
  readonly content: TakeoverContent
  readonly target: Target
  readonly minutes: number
  readonly by: string
  readonly key: string | null
}

/** Begins one. Problems: `event-over`, those of `checkTarget` and `needScreens`, `unknown-reference` at `content.slide` or `content.hash`, `invalid` (a slide that is not valid in that time), `too-many`. */
export function addTakeover(world: World, tx: Transaction, { minutes, ...given }: NewTakeover): TakeoverRow {
  const event = eventUnderWay(tx.db).id
  const now = world.now()
  const span = { from: now, until: later(now, minutes * minuteMs) }
  checkTarget(tx, given.target, 'target')
  const { audience } = checkContent(tx, given.content, { ...span, event })
  needScreens(tx.db, given.target, audience === 'crew')
  if (runningTakeovers(tx.db, event, now).length >= limits.takeovers)
    throw new Problem(422, 'too-many', `At most ${limits.takeovers} take-overs run at once. Give one back first.`, '', {
      most: limits.takeovers,
    })
  const row: TakeoverRow = { id: world.newId(), event, ...given, ...span, endedAt: null, endedBy: null }
  tx.put('takeovers', row)
  return row
}

/** Gives the screens back. Problems: `not-found`, `conflict` where it is over already. */
export function endTakeover(world: World, author: Author, id: string): Written<TakeoverRow> {
  return world.store.write(author, 'takeover.end', (tx) => {
    const row = endedBy(tx.need('takeovers', id, ''), author, world.now())
    tx.put('takeovers', row)
    return row
  })
}

/** Lets it stand longer or shorter. Problems: `not-found`, and those of `lasting`. */
export function changeTakeover(world: World, author: Author, id: string, until: Instant): Written<TakeoverRow> {
  return world.store.write(author, 'takeover.change', (tx) => {
    const row = lasting(tx.need('takeovers', id, ''), until, world.now(), limits.takeoverMinutes * minuteMs)
    tx.put('takeovers', row)
    return row
  })
}

/** Removes what has been over for so long that nobody asks who did it (limits.endedKeptMs). */
export function forgetTakeovers(world: World): void {
  const now = world.now()
  const old = world.store.db.select().from(takeovers).all()
  const forgotten = old.filter((row) => isForgotten(row, now))
  if (forgotten.length > 0) world.store.write(system, 'takeover.forget', (tx) => forgotten.forEach(({ id }) => tx.remove('takeovers', id)))
}

interface When {
  readonly event: string
  readonly from: Instant
  readonly until: Instant
}

/** Whom it may reach. */
type Reaches = Pick<SlideBody, 'audience'>

function checkContent(tx: Transaction, content: TakeoverContent, when: When): Reaches {
  if (content.kind === 'slide') return checkedSlide(tx, content.slide, when)
  if (content.kind === 'picture') checkPicture(tx, content.hash)
  return { audience: 'everyone' }
}

/** What screens may show anyhow. A slide under embargo waits until an entry is armed (rule E9): here it is as if it were not there. */
function checkedSlide(tx: Transaction, id: string, { event, from, until }: When): Reaches {
  const row = tx.get('slides', id)
  const body = row?.event === event ? row.published : null
  if (body === null || body.embargo || row?.draft?.embargo === true)
    throw new Problem(422, 'unknown-reference', 'There is no such published slide.', 'content.slide', { id })
  if ((body.validFrom ?? from) >= until || (body.validUntil ?? until) <= from)
    throw new Problem(422, 'invalid', `«${body.name}» is not valid in that time, and would not be seen.`, 'content.slide')
  return body
}

/** A picture of the library that is not held back: one that stands in a slide under embargo waits with it. */
function checkPicture(tx: Transaction, hash: string): void {
  const row = tx.db.select().from(media).where(eq(media.hash, hash)).get()
  const isHeldBack = tx.db
    .select()
    .from(slides)
    .all()
    .flatMap(({ draft, published }) => [draft, published])
    .some((body) => body !== null && body.embargo && mediaOf(body).includes(hash))
  if (row?.kind !== 'image' || isHeldBack)
    throw new Problem(422, 'unknown-reference', 'The picture is not in the library. Upload it first.', 'content.hash', { id: hash })
}
