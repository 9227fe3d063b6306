/** A file of an earlier version, opened by this one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { playlistBodySchema } from '@infoskjerm/shared/model/playlist.ts'
import { slideBodySchema } from '@infoskjerm/shared/model/slide.ts'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { createStore, type Store } from './store.ts'

const migrations = join(import.meta.dirname, 'migrations')
const kari = { id: 'kari', name: 'Kari' }

const oldSlide = (name: string) => ({
  name,
  content: { kind: 'clock', heading: { nb: name, en: '' } },
  durationMs: 9_000,
  validFrom: null,
  validUntil: null,
})
const newSlide = (name: string) => ({ ...oldSlide(name), variants: [], sponsor: null, embargo: false, audience: 'everyone' })
const item = (id: string, of: object) => ({ id, of, durationMs: null, validFrom: null, validUntil: null })
const list = (...items: object[]) => ({ name: 'Huset', order: 'sequence', items })
const oldList = list(item('b', { kind: 'slide', slide: 's' }), item('a', { kind: 'playlist', playlist: 'inner' }))
const newList = list(item('b', { kind: 'slide', slide: 's' }), item('a', { kind: 'playlist', playlist: 'inner', take: null }))
const oldEntry = {
  ...{ id: 'e', event: 'tg', name: 'Huset', playlist: 'house', target: { kind: 'all' }, slot: 'main', band: 'house' },
  ...{ exclusive: false, weight: 1, when: { kind: 'always' } },
}

let folder: string
let database: Database
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-migration-'))
  const file = join(folder, 'infoskjerm.sqlite')
  writeOldFile(file)
  database = openDatabase(file)
  store = createStore(
    database,
    () => 0,
    (error) => {
      throw error
    },
  )
})
afterEach(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

/** The file as the first version left it: a slide published and then changed, a list, an entry. */
function writeOldFile(file: string): void {
  const sqlite = new Sqlite(file)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(readFileSync(join(migrations, '0000_first.sql'), 'utf8'))
  const journal = JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8')) as { entries: { when: number }[] }
  sqlite.exec('CREATE TABLE __drizzle_migrations (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)')
  sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run('first', journal.entries[0]?.when)
  const put = (table: string, row: Record<string, unknown>) => {
    const values = Object.values(row).map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value))
    const columns = Object.keys(row).map((column) => `"${column}"`)
    sqlite.prepare(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`).run(...values)
  }
  const days = { first_day: '2027-03-24', last_day: '2027-03-28', zone: 'Europe/Oslo', day_break: '05:00' }
  put('events', { id: 'tg', name: 'TG27', venue_name: 'Vikingskipet', ...days, theme: 'tg27', current: 1, sample_reach: null })
  const stamp = { changed_at: 0, changed_by: 'Kari' }
  put('slides', { id: 's', event: 'tg', draft: null, published: oldSlide('Ny'), ...stamp })
  put('slides', { id: 'd', event: 'tg', draft: oldSlide('Kladd'), published: null, ...stamp })
  put('playlists', { id: 'inner', event: 'tg', draft: null, published: list(), ...stamp })
  put('playlists', { id: 'house', event: 'tg', draft: oldList, published: oldList, ...stamp })
  put('schedule', { ...oldEntry, exclusive: 0 })
  const record = (revision: number, table: string, row: string, before: object | null, after: object | null) => {
    put('revisions', { revision, at: 0, who: 'kari', who_name: 'Kari', what: 'test', undoes: null })
    put('changes', { revision, table, row, before, after })
  }
  const row = { event: 'tg', draft: null, changedAt: 0, changedBy: 'Kari' }
  record(1, 'slides', 's', { id: 's', ...row, published: oldSlide('Gammel') }, { id: 's', ...row, published: oldSlide('Ny') })
  record(2, 'playlists', 'house', { id: 'house', ...row, published: list() }, { id: 'house', ...row, draft: oldList, published: oldList })
  record(3, 'schedule', 'gone', { ...oldEntry, id: 'gone' }, null)
  sqlite.close()
}

const read = (table: 'slides' | 'playlists' | 'schedule', id: string) =>
  store.write(kari, 'read', (tx) => tx.get(table, id)).value as Record<string, unknown>

test('slides, playlists and entries are of this version’s shape, in the order they had', () => {
  expect(read('slides', 's')).toMatchObject({ draft: null, published: newSlide('Ny') })
  expect(read('slides', 'd')).toMatchObject({ draft: newSlide('Kladd'), published: null })
  expect(read('playlists', 'house')).toMatchObject({ draft: newList, published: newList })
  expect(read('playlists', 'inner')).toMatchObject({ draft: null, published: list() })
  expect(read('schedule', 'e')).toEqual({ ...oldEntry, manual: false, armed: null })
})

test('what is stored is what the parsers of today give', () => {
  expect(slideBodySchema.parse(read('slides', 's')['published'])).toEqual(read('slides', 's')['published'])
  expect(playlistBodySchema.parse(read('playlists', 'house')['draft'])).toEqual(read('playlists', 'house')['draft'])
})

test('what was done before can be taken back', () => {
  for (const revision of [1, 2, 3]) store.undo(kari, revision)
  expect(read('slides', 's')).toMatchObject({ published: newSlide('Gammel') })
  expect(read('playlists', 'house')).toMatchObject({ published: list() })
  expect(read('schedule', 'gone')).toEqual({ ...oldEntry, id: 'gone', manual: false, armed: null })
})
