/** How long it takes to say what was really shown: records on disk, read back and expanded by the engine. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expand } from '@infoskjerm/controller/telemetry/proof/expand.ts'
import { createMemory, type Memory } from '@infoskjerm/controller/telemetry/proof/memory.ts'
import { piecesOf } from '@infoskjerm/controller/telemetry/proof/pieces.ts'
import { createRows } from '@infoskjerm/controller/telemetry/proof/rows.ts'
import { readStretches } from '@infoskjerm/controller/telemetry/proof/stretches.ts'
import { openPlays, type Plays, type Taken } from '@infoskjerm/controller/telemetry/plays/store.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { type Manifest, manifestSchema } from '@infoskjerm/shared/model/manifest.ts'
import { generateVenue } from '@infoskjerm/shared/testing/event.ts'
import { randomFrom } from '@infoskjerm/shared/testing/random.ts'
import { dayMs, hourMs, instant } from '@infoskjerm/shared/time/instant.ts'
import type { PlayException } from '@infoskjerm/shared/wire/player.ts'
import type { Figure } from './figure.ts'

const screens = 500
const entries = 400
const publishesADay = 6
/** Of all records, so many end early because the page was loaded anew: each screen three times a day. */
const reloads = 0.01

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  proof_expand_s: async () => [await figure(1, 10), await figure(5, null)],
}

async function figure(days: number, goal: number | null): Promise<Figure> {
  const folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-bench-'))
  try {
    const plays = openPlays(path.join(folder, 'telemetry.sqlite'))
    const { rows, manifests } = fill(plays, days)
    const began = performance.now()
    const cpu = process.cpuUsage()
    const memory = createMemory(400_000)
    const { worstTurnMs, answered, pieces } = await withTurns(() => expandAll(plays, days, memory))
    const value = Number(((performance.now() - began) / 1_000).toFixed(2))
    const { user, system } = process.cpuUsage(cpu)
    const cpuS = Number(((user + system) / 1e6).toFixed(2))
    const againMs = performance.now()
    await expandAll(plays, days, memory)
    const againS = Number(((performance.now() - againMs) / 1_000).toFixed(2))
    plays.close()
    const conditions = {
      cpuS,
      againS,
      screens,
      days,
      entriesOfVenue: entries,
      manifests,
      publishesADay,
      records: rows,
      pieces,
      answered,
      worstTurnMs,
      reloadsADay: 288 * reloads,
    }
    return { figure: 'proof_expand_s', value, unit: 's', goal, met: goal === null ? null : value <= goal, ...conditions }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** What 500 players send: records that end at the clock's multiples of five minutes, a new manifest now and then, pages that are loaded anew in between, and something in the way of a few. */
export function fill(plays: Plays, days: number): { readonly rows: number; readonly manifests: number } {
  const random = randomFrom(3)
  const venue = generateVenue({ screens, entries }, 7)
  const number = new Map(venue.classes.map((manifest, at) => [manifest, at]))
  const epochMs = dayMs / publishesADay
  const textOf = (hash: string): string => {
    const [at = 0, epoch = 0] = hash.split('-').map(Number)
    const manifest = venue.classes[at]!
    return JSON.stringify({ ...manifest, event: { ...manifest.event, name: `${manifest.event.name} ${epoch}` } })
  }
  let rows = 0
  for (const [at, manifest] of venue.screens.entries()) {
    const taken: Taken[] = []
    for (let from = random.below(limits.proofMs); from < days * dayMs;) {
      const epoch = Math.floor(from / epochMs)
      const full = (Math.floor(from / limits.proofMs) + 1) * limits.proofMs
      const until = Math.min(full, (epoch + 1) * epochMs, random.chance(reloads) ? from + 1_000 + random.below(full - from) : Infinity)
      const hash = `${number.get(manifest)!}-${epoch}`
      const exceptions: PlayException[] = random.chance(0.02)
        ? [{ from: instant(from), until: instant(from + 9_000), why: 'substituted' }]
        : []
      taken.push({
        device: `d${at}`,
        screen: `screen${at}`,
        record: { number: taken.length, manifest: hash, from: instant(from), until: instant(until), exceptions },
      })
      // A page that is loaded anew is away for some seconds.
      from = until === full || until === (epoch + 1) * epochMs ? until : until + 4_000
    }
    plays.keep(taken, textOf)
    rows += taken.length
  }
  return { rows, manifests: venue.classes.length * publishesADay * days }
}

export async function expandAll(
  plays: Plays,
  days: number,
  memory: Memory,
): Promise<{ readonly answered: number; readonly pieces: number }> {
  const end = instant(days * dayMs)
  const edges = Array.from({ length: days + 1 }, (_, day) => instant(day * dayMs))
  const stretches = await readStretches(plays, edges[0]!, end, () => true)
  const pieces = [...stretches].flatMap(([screen, own]) =>
    piecesOf(screen, own, { first: 'in-service', turns: [] }, null, { edges, silentUntil: instant(end - hourMs) }),
  )
  const rows = createRows({ days: edges.map(String), sponsor: null })
  const manifestOf = (id: number): Manifest => manifestSchema.parse(JSON.parse(plays.manifest(id)))
  await expand(pieces, { manifestOf, steps: {}, memory, monotonicMs: () => performance.now() }, rows.add)
  return { answered: rows.read().length, pieces: pieces.length }
}

/** Runs the work, and how long others had to wait for their turn at worst (ms). */
async function withTurns<T extends object>(work: () => Promise<T>): Promise<T & { readonly worstTurnMs: number }> {
  let last = performance.now()
  let worst = 0
  const timer = setInterval(() => {
    const now = performance.now()
    worst = Math.max(worst, now - last)
    last = now
  }, 1)
  const done = await work()
  clearInterval(timer)
  return { ...done, worstTurnMs: Math.round(worst) }
}
