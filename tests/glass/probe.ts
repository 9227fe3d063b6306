/** The pixel probe: looks at every frame that a real browser hands out while items change, some of which never come. */
import type { Browser, CDPSession, Page } from 'playwright'
import type { Transition } from '@infoskjerm/shared/model/theme.ts'
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
  /** Frames in which the corners were not asked for, because words or slots stood. */
  readonly free: number
  readonly bad: readonly BadFrame[]
}

/** A frame that was not whole: its picture as JPEG in base64, and what had happened on the stage just before and just after. */
export interface BadFrame {
  readonly verdict: Verdict
  readonly at: number
  readonly jpeg: string
  readonly moments: readonly string[]
}

interface Frame {
  readonly verdict: Verdict
  /** Milliseconds since 1970. */
  readonly at: number
  /** Null where it was whole. */
  readonly jpeg: string | null
}

export interface Lab {
  readonly course: (changes: number, seed: number, turnMs: readonly [number, number], faultPct: number, still: boolean) => StagePage.Course
  /** A page with the first picture standing. */
  readonly open: (still: boolean, transition: Transition) => Promise<Page>
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

  const open: Lab['open'] = async (still, transition) => {
    const page = await newPage(browser, server)
    await call(page, 'begin', at('media/p0'), still, transition)
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
      isMixed: false,
      transition: 'crossfade',
    }),
    async probe(course, blackMs) {
      const page = await open(course.still, course.transition)
      const watch = await watched(page, judges)
      const ran = await call(page, 'run', course)
      if (blackMs > 0) await call(page, 'blacken', blackMs)
      const frames = await watch.end()
      await page.context().close()
      const isFree = (at: number): boolean => ran.free.some(([from, until]) => at >= from && at < until)
      const bad = frames.filter(({ verdict, at }) => verdict !== 'whole' && !(verdict === 'partial' && isFree(at)))
      const count = (of: Verdict): number => bad.filter(({ verdict }) => verdict === of).length
      return {
        changes: ran.changes,
        painted: ran.painted,
        substituted: ran.substituted,
        frames: frames.length,
        black: count('black'),
        blank: count('blank'),
        partial: count('partial'),
        missed: Math.max(0, ran.frames - frames.length),
        free: frames.filter(({ at }) => isFree(at)).length,
        bad: bad.map(({ verdict, at, jpeg }) => ({ verdict, at, jpeg: jpeg ?? '', moments: around(at, ran.moments) })),
      }
    },
    close: () => server.close(),
  }
}

/** What happened in the three seconds before the frame and the half second after it. */
function around(at: number, moments: readonly StagePage.Moment[]): readonly string[] {
  return moments.filter((one) => one.at > at - 3_000 && one.at < at + 500).map((one) => `${Math.round(one.at - at)} ms: ${one.what}`)
}

/** Takes every picture that the browser hands out, and has each judged. */
async function watched(page: Page, judges: Page): Promise<{ readonly end: () => Promise<readonly Frame[]> }> {
  const session: CDPSession = await page.context().newCDPSession(page)
  const frames: Promise<Frame>[] = []
  session.on('Page.screencastFrame', ({ data, sessionId, metadata }) => {
    void session.send('Page.screencastFrameAck', { sessionId })
    const at = metadata.timestamp === undefined ? Date.now() : metadata.timestamp * 1_000
    frames.push(call(judges, 'judge', data).then((verdict) => ({ verdict, at, jpeg: verdict === 'whole' ? null : data })))
  })
  await session.send('Page.startScreencast', { format: 'jpeg', quality: 70, everyNthFrame: 1 })
  return {
    async end() {
      await session.send('Page.stopScreencast')
      return Promise.all(frames)
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
