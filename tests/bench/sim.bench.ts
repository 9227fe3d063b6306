/** How fast the simulated hall runs: how many cases a night of it can try. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { repository } from './bundle.ts'
import type { Figure } from './figure.ts'

const seeds = 300

export const benches: Record<string, () => Promise<readonly Figure[]>> = {
  sim_steps_per_cpu_s: simulated,
}

/** As `npm run sim` runs it, its warming up included. */
async function simulated(): Promise<readonly Figure[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/sim.mjs', '--seeds', `${seeds}`, '--from', '1000'], {
    cwd: repository,
  })
  const [, steps, ms] = /and (\d+) steps without a broken promise, (\d+) ms/u.exec(stdout) ?? []
  if (steps === undefined || ms === undefined) throw new Error(stdout)
  const value = Math.round(Number(steps) / (Number(ms) / 1_000))
  const of = 'one event processed by one party, checks of every promise included'
  return [{ figure: 'sim_steps_per_cpu_s', value, unit: '1/s', goal: 50_000, met: value >= 50_000, seeds, steps: Number(steps), of }]
}
