/** Reads and writes playlists. */
import type { PlaylistBody, PlaylistItem } from '@infoskjerm/shared/model/playlist.ts'
import { regionPlaylists, type SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { eq } from 'drizzle-orm'
import { schedule } from '../schedule/table.ts'
import { slides } from '../slides/table.ts'
import type { Drizzle } from '../storage/database.ts'
import type { Author, Transaction } from '../storage/store.ts'
import { createVersions, type Versions } from '../storage/versions.ts'
import type { World } from '../world.ts'
import { checkPlaylist, type Neighbours } from './checks.ts'
import { playlists } from './table.ts'
import { shows, without } from './unlink.ts'

export function createPlaylists(world: World): Versions<PlaylistBody> {
  return createVersions<PlaylistBody>({
    world,
    table: 'playlists',
    noun: 'playlist',
    check: (tx, id, body) => checkPlaylist(id, body, neighbours(tx)),
    unlink: (tx, author, id) => {
      refuseWhileScheduled(tx, id)
      refuseWhileInLayout(tx, id)
      takeOutOfPlaylists(world, tx, author, shows('playlist', id))
    },
  })
}

/** Whether a playlist, or the draft of one, shows the slide. */
export function isInPlaylist(db: Drizzle, slide: string): boolean {
  const rows = db.select().from(playlists).all()
  return rows.some(({ draft, published }) => [draft, published].some((body) => body?.items.some(shows('slide', slide)) ?? false))
}

/** Removes the items meant by `goes` from drafts and published lists alike. */
export function takeOutOfPlaylists(world: World, tx: Transaction, author: Author, goes: (item: PlaylistItem) => boolean): void {
  for (const row of tx.db.select().from(playlists).all()) {
    const draft = without(row.draft, goes)
    const published = without(row.published, goes)
    if (draft !== row.draft || published !== row.published)
      tx.put('playlists', { ...row, draft, published, changedAt: world.wallMs(), changedBy: author.name })
  }
}

function refuseWhileScheduled(tx: Transaction, id: string): void {
  const entries = tx.db.select().from(schedule).where(eq(schedule.playlist, id)).all()
  if (entries.length === 0) return
  const by = entries.map((entry) => entry.name).join(', ')
  throw new Problem(409, 'in-use', `Shown by ${by}. Remove it from the schedule first.`, '', { by })
}

/** A layout is drawn for what stands in its parts; nobody wants a hole in it. */
function refuseWhileInLayout(tx: Transaction, id: string): void {
  const holds = (body: SlideBody | null) => body !== null && regionPlaylists(body.content).includes(id)
  const layouts = tx.db
    .select()
    .from(slides)
    .all()
    .filter(({ draft, published }) => holds(draft) || holds(published))
  if (layouts.length === 0) return
  const by = layouts.map(({ id: slide, draft, published }) => (draft ?? published)?.name ?? slide).join(', ')
  throw new Problem(409, 'in-use', `Stands in ${by}. Change these slides first.`, '', { by })
}

/** What a draft may refer to: drafts of the others too, because they may be published together. */
export function neighbours(tx: Transaction): Neighbours {
  const bodies = new Map<string, PlaylistBody>()
  for (const row of tx.db.select().from(playlists).all()) {
    const body = row.draft ?? row.published
    if (body !== null) bodies.set(row.id, body)
  }
  const shapes = new Map<string, SlideBody>()
  for (const { id, draft, published } of tx.db.select().from(slides).all()) {
    const body = draft ?? published
    if (body !== null) shapes.set(id, body)
  }
  return { playlists: bodies, slides: shapes }
}
