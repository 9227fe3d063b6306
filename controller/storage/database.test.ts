import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from './database.ts'
import { lockFolder } from './lock.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-db-'))
  file = join(folder, 'infoskjerm.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the database', () => {
  test('is durable, checks references, and opens again as it is', () => {
    openDatabase(file).close()
    const database = openDatabase(file)
    const pragma = (name: string) => database.db.$client.pragma(name, { simple: true })
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1])
    database.close()
  })

  test('of a newer version is refused in a sentence and left as it was', () => {
    openDatabase(file).close()
    const newer = new Sqlite(file)
    newer.prepare("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('of tomorrow', 9999999999999)").run()
    newer.pragma('wal_checkpoint(TRUNCATE)')
    newer.close()
    const before = readFileSync(file)
    expect(() => openDatabase(file)).toThrow(/newer version.*Start that version, or restore a backup/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('with a row that refers to nothing is refused', () => {
    openDatabase(file).close()
    const broken = new Sqlite(file)
    broken.pragma('foreign_keys = OFF')
    broken.prepare("INSERT INTO areas (id, event, name, position) VALUES ('a', 'nowhere', 'A', 0)").run()
    broken.close()
    expect(() => openDatabase(file)).toThrow('refer to nothing')
  })
})

test('one controller at a time on a folder', () => {
  const unlock = lockFolder(folder)
  expect(unlock).not.toBeNull()
  expect(lockFolder(folder)).toBeNull()
  unlock?.()
  lockFolder(folder)?.()
})
