/** Frames of the glass that are not whole while items change, and what the page keeps of them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { transitions } from '@infoskjerm/shared/model/theme.ts'
import { startBrowser } from '../e2e/harness.ts'
import { call, type BadFrame, openLab, type Probed } from '../glass/probe.ts'
import type { Figure } from './figure.ts'

const changes = Number(process.env['BLACK_CHANGES'] ?? 2_000)
const seed = Number(process.env['BLACK_SEED'] ?? 1)
const heapChanges = Number(process.env['HEAP_CHANGES'] ?? 3_000)
/** The heap is measured after each of so many stretches of equal length. */
const stretches = 10
const faultPct = 25

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  black_frames: black,
  heap_slope_kb_per_1000: heap,
}

/** Pictures of frames that were not whole are left here, beside what had happened. */
const kept = process.env['BLACK_KEPT'] ?? null

/** One page for each kind of change at once, an item about every third of a second on each. */
async function black(): Promise<readonly Figure[]> {
  const browser = await startBrowser()
  const lab = await openLab(browser)
  try {
    const probed = await Promise.all(
      transitions.map((transition, at) =>
        lab.probe({ ...lab.course(changes / transitions.length, seed + at, [100, 600], faultPct, false), isMixed: true, transition }, 0),
      ),
    )
    const bad = probed.flatMap((one) => one.bad)
    if (kept !== null) keep(kept, bad)
    const sum = (of: (one: Probed) => number): number => probed.reduce((total, one) => total + of(one), 0)
    const value = sum((one) => one.black + one.blank + one.partial)
    return [
      {
        figure: 'black_frames',
        value,
        unit: 'frames',
        goal: 0,
        met: value === 0,
        black: sum((one) => one.black),
        blank: sum((one) => one.blank),
        partial: sum((one) => one.partial),
        changes: sum((one) => one.changes),
        painted: sum((one) => one.painted),
        substituted: sum((one) => one.substituted),
        frames: sum((one) => one.frames),
        missedAtMost: sum((one) => one.missed),
        cornersFree: sum((one) => one.free),
        faultPct,
        seed,
        transitions,
      },
    ]
  } finally {
    await lab.close()
    await browser.close()
  }
}

function keep(folder: string, bad: readonly BadFrame[]): void {
  mkdirSync(folder, { recursive: true })
  for (const { verdict, at, jpeg, moments } of bad) {
    const name = path.join(folder, `${Math.round(at)}-${verdict}`)
    writeFileSync(`${name}.jpg`, Buffer.from(jpeg, 'base64'))
    writeFileSync(`${name}.txt`, `${moments.join('\n')}\n`)
  }
}

/** One page with cuts as fast as items can be prepared, without faults; the first stretch fills caches and is not counted. */
async function heap(): Promise<readonly Figure[]> {
  const browser = await startBrowser()
  const lab = await openLab(browser)
  try {
    const page = await lab.open(true, 'cut')
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable')
    const measure = async (): Promise<{ readonly heapKb: number; readonly nodes: number; readonly listeners: number }> => {
      for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage')
      const { metrics } = await session.send('Performance.getMetrics')
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
      return { heapKb: of('JSHeapUsedSize') / 1_024, nodes: of('Nodes'), listeners: of('JSEventListeners') }
    }
    const each = heapChanges / stretches
    const { pictures, films, pages: sites, ...course } = lab.course(each, 1, [0, 0], 0, true)
    const quick = (urls: readonly string[]): readonly string[] => urls.filter((url) => !url.includes('/slow/'))
    const measured: Awaited<ReturnType<typeof measure>>[] = []
    for (let stretch = 0; stretch <= stretches; stretch++) {
      await call(page, 'run', { ...course, pictures: quick(pictures), films: quick(films), pages: sites.slice(0, 1), seed: stretch + 1 })
      measured.push(await measure())
    }
    const [first, ...rest] = measured
    const last = rest.at(-1)
    const value = (((last?.heapKb ?? 0) - (first?.heapKb ?? 0)) / (each * stretches)) * 1_000
    return [
      {
        figure: 'heap_slope_kb_per_1000',
        value: Math.round(value * 10) / 10,
        unit: 'kB',
        goal: 100,
        met: value <= 100,
        changes: each * stretches,
        heapKb: measured.map(({ heapKb }) => Math.round(heapKb)),
        nodes: measured.map(({ nodes }) => nodes),
        listeners: measured.map(({ listeners }) => listeners),
      },
    ]
  } finally {
    await lab.close()
    await browser.close()
  }
}
