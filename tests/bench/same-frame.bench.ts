/** Whether two screens change in the same frame, whenever they were opened. */
import type { Browser } from 'playwright'
import { openPlayer, pause, type PlayerPage, signIn, startBrowser, startController } from '../e2e/harness.ts'
import { makeShow } from '../e2e/show.ts'
import type {} from '../../player/page/diagnostics.ts'
import type { Figure } from './figure.ts'

/** Changes in all, a quarter of them in each way of opening; the shortest item there may be. */
const changes = Number(process.env['SAME_FRAME_CHANGES'] ?? 2_000)
const itemMs = 1_000
/** One frame at 60 Hz (ms). */
const frameMs = 1_000 / 60
const glass = { width: 1_280, height: 720 }

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  same_frame: sameFrame,
}

interface Turn {
  readonly key: string
  readonly chosenAt: number
}

/** What became of the changes that both pages were there for. `late`: one of the two got no frame in time. */
interface Count {
  same: number
  other: number
  late: number
}

async function sameFrame(): Promise<readonly Figure[]> {
  const controller = await startController()
  const browser = await startBrowser()
  const sum: Count = { same: 0, other: 0, late: 0 }
  const ways: Record<string, Count> = {}
  try {
    const api = await signIn(controller)
    await api.ok('DELETE', '/sample')
    await makeShow(api, ['En', 'To', 'Tre', 'Fire', 'Fem', 'Seks', 'Sju'], itemMs)
    const url = `${controller.origin}/player/`
    for (const apartS of [1, 7, 61]) ways[`${apartS} s apart`] = await watch(browser, url, async () => pause(apartS * 1_000), false)
    ways['after a reload'] = await watch(browser, url, async () => pause(1_000), true)
  } finally {
    await browser.close()
    await controller.close()
  }
  for (const { same, other, late } of Object.values(ways)) {
    sum.same += same
    sum.other += other
    sum.late += late
  }
  const value = Number((sum.same / (sum.same + sum.other)).toFixed(5))
  const goal = 0.999
  const glassText = `${glass.width}×${glass.height}`
  return [
    {
      figure: 'same_frame',
      value,
      unit: 'share',
      goal,
      met: value >= goal,
      changes: sum.same + sum.other,
      late: sum.late,
      glass: glassText,
      ways,
    },
  ]
}

/** Opens one page, and after a while the other, lets them play a quarter of the changes, and compares. */
async function watch(browser: Browser, url: string, meanwhile: () => Promise<void>, reload: boolean): Promise<Count> {
  const first = await openPlayer(browser, url, glass)
  await meanwhile()
  const second = await openPlayer(browser, url, glass)
  await Promise.all([first, second].map(settled))
  if (reload) {
    await second.page.reload()
    await settled(second)
  }
  const turns = [new Map<number, Turn>(), new Map<number, Turn>()] as const
  for (let leftMs = (changes / 4) * itemMs; leftMs > 0; leftMs -= pollMs) {
    await pause(Math.min(leftMs, pollMs))
    for (const [at, page] of [first, second].entries()) for (const turn of await page.log()) turns[at]?.set(changeOf(turn), turn)
  }
  await first.context.close()
  await second.context.close()
  return compare(turns[0], turns[1])
}

/** Pages keep some hundred turns. */
const pollMs = 60_000

/** The page knows the time well, and has had turns that it began in time. */
async function settled({ page }: PlayerPage): Promise<void> {
  await page.waitForFunction(() => window.infoskjerm.errorBoundMs < 5 && window.infoskjerm.log.length > 0)
  await pause(3_000)
  await page.evaluate(() => void window.infoskjerm.log.splice(0))
}

/** Items are whole seconds, and so are their beginnings. */
function changeOf({ chosenAt }: Turn): number {
  return Math.round(chosenAt / itemMs) * itemMs
}

function compare(first: ReadonlyMap<number, Turn>, second: ReadonlyMap<number, Turn>): Count {
  const count: Count = { same: 0, other: 0, late: 0 }
  for (const [at, one] of first) {
    const two = second.get(at)
    if (two === undefined) continue
    const isLate = [one, two].some(({ chosenAt }) => chosenAt - at > 2 * frameMs)
    if (isLate) count.late++
    else if (one.key === two.key && Math.abs(one.chosenAt - two.chosenAt) <= frameMs) count.same++
    else count.other++
  }
  return count
}
