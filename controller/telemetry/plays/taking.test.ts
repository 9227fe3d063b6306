/** How records of what was shown are taken in, on real files. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '@infoskjerm/shared/limits.ts'
import { dayMs, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NewerFile } from '../../storage/database.ts'
import { createTestWorld, type TestWorld } from '../../testing/world.ts'
import { createTaking, type Taking } from './taking.ts'

const manifest = 'a'.repeat(64)

let world: TestWorld
let taking: Taking
let timers: (() => void)[]
let proven: string[]

const file = (): string => join(world.dataFolder, 'telemetry.sqlite')
/** One that began so many minutes ago. */
const record = (number: number, minutesAgo: number, change: Partial<PlayRecord> = {}): PlayRecord => {
  const from = later(world.now(), -minutesAgo * minuteMs)
  return { number, manifest, from, until: later(from, 5 * minuteMs), exceptions: [], ...change }
}
const open = (): Taking => {
  timers = []
  const every = (_: number, work: () => void) => {
    timers.push(work)
    return () => {}
  }
  return createTaking({ world, file: file(), manifestOf: (hash) => (hash === manifest ? '{"a manifest":1}' : null), every })
}
const take = (device: string, screen: string, ...records: readonly PlayRecord[]): void =>
  taking.take(device, screen, records, (number) => proven.push(`${device} ${number}`))
const commit = (): void => timers[0]?.()
const kept = () =>
  taking
    .plays()
    .page(0, 8e15, null, 1_000)
    .map(({ screen, from, until }) => [screen, (world.now() - from) / minuteMs, (until - from) / minuteMs])

beforeEach(() => {
  world = createTestWorld()
  proven = []
  taking = open()
})
afterEach(() => {
  taking.close()
  world.close()
})

describe('[W6] records', () => {
  test('are acknowledged once they are stored, the last of each device', () => {
    take('box', 's', record(3, 20), record(4, 15))
    take('other', 't', record(9, 10))
    expect([kept(), proven]).toEqual([[], []])
    commit()
    expect([kept(), proven]).toEqual([
      [
        ['s', 20, 5],
        ['s', 15, 5],
        ['t', 10, 5],
      ],
      ['box 4', 'other 9'],
    ])
    expect(taking.plays().manifest(1)).toBe('{"a manifest":1}')
  })

  test('that are sent again count once, also after a restart', () => {
    take('box', 's', record(3, 20))
    commit()
    taking.close()
    taking = open()
    take('box', 's', record(3, 20), record(4, 15))
    commit()
    expect([kept(), proven, taking.state().refused]).toEqual([
      [
        ['s', 20, 5],
        ['s', 15, 5],
      ],
      ['box 3', 'box 4'],
      {},
    ])
  })

  test.each<[string, () => PlayRecord]>([
    ['overlaps', () => record(5, 17)],
    ['overlaps', () => record(5, 24.999)],
    ['overlaps', () => record(5, 20)],
    ['unknown-manifest', () => record(5, 10, { manifest: 'b'.repeat(64) })],
    ['future', () => record(5, 3.9)],
    ['too-long', () => record(5, 10, { until: later(world.now(), -4.999 * minuteMs) })],
    ['empty', () => record(5, 10, { until: later(world.now(), -10 * minuteMs) })],
    ['too-old', () => record(5, limits.proofKeptMs / minuteMs + 1)],
    ['exceptions', () => record(5, 10, { exceptions: [{ from: later(world.now(), -11 * minuteMs), until: world.now(), why: 'dark' }] })],
  ])('that cannot be true (%s) are counted, and never sent again', (why, absurd) => {
    take('box', 's', record(4, 20))
    commit()
    proven = []
    take('box', 's', absurd(), record(6, 5))
    commit()
    expect([proven, taking.state().refused]).toEqual([['box 6'], { [why]: 1 }])
    expect(kept()).toEqual([
      ['s', 20, 5],
      ['s', 5, 5],
    ])
  })

  test('that find no room are not acknowledged, nor what the device sends after them; what waits is written when it can be', () => {
    const other = new Sqlite(file())
    // The first commit goes well, and nothing after it.
    other.exec("CREATE TRIGGER broken BEFORE INSERT ON plays WHEN NEW.screen <> 's' BEGIN SELECT RAISE(ABORT, 'no'); END")
    const many = (length: number) => Array.from({ length }, (_, n) => record(n, 100_000 - n * 5))
    take('odd', 'u', record(1, 20))
    take('big', 's', ...many(limits.proofQueue - 2))
    take('box', 't', record(1, 20), record(2, 15))
    expect(taking.state()).toEqual({ begunAnew: null, failingAt: world.wallMs(), waiting: limits.proofQueue, refused: {} })
    expect(proven).toEqual([])
    other.exec(
      "DROP TRIGGER broken; CREATE TRIGGER broken BEFORE INSERT ON plays WHEN NEW.screen = 't' BEGIN SELECT RAISE(ABORT, 'no'); END",
    )
    commit()
    // There is room again, but what came before this was turned away.
    take('box', 't', record(3, 10))
    other.exec('DROP TRIGGER broken')
    other.close()
    commit()
    take('box', 't', record(2, 15), record(3, 10))
    commit()
    expect([taking.state(), proven.slice(-2)]).toEqual([{ begunAnew: null, failingAt: null, waiting: 0, refused: {} }, ['box 1', 'box 3']])
    expect(proven.filter((one) => one.startsWith('box'))).toEqual(['box 1', 'box 3'])
    expect(
      taking
        .plays()
        .page(later(world.now(), -21 * minuteMs), world.now(), null, 10)
        .filter(({ screen }) => screen === 't'),
    ).toHaveLength(3)
  })

  test('older than is kept are forgotten, with their manifests', () => {
    take('box', 's', record(1, limits.proofKeptMs / minuteMs - 1), record(2, 10))
    commit()
    world.pass(2 * minuteMs)
    timers[1]?.()
    expect(kept()).toEqual([['s', 12, 5]])
  })
})

describe('the file', () => {
  const files = () => readdirSync(world.dataFolder).filter((name) => name.startsWith('telemetry'))

  test.each<[string, () => void, string]>([
    ['missing', () => rmSync(file()), 'missing'],
    ['broken', () => writeFileSync(file(), 'This is no database. '.repeat(500)), 'broken'],
    ['damaged', () => writeFileSync(file(), Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8_000, 7)])), 'broken'],
  ])('%s is begun anew, and that is said', (_, harm, why) => {
    take('box', 's', record(1, 10))
    taking.close()
    harm()
    taking = open()
    expect(taking.state().begunAnew).toMatchObject({ why, at: world.wallMs() })
    expect(files().some((name) => name.includes('.broken-'))).toBe(why === 'broken')
    take('box', 's', record(1, 10))
    commit()
    expect(kept()).toEqual([['s', 10, 5]])
  })

  test('that cannot be made is tried again, and boxes keep theirs meanwhile', () => {
    taking.close()
    rmSync(file())
    mkdirSync(file())
    taking = open()
    take('box', 's', record(1, 10))
    commit()
    expect([taking.state(), proven, kept()]).toEqual([{ begunAnew: null, failingAt: world.wallMs(), waiting: 1, refused: {} }, [], []])
    rmSync(file(), { recursive: true })
    commit()
    commit()
    expect([taking.state().failingAt, taking.state().begunAnew?.why, proven, kept()]).toEqual([null, 'missing', ['box 1'], [['s', 10, 5]]])
  })

  test('that was begun anew is spoken of for a while, also after a restart', () => {
    taking.close()
    writeFileSync(file(), 'This is no database. '.repeat(500))
    open().close()
    taking = open()
    expect(taking.state().begunAnew?.why).toBe('broken')
    world.pass(15 * dayMs)
    expect(taking.state().begunAnew).toBeNull()
  })

  test('of a newer version is refused in words, and stays as it is', () => {
    taking.close()
    const sqlite = new Sqlite(file())
    sqlite.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9e12)")
    sqlite.close()
    expect(open).toThrow(NewerFile)
    expect(open).toThrow(/newer version \(2 migrations, this version knows 1\)/)
    rmSync(file())
    taking = open()
  })

  test('new is no trouble', () => expect(taking.state()).toEqual({ begunAnew: null, failingAt: null, waiting: 0, refused: {} }))
})
