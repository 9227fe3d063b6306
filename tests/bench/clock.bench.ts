/** How well a page knows the time: its synced clock against the truth, on a quiet network, on a bad one, and after the venue's clock was set. */
import { join } from 'node:path'
import type { Page } from 'playwright'
import { openPlayer, pause, type PlayerPage, type RunningController, signIn, startBrowser, startController } from '../e2e/harness.ts'
import type {} from '../../player/page/diagnostics.ts'
import { createBadLine } from './bad-line.ts'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'
import { pageOriginMs, servedOffsetMs } from './steady-truth.ts'

/** Seconds of measuring, and before it of settling down. */
const measuredS = Number(process.env['CLOCK_SECONDS'] ?? 120)
const settlingS = 60
const readingsPerS = 4
const truthEveryS = 5

/** Each way takes 20 ms, give or take 20 (uniformly), in order; what is lost comes again after TCP's shortest time-out. */
const bad = { delayMs: 20, jitterMs: 20, loss: 0.02, againMs: 200 }

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  clock_error_ms: async () => [...(await quiet()), ...(await uneven())],
  clock_right_s: afterJumps,
}

async function quiet(): Promise<readonly Figure[]> {
  return withController(async (controller) => {
    const browser = await startBrowser()
    try {
      const player = await openPlayer(browser, `${controller.origin}/player/`)
      return [figure('quiet', await errorsOf(player.page, controller), 0.5, {})]
    } finally {
      await browser.close()
    }
  })
}

async function uneven(): Promise<readonly Figure[]> {
  return withController(async (controller) => {
    const line = await createBadLine(controller.port, bad)
    const browser = await startBrowser()
    try {
      const player = await openPlayer(browser, `http://hallen.test:${line.port}/player/`)
      await pairByCode(controller, player)
      return [
        figure('uneven', await errorsOf(player.page, controller), 2, {
          ...bad,
          ways: 'both',
          by: 'a proxy: this kernel may have no netem',
        }),
      ]
    } finally {
      await browser.close()
      line.close()
    }
  })
}

async function afterJumps(): Promise<readonly Figure[]> {
  return withController(async (controller) => {
    const api = await signIn(controller)
    await api.ok('DELETE', '/sample')
    const browser = await startBrowser()
    try {
      const { page } = await openPlayer(browser, `${controller.origin}/player/`)
      const originMs = await pageOriginMs(page)
      await pause(5_000)
      const figures: Figure[] = []
      for (const [name, wallMs] of [
        ['an hour ahead', 3_600_000],
        ['back again', 0],
      ] as const) {
        controller.tell(wallMs)
        const movedMs = await movedOf(api)
        await api.ok('POST', '/clock/accept', { movedMs })
        const from = performance.now()
        const truthMs = await servedOffsetMs(controller.port)
        const errorMs = async (): Promise<number> => Math.abs((await offsetOf(page)) - originMs - truthMs)
        while ((await errorMs()) > 2 && performance.now() - from < 30_000) await pause(20)
        const value = Number(((performance.now() - from) / 1_000).toFixed(2))
        figures.push({ figure: 'clock_right_s', value, unit: 's', goal: 5, met: value <= 5, after: name, within: '2 ms' })
      }
      return figures
    } finally {
      await browser.close()
    }
  })
}

type AnyApi = Awaited<ReturnType<typeof signIn>>

async function movedOf(api: AnyApi): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const { movedMs } = await api.ok<{ movedMs: number }>('GET', '/clock')
    if (movedMs !== 0) return movedMs
    await pause(100)
  }
  throw new Error('the controller did not notice that its clock was set')
}

/** Signed errors (ms), read again and again while the page plays. */
async function errorsOf(
  page: Page,
  controller: RunningController,
): Promise<{ readonly errorsMs: readonly number[]; readonly beyondBound: number }> {
  const originMs = await pageOriginMs(page)
  await pause(settlingS * 1_000)
  const errorsMs: number[] = []
  let beyondBound = 0
  let truthMs = 0
  for (let n = 0; n < measuredS * readingsPerS; n++) {
    if (n % (truthEveryS * readingsPerS) === 0) truthMs = await servedOffsetMs(controller.port)
    const { offsetMs, boundMs } = await page.evaluate(() => ({
      offsetMs: window.infoskjerm.offsetMs,
      boundMs: window.infoskjerm.errorBoundMs,
    }))
    const errorMs = offsetMs - originMs - truthMs
    errorsMs.push(errorMs)
    if (Math.abs(errorMs) > boundMs + 0.2) beyondBound++
    await pause(1_000 / readingsPerS)
  }
  return { errorsMs, beyondBound }
}

function offsetOf(page: Page): Promise<number> {
  return page.evaluate(() => window.infoskjerm.offsetMs)
}

function figure(network: string, { errorsMs, beyondBound }: Awaited<ReturnType<typeof errorsOf>>, goal: number, more: object): Figure {
  const sizes = errorsMs.map((ms) => Math.abs(ms) * 1_000)
  const value = percentile(sizes, 0.99) / 1_000
  return {
    figure: 'clock_error_ms',
    percentile: 99,
    value: Number(value.toFixed(3)),
    unit: 'ms',
    goal,
    met: value <= goal,
    network,
    p50: Number((percentile(sizes, 0.5) / 1_000).toFixed(3)),
    worst: Number((percentile(sizes, 1) / 1_000).toFixed(3)),
    mean: Number((errorsMs.reduce((sum, ms) => sum + ms, 0) / errorsMs.length).toFixed(3)),
    readings: errorsMs.length,
    beyondItsBound: beyondBound,
    ...more,
  }
}

async function pairByCode(controller: RunningController, player: PlayerPage): Promise<void> {
  const api = await signIn(controller)
  const areas = await api.ok<readonly { id: string }[]>('GET', '/areas')
  const board = player.page.locator('is-pairing-board')
  await board.waitFor()
  const code = await board.evaluate((element) => (element as unknown as { readonly code: string }).code)
  await api.ok('POST', '/screens/pair', { code, screen: null, name: 'Boksen', area: areas[0]?.id ?? '' })
  await player.page.waitForFunction(() => window.infoskjerm.log.length > 0 && Number.isFinite(window.infoskjerm.errorBoundMs))
}

async function withController(measure: (controller: RunningController) => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  const controller = await startController({ host: '127.0.0.1', preload: join(import.meta.dirname, 'shifted-wall.ts') })
  try {
    return await measure(controller)
  } finally {
    await controller.close()
  }
}
