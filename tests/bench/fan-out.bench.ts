/** What it costs to tell everybody something small, beside a bare loop of `ws`. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { pause, signIn } from '../e2e/harness.ts'
import type { FromBare } from '../load/bare.ts'
import { heard, openHall } from '../load/hall.ts'
import type { Figure } from './figure.ts'
import { interval, percentile } from './percentile.ts'
import { monotonicMs } from './steady-truth.ts'

const rounds = Number(process.env['FAN_OUT_ROUNDS'] ?? 300)
const sizes = (process.env['FAN_OUT_PLAYERS'] ?? '1000,5000,10000').split(',').map(Number)
const classes = 50
/** Rounds before those that count: compilers warm up. */
const warmUp = 20
const text = 'x'.repeat(300)

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  fanout_cpu_ratio: async () => {
    const figures: Figure[] = []
    for (const size of sizes) figures.push(...(await fanOut(size)))
    return figures
  },
}

interface Round {
  readonly cpuUs: number
  readonly tookMs: number
}

/** The document of cues and slips changes (about 300 bytes), over REST: the request, the transaction and the signature are counted too, and shared among the recipients. Rounds alternate with those of the bare loop. */
async function fanOut(players: number): Promise<readonly Figure[]> {
  const hall = await openHall({ screens: players, classes })
  const bare = await openBare(players)
  try {
    const api = await signIn({ origin: `http://127.0.0.1:${hall.port}` })
    let n = 0
    const change = (): Promise<unknown> => api.ok('PUT', '/slips/countdown', { laterMs: 1_000 + (n++ % 1_000) })
    const cpuUs = async (): Promise<number> => (await hall.server().used('cpu')).cpuUs
    const all = hall.players(players, 0)
    await all.all({ what: 'right', sinceMs: 1 })
    await pause(3_000)
    const told = async (): Promise<Round> => {
      const from = await cpuUs()
      const sinceMs = monotonicMs()
      const held = all.all({ what: 'live', sinceMs })
      await change()
      const tookMs = Math.max(...(await held)) - sinceMs
      return { cpuUs: (await cpuUs()) - from, tookMs }
    }
    for (let round = 0; round < warmUp; round++) await told()
    const ours: Round[] = []
    const theirs: Round[] = []
    for (let round = 0; round < rounds; round++) {
      ours.push(await told())
      theirs.push(await bare.round())
    }
    const each = (of: readonly Round[]): readonly number[] => of.map((one) => one.cpuUs / players)
    const ratio = Number((percentile(each(ours), 0.5) / percentile(each(theirs), 0.5)).toFixed(2))
    const more = { players, rounds, classes }
    return [
      {
        figure: 'fanout_cpu_ratio',
        value: ratio,
        unit: 'of bare ws',
        goal: 1.4,
        met: ratio <= 1.4,
        usEach: percentile(each(ours), 0.5),
        interval: interval(each(ours)),
        bareUsEach: percentile(each(theirs), 0.5),
        bareInterval: interval(each(theirs)),
        ...more,
      },
      fanOutMs('the controller, from the request on', ours, more),
      fanOutMs('bare ws', theirs, more),
    ]
  } finally {
    bare.close()
    await hall.close()
  }
}

function fanOutMs(of: string, all: readonly Round[], more: object): Figure {
  const tookMs = all.map((one) => one.tookMs)
  return {
    figure: 'fanout_ms',
    percentile: 50,
    value: percentile(tookMs, 0.5),
    unit: 'ms',
    goal: null,
    met: null,
    of,
    p99: percentile(tookMs, 0.99),
    interval: interval(tookMs),
    ...more,
  }
}

async function openBare(players: number): Promise<{ readonly round: () => Promise<Round>; readonly close: () => void }> {
  const start = (...args: readonly string[]) =>
    fork(join(import.meta.dirname, '..', 'load', 'bare.ts'), args, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
  const server = start('server')
  const { port } = await heard<Extract<FromBare, { t: 'ready' }>>(server, ({ t }: FromBare) => t === 'ready')
  const clients = start('clients', String(port), String(players))
  await heard(clients, ({ t }: FromBare) => t === 'ready')
  const said = async (message: unknown): Promise<Extract<FromBare, { t: 'said' }>> => {
    const answer = heard<Extract<FromBare, { t: 'said' }>>(server, ({ t }: FromBare) => t === 'said')
    server.send(message as object)
    return answer
  }
  return {
    round: async () => {
      const from = (await said('cpu')).cpuUs
      const last = heard<Extract<FromBare, { t: 'heard' }>>(clients, ({ t }: FromBare) => t === 'heard')
      const { atMs } = await said({ text })
      const { lastMs } = await last
      return { cpuUs: (await said('cpu')).cpuUs - from, tookMs: lastMs - atMs }
    },
    close: () => {
      clients.kill('SIGKILL')
      server.kill('SIGKILL')
    },
  }
}
