/** Frames of the glass that are not whole while items change, and what the page keeps of them. */
import { startBrowser } from '../e2e/harness.ts'
import { call, openLab, type Probed } from '../glass/probe.ts'
import type { Figure } from './figure.ts'

const changes = Number(process.env['BLACK_CHANGES'] ?? 2_000)
const pages = 4
const heapChanges = Number(process.env['HEAP_CHANGES'] ?? 3_000)
/** The heap is measured after each of so many stretches of equal length. */
const stretches = 10
const faultPct = 25

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  black_frames: black,
  heap_slope_kb_per_1000: heap,
}

/** Four pages at once, a change about every third of a second on each. */
async function black(): Promise<readonly Figure[]> {
  const browser = await startBrowser()
  const lab = await openLab(browser)
  try {
    const probed = await Promise.all(
      Array.from({ length: pages }, (_, seed) => lab.probe(lab.course(changes / pages, seed + 1, [100, 600], faultPct, false), 0)),
    )
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
        faultPct,
        pages,
      },
    ]
  } finally {
    await lab.close()
    await browser.close()
  }
}

/** One page with cuts as fast as items can be prepared, without faults; the first stretch fills caches and is not counted. */
async function heap(): Promise<readonly Figure[]> {
  const browser = await startBrowser()
  const lab = await openLab(browser)
  try {
    const page = await lab.open(true)
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
