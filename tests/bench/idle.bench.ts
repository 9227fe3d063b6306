/** What players cost while nothing happens. */
import { readFileSync } from 'node:fs'
import { pause } from '../e2e/harness.ts'
import { openHall } from '../load/hall.ts'
import type { Figure } from './figure.ts'
import { monotonicMs } from './steady-truth.ts'

const many = 10_000
const some = 1_000
const classes = 50
const watchedS = Number(process.env['IDLE_SECONDS'] ?? 180)

/** Clocks have learnt their drift, and ask for the time as seldom as they will for weeks. */
const settlingMs = 130_000

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  idle_kb: memory,
  idle_cpu_pct: processor,
}

/** Heap and buffers after a collection, with all players against none. */
async function memory(): Promise<readonly Figure[]> {
  const hall = await openHall({ screens: many, classes })
  try {
    const before = await hall.server().used('memory')
    await hall.players(many, 0).all({ what: 'right', sinceMs: 1 })
    await pause(15_000)
    const after = await hall.server().used('memory')
    const each = (now: number, then: number): number => Number(((now - then) / many / 1_024).toFixed(1))
    const value = each(after.heapBytes, before.heapBytes)
    return [
      {
        figure: 'idle_kb',
        value,
        unit: 'kB a player',
        goal: 20,
        met: value <= 20,
        residentKb: each(after.residentBytes, before.residentBytes),
        players: many,
        classes,
      },
    ]
  } finally {
    await hall.close()
  }
}

/** Processor time of one core, and what the process hands to the disk, while everybody beats. */
async function processor(): Promise<readonly Figure[]> {
  const hall = await openHall({ screens: some, classes })
  try {
    const all = hall.players(some, 0)
    await all.all({ what: 'right', sinceMs: 1 })
    all.send({ t: 'beats', on: true })
    await pause(settlingMs)
    const server = hall.server()
    const from = { atMs: monotonicMs(), cpuUs: (await server.used('cpu')).cpuUs, bytes: writtenBytes(server.pid) }
    await pause(watchedS * 1_000)
    const passedMs = monotonicMs() - from.atMs
    const cpu = Number((((await server.used('cpu')).cpuUs - from.cpuUs) / passedMs / 10).toFixed(2))
    const written = Number(((writtenBytes(server.pid) - from.bytes) / 1_024 / (passedMs / 1_000)).toFixed(2))
    const more = { players: some, classes, seconds: watchedS }
    return [
      { figure: 'idle_cpu_pct', value: cpu, unit: '% of a core', goal: 3, met: cpu <= 3, ...more },
      { figure: 'idle_write_kb_s', value: written, unit: 'kB/s', goal: 10, met: written <= 10, ...more },
    ]
  } finally {
    await hall.close()
  }
}

/** What the process caused to be written to storage (proc(5), `write_bytes`). */
function writtenBytes(pid: number): number {
  const found = /^write_bytes: (\d+)$/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))
  return Number(found?.[1])
}
