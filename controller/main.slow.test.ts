import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { send } from './testing/rig.ts'

// Whole processes start here, and the first of them imports the sample.
vi.setConfig({ testTimeout: 120_000 })

interface Run {
  readonly child: ChildProcess
  readonly said: () => string
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<number | null>
}

let folder: string
let runs: Run[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'infoskjerm-main-'))
  runs = []
})
afterEach(() => {
  for (const { child } of runs) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function start(env: Readonly<Record<string, string>> = {}): Run {
  const ports = { INFOSKJERM_PORT: '0', INFOSKJERM_TLS_PORT: '0', INFOSKJERM_HOST: '127.0.0.1', INFOSKJERM_LOG_LEVEL: 'error' }
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env['PATH'], ...ports, INFOSKJERM_DATA: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const waiting = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const look of waiting) look()
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const until = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = pattern.exec(said)
        if (found !== null) resolve(found)
      }
      waiting.add(look)
      look()
      void ended.then((code) => reject(new Error(`ended with ${code} and said: ${said}`)))
    })
  const run = { child, said: () => said, until, ended }
  runs.push(run)
  return run
}

/** Files and folders that other accounts of the machine could read. */
const openToOthers = (path: string): string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => (statSync(join(path, name)).mode & 0o077) !== 0)

const portOf = async (run: Run) => Number((await run.until(/http:\/\/localhost:(\d+)\/player\//))[1])
const signIn = (port: number, password: string) =>
  send(port, { method: 'POST', path: '/api/v1/session', body: { username: 'admin', password }, headers: { host: `localhost:${port}` } })

test('a first start brings the sample and a password that works once told; a stop is clean, and the next start knows everything', async () => {
  const first = start()
  const port = await portOf(first)
  const password = (await first.until(/admin {2}(\S+)/))[1] ?? ''
  await first.until(/Stopp med Ctrl\+C/)
  const session = await signIn(port, password)
  expect(session.status).toBe(200)
  const cookie = String(session.headers['set-cookie']).split(';')[0] ?? ''
  const current = await send(port, { path: '/api/v1/events/current', headers: { cookie, host: `localhost:${port}` } })
  expect(current.json()).toMatchObject({ sample: { reach: 'local' } })
  expect(openToOthers(folder)).toEqual([])
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  // The stop has made a backup.
  expect(openToOthers(folder)).toEqual([])

  const second = start()
  const again = await portOf(second)
  expect((await signIn(again, password)).status).toBe(200)
  expect(second.said()).not.toContain(password)
  const third = start()
  expect(await third.ended).toBe(1)
  expect(third.said()).toContain('En kontroller kjører allerede')
  second.child.kill('SIGKILL')
  await second.ended
  await portOf(start())
})

describe('what cannot start says why, in a sentence', () => {
  test('a port that is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) =>
      taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port)),
    )
    const run = start({ INFOSKJERM_PORT: `${port}` })
    expect(await run.ended).toBe(1)
    expect(run.said()).toContain(`Port ${port} er i bruk; velg en annen med INFOSKJERM_PORT.`)
    taken.close()
  })

  test('an environment that cannot be', async () => {
    const run = start({ INFOSKJERM_PORT: 'åtti' })
    expect([await run.ended, run.said()]).toEqual([1, 'INFOSKJERM_PORT is «åtti»; it should be a port number from 0 to 65535.\n'])
  })
})
