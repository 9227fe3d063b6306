/** How long one slide takes from a person's press to the last of a thousand screens. */
import { signIn } from '../e2e/harness.ts'
import { textSlide } from '../e2e/show.ts'
import { openHall } from '../load/hall.ts'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'
import { monotonicMs } from './steady-truth.ts'

const rounds = Number(process.env['PUBLISH_ROUNDS'] ?? 300)
const players = 1_000
const classes = 50

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  publish_ms: publish,
}

/** The slide is in the list of every class. From the answer to the request to the moment the last player holds manifest and pointer; `fromRequestP99` from its being sent. */
async function publish(): Promise<readonly Figure[]> {
  const hall = await openHall({ screens: players, classes })
  try {
    const api = await signIn({ origin: `http://127.0.0.1:${hall.port}` })
    const all = hall.players(players, 0)
    await all.all({ what: 'right', sinceMs: 1 })
    all.send({ t: 'beats', on: true })
    const tookMs: number[] = []
    const acceptedMs: number[] = []
    const fromRequestMs: number[] = []
    for (let n = 0; n < rounds; n++) {
      await api.ok('PUT', '/slides/s3/draft', textSlide(`Runde ${n}`, 10_000))
      const sentMs = monotonicMs()
      const held = all.all({ what: 'class', sinceMs: sentMs })
      await api.ok('POST', '/publish', { slides: ['s3'], playlists: [] })
      const answeredMs = monotonicMs()
      acceptedMs.push(answeredMs - sentMs)
      const lastMs = Math.max(...(await held))
      tookMs.push(lastMs - answeredMs)
      fromRequestMs.push(lastMs - sentMs)
    }
    const value = percentile(tookMs, 0.99)
    return [
      {
        figure: 'publish_ms',
        percentile: 99,
        value,
        unit: 'ms',
        goal: 150,
        met: value <= 150,
        p50: percentile(tookMs, 0.5),
        worst: percentile(tookMs, 1),
        acceptedP50: percentile(acceptedMs, 0.5),
        acceptedP99: percentile(acceptedMs, 0.99),
        fromRequestP50: percentile(fromRequestMs, 0.5),
        fromRequestP99: percentile(fromRequestMs, 0.99),
        rounds,
        players,
        classes,
      },
    ]
  } finally {
    await hall.close()
  }
}
