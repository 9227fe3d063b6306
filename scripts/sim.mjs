/** Runs the simulation over many seeds: `npm run sim -- --seeds 10000`, `--from 17` where they begin. */
import { run } from './lib/run.mjs'
import { setUp } from './lib/set-up.mjs'

await setUp()
process.exitCode = await run(process.execPath, ['--import', 'tsx', 'tests/sim/main.ts', ...process.argv.slice(2)])
