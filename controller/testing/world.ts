/** A world for tests: a real SQLite file in a fresh folder, a clock that is moved by hand. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instant, type Instant } from '@infoskjerm/shared/time/instant.ts'
import { pino } from 'pino'
import { openDatabase } from '../storage/database.ts'
import { createStore } from '../storage/store.ts'
import type { World } from '../world.ts'

export interface TestWorld extends World {
  /** Moves every clock of the world. */
  readonly pass: (ms: number) => void
  readonly close: () => void
}

/** In tests nothing that goes wrong is passed over. */
export function rethrow(error: unknown): never {
  throw error
}

/** A world that begins at `start` (an RFC 3339 instant), with an empty event `tg` in Europe/Oslo and an area `hall`. */
export function createTestWorld(start = '2027-03-26T21:40:00Z'): TestWorld {
  const dataFolder = mkdtempSync(join(tmpdir(), 'infoskjerm-test-'))
  const database = openDatabase(join(dataFolder, 'infoskjerm.sqlite'))
  let nowMs = Date.parse(start)
  let ids = 0
  const store = createStore(database, () => nowMs, rethrow)
  const world: TestWorld = {
    store,
    now: (): Instant => instant(nowMs),
    wallMs: () => nowMs,
    monotonicMs: () => nowMs,
    newId: () => `id${++ids}`,
    log: pino({ level: 'silent' }),
    dataFolder,
    operationOf: () => null,
    despiteFullDisk: (write) => write(),
    pass: (ms) => {
      nowMs += ms
    },
    close: () => {
      database.close()
      rmSync(dataFolder, { recursive: true })
    },
  }
  store.write({ id: 'test', name: 'Test' }, 'set-up', (tx) => {
    tx.put('events', {
      id: 'tg',
      name: 'TG27',
      venueName: 'Vikingskipet',
      firstDay: '2027-03-24',
      lastDay: '2027-03-28',
      zone: 'Europe/Oslo',
      dayBreak: '05:00',
      theme: 'tg27',
      current: true,
      sampleReach: null,
      phase: 'running',
    })
    tx.put('areas', { id: 'hall', event: 'tg', name: 'Hallen', position: 0 })
  })
  return world
}
