/** How soon a hall is right again after its controller was away. */
import { pause } from '../e2e/harness.ts'
import { openHall } from '../load/hall.ts'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'
import { monotonicMs } from './steady-truth.ts'

const players = 5_000
const classes = 50
const awayS = (process.env['RECONNECT_AWAY'] ?? '0,30,600').split(',').map(Number)

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  reconnect_s: reconnect,
}

/** Killed without a word, and started again on the same data. From the moment it listens again to the one at which so many players are in and know that they hold all that is published. */
async function reconnect(): Promise<readonly Figure[]> {
  const hall = await openHall({ screens: players, classes })
  try {
    const all = hall.players(players, 0)
    await all.all({ what: 'right', sinceMs: 1 })
    all.send({ t: 'beats', on: true })
    const figures: Figure[] = []
    for (const away of awayS) {
      const restart = await hall.kill()
      const killedMs = monotonicMs()
      await pause(away * 1_000)
      await restart()
      const backMs = monotonicMs()
      const rightMs = (await all.all({ what: 'right', sinceMs: killedMs })).map((ms) => Math.max(0, ms - backMs))
      for (const [share, goal] of [
        [0.95, 5],
        [1, 10],
      ] as const) {
        const value = Number((percentile(rightMs, share) / 1_000).toFixed(2))
        figures.push({
          figure: 'reconnect_s',
          share,
          value,
          unit: 's',
          goal,
          met: value <= goal,
          awayS: away,
          players,
          classes,
          p50: Number((percentile(rightMs, 0.5) / 1_000).toFixed(2)),
        })
      }
    }
    return figures
  } finally {
    await hall.close()
  }
}
