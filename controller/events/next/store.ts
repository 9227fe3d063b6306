/** *Nytt år*: the current event once more, with its dates moved and what was of this year alone left behind. */
import { unconfirmed } from '../../screens/exits.ts'
import { slugOf } from '../../screens/slug.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import { and, eq, isNull } from 'drizzle-orm'
import { changes, revisions } from '../../audit/table.ts'
import { media } from '../../media/table.ts'
import { playlists } from '../../playlists/table.ts'
import { stages } from '../../programme/table.ts'
import { schedule } from '../../schedule/table.ts'
import { carryGrants } from '../../people/crews/store.ts'
import { devices, screens } from '../../screens/table.ts'
import { slides } from '../../slides/table.ts'
import { currentEvent } from '../../storage/current-event.ts'
import type { Author, Transaction, Written } from '../../storage/store.ts'
import type { World } from '../../world.ts'
import { shape } from '../store.ts'
import { refuseInDanger } from '../farewell.ts'
import { areas, type EventRow } from '../table.ts'
import { copiedPlaylist, copiedSlide, copiedState, copiedTarget, type Ids, listedSlides, staysBehind } from './copied.ts'
import { daysBetween, movedDay, movedWhen, type Shift } from './moved.ts'

export interface NextEvent {
  readonly name: string
  readonly firstDay: string
}

/** The copy, and names of what could not come along. */
export interface Copied {
  readonly event: EventResource
  readonly leftOut: { readonly entries: readonly string[]; readonly slides: readonly string[] }
}

/** Problem `conflict` while a message of danger stands: it is for screens of this year. Copies areas, screens (with their boxes), stages, media, slides, playlists and schedule; not sponsors and what is theirs, notices, take-overs, slides that were only placed by hand, corrections or happenings. No screen starts out of service. The copy becomes the current event, in set-up; the old one stays as it is. */
export function nextEvent(world: World, author: Author, { name, firstDay }: NextEvent): Written<Copied> {
  refuseInDanger(world)
  return world.store.write(author, 'event.next', (tx) => {
    const before = currentEvent(tx.db)
    const shift: Shift = { days: daysBetween(before.firstDay, firstDay), zone: before.zone }
    const lastDay = movedDay(before.lastDay, shift)
    const event: EventRow = { ...before, id: world.newId(), name, firstDay, lastDay, current: true, sampleReach: null, phase: 'setup' }
    tx.put('events', { ...before, current: false })
    tx.put('events', event)
    const hall = copyHall(world, tx, before.id, event.id)
    carryGrants(tx, hall.areas)
    const content = copyContent(world, tx, { from: before.id, to: event.id, hall, shift, author })
    const entries = copySchedule(world, tx, { from: before.id, to: event.id, ids: content.ids, shift })
    return { event: shape(tx.db, event), leftOut: { entries, slides: content.leftOut } }
  })
}

type Hall = Pick<Ids, 'areas' | 'screens' | 'stages'>

function copyHall(world: World, tx: Transaction, from: string, to: string): Hall {
  const hall = { areas: new Map<string, string>(), screens: new Map<string, string>(), stages: new Map<string, string>() }
  for (const row of tx.db.select().from(areas).where(eq(areas.event, from)).all()) {
    const id = slugOf(row.name, (taken) => tx.get('areas', taken) !== null)
    hall.areas.set(row.id, id)
    tx.put('areas', { ...row, id, event: to })
  }
  for (const row of tx.db.select().from(screens).where(eq(screens.event, from)).all()) {
    const id = slugOf(row.name, (taken) => tx.get('screens', taken) !== null)
    hall.screens.set(row.id, id)
    const boxes = tx.db.select().from(devices).where(eq(devices.screen, row.id)).all()
    const state = copiedState(row.state, boxes.length > 0)
    // Next year they hang anew.
    tx.put('screens', { ...row, id, event: to, area: hall.areas.get(row.area) ?? row.area, exits: unconfirmed(row.exits), state })
    for (const device of boxes) tx.put('devices', { ...device, screen: id })
  }
  for (const row of tx.db.select().from(stages).where(eq(stages.event, from)).all()) {
    const id = world.newId()
    hall.stages.set(row.id, id)
    tx.put('stages', { ...row, id, event: to, area: row.area === null ? null : (hall.areas.get(row.area) ?? null) })
  }
  return hall
}

interface Content {
  readonly from: string
  readonly to: string
  readonly hall: Hall
  readonly shift: Shift
  readonly author: Author
}

function copyContent(world: World, tx: Transaction, { from, to, hall, shift, author }: Content): { ids: Ids; leftOut: readonly string[] } {
  for (const row of tx.db.select().from(media).where(eq(media.event, from)).all()) tx.put('media', { ...row, id: world.newId(), event: to })
  const slideRows = tx.db.select().from(slides).where(eq(slides.event, from)).all()
  const playlistRows = tx.db.select().from(playlists).where(eq(playlists.event, from)).all()
  const listed = listedSlides(playlistRows.flatMap(({ draft, published }) => [draft, published]))
  const placed = placedSlides(tx)
  const coming = slideRows.filter(({ id, draft, published }) => !staysBehind([draft, published]) && (listed.has(id) || !placed.has(id)))
  const fresh = (rows: readonly { readonly id: string }[]) => new Map(rows.map(({ id }) => [id, world.newId()]))
  const ids: Ids = { ...hall, slides: fresh(coming), playlists: fresh(playlistRows) }
  const stamp = { event: to, changedAt: world.wallMs(), changedBy: author.name }
  const maybe = <T>(body: T | null, copied: (body: T) => T): T | null => (body === null ? null : copied(body))
  for (const row of coming) {
    const copied = (body: NonNullable<typeof row.draft>) => copiedSlide(body, ids, shift)
    tx.put('slides', { ...stamp, id: ids.slides.get(row.id)!, draft: maybe(row.draft, copied), published: maybe(row.published, copied) })
  }
  for (const row of playlistRows) {
    const copied = (body: NonNullable<typeof row.draft>) => copiedPlaylist(body, ids, shift)
    tx.put('playlists', {
      ...stamp,
      id: ids.playlists.get(row.id)!,
      draft: maybe(row.draft, copied),
      published: maybe(row.published, copied),
    })
  }
  const leftOut = slideRows.filter(({ id }) => !ids.slides.has(id)).map(({ id, draft, published }) => (published ?? draft)?.name ?? id)
  return { ids, leftOut: leftOut.sort() }
}

/** Slides that came to be with *Ny slide*. The record remembers it when the placement itself is long forgotten. */
function placedSlides(tx: Transaction): ReadonlySet<string> {
  const made = and(eq(changes.table, 'slides'), isNull(changes.before), eq(revisions.what, 'placement.create'))
  const rows = tx.db.select({ id: changes.row }).from(changes).innerJoin(revisions, eq(revisions.revision, changes.revision)).where(made)
  return new Set(rows.all().map(({ id }) => id))
}

/** Answers the names of the entries that stay behind: those that follow a happening. */
function copySchedule(world: World, tx: Transaction, of: { from: string; to: string; ids: Ids; shift: Shift }): readonly string[] {
  const leftOut: string[] = []
  for (const row of tx.db.select().from(schedule).where(eq(schedule.event, of.from)).all()) {
    const when = movedWhen(row.when, of.shift)
    const playlist = of.ids.playlists.get(row.playlist)
    if (when === null || playlist === undefined) leftOut.push(row.name)
    else
      tx.put('schedule', { ...row, id: world.newId(), event: of.to, playlist, target: copiedTarget(row.target, of.ids), armed: null, when })
  }
  return leftOut.sort()
}
