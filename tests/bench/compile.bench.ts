/** What it costs the controller to publish one slide that is in every class, and how long others have to wait meanwhile. */
import { createSigner, type Signer } from '@infoskjerm/controller/publish/keys.ts'
import { type Pace, steadyPace } from '@infoskjerm/controller/publish/pace.ts'
import { createPublisher } from '@infoskjerm/controller/publish/publisher.ts'
import { author, createTestVenue, entryRow, list, screenRow, slide } from '@infoskjerm/controller/realtime/testing.ts'
import type { TestWorld } from '@infoskjerm/controller/testing/world.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { noOverrides } from '@infoskjerm/shared/model/override.ts'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'

const classes = 50
const screens = 10_000
const rounds = 30

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  compile_50_classes_ms: async () => {
    const world = createTestVenue()
    try {
      fill(world)
      return [await figure(world)]
    } finally {
      world.close()
    }
  },
}

async function figure(world: TestWorld): Promise<Figure> {
  const signed: string[] = []
  const slices: number[] = []
  const publisher = createPublisher({
    world: { ...world, monotonicMs: () => performance.now() },
    signer: counting(createSigner(world.dataFolder), signed),
    pace: timed(steadyPace(), slices),
    readProgramme: () => ({ stages: [], happenings: [] }),
    readOverrides: () => noOverrides,
    readLive: () => nothingLive,
  })
  let manifests = 0
  publisher.onChange(({ documents }) => void (manifests += documents.size))
  const tookMs: number[] = []
  const commitMs: number[] = []
  signed.length = 0
  for (let round = 0; round < rounds; round++) {
    await new Promise((resolve) => setTimeout(resolve, 2 * limits.coalesceMs))
    const beganMs = performance.now()
    publishSlide(world, `Runde ${round}`)
    commitMs.push(performance.now() - beganMs)
    await publisher.settled()
    tookMs.push(performance.now() - beganMs)
  }
  publisher.close()
  const value = rounded(percentile(tookMs, 0.5))
  const waits = {
    commitP99Ms: rounded(percentile(commitMs, 0.99)),
    sliceP50Ms: rounded(percentile(slices, 0.5)),
    sliceP99Ms: rounded(percentile(slices, 0.99)),
    sliceWorstMs: rounded(Math.max(...slices)),
  }
  const counts = { manifestsPerPublish: manifests / rounds, signaturesPerPublish: signed.length / rounds }
  const isMet = counts.manifestsPerPublish === classes && counts.signaturesPerPublish === classes
  const goal = `${classes} manifests and ${classes} signatures`
  return {
    figure: 'compile_50_classes_ms',
    value,
    unit: 'ms',
    goal: null,
    met: isMet,
    promised: goal,
    p99: rounded(percentile(tookMs, 0.99)),
    ...counts,
    ...waits,
    screens,
    classes,
    rounds,
  }
}

function fill({ store }: TestWorld): void {
  store.write(author, 'set-up', (tx) => {
    for (let at = 0; at < classes; at++) {
      const id = `area${at}`
      tx.put('areas', { id, event: 'tg', name: id, position: at })
      for (let own = 0; own < 10; own++)
        tx.put('slides', { id: `${id}-${own}`, event: 'tg', draft: null, published: slide(`${id} ${own}`), changedAt: 0, changedBy: '' })
      const items = Array.from({ length: 10 }, (_, own) => `${id}-${own}`)
      tx.put('playlists', { id, event: 'tg', draft: null, published: list(id, ...items), changedAt: 0, changedBy: '' })
      tx.put('schedule', { ...entryRow(id, id, { kind: 'always' }), target: { kind: 'area', area: id } })
    }
    for (let screen = 0; screen < screens; screen++) tx.put('screens', screenRow(`screen${screen}`, `area${screen % classes}`))
    for (const id of ['a1', 'a2', 'b1']) tx.remove('screens', id)
  })
}

function publishSlide({ store }: TestWorld, name: string): void {
  store.write(author, 'publish', (tx) =>
    tx.put('slides', { id: 's1', event: 'tg', draft: null, published: slide(name), changedAt: 0, changedBy: '' }),
  )
}

function counting(signer: Signer, signed: string[]): Signer {
  return {
    ...signer,
    sign: (body) => {
      signed.push(body.kind)
      return signer.sign(body)
    },
  }
}

function timed(pace: Pace, slices: number[]): Pace {
  return {
    ...pace,
    after: (ms, work) =>
      pace.after(ms, () => {
        const beganMs = performance.now()
        work()
        slices.push(performance.now() - beganMs)
      }),
  }
}

function rounded(ms: number): number {
  return Number(ms.toFixed(1))
}
