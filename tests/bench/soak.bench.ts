/** Whether the controller's heap grows with what it has been through. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { pause } from '../e2e/harness.ts'
import { heard, openHall } from '../load/hall.ts'
import type { Stage, Staged } from '../load/talkers.ts'
import type { Figure } from './figure.ts'

const messages = Number(process.env['SOAK_MESSAGES'] ?? 1_000_000)
const reconnects = messages / 100
const stages = 20
/** Caches fill and code is compiled first: these stages, in which everybody comes back twice, are played and not counted. */
const warmUp = 4
const players = 1_000
const classes = 50

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  soak,
}

/** After each stage the heap is collected and measured; the slope is that of the straight line with the least squares. */
async function soak(): Promise<readonly Figure[]> {
  const hall = await openHall({ screens: players, classes })
  const talkers = fork(join(import.meta.dirname, '..', 'load', 'talkers.ts'), [String(hall.port), String(players)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    await heard(talkers, (said: { readonly t?: string }) => said.t === 'ready')
    const stage: Stage = { messages: Math.ceil(messages / stages), reconnects: Math.ceil(reconnects / stages) }
    const heapKb: number[] = []
    const done = { sent: 0, answered: 0, reconnected: 0 }
    for (let n = 0; n < stages + warmUp; n++) {
      const played = heard<Staged>(talkers, (said: Partial<Staged>) => said.sent !== undefined)
      talkers.send(n < warmUp ? { ...stage, reconnects: 2 * players } : stage)
      const { sent, answered, reconnected } = await played
      await pause(1_000)
      const { heapBytes } = await hall.server().used('memory')
      if (n < warmUp) continue
      heapKb.push(heapBytes / 1_024)
      done.sent += sent
      done.answered += answered
      done.reconnected += reconnected
    }
    const { slope, interval } = line(heapKb.map((kb, n) => [(n * stage.messages) / 1e6, kb]))
    return [
      {
        figure: 'soak',
        value: round(slope),
        unit: 'kB a million messages',
        goal: 0,
        met: interval[0] <= 0,
        interval: interval.map(round),
        firstKb: Math.round(heapKb[0] ?? 0),
        lastKb: Math.round(heapKb.at(-1) ?? 0),
        ...done,
        players,
        classes,
      },
    ]
  } finally {
    talkers.kill('SIGKILL')
    await hall.close()
  }
}

/** Slope with its interval of 95 % (two-sided Student's t; 2.10 for the 18 degrees of freedom of 20 points). */
function line(points: readonly (readonly [number, number])[]): { readonly slope: number; readonly interval: readonly [number, number] } {
  const n = points.length
  const mean = (at: 0 | 1): number => points.reduce((sum, point) => sum + point[at], 0) / n
  const [meanX, meanY] = [mean(0), mean(1)]
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0)
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread
  const rest = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0)
  const error = Math.sqrt(rest / (n - 2) / spread)
  return { slope, interval: [slope - 2.1 * error, slope + 2.1 * error] }
}

const round = (value: number): number => Math.round(value * 10) / 10
