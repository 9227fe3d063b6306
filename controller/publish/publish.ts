/** *Vis på skjermene*: moves drafts to published, all in one write. */
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { checkLayout, checkPlaylist, type Neighbours } from '../playlists/checks.ts'
import type { Author, Transaction, Written } from '../storage/store.ts'
import type { VersionedRow } from '../storage/versions.ts'
import type { World } from '../world.ts'
import { allPlaylists, allSlides, entriesWith } from './store.ts'

/** Ids of what to publish, and afterwards of what was: those without a draft are passed over. */
export interface Selection {
  readonly slides: readonly string[]
  readonly playlists: readonly string[]
}

/** Problems, with the path of the id: `not-found`, those of `checkPlaylist` and `checkLayout`, `playlist-empty` (used in the schedule, nothing in it), `nothing-to-publish`. */
export function publishDrafts(world: World, author: Author, wanted: Selection): Written<Selection> {
  return world.store.write(author, 'publish', (tx) => {
    const stamp = { draft: null, changedAt: world.wallMs(), changedBy: author.name }
    const published: { slides: string[]; playlists: string[] } = { slides: [], playlists: [] }
    const neighbours = neighboursOf(tx, wanted)
    wanted.slides.forEach((id, index) => {
      const row = tx.need('slides', id, `slides.${index}`)
      if (row.draft === null) return
      at(`slides.${index}`, () => checkLayout(id, row.draft as SlideBody, neighbours))
      tx.put('slides', { ...row, ...stamp, published: row.draft })
      published.slides.push(id)
    })
    wanted.playlists.forEach((id, index) => {
      const row = tx.need('playlists', id, `playlists.${index}`)
      if (row.draft === null) return
      at(`playlists.${index}`, () => checkPlaylist(id, row.draft as PlaylistBody, neighbours))
      checkNotEmpty(tx, id, row.draft, `playlists.${index}`)
      tx.put('playlists', { ...row, ...stamp, published: row.draft })
      published.playlists.push(id)
    })
    if (published.slides.length + published.playlists.length === 0)
      throw new Problem(409, 'nothing-to-publish', 'There is no draft among these: everything is on the screens already.')
    return published
  })
}

function checkNotEmpty(tx: Transaction, id: string, body: PlaylistBody, path: string): void {
  if (body.items.length > 0) return
  const by = entriesWith(tx.db, id).join(', ')
  if (by === '') return
  throw new Problem(422, 'playlist-empty', `«${body.name}» is empty, and ${by} shows it.`, path, { name: body.name, by })
}

/** The others as they will be: drafts where they are published now too, what is published otherwise. */
function neighboursOf(tx: Transaction, together: Selection): Neighbours {
  return { playlists: asPublished(allPlaylists(tx.db), together.playlists), slides: asPublished(allSlides(tx.db), together.slides) }
}

function asPublished<T>(rows: readonly VersionedRow<T>[], together: readonly string[]): ReadonlyMap<string, T> {
  const now = new Set(together)
  const bodies = new Map<string, T>()
  for (const { id, draft, published } of rows) {
    const body = now.has(id) ? (draft ?? published) : (published ?? draft)
    if (body !== null) bodies.set(id, body)
  }
  return bodies
}

/** Lets the problem name where in the request the playlist stands. */
function at(path: string, check: () => void): void {
  try {
    check()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw new Problem(error.status, error.code, error.message, `${path}.${error.path}`, error.params)
  }
}
