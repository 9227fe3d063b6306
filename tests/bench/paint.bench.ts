/** What the hall notices: how long from *Vis på skjermene* until the new words stand on the glass of a real browser, and from opening the player page to its first slide. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { type Api, type RunningController, signIn, startBrowser, startController } from '../e2e/harness.ts'
import { makeShow, playlistOf, textSlide } from '../e2e/show.ts'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'

const publishes = 100
const timesOpened = 7
/** A page writes what it keeps within so long (ms). */
const keepsMs = 1_000
const hourMs = 3_600_000

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  publish_to_paint_ms: () => withController(publishToPaint),
  first_paint_ms: () => withController(firstPaint),
}

/** Every second publish changes the item that is on the glass, the others replace it by another item. From the request's being sent (before it is accepted) to the frame after the one that holds the words. */
async function publishToPaint(controller: RunningController, browser: Browser): Promise<readonly Figure[]> {
  const api = await signIn(controller)
  const show = await emptyShow(api)
  const page = await openWatched(await browser.newContext(), controller, 1)
  await paintedAt(page, 'Start 0')

  const edits: number[] = []
  const swaps: number[] = []
  for (let n = 0; n < publishes; n++) {
    const [now = '', other = ''] = n % 4 < 2 ? show.slides : show.slides.toReversed()
    const swapped = n % 2 === 1
    const words = `Prøve ${n}`
    await api.ok('PUT', `/slides/${swapped ? other : now}/draft`, textSlide(words, hourMs))
    if (swapped) await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Prøve', [other]))
    const sentAt = performance.timeOrigin + performance.now()
    await api.ok('POST', '/publish', swapped ? { slides: [other], playlists: [show.playlist] } : { slides: [now], playlists: [] })
    ;(swapped ? swaps : edits).push((await paintedAt(page, words)) - sentAt)
  }
  const all = [...edits, ...swaps]
  const more = { publishes, ofTheItemOnTheGlass: edits.length, p50OfThose: percentile(edits, 0.5), worst: percentile(all, 1) }
  return [0.5, 0.99].map((p) => {
    const value = percentile(all, p)
    return { figure: 'publish_to_paint_ms', percentile: p * 100, value, unit: 'ms', goal: 1_000, met: value <= 1_000, ...more }
  })
}

/** Each in browser profiles of their own: with nothing kept, and then again with what the first opening left; both also with a processor a sixth as fast. */
async function firstPaint(controller: RunningController, browser: Browser): Promise<readonly Figure[]> {
  await emptyShow(await signIn(controller))
  return [
    ...(await openings(controller, browser, { slower: 1, cold: 1_000, kept: 1_000 })),
    ...(await openings(controller, browser, { slower: 6, cold: null, kept: 2_000 })),
  ]
}

/** `cold`, `kept`: the goals (ms). */
interface Opening {
  readonly slower: number
  readonly cold: number | null
  readonly kept: number | null
}

async function openings(controller: RunningController, browser: Browser, { slower, cold, kept }: Opening): Promise<readonly Figure[]> {
  const tookMs = { cold: [] as number[], kept: [] as number[] }
  for (let n = 0; n < timesOpened; n++) {
    const context = await browser.newContext()
    tookMs.cold.push(await openedIn(context, controller, slower))
    tookMs.kept.push(await openedIn(context, controller, slower))
    await context.close()
  }
  const figure = (cache: 'cold' | 'kept', goal: number | null): Figure => {
    const value = percentile(tookMs[cache], 0.5)
    const met = goal === null ? null : value <= goal
    const more = { cache, cpuSlowerBy: slower, openings: timesOpened, worst: percentile(tookMs[cache], 1) }
    return { figure: 'first_paint_ms', value, unit: 'ms', goal, met, ...more }
  }
  return [figure('cold', cold), figure('kept', kept)]
}

/** From opening a page to its first slide (ms). It stays for a moment, so that all it keeps is written. */
async function openedIn(context: BrowserContext, controller: RunningController, slower: number): Promise<number> {
  const page = await openWatched(context, controller, slower)
  const at = await paintedAt(page, 'Start 0')
  const tookMs = at - (await page.evaluate(() => performance.timeOrigin))
  await page.waitForTimeout(keepsMs)
  await page.close()
  return tookMs
}

/** One slide on every screen and one that waits. */
async function emptyShow(api: Api): ReturnType<typeof makeShow> {
  await api.ok('DELETE', '/sample')
  const show = await makeShow(api, ['Start 0', 'Start 1'], hourMs)
  await api.ok('PUT', `/playlists/${show.playlist}/draft`, playlistOf('Prøve', show.slides.slice(0, 1)))
  await api.ok('POST', '/publish', { slides: [], playlists: [show.playlist] })
  return show
}

async function withController(measure: (controller: RunningController, browser: Browser) => Promise<readonly Figure[]>) {
  const controller = await startController()
  const browser = await startBrowser()
  try {
    return await measure(controller, browser)
  } finally {
    await browser.close()
    await controller.close()
  }
}

/** `slower`: so many times, the page's processor. */
async function openWatched(context: BrowserContext, controller: RunningController, slower: number): Promise<Page> {
  const page = await context.newPage()
  if (slower > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower })
  // tsx marks functions with a helper of its own, which does not exist in the page.
  await page.addInitScript('globalThis.__name = (marked) => marked')
  await page.addInitScript(watchGlass)
  await page.goto(`${controller.origin}/player/`)
  return page
}

interface Watched extends Window {
  painted: (words: string) => Promise<number>
}

/** Milliseconds since 1970 at which the words were first painted; waits for them. */
async function paintedAt(page: Page, words: string): Promise<number> {
  return page.evaluate((wanted) => (window as unknown as Watched).painted(wanted), words)
}

/** Runs in the page before its own scripts: remembers for each frame what stood on the glass for the first time. */
function watchGlass(): void {
  const firstSeen = new Map<string, number>()
  const read = (node: Node, found: string[]): void => {
    if (node instanceof Text) {
      if (node.data.trim() !== '') found.push(node.data.replace(/\s+/g, ' ').trim())
      return
    }
    if (node instanceof Element) {
      if (node.tagName === 'STYLE' || node.tagName === 'SCRIPT') return
      const { display, visibility, opacity } = getComputedStyle(node)
      if (display === 'none' || visibility === 'hidden' || Number(opacity) === 0) return
      for (const child of node.shadowRoot?.childNodes ?? []) read(child, found)
    }
    for (const child of node.childNodes) read(child, found)
  }
  let waiting: string[] = []
  const frame = (): void => {
    const at = performance.timeOrigin + performance.now()
    for (const words of waiting) if (!firstSeen.has(words)) firstSeen.set(words, at)
    waiting = []
    if (document.body !== null) read(document.body, waiting)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  ;(window as unknown as Watched).painted = (words) =>
    new Promise((resolve, reject) => {
      const from = performance.now()
      const look = (): void => {
        const at = firstSeen.get(words)
        if (at !== undefined) resolve(at)
        else if (performance.now() - from > 20_000) reject(new Error(`«${words}» was not painted; on the glass: ${waiting.join(' · ')}`))
        else requestAnimationFrame(look)
      }
      look()
    })
}
