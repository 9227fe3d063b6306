/** From the start of the controller's process to its first `readyz`: with an empty data folder (the sample is imported), and again with a full one. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Figure } from './figure.ts'
import { percentile } from './percentile.ts'

const repository = path.join(import.meta.dirname, '../..')
const rounds = 3

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  start_ms: async () => {
    const fresh: number[] = []
    const warm: number[] = []
    for (let round = 0; round < rounds; round++) {
      const data = mkdtempSync(path.join(tmpdir(), 'infoskjerm-bench-'))
      fresh.push(await start(data))
      warm.push(await start(data))
      rmSync(data, { recursive: true, force: true })
    }
    return [figure(fresh, 'empty, the sample is imported'), figure(warm, 'full')]
  },
}

function figure(tookMs: readonly number[], data: string): Figure {
  return { figure: 'start_ms', value: percentile(tookMs, 0.5), unit: 'ms', goal: null, met: null, data, rounds: tookMs.length }
}

/** Milliseconds until the controller is ready; stops it again. */
async function start(data: string): Promise<number> {
  const [port, tlsPort] = [await freePort(), await freePort()]
  const startedMs = performance.now()
  const controller = spawn(process.execPath, ['--import', 'tsx', 'controller/main.ts'], {
    cwd: repository,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      INFOSKJERM_PORT: String(port),
      INFOSKJERM_TLS_PORT: String(tlsPort),
      INFOSKJERM_HOST: '127.0.0.1',
      INFOSKJERM_DATA: data,
      INFOSKJERM_ADMIN_PASSWORD: 'et-langt-passord',
    },
  })
  const ended = new Promise<void>((resolve) => controller.once('exit', () => resolve()))
  while ((await statusOf(`http://127.0.0.1:${port}/readyz`)) !== 200) {
    if (controller.exitCode !== null) throw new Error(`the controller ended with code ${controller.exitCode}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const tookMs = performance.now() - startedMs
  controller.kill('SIGTERM')
  await ended
  return tookMs
}

/** Null while nobody listens. */
async function statusOf(url: string): Promise<number | null> {
  return fetch(url).then(
    (answer) => answer.status,
    () => null,
  )
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port)))
    })
  })
}
