/** The ground truth of clocks on one machine: what the controller serves, and a page's own clock, both against CLOCK_MONOTONIC. */
import { connect } from 'node:net'
import type { Page } from 'playwright'

/** Of so many questions the one answered quickest decides; on loopback it is good to about 50 µs. */
const questions = 200

/** The machine's monotonic clock (ms). */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Served time minus CLOCK_MONOTONIC (ms), asked over one plain connection. */
export async function servedOffsetMs(port: number): Promise<number> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  const request = `GET /player/v1/time HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
  try {
    let best = { tookMs: Number.POSITIVE_INFINITY, offsetMs: 0 }
    for (let n = 0; n < questions; n++) {
      const sentMs = monotonicMs()
      const answer = await new Promise<string>((resolve, reject) => {
        socket.once('error', reject)
        socket.once('data', (data) => resolve(data.toString()))
        socket.write(request)
      })
      const backMs = monotonicMs()
      socket.removeAllListeners('error')
      const { receivedAt, answeredAt } = JSON.parse(answer.slice(answer.indexOf('{'), answer.lastIndexOf('}') + 1)) as {
        receivedAt: number
        answeredAt: number
      }
      if (backMs - sentMs < best.tookMs) best = { tookMs: backMs - sentMs, offsetMs: (receivedAt + answeredAt) / 2 - (sentMs + backMs) / 2 }
    }
    return best.offsetMs
  } finally {
    socket.destroy()
  }
}

/** What to add to a page's `performance.now()` to get CLOCK_MONOTONIC (ms). Chromium's ticks are that clock on Linux; checked against its own report of now. */
export async function pageOriginMs(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'timeTicks' })
  const before = await page.evaluate(() => performance.now())
  const { metrics } = await session.send('Performance.getMetrics')
  const after = await page.evaluate(() => performance.now())
  const named = new Map(metrics.map(({ name, value }) => [name, value * 1_000]))
  const originMs = named.get('NavigationStart') ?? Number.NaN
  const atMs = (named.get('Timestamp') ?? Number.NaN) - originMs
  if (!(before - 1 <= atMs && atMs <= after + 1))
    throw new Error(`the page's clock does not begin with its navigation: ${before} ${atMs} ${after}`)
  await session.detach()
  return originMs
}
