import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { missing } from '@infoskjerm/shared/link/gateway.ts'
import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { noOverrides } from '@infoskjerm/shared/model/override.ts'
import { type Holds, pointerName } from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../audit/store.ts'
import { markAsCopy } from '../backup/mark.ts'
import { author, createTestVenue, slide } from '../realtime/testing.ts'
import { openDatabase } from '../storage/database.ts'
import { createStore } from '../storage/store.ts'
import { rethrow, type TestWorld } from '../testing/world.ts'
import type { World } from '../world.ts'
import { createSigner } from './keys.ts'
import { highWaterFile } from './orders.ts'
import { atOnce } from './pace.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { keptOrder } from './store.ts'

let world: TestWorld
let shelf: string
let closers: (() => void)[]

beforeEach(() => {
  world = createTestVenue()
  shelf = mkdtempSync(join(tmpdir(), 'infoskjerm-orders-'))
  closers = []
})
afterEach(() => {
  for (const close of closers.reverse()) close()
  world.close()
  rmSync(shelf, { recursive: true })
})

const database = 'infoskjerm.sqlite'
const start = (of: World): Publisher =>
  createPublisher({
    world: of,
    signer: createSigner(of.dataFolder),
    pace: atOnce,
    readProgramme: () => ({ stages: [], happenings: [] }),
    readOverrides: () => noOverrides,
    readLive: () => nothingLive,
  })

/** The world of a controller that starts on this folder. */
function worldOf(folder: string): World {
  const opened = openDatabase(join(folder, database))
  closers.push(opened.close)
  return { ...world, dataFolder: folder, store: createStore(opened, world.wallMs, rethrow) }
}

function publishUntil(publisher: Publisher, sequence: number): void {
  while (keptOrder(world.store).sequence < sequence) {
    const name = `nr. ${keptOrder(world.store).sequence}`
    world.store.write(author, 'publish', (tx) =>
      tx.put('slides', { id: 's1', event: 'tg', draft: null, published: slide(name), changedAt: 0, changedBy: '' }),
    )
  }
  expect(publisher.orderOf('a1', false)?.sequence).toBe(sequence)
}

/** What the database holds now, as a file by itself: as `cp` of a controller that was stopped, or as a backup. */
function copied(asBackup: boolean): string {
  const file = join(shelf, `at-${keptOrder(world.store).sequence}.sqlite`)
  world.store.db.$client.prepare('VACUUM INTO ?').run(file)
  if (asBackup) markAsCopy(file, world.wallMs())
  return file
}

/** A data folder with this database, and with everything else that lay beside it where `beside`. */
function putBack(copy: string, beside: boolean): string {
  const folder = join(shelf, 'data')
  cpSync(join(world.dataFolder, 'keys'), join(folder, 'keys'), { recursive: true })
  cpSync(copy, join(folder, database))
  if (beside) cpSync(highWaterFile(world.dataFolder), highWaterFile(folder))
  return folder
}

const holdsOf = (publisher: Publisher): Holds => ({
  pointers: Object.fromEntries(
    (publisher.pointersFor('a1', false) ?? []).map(({ body }) => [pointerName(body), { epoch: body.epoch, sequence: body.sequence }]),
  ),
  documents: [],
})
const shown = (publisher: Publisher) => publisher.publication().classes.values().next().value?.manifest.slides['s1']?.name
const pointersTold = (publisher: Publisher, holds: Holds) =>
  missing({ pointers: publisher.pointersFor('a1', false) ?? [], document: publisher.document }, holds)
    .flatMap((message) => (message.t === 'pointer' ? [message.signed.body.kind] : []))
    .sort()

/** The epoch of whatever is put back now. */
const putBackS = (): number => Math.floor(world.wallMs() / 1_000)

const all = ['class', 'live', 'overrides', 'screen', 'source'] satisfies Signed['body']['kind'][]

describe('[S3] a database that is put back', () => {
  it.each([
    { name: 'a backup, in the folder it came from', asBackup: true, beside: true, isClean: false },
    { name: 'a backup, on a new machine', asBackup: true, beside: false, isClean: false },
    { name: 'a file that somebody copied, after a clean stop', asBackup: false, beside: true, isClean: true },
    { name: 'a file that somebody copied, without what lay beside it', asBackup: false, beside: false, isClean: true },
  ])('$name: players that hold 40 take the show of 20', ({ asBackup, beside, isClean }) => {
    const first = start(world)
    publishUntil(first, 20)
    const before = shown(first)
    const copy = copied(asBackup)
    publishUntil(first, 40)
    const holds = holdsOf(first)
    if (isClean) first.close()

    const restored = worldOf(putBack(copy, beside))
    const publisher = start(restored)
    expect(shown(publisher)).toBe(before)
    expect(publisher.orderOf('a1', false)?.epoch).toBe(putBackS())
    expect(pointersTold(publisher, holds)).toEqual(all)
    expect(
      createAudit(restored.store).list(
        { id: 'x', rights: { edit: 'venue', all: true, startOverride: [], endOverride: [] }, leads: [] },
        1,
        0,
      ),
    ).toMatchObject([{ what: 'restored', undoable: false }])

    publisher.close()
    expect(start(restored).orderOf('a1', false)?.epoch).toBe(putBackS())
  })

  it.each([
    { name: 'a second later', laterMs: 1_000, epochs: [1_000, 1_001] },
    { name: 'a day later', laterMs: 86_400_000, epochs: [1_000, 87_400] },
  ])('the same copy twice, on two machines, $name: the second is above the first', ({ laterMs, epochs }) => {
    start(world)
    const copy = copied(true)
    const epochOf = (machine: string, atMs: number): number | undefined => {
      const folder = join(shelf, machine)
      cpSync(putBack(copy, false), folder, { recursive: true })
      return start({ ...worldOf(folder), wallMs: () => atMs }).orderOf('a1', false)?.epoch
    }
    expect([epochOf('first', 1_000_000), epochOf('second', 1_000_000 + laterMs)]).toEqual(epochs)
  })

  it('where the clock of the machine is behind, in the next epoch all the same', () => {
    start(world)
    const folder = putBack(copied(true), false)
    expect(start({ ...worldOf(folder), wallMs: () => 0 }).orderOf('a1', false)?.epoch).toBe(2)
  })

  it('one of an earlier start, after a power cut', () => {
    start(world)
    const copy = copied(false)
    const second = start(world)
    publishUntil(second, keptOrder(world.store).sequence + 1_005)
    const publisher = start(worldOf(putBack(copy, true)))
    expect(publisher.orderOf('a1', false)?.epoch).toBe(putBackS())
  })
})

describe('[W3] the same database at the next start', () => {
  it.each([
    { name: 'after a clean stop', isClean: true },
    { name: 'after a power cut', isClean: false },
  ])('$name goes on in its epoch, above everything before', ({ isClean }) => {
    let publisher = start(world)
    publishUntil(publisher, 12)
    for (let restart = 0; restart < 3; restart++) {
      const pointers = publisher.pointersFor('a1', false)
      if (isClean) publisher.close()
      publisher = start(world)
      expect(publisher.pointersFor('a1', false)).toEqual(pointers)
    }
    const { sequence } = keptOrder(world.store)
    world.store.write(author, 'publish', (tx) => tx.put('slides', { ...tx.need('slides', 's1', ''), published: slide('Ny') }))
    expect(publisher.orderOf('a1', false)?.epoch).toBe(1)
    expect(publisher.orderOf('a1', false)?.sequence).toBeGreaterThan(sequence)
  })

  it('what lies beside it is written once for a thousand publications', () => {
    const publisher = start(world)
    const before = readFileSync(highWaterFile(world.dataFolder), 'utf8')
    publishUntil(publisher, 100)
    expect(readFileSync(highWaterFile(world.dataFolder), 'utf8')).toBe(before)
  })
})

it('a copy says of itself when it was made', () => {
  start(world)
  const file = new Sqlite(copied(true), { readonly: true })
  expect(file.prepare(`SELECT value FROM settings WHERE name = 'copy'`).pluck().get()).toBe(String(world.wallMs()))
  file.close()
})
