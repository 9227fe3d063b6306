import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { manifestOf } from '@infoskjerm/shared/testing/build.ts'
import { hourMs, instant } from '@infoskjerm/shared/time/instant.ts'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createController } from '../controller.ts'
import { areas } from '../events/table.ts'
import { documents, pointers } from '../publish/table.ts'
import { openDatabase } from '../storage/database.ts'
import { rigConfig, send } from '../testing/rig.ts'
import { openPlays } from '../telemetry/plays/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { startBackups } from './backup.ts'

// A copy is made by a process of its own, which has to start.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let world: TestWorld
let folder: string
beforeEach(() => {
  world = createTestWorld()
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-backup-'))
})
afterEach(() => {
  world.close()
  rmSync(folder, { recursive: true, force: true })
})

const start = (change: { database?: string; folder?: string; most?: number } = {}) =>
  startBackups({
    database: join(world.dataFolder, 'infoskjerm.sqlite'),
    folder,
    most: limits.backups,
    wallMs: world.wallMs,
    log: pino({ level: 'silent' }),
    ...change,
  })
const copies = () => readdirSync(folder).sort()

describe('a backup', () => {
  test('is a database with everything in it, named by when it was made', async () => {
    const backups = await start()
    await backups.make()
    expect(copies()).toEqual(['infoskjerm-2027-03-26T214000Z.sqlite'])
    expect(backups.state()).toEqual({ madeAt: world.wallMs(), failed: null })
    const copy = openDatabase(join(folder, copies()[0] ?? ''))
    expect(copy.db.select().from(areas).all()).toMatchObject([{ name: 'Hallen' }])
    copy.close()
    await backups.close()
  })

  test('of the file of proofs lies beside, and has them', async () => {
    const plays = openPlays(join(world.dataFolder, 'telemetry.sqlite'))
    const record = { number: 1, manifest: 'a'.repeat(64), from: instant(0), until: instant(1_000), exceptions: [] }
    plays.keep([{ device: 'box', screen: 's', record }], () => JSON.stringify(manifestOf({ entries: [], playlists: {} })))
    const backups = await start({ database: join(world.dataFolder, 'telemetry.sqlite'), most: 1 })
    writeFileSync(join(folder, 'telemetry-2027-03-20T000000Z.sqlite'), '')
    writeFileSync(join(folder, 'infoskjerm-2027-03-20T000000Z.sqlite'), '')
    await backups.make()
    plays.close()
    expect(backups.state().failed).toBeNull()
    expect(copies()).toEqual(['infoskjerm-2027-03-20T000000Z.sqlite', 'telemetry-2027-03-26T214000Z.sqlite'])
    const copy = openPlays(join(folder, 'telemetry-2027-03-26T214000Z.sqlite'))
    expect(copy.page(0, 1, null, 10)).toHaveLength(1)
    copy.close()
  })

  test('a clean stop makes one only where the last is over an hour old', async () => {
    const first = await start()
    await first.close()
    const second = await start()
    world.pass(hourMs - 1)
    await second.close()
    expect(copies()).toHaveLength(1)
    const third = await start()
    world.pass(1)
    await third.close()
    expect(copies()).toHaveLength(2)
  })

  test('keeps the newest and nothing of anybody else’s', async () => {
    for (let n = 0; n < limits.backups + 3; n++) writeFileSync(join(folder, `infoskjerm-2027-03-2${n % 3}T0000${10 + n}Z.sqlite`), '')
    writeFileSync(join(folder, 'notes.txt'), '')
    const backups = await start()
    await backups.make()
    expect(copies().filter((name) => name.endsWith('.sqlite'))).toHaveLength(limits.backups)
    expect(copies()).toEqual(expect.arrayContaining(['notes.txt', 'infoskjerm-2027-03-26T214000Z.sqlite']))
    await backups.close()
  })

  test.each<[string, () => { database?: string; folder?: string }, RegExp]>([
    ['a database that is not there', () => ({ database: join(folder, 'nothing.sqlite') }), /unable to open/],
    ['a manifest that no screen could read', () => (putManifest('{"format":99}'), {}), /manifest .* cannot be read/],
  ])('%s: said in the state, and no copy is left', async (_, change, why) => {
    const backups = await start(change())
    await backups.make()
    expect(backups.state()).toEqual({ madeAt: null, failed: expect.stringMatching(why) as string })
    expect(copies()).toEqual([])
  })
})

test('a controller starts from a backup with what was in it', async () => {
  const beganS = Math.floor(Date.now() / 1_000)
  const backups = await start()
  await backups.make()
  await backups.close()
  const restored = mkdtempSync(join(tmpdir(), 'infoskjerm-restored-'))
  copyFileSync(join(folder, copies()[0] ?? ''), join(restored, 'infoskjerm.sqlite'))
  const controller = await createController(rigConfig(restored))
  const settings = openDatabase(join(restored, 'infoskjerm.sqlite'))
  const found = settings.db.$client
    .prepare(`SELECT name, json_extract(value, '$.epoch') >= ? AS isNew FROM settings WHERE name IN ('copy', 'order')`)
    .all(beganS)
  expect(found).toEqual([{ name: 'order', isNew: 1 }])
  settings.close()
  expect((await send(controller.httpPort, { path: '/readyz' })).json()).toMatchObject({ ready: true, backup: { failed: null } })
  await controller.close()
  rmSync(restored, { recursive: true })
})

function putManifest(body: string): void {
  const hash = 'a'.repeat(64)
  const pointer = { kind: 'class', venue: 'v', class: 'c', hash, activeFrom: 0, epoch: 1, sequence: 1 }
  world.store.db.insert(documents).values({ hash, body, storedAt: 0 }).run()
  world.store.db
    .insert(pointers)
    .values({ name: 'class:c', signed: { body: pointer as never, key: hash, signature: '' } })
    .run()
}
