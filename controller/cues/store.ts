/** Reads and writes cues and slips: what people step and shift by hand, on the screens at once. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Cue, LiveDocument } from '@infoskjerm/shared/model/live.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { Rfc3339, SlipResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { and, asc, desc, eq } from 'drizzle-orm'
import { playlists } from '../playlists/table.ts'
import { schedule, type ScheduleRow } from '../schedule/table.ts'
import { slides } from '../slides/table.ts'
import { currentEvent } from '../storage/current-event.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { World } from '../world.ts'
import { type CueRow, cues, type SlipRow, slips } from './table.ts'

/** What screens are told: the newest cue of each manual entry, and every slip. */
export function readLive(db: Drizzle, event: string): LiveDocument {
  const stepped = manualEntries(db, event).flatMap(({ id }) => cueOf(newestCues(db, id), id) ?? [])
  const newest = [...stepped].sort((a, b) => b.at - a.at).slice(0, limits.liveEntries)
  const shifted = slipsOf(db, event).slice(0, limits.liveEntries)
  return {
    cues: Object.fromEntries(newest.map(({ entry, ...cue }) => [entry, cue])),
    slips: Object.fromEntries(shifted.map(({ id, laterMs }) => [id, laterMs])),
  }
}

/** All steps of an entry, oldest first: what stood when is read by them afterwards. */
export function cueHistory(db: Drizzle, entry: string): readonly CueRow[] {
  return db.select().from(cues).where(eq(cues.entry, entry)).orderBy(asc(cues.at), asc(cues.id)).all()
}

/** What the manual entries of the event hold and where each stands; `screens` answers which screens an entry is for. */
export function listSteps(db: Drizzle, screens: (entry: ScheduleRow) => readonly string[]): readonly StepsResource[] {
  return manualEntries(db, currentEvent(db).id).map((entry) => {
    const [cue, before] = newestCues(db, entry.id)
    return {
      entry: entry.id,
      name: entry.name,
      items: itemsOf(db, entry.playlist),
      cue: cue === undefined ? null : { ...toldOf(cue), by: cue.by, before: before === undefined ? null : toldOf(before) },
      screens: screens(entry),
    }
  })
}

export function listSlips(db: Drizzle): readonly SlipResource[] {
  return slipsOf(db, currentEvent(db).id).map(({ id, laterMs, at, by }) => ({ slide: id, laterMs, at: rfc3339(at), by }))
}

/** Steps a manual entry to an item. Problems: `not-found`, `unknown-reference` where the entry is not stepped by hand or holds no such item. */
export function step(world: World, author: Author, entry: string, item: string): Written<CueRow> {
  return world.store.write(author, 'cue', (tx) => {
    const { event, manual, name, playlist } = tx.need('schedule', entry, '')
    if (!manual)
      throw new Problem(422, 'unknown-reference', `«${name}» goes by itself; only manual entries are stepped.`, '', { id: entry })
    if (!itemsOf(tx.db, playlist).some((one) => one.item === item))
      throw new Problem(422, 'unknown-reference', `«${name}» holds no item «${item}».`, 'item', { id: item })
    const at = later(world.now(), limits.cueAheadMs)
    const row: CueRow = { id: world.newId(), event, entry, item, at, by: author.name }
    tx.put('cues', row)
    return row
  })
}

/** Lets the countdown on a slide end later (earlier: negative) than written; 0 takes it back. Problems: `not-found`, `invalid` where the slide counts nothing down. */
export function shift(world: World, author: Author, slide: string, laterMs: number): Written<null> {
  return world.store.write(author, 'slip', (tx) => {
    const { event, published, draft } = tx.need('slides', slide, '')
    const body = published ?? draft
    if (body?.content.kind !== 'countdown')
      throw new Problem(422, 'invalid', `«${body?.name ?? slide}» is no countdown, so there is nothing to shift.`, '', { id: slide })
    if (laterMs === 0) tx.remove('slips', slide)
    else {
      demandRoom(tx, event, slide)
      tx.put('slips', { id: slide, event, laterMs, at: world.now(), by: author.name })
    }
    return null
  })
}

function demandRoom(tx: Transaction, event: string, slide: string): void {
  const most = limits.liveEntries
  const others = slipsOf(tx.db, event).filter(({ id }) => id !== slide)
  if (others.length >= most)
    throw new Problem(422, 'too-many', `At most ${most} countdowns are shifted at once. Put some back first.`, '', { most })
}

function manualEntries(db: Drizzle, event: string): readonly ScheduleRow[] {
  return db
    .select()
    .from(schedule)
    .where(and(eq(schedule.event, event), eq(schedule.manual, true)))
    .orderBy(asc(schedule.name), asc(schedule.id))
    .all()
}

/** The last two steps, the newest first. */
function newestCues(db: Drizzle, entry: string): readonly CueRow[] {
  return db.select().from(cues).where(eq(cues.entry, entry)).orderBy(desc(cues.at), desc(cues.id)).limit(2).all()
}

function cueOf([newest, before]: readonly CueRow[], entry: string): (Cue & { readonly entry: string }) | null {
  if (newest === undefined) return null
  const told = ({ item, at }: CueRow) => ({ item, at: instant(at) })
  return { entry, ...told(newest), before: before === undefined ? null : told(before) }
}

function slipsOf(db: Drizzle, event: string): readonly SlipRow[] {
  return db.select().from(slips).where(eq(slips.event, event)).orderBy(desc(slips.at), asc(slips.id)).all()
}

/** The published list played out flat, as the engine does (rule E9). What is in no published list, or has no published slide, never comes. */
function itemsOf(db: Drizzle, playlist: string, above = '', depth = 1): StepsResource['items'] {
  const body: PlaylistBody | null = db.select().from(playlists).where(eq(playlists.id, playlist)).get()?.published ?? null
  return (body?.items ?? []).flatMap(({ id, of }) => {
    if (of.kind === 'playlist') return depth < limits.playlistDepth ? itemsOf(db, of.playlist, `${above}${id}/`, depth + 1) : []
    const slide: SlideBody | null = db.select().from(slides).where(eq(slides.id, of.slide)).get()?.published ?? null
    return slide === null ? [] : [{ item: above + id, slide: of.slide, name: slide.name }]
  })
}

function toldOf({ item, at }: CueRow): { readonly item: string; readonly at: Rfc3339 } {
  return { item, at: rfc3339(at) }
}

function rfc3339(t: number): Rfc3339 {
  return new Date(t).toISOString()
}
