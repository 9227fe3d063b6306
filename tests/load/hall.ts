/** A large hall for benches: a controller and its players, each in a process of its own. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Awaited, FromPlayers, ToPlayers } from './players.ts'
import type { Used } from './server.ts'
import { makeVenue, type VenueSize } from './venue.ts'

export interface Hall {
  readonly port: number
  /** The controller's data folder. */
  readonly folder: string
  readonly server: () => Server
  /** Kills the controller, and answers how to start another one on the same port and data. */
  readonly kill: () => Promise<() => Promise<void>>
  readonly players: (count: number, first: number) => Players
  readonly close: () => Promise<void>
}

export interface Server {
  readonly pid: number
  readonly used: (what: 'cpu' | 'memory') => Promise<Used>
}

export interface Players {
  readonly pid: number
  readonly send: (message: ToPlayers) => void
  /** Resolves when it is so of all: when each came to it (CLOCK_MONOTONIC, ms). */
  readonly all: (awaited: Awaited) => Promise<readonly number[]>
  readonly heard: <T extends FromPlayers['t']>(t: T) => Promise<Extract<FromPlayers, { t: T }>>
  readonly close: () => Promise<void>
}

const execArgv = ['--import', 'tsx', '--expose-gc']
/** A thousand players make rubbish in one process that in a hall a thousand boxes would make, each for itself. */
const roomy = [...execArgv, '--max-semi-space-size=128']
/** Nothing a bench waits for takes longer (ms). */
const patienceMs = 180_000

/** A venue of this size with its controller running. */
export async function openHall(size: VenueSize): Promise<Hall> {
  const folder = mkdtempSync(join(tmpdir(), 'infoskjerm-load-'))
  makeVenue(folder, size)
  const port = await freePort()
  const open = new Set<Players>()
  let child = await startServer(folder, port)
  return {
    port,
    folder,
    server: () => ({ pid: child.pid ?? 0, used: (what) => used(child, what) }),
    kill: async () => {
      await ended(child, 'SIGKILL')
      return async () => {
        child = await startServer(folder, port)
      }
    },
    players: (count, first) => {
      const players = startPlayers(port, count, first)
      open.add(players)
      return players
    },
    close: async () => {
      await Promise.all([...open].map((players) => players.close()))
      await ended(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function startServer(folder: string, port: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [folder, String(port)], {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await heard<{ ready: number }>(child, (said: object) => 'ready' in said)
  return child
}

function startPlayers(port: number, count: number, first: number): Players {
  const child = fork(join(import.meta.dirname, 'players.ts'), [port, count, first].map(String), {
    execArgv: roomy,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const tells = <T extends FromPlayers['t']>(t: T) => heard<Extract<FromPlayers, { t: T }>>(child, (said: FromPlayers) => said.t === t)
  return {
    pid: child.pid ?? 0,
    send: (said) => void child.send(said),
    all: async (awaited) => {
      const answer = tells('all')
      child.send({ t: 'watch', for: awaited } satisfies ToPlayers)
      return (await answer).atMs
    },
    heard: tells,
    close: () => ended(child, 'SIGKILL'),
  }
}

async function used(child: ChildProcess, what: 'cpu' | 'memory'): Promise<Used> {
  const answer = heard<{ used: Used }>(child, (said: object) => 'used' in said)
  child.send(what)
  return (await answer).used
}

/** The next message of a process that fits. Rejects when it ends, or says nothing for long. */
export function heard<T extends object>(child: ChildProcess, fits: (said: never) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      clearTimeout(timer)
      child.off('message', hear)
      child.off('exit', gone)
    }
    const hear = (said: object): void => {
      if (!fits(said as never)) return
      done()
      resolve(said as T)
    }
    const gone = (code: number | null): void => {
      done()
      reject(new Error(`a process of the bench ended with ${code ?? 'a signal'}`))
    }
    const timer = setTimeout(() => {
      done()
      reject(new Error(`nothing was heard within ${patienceMs / 1_000} s`))
    }, patienceMs)
    child.on('message', hear)
    child.once('exit', gone)
  })
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)))
    })
  })
}
