/** Reads and writes notices. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { mayStandBefore } from '@infoskjerm/shared/model/notice.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { NoticeBody } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { checkTarget } from '../schedule/store.ts'
import { needScreens } from '../screens/meant.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import { type Author, system, type Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { eventUnderWay } from './event-under-way.ts'
import { checkUntil, endedBy, isForgotten, isRecent, lasting } from './passing.ts'
import { type NoticeRow, notices } from './table.ts'
import { checkedText, templateOf } from './text.ts'

/** Those of the event that stand now. */
export function runningNotices(db: Drizzle, event: string, now: Instant): readonly NoticeRow[] {
  return db
    .select()
    .from(notices)
    .where(and(eq(notices.event, event), isNull(notices.endedAt), gt(notices.until, now)))
    .all()
}

/** Those of the current event that run or ended in the last hour, newest first. */
export function recentNotices({ store, now }: World): readonly NoticeRow[] {
  const event = currentEvent(store.db).id
  const rows = store.db.select().from(notices).where(eq(notices.event, event)).orderBy(desc(notices.from), desc(notices.id)).all()
  return rows.filter((row) => isRecent(row, now()))
}

/** The notice, or a `not-found` problem. */
export function readNotice(db: Drizzle, id: string): NoticeRow {
  const row = db.select().from(notices).where(eq(notices.id, id)).get()
  if (row === undefined) throw new Problem(404, 'not-found', `There is no notice «${id}».`, '', { id })
  return row
}

/** From now on. Problems: `event-over`, those of `templateOf`, `checkedText`, `checkUntil`, `checkTarget` and `needScreens`, `too-many`. */
export function createNotice(world: World, author: Author, { until, target, ...given }: NoticeBody): Written<NoticeRow> {
  const now = world.now()
  return world.store.write(author, 'notice.create', (tx) => {
    const event = eventUnderWay(tx.db).id
    const template = templateOf(given)
    const text = checkedText(given, template)
    checkUntil(until, now, limits.noticeMs)
    checkTarget(tx, target, 'target')
    needScreens(tx.db, target, !mayStandBefore(template.reaches, 'public'))
    if (runningNotices(tx.db, event, now).length >= limits.notices)
      throw new Problem(422, 'too-many', `At most ${limits.notices} notices stand at once. End one first.`, '', { most: limits.notices })
    const ending = { from: now, until, endedAt: null, endedBy: null }
    const row: NoticeRow = { id: world.newId(), event, ...text, target, by: author.name, ...ending }
    tx.put('notices', row)
    return row
  })
}

/** Takes it off the screens, whoever made it; who did so stays with it. Problems: `not-found`, `conflict` where it is over already. */
export function endNotice(world: World, author: Author, id: string): Written<NoticeRow> {
  return world.store.write(author, 'notice.end', (tx) => {
    const row = endedBy(tx.need('notices', id, ''), author, world.now())
    tx.put('notices', row)
    return row
  })
}

/** Lets it stand longer or shorter. Problems: `not-found`, and those of `lasting`. */
export function changeNotice(world: World, author: Author, id: string, until: Instant): Written<NoticeRow> {
  return world.store.write(author, 'notice.change', (tx) => {
    const row = lasting(tx.need('notices', id, ''), until, world.now(), limits.noticeMs)
    tx.put('notices', row)
    return row
  })
}

/** Removes what has been over for so long that nobody asks who did it (limits.endedKeptMs). */
export function forgetNotices(world: World): void {
  const now = world.now()
  const old = world.store.db.select().from(notices).all()
  const forgotten = old.filter((row) => isForgotten(row, now))
  if (forgotten.length > 0) world.store.write(system, 'notice.forget', (tx) => forgotten.forEach(({ id }) => tx.remove('notices', id)))
}
