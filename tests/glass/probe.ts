/** The pixel probe: looks at every frame that a real browser hands out while items change, some of which never come. */
import type { Browser, CDPSession, Page } from 'playwright'
import { bundle } from '../bench/bundle.ts'
import { type FaultServer, startFaultServer } from './fault-server.ts'
import type { Verdict } from './judge.ts'
import type * as StagePage from './stage-page.ts'

const pictures = 8
const films = 3

export interface Probed {
  readonly changes: number
  readonly painted: number
  readonly substituted: number
  /** Frames that were looked at; of them `black`, `blank` and `partial`. */
  readonly frames: number
  readonly black: number
  readonly blank: number
  readonly partial: number
  /** Animation frames of the pages that no picture was taken of, at most: a page where nothing moved hands none out. */
  readonly missed: number
  /** The first that was not whole, as JPEG in base64. */
  readonly firstBad: string | null
}

export interface Lab {
  readonly course: (changes: number, seed: number, turnMs: readonly [number, number], faultPct: number, still: boolean) => StagePage.Course
  /** A page with the first picture standing. */
  readonly open: (still: boolean) => Promise<Page>
  /** Runs the course on a page of its own and judges what it shows; `blackMs`: then holds black over the glass for so long, to see the probe fail. */
  readonly probe: (course: StagePage.Course, blackMs: number) => Promise<Probed>
  readonly close: () => Promise<void>
}

export async function openLab(browser: Browser): Promise<Lab> {
  const server = await startFaultServer(await bundle(`export * from '../glass/stage-page.ts'`, { minified: false, bare: false }))
  const judges = await newPage(browser, server)
  const pieces = await call(judges, 'makePieces', pictures, films)
  for (const [n, piece] of pieces.pictures.entries()) server.put(`p${n}`, 'image/png', Buffer.from(piece, 'base64'))
  for (const [n, piece] of pieces.films.entries()) server.put(`f${n}`, 'video/webm', Buffer.from(piece, 'base64'))
  const at = (path: string): string => `${server.origin}/${path}`

  const open = async (still: boolean): Promise<Page> => {
    const page = await newPage(browser, server)
    await call(page, 'begin', at('media/p0'), still)
    return page
  }

  return {
    open,
    course: (changes, seed, turnMs, faultPct, still) => ({
      pictures: [...pieces.pictures.map((_, n) => at(`media/p${n}`)), at('slow/300/p1'), at('slow/900/p2')],
      films: [...pieces.films.map((_, n) => at(`media/f${n}`)), at('slow/400/f0')],
      pages: [at('page/a'), at('page/b')],
      faulty: {
        pictures: [at('gone/p0'), at('half/p3'), at('noise/p4'), at('never/p5')],
        films: [at('gone/f0'), at('noise/f1'), at('never/f2')],
        pages: [at('never/page')],
      },
      changes,
      seed,
      turnMs,
      faultPct,
      still,
    }),
    async probe(course, blackMs) {
      const page = await open(course.still)
      const watch = await watched(page, judges)
      const ran = await call(page, 'run', course)
      if (blackMs > 0) await call(page, 'blacken', blackMs)
      const { verdicts, firstBad } = await watch.end()
      await page.context().close()
      const count = (of: Verdict): number => verdicts.filter((verdict) => verdict === of).length
      return {
        changes: ran.changes,
        painted: ran.painted,
        substituted: ran.substituted,
        frames: verdicts.length,
        black: count('black'),
        blank: count('blank'),
        partial: count('partial'),
        missed: Math.max(0, ran.frames - verdicts.length),
        firstBad,
      }
    },
    close: () => server.close(),
  }
}

/** Takes every picture that the browser hands out, and has each judged. */
async function watched(
  page: Page,
  judges: Page,
): Promise<{ readonly end: () => Promise<{ readonly verdicts: readonly Verdict[]; readonly firstBad: string | null }> }> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const verdicts: Promise<Verdict>[] = []
  let firstBad: string | null = null
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    void session.send('Page.screencastFrameAck', { sessionId })
    verdicts.push(
      call(judges, 'judge', data).then((verdict) => {
        if (verdict !== 'whole') firstBad ??= data
        return verdict
      }),
    )
  })
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 70, everyNthFrame: 1 })
  return {
    async end() {
      await session.send('Page.stopScreencast')
      return { verdicts: await Promise.all(verdicts), firstBad }
    },
  }
}

async function newPage(browser: Browser, server: FaultServer): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } })
  const page = await context.newPage()
  page.setDefaultTimeout(0)
  await page.goto(server.origin)
  return page
}

/** Calls what the page's module exports; arguments and answer are JSON. */
export async function call<K extends keyof typeof StagePage & string>(
  page: Page,
  name: K,
  ...args: Parameters<(typeof StagePage)[K]>
): Promise<Awaited<ReturnType<(typeof StagePage)[K]>>> {
  const answer: unknown = await page.evaluate(
    ({ name, args }) => (globalThis as unknown as { probe: Record<string, (...given: unknown[]) => unknown> }).probe[name]?.(...args),
    { name, args: args as unknown[] },
  )
  return answer as Awaited<ReturnType<(typeof StagePage)[K]>>
}
