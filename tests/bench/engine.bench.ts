/** How fast the engine is, and how it grows. Measured on the engine as it is bundled for a player. */
import { gzipSync } from 'node:zlib'
import { bundle, type Caller, withModule } from './bundle.ts'
import type { Figure } from './figure.ts'
import * as workload from './workload.ts'

type Workload = typeof workload
const { windowHours } = workload
const sizes = [10, 100, 1_000, 10_000]

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  resolve_us: () =>
    eachSize(async (call, entries, rivals) => {
      const { p50: value, inOrder, ...more } = await call('resolveUs', { entries, rivals }, 20_000)
      const turnAfterTurn = { inOrderP50: inOrder.p50, inOrderP99: inOrder.p99 }
      const goal = entries === 1_000 ? 5 : null
      return {
        figure: 'resolve_us',
        value,
        unit: 'us',
        goal,
        met: met(value, goal),
        ...more,
        ...turnAfterTurn,
        entries,
        rivals,
        windowHours,
        instants: 'random',
      }
    }),

  compile_ms: () =>
    eachSize(async (call, entries, rivals) => {
      const { p50: value, ...more } = await call('compileMs', { entries, rivals }, entries > 1_000 ? 9 : 30)
      const perEntryUs = Number(((value * 1_000) / entries).toFixed(1))
      return { figure: 'compile_ms', value, unit: 'ms', goal: null, met: null, ...more, entries, rivals, perEntryUs, windowHours }
    }),

  resolve_far_ratio: async () => {
    const { near, far, ...compiled } = await inWorkload((call) => call('farUs', 20_000))
    const value = Number((far.p50 / near.p50).toFixed(2))
    const of = 'one exclusive occurrence of 20 years, shuffled, with visits that take two, and rivals; an hour each, in turn'
    const us = { nearUs: near.p50, farUs: far.p50, nearP99Us: near.p99, farP99Us: far.p99, ...compiled }
    return [{ figure: 'resolve_far_ratio', value, unit: '1', goal: 2, met: met(value, 2), near: '1 min', far: '10 years', of, ...us }]
  },

  timeline_500_screens_week_ms: async () => {
    const { p50: value, ...more } = await inWorkload((call) => call('timelineMs', 500, 400, 9))
    const conditions = { screens: 500, days: 7, entriesOfVenue: 400, compile: 'included' }
    return [{ figure: 'timeline_500_screens_week_ms', value, unit: 'ms', goal: 1_000, met: met(value, 1_000), ...conditions, ...more }]
  },

  resolve_alloc_bytes: async () => [await allocFigure(true), await allocFigure(false)],

  engine_gzip_kb: async () => {
    const page = exported(ofPage)
    const whole = `${page}\n${exported(ofCrew)}`
    const [value, wholeKb, wholeWithParsersKb] = await Promise.all([gzipKb(page, true), gzipKb(whole, true), gzipKb(whole, false)])
    const more = { gzip: 9, of: `${ofPage.map(([, names]) => names).join(', ')}; parsers apart`, wholeKb, wholeWithParsersKb }
    return [{ figure: 'engine_gzip_kb', value, unit: 'kB', goal: 10, met: met(value, 10), ...more }]
  },
}

/** What a player's page imports of the engine. */
const ofPage: readonly (readonly [file: string, names: string])[] = [
  ['engine/compile', 'compile'],
  ['engine/plan', 'covers'],
  ['engine/resolve', 'resolve'],
  ['engine/diff', 'diff'],
  ['engine/ahead', 'ahead'],
  ['engine/hash', 'sceneHash'],
  ['engine/look', 'lookOf'],
  ['engine/override', 'overrideAt'],
]

/** What only the crew's pages and the controller import besides. */
const ofCrew: typeof ofPage = [
  ['engine/timeline', 'timeline'],
  ['engine/explain', 'explain'],
  ['engine/lint', 'lint'],
  ['engine/airtime', 'airtime'],
  ['engine/reanchor', 'reanchor'],
]

function exported(list: typeof ofPage): string {
  return list.map(([file, names]) => `export { ${names} } from '@infoskjerm/shared/${file}.ts'`).join('\n')
}

/** One figure for each size, and one without rivals beside the size that matters. */
async function eachSize(
  measure: (call: Caller<Workload>, entries: number, rivals: boolean) => Promise<Figure>,
): Promise<readonly Figure[]> {
  return inWorkload(async (call) => {
    const figures: Figure[] = []
    for (const entries of sizes) figures.push(await measure(call, entries, true))
    return [...figures, await measure(call, 1_000, false)]
  })
}

async function inWorkload<T>(use: (call: Caller<Workload>) => Promise<T>): Promise<T> {
  return withModule<Workload, T>('./workload.ts', [], use)
}

async function allocFigure(rivals: boolean): Promise<Figure> {
  const calls = 20_000
  const size = { entries: 1_000, rivals }
  const flags = ['--expose-gc', '--max-semi-space-size=512', '--min-semi-space-size=512']
  const bytes = await withModule<Workload, number>('./workload.ts', flags, (call) => call('allocatedBytes', size, calls))
  return { figure: 'resolve_alloc_bytes', value: Math.round(bytes), unit: 'B', goal: null, met: null, ...size, instants: 'random', calls }
}

async function gzipKb(source: string, bare: boolean): Promise<number> {
  const code = await bundle(source, { minified: true, bare })
  return Number((gzipSync(code, { level: 9 }).length / 1_000).toFixed(1))
}

function met(value: number, goal: number | null): boolean | null {
  return goal === null ? null : value <= goal
}
