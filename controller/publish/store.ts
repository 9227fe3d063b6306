/** Reads what can be published, keeps what was: documents by hash, the newest pointer of each name, the venue's one order. */
import { randomBytes } from 'node:crypto'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import { regionPlaylists, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { compareOrder, type Order, type Signed } from '@infoskjerm/shared/wire/pointers.ts'
import { and, eq, gt, isNull, lt, notInArray, or } from 'drizzle-orm'
import { type AreaRow, areas, events } from '../events/table.ts'
import { media, type MediaRow } from '../media/table.ts'
import { notices } from '../notices/table.ts'
import { type PlacementRow, placements } from '../placements/table.ts'
import { type PlaylistRow, playlists } from '../playlists/table.ts'
import { readProgramme } from '../programme/store.ts'
import { schedule } from '../schedule/table.ts'
import { devices, screens, type ScreenRow } from '../screens/table.ts'
import { type SlideRow, slides } from '../slides/table.ts'
import { sponsors } from '../sponsors/table.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Store } from '../storage/store.ts'
import { takeovers, type TakeoverRow } from '../takeovers/table.ts'
import { lookOf } from '../themes/store.ts'
import { type Content, type ContentEntry, keeping, type Rivals, type StyledEvent, type Texts, timed } from './content.ts'
import { fromNotice, fromTakeover, type Handmade, thanks } from './hands.ts'
import type { Held } from './reach.ts'
import { documents, pointers } from './table.ts'

export interface ContentReader {
  /** What is published in the current event, or null before there is one. `tables`: those that may have changed since it was last read; null: any. */
  readonly read: (tables: ReadonlySet<string> | null) => Content | null
}

type Rows = readonly (readonly [id: string, text: string])[]

/** A reader that remembers the last content, so that what is unchanged keeps its identity. `now`: notices and take-overs that are over are not read. */
export function createContentReader(db: Drizzle, now: () => Instant): ContentReader {
  let last: { [K in keyof Content]: Texts<unknown> } | null = null
  const readers = tableReaders(db)
  const kept = new Map<keyof typeof readers, Rows>()

  const rowsOf = (table: keyof typeof readers, event: string): Rows => {
    const rows = kept.get(table) ?? readers[table](event)
    kept.set(table, rows)
    return rows
  }
  const forget = (tables: ReadonlySet<string> | null): void => {
    const isAny = tables === null || tables.has('events')
    for (const table of [...kept.keys()]) if (isAny || tables.has(table)) kept.delete(table)
  }

  return {
    read: (tables) => {
      forget(tables)
      const row = db.select().from(events).where(eq(events.current, true)).get()
      if (row === undefined) return null
      const event: StyledEvent = { ...row, look: lookOf(db, row.theme) }
      const { id, phase } = event
      const isOver = phase === 'ended'
      const byHand = isOver ? [thanks(id)] : handmadeIn(db, id, now())
      const entries = [...(isOver ? [] : scheduledIn(db, id)), ...byHand.map(({ entry }) => entry)]
      const placed = isOver ? [] : placementsIn(db, id, now())
      const lists = byHand.map(({ entry, playlist }) => [entry.playlist, JSON.stringify(playlist)] as const)
      const own = byHand.flatMap((made) => Object.entries(made.slides).map(([slide, body]) => [slide, JSON.stringify(body)] as const))
      const of = <T>(part: keyof Content) => (last?.[part] ?? null) as Texts<T> | null
      const next = {
        event: keeping<StyledEvent>(of('event'), [textOf(event)]),
        areas: keeping<AreaRow>(of('areas'), rowsOf('areas', id)),
        screens: keeping<ScreenRow>(of('screens'), rowsOf('screens', id)),
        entries: keeping<ContentEntry>(of('entries'), entries.map(textOf)),
        placements: keeping<PlacementRow>(of('placements'), placed.map(textOf)),
        playlists: keeping<PlaylistBody>(of('playlists'), withOwn(rowsOf('playlists', id), lists)),
        sponsors: keeping<Rivals>(of('sponsors'), rowsOf('sponsors', id)),
        slides: keeping<SlideBody>(of('slides'), withOwn(rowsOf('slides', id), own)),
      }
      last = next
      return {
        event: next.event.values.get(id) ?? event,
        areas: next.areas.values,
        screens: next.screens.values,
        entries: next.entries.values,
        placements: next.placements.values,
        playlists: next.playlists.values,
        slides: next.slides.values,
        sponsors: next.sponsors.values,
      }
    },
  }
}

function textOf(row: { readonly id: string }): [string, string] {
  return [row.id, JSON.stringify(row)]
}

/** What hands made comes last; of the two lists of one notice the map keeps one. */
function withOwn(rows: Rows, own: Rows): Rows {
  return own.length === 0 ? rows : [...new Map([...rows, ...own])]
}

/** The rows of each table that are kept between readings, with their text. */
function tableReaders(db: Drizzle) {
  const published = (table: 'slides' | 'playlists', body: string) => {
    const asked = db.$client.prepare<[string], { id: string; published: string }>(
      `SELECT id, ${body} AS published FROM ${table} WHERE event = ? AND published IS NOT NULL ORDER BY id`,
    )
    return (event: string): Rows => asked.all(event).map((row) => [row.id, row.published])
  }
  return {
    areas: (event: string): Rows => db.select().from(areas).where(eq(areas.event, event)).all().map(textOf),
    screens: (event: string): Rows => db.select().from(screens).where(eq(screens.event, event)).all().map(textOf),
    sponsors: (event: string): Rows => {
      const rows = db.select().from(sponsors).where(eq(sponsors.event, event)).all()
      return rows.map(({ id, rivals }) => [id, JSON.stringify({ rivals })])
    },
    playlists: published('playlists', 'published'),
    // The stricter of draft and published holds.
    slides: published(
      'slides',
      `CASE WHEN json_extract(draft, '$.embargo') THEN json_set(published, '$.embargo', json('true')) ELSE published END`,
    ),
  }
}

/** The schedule's entries with the times of those that follow the programme; one whose happening is cancelled or gone is left out. */
function scheduledIn(db: Drizzle, event: string): readonly ContentEntry[] {
  const rows = db.select().from(schedule).where(eq(schedule.event, event)).all()
  const { happenings } = rows.some(({ when }) => when.kind === 'happening') ? readProgramme(db, event) : { happenings: [] }
  return rows.flatMap((row) => timed(row, happenings) ?? [])
}

function handmadeIn(db: Drizzle, event: string, now: Instant): readonly Handmade[] {
  const given = db
    .select()
    .from(notices)
    .where(and(eq(notices.event, event), isNull(notices.endedAt), gt(notices.until, now)))
  const lent = db
    .select()
    .from(takeovers)
    .where(and(eq(takeovers.event, event), isNull(takeovers.endedAt), gt(takeovers.until, now)))
  const taken = lent.all()
  const spared = taken.map(({ target }) => target)
  return [...given.all().flatMap((row) => fromNotice(row, spared)), ...taken.flatMap((row) => fromTakeover(row, pictureOf(db, row)) ?? [])]
}

function pictureOf(db: Drizzle, { content }: TakeoverRow): MediaRow | null {
  if (content.kind !== 'picture') return null
  return db.select().from(media).where(eq(media.hash, content.hash)).get() ?? null
}

function placementsIn(db: Drizzle, event: string, now: Instant): readonly PlacementRow[] {
  return db
    .select()
    .from(placements)
    .where(and(eq(placements.event, event), or(isNull(placements.until), gt(placements.until, now))))
    .all()
}

/** What playlists and layouts hold, as drafts too, for the question where something *would* show. */
export function heldBy(db: Drizzle, event: string): Held {
  const bodies = <T>(row: { readonly draft: T | null; readonly published: T | null }) =>
    [row.draft, row.published].filter((body) => body !== null)
  const lists = db.select().from(playlists).where(eq(playlists.event, event)).all()
  const regions = db
    .select()
    .from(slides)
    .where(eq(slides.event, event))
    .all()
    .map((row): [string, string[]] => [row.id, bodies(row).flatMap(({ content }) => regionPlaylists(content))])
  return {
    playlists: new Map(lists.map((row) => [row.id, bodies(row)])),
    regions: new Map(regions.filter(([, inside]) => inside.length > 0)),
  }
}

export function allPlaylists(db: Drizzle): readonly PlaylistRow[] {
  return db.select().from(playlists).all()
}

export function allSlides(db: Drizzle): readonly SlideRow[] {
  return db.select().from(slides).all()
}

/** Names of the schedule entries that show the playlist itself. */
export function entriesWith(db: Drizzle, playlist: string): readonly string[] {
  return db
    .select()
    .from(schedule)
    .where(eq(schedule.playlist, playlist))
    .all()
    .map((entry) => entry.name)
}

export function exists(db: Drizzle, table: 'slides' | 'playlists', id: string): boolean {
  const of = table === 'slides' ? slides : playlists
  return db.select({ id: of.id }).from(of).where(eq(of.id, id)).get() !== undefined
}

/** Screens that have a device, whether one of them lives on this machine, and whether every one is kept out. */
export type Paired = ReadonlyMap<string, { readonly local: boolean; readonly quarantined: boolean }>

/** Answers which screens are paired; asks the database again only after a commit that may have changed it. */
export function createPaired(store: Store): () => Paired {
  let paired: Paired | null = null
  store.onCommit(({ tables }) => {
    if (tables.has('devices') || tables.has('screens')) paired = null
  })
  return () => (paired ??= readPaired(store.db))
}

function readPaired(db: Drizzle): Paired {
  const paired = new Map<string, { local: boolean; quarantined: boolean }>()
  for (const { screen, local, quarantinedAt } of db.select().from(devices).all()) {
    const known = paired.get(screen) ?? { local: false, quarantined: true }
    paired.set(screen, { local: known.local || local, quarantined: known.quarantined && quarantinedAt !== null })
  }
  return paired
}

export interface PublicationStore {
  /** Random and kept for good: pointers of one venue mean nothing in another. */
  readonly venue: string
  /** The newest pointers by their stored names. */
  readonly pointers: () => ReadonlyMap<string, Signed>
  readonly document: (hash: string) => string | null
  /** Stores what a publication made, in one transaction with the order that was taken for it. */
  readonly keep: (publication: Kept) => void
  /** Forgets documents that no pointer names and that are older than `before` (ms). */
  readonly prune: (before: number) => void
}

export interface Kept {
  readonly order: Order
  readonly at: number
  readonly documents: ReadonlyMap<string, string>
  readonly pointers: ReadonlyMap<string, Signed>
  readonly gone: readonly string[]
}

export function createPublicationStore(store: Store): PublicationStore {
  const { db } = store
  const known = store.setting<string | null>('venue', null)
  const venue = known ?? `v${randomBytes(8).toString('hex')}`
  if (known === null) store.setSetting('venue', venue)
  // An event's first publication names thousands of screens: what is written for each is prepared once.
  const putDocument = db.$client.prepare<[string, string, number]>('INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const putPointer = db.$client.prepare<[string, string]>(
    'INSERT INTO pointers VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET signed = excluded.signed',
  )
  const removePointer = db.$client.prepare<[string]>('DELETE FROM pointers WHERE name = ?')

  return {
    venue,
    pointers: () =>
      new Map(
        db
          .select()
          .from(pointers)
          .all()
          .map((row) => [row.name, row.signed]),
      ),
    document: (hash) => db.select().from(documents).where(eq(documents.hash, hash)).get()?.body ?? null,
    keep: (made) =>
      db.$client
        .transaction(() => {
          // An override may have taken and kept a later order while this publication was on its way.
          if (compareOrder(made.order, keptOrder(store)) > 0) store.setSetting('order', made.order)
          for (const [hash, body] of made.documents) putDocument.run(hash, body, made.at)
          for (const [name, signed] of made.pointers) putPointer.run(name, JSON.stringify(signed))
          for (const name of made.gone) removePointer.run(name)
        })
        .immediate(),
    prune: (before) => {
      const named = db
        .select()
        .from(pointers)
        .all()
        .flatMap(({ signed: { body } }) => ('hash' in body && body.hash !== null ? [body.hash] : []))
      db.delete(documents)
        .where(and(lt(documents.storedAt, before), notInArray(documents.hash, named)))
        .run()
    },
  }
}

/** The newest order under which something was stored. */
export function keptOrder(store: Store): Order {
  return store.setting<Order>('order', { epoch: 1, sequence: 0 })
}
