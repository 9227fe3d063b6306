/** Runs the benches, one JSON line a figure; `npm run bench -- resolve_us` runs one. */
import { buildPages } from './lib/pages.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './lib/set-up.mjs'

await setUp()
process.exitCode = (await buildPages())
  ? await run(process.execPath, ['--import', 'tsx', 'tests/bench/run.ts', ...process.argv.slice(2)])
  : 1
