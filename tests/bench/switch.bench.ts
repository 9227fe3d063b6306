/** Whether a crossfade of two pictures as large as the glass keeps up with the panel: frames left out while it lasts, and while nothing changes. */
import type { Page } from 'playwright'
import { startBrowser } from '../e2e/harness.ts'
import { call, type Lab, openLab } from '../glass/probe.ts'
import type { Switched } from '../glass/switches.ts'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'

const switches = Number(process.env['SWITCHES'] ?? 100)
const size = { width: 1920, height: 1080 } as const

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  switch_dropped_frames: switchDroppedFrames,
}

/** Nothing changes on the same page for a while before and after: what it misses there is the machine's. */
async function switchDroppedFrames(): Promise<readonly Figure[]> {
  const browser = await startBrowser()
  const lab = await openLab(browser)
  try {
    const page = await wide(lab)
    const before = await standStill(page)
    const fades = await call(page, 'switchPictures', switches, size.width, size.height)
    const still = [...before, ...(await standStill(page))]
    const dropped = fades.map(({ stamps }) => droppedIn(stamps))
    const value = percentile(dropped, 0.99)
    const longest = fades.map(({ stamps }) => percentile(gaps(stamps), 1))
    return [
      {
        figure: 'switch_dropped_frames',
        percentile: 99,
        value,
        unit: 'frames',
        goal: 1,
        met: value <= 1,
        switches: fades.length,
        p50: percentile(dropped, 0.5),
        longestGapMs: { p50: percentile(longest, 0.5), p99: percentile(longest, 0.99) },
        stillP99: percentile(still.map(droppedIn), 0.99),
        stillLongestGapMs: percentile(still.flatMap(gaps), 1),
        ...size,
      },
    ]
  } finally {
    await lab.close()
    await browser.close()
  }
}

async function wide(lab: Lab): Promise<Page> {
  const page = await lab.open(false, 'crossfade')
  await page.setViewportSize(size)
  return page
}

async function standStill(page: Page): Promise<readonly (readonly number[])[]> {
  const still: Switched[] = await call(page, 'standStill', Math.ceil(switches / 4))
  return still.map(({ stamps }) => stamps)
}

const gaps = (stamps: readonly number[]): readonly number[] => stamps.slice(1).map((at, index) => at - (stamps[index] ?? at))

/** Frames of 60 a second that were left out between the stamps. */
function droppedIn(stamps: readonly number[]): number {
  return gaps(stamps).reduce((sum, gapMs) => sum + Math.max(0, Math.round((gapMs * 60) / 1_000) - 1), 0)
}
