/** What attackers cost everybody else: publishes and emergency messages to honest players, under attack and without. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { pause, signIn } from '../e2e/harness.ts'
import type { Api } from '../e2e/harness.ts'
import { textSlide } from '../e2e/show.ts'
import type { Attack, Attacked } from '../load/attackers.ts'
import { heard, openHall, type Players } from '../load/hall.ts'
import type { Figure } from './figure.ts'
import { interval, percentile } from './percentile.ts'
import { monotonicMs } from './steady-truth.ts'

const rounds = Number(process.env['HOSTILE_ROUNDS'] ?? 300)
/** Attacks take turns after so many rounds, so that whatever else the machine does meets them all. */
const inBlock = 10
const honest = 500
const classes = 50
const goal = 1.2
/** To find the rate at which the goal is passed. */
const harder = (process.env['HOSTILE_HARDER'] ?? '2,4,8').split(',').filter(Boolean).map(Number)

type Name = 'none' | 'flood' | 'connects' | 'malformed' | 'unpaired' | 'together'

const none = { flood: 0, connects: 0, malformed: 0, unpaired: 0 }
const together = { flood: 2_000, connects: 200, malformed: 100, unpaired: 200 }
const attacks: Readonly<Record<Name, Omit<Attack, 'box'>>> = {
  none,
  flood: { ...none, flood: together.flood },
  connects: { ...none, connects: together.connects },
  malformed: { ...none, malformed: together.malformed },
  unpaired: { ...none, unpaired: together.unpaired },
  together,
}

interface Measured {
  readonly publishMs: number[]
  readonly overrideMs: number[]
  readonly sent: Attacked['sent'][]
}

interface Scene {
  readonly api: Api
  readonly players: Players
  readonly attackers: ChildProcess
  /** A box that is not in quarantine yet. */
  readonly nextBox: () => number
  /** The revision after each round. */
  readonly revisions: number[]
  readonly forget: () => void
}

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  hostile_ratio: hostile,
}

/** The controller has core 0 for itself; attackers, honest players and this process share core 1. */
async function hostile(): Promise<readonly Figure[]> {
  const names = Object.keys(attacks) as Name[]
  const blocks = Math.ceil(rounds / inBlock)
  let box = honest
  const hall = await openHall({ screens: honest + blocks * 2 + harder.length + 1, classes })
  const database = new Sqlite(join(hall.folder, 'infoskjerm.sqlite'))
  const attackers = fork(join(import.meta.dirname, '..', 'load', 'attackers.ts'), [String(hall.port)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  try {
    await heard(attackers, (said: { readonly t?: string }) => said.t === 'ready')
    const players = hall.players(honest, 0)
    await players.all({ what: 'right', sinceMs: 1 })
    players.send({ t: 'beats', on: true })
    pin(hall.server().pid, 0)
    for (const pid of [players.pid, attackers.pid ?? 0, process.pid]) pin(pid, 1)
    const api = await signIn({ origin: `http://127.0.0.1:${hall.port}` })
    const scene: Scene = {
      api,
      players,
      attackers,
      nextBox: () => box++,
      revisions: [],
      forget: () => void database.exec('DELETE FROM overrides'),
    }
    const measured = Object.fromEntries(names.map((name) => [name, empty()])) as Record<Name, Measured>
    for (let block = 0; block < blocks; block++) for (const name of names) await underAttack(scene, attacks[name], inBlock, measured[name])
    const figures = names.filter((name) => name !== 'none').flatMap((name) => ratios(name, measured[name], measured.none))
    return [...figures, ...(await passedAt(scene, measured.none)), foreignWrites(scene.revisions, box - honest)]
  } finally {
    attackers.kill('SIGKILL')
    pinBack()
    database.close()
    await hall.close()
  }
}

const empty = (): Measured => ({ publishMs: [], overrideMs: [], sent: [] })

/** One block of rounds while the attack goes on. */
async function underAttack(scene: Scene, attack: Omit<Attack, 'box'>, count: number, into: Measured): Promise<void> {
  scene.attackers.send({ ...attack, box: attack.flood > 0 ? scene.nextBox() : 0 } satisfies Attack)
  await pause(500)
  for (let n = 0; n < count; n++) {
    into.publishMs.push(await publish(scene))
    into.overrideMs.push(await override(scene))
  }
  const stopped = heard<Attacked>(scene.attackers, (said: Partial<Attacked>) => said.sent !== undefined)
  scene.attackers.send(null as unknown as Attack)
  into.sent.push((await stopped).sent)
  await pause(200)
}

async function publish({ api, players }: Scene): Promise<number> {
  await api.ok('PUT', '/slides/s3/draft', textSlide(`Runde ${monotonicMs()}`, 10_000))
  const sentMs = monotonicMs()
  const held = players.all({ what: 'class', sinceMs: sentMs })
  await api.ok('POST', '/publish', { slides: ['s3'], playlists: [] })
  return Math.max(...(await held)) - sentMs
}

/** Sent and ended; the end is forgotten at once instead of after three minutes, so that the next one finds room. */
async function override({ api, players, revisions, forget }: Scene): Promise<number> {
  const sentMs = monotonicMs()
  const held = players.all({ what: 'overrides', sinceMs: sentMs })
  const body = { template: 'evacuate', target: { kind: 'all' }, status: 'exercise' }
  const { value } = (await api.ok('POST', '/overrides', body)) as { value: { id: string } }
  const tookMs = Math.max(...(await held)) - sentMs
  const gone = players.all({ what: 'overrides', sinceMs: monotonicMs() })
  const { revision } = (await api.ok('POST', `/overrides/${value.id}/end`, { ending: 'exercise-over' })) as { revision: number }
  revisions.push(revision)
  await gone
  forget()
  return tookMs
}

function ratios(name: string, under: Measured, calm: Measured): readonly Figure[] {
  const sent = under.sent.at(-1) ?? none
  return (['publishMs', 'overrideMs'] as const).map((what) => {
    const value = Number((percentile(under[what], 0.99) / percentile(calm[what], 0.99)).toFixed(2))
    return {
      figure: 'hostile_ratio',
      attack: name,
      of: what === 'publishMs' ? 'publish' : 'override',
      percentile: 99,
      value,
      unit: 'of without an attack',
      goal,
      met: value <= goal,
      p99Ms: percentile(under[what], 0.99),
      calmP99Ms: percentile(calm[what], 0.99),
      p50Ms: percentile(under[what], 0.5),
      calmP50Ms: percentile(calm[what], 0.5),
      interval: interval(under[what]),
      sentPerSecond: sent,
      rounds: under[what].length,
      honest,
      classes,
    }
  })
}

/** All attacks at once, harder and harder, until the goal is passed. */
async function passedAt(scene: Scene, calm: Measured): Promise<readonly Figure[]> {
  for (const times of harder) {
    const under = empty()
    const attack = Object.fromEntries(Object.entries(together).map(([kind, rate]) => [kind, rate * times])) as typeof together
    await underAttack(scene, attack, Math.max(30, Math.round(rounds / 5)), under)
    const figures = ratios(`together × ${times}`, under, calm)
    if (figures.some(({ met }) => met === false)) return figures
  }
  return []
}

/** Four writes a round are the crew's. Of the others there is one for each box that flooded, which is put in quarantine; strangers write nothing. */
function foreignWrites(revisions: readonly number[], boxes: number): Figure {
  const value = (revisions.at(-1) ?? 0) - (revisions[0] ?? 0) - 4 * (revisions.length - 1)
  return { figure: 'hostile_writes', value, unit: 'revisions', goal: boxes, met: value <= boxes, rounds: revisions.length }
}

function pin(pid: number, core: number): void {
  execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)])
}

function pinBack(): void {
  execFileSync('taskset', ['-a', '-c', '-p', '0,1', String(process.pid)])
}
