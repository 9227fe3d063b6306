/** What beats cost the controller: taken in, compared with what is expected, and looked at for the crew four times a second. */
import { createReporting } from '@infoskjerm/controller/realtime/reporting.ts'
import { atOnce } from '@infoskjerm/controller/publish/pace.ts'
import { createPublisher } from '@infoskjerm/controller/publish/publisher.ts'
import { createSigner } from '@infoskjerm/controller/publish/keys.ts'
import { author, createTestVenue, entryRow, screenRow } from '@infoskjerm/controller/realtime/testing.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { noOverrides } from '@infoskjerm/shared/model/override.ts'
import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { decodeBeat, encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import type { Figure } from './figure.ts'

const areas = 50
const rounds = 12
/** The crew's pages are brought up to date this often. */
const lookEveryMs = 250

export const benches: Record<string, () => readonly Figure[]> = {
  beat_cpu_us: () => [1_000, 10_000].map(figure),
}

function figure(count: number): Figure {
  const { world, beats, telemetry } = hallOf(count)
  const perLook = Math.ceil(count / (limits.beatMs / lookEveryMs))
  const cpus: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = process.cpuUsage()
    for (let at = 0; at < count; at += perLook) {
      for (const [screen, text] of beats(at, at + perLook)) telemetry.beat(screen, decodeBeat(text)!)
      telemetry.statuses()
      world.pass(lookEveryMs)
    }
    const { user, system } = process.cpuUsage(began)
    cpus.push((user + system) / count)
  }
  world.close()
  const median = cpus.slice(2).toSorted((a, b) => a - b)[Math.floor((rounds - 2) / 2)]!
  const value = Number(median.toFixed(2))
  const cpuPct = Number(((value * count) / (limits.beatMs * 10)).toFixed(2))
  const goal = 30
  return {
    figure: 'beat_cpu_us',
    value,
    unit: 'us',
    goal,
    met: value <= goal,
    screens: count,
    classes: areas,
    beatMs: limits.beatMs,
    cpuPctOfACore: cpuPct,
    rounds,
    of: 'decoding, comparing and the statuses for crew pages; the socket apart',
  }
}

function hallOf(count: number) {
  const world = createTestVenue()
  world.store.write(author, 'bench', (tx) => {
    for (let area = 0; area < areas; area++) {
      tx.put('areas', { id: `area${area}`, event: 'tg', name: `Area ${area}`, position: area })
      tx.put('schedule', { ...entryRow(`entry${area}`, 'extra', { kind: 'always' }), target: { kind: 'area', area: `area${area}` } })
    }
    for (let screen = 0; screen < count; screen++) {
      tx.put('screens', screenRow(`screen${screen}`, `area${screen % areas}`))
      tx.put('devices', {
        id: `d${screen}`,
        screen: `screen${screen}`,
        secretHash: `${screen}`,
        local: false,
        pairedAt: 0,
        quarantinedAt: null,
      })
    }
  })
  const publisher = createPublisher({
    world,
    signer: createSigner(world.dataFolder),
    pace: atOnce,
    readProgramme: () => ({ stages: [], happenings: [] }),
    readOverrides: () => noOverrides,
    readLive: () => nothingLive,
  })
  const { telemetry } = createReporting(world, publisher)
  function* beats(from: number, until: number): Generator<[string, string]> {
    for (let at = from; at < Math.min(until, count); at++) {
      const screen = `screen${at}`
      const scene = known.get(at % areas) ?? ''
      yield [screen, encodeBeat({ scene, order: publisher.orderOf(screen, false), drawnAt: world.now(), sentMs: 1 })]
    }
  }
  /** What a player of each area would say first; in time it is no longer right, which costs no less. */
  const known = new Map(
    Array.from({ length: areas }, (_, area) => [area, sceneHash(publisher.sceneOf(`screen${area}`, false, world.now())!)]),
  )
  return { world, beats, telemetry }
}
