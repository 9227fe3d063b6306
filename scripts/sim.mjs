/** Runs the simulation over many seeds: `npm run sim -- --seeds 10000`, `--from 17` where they begin. */
import { bundleForNode, roomy } from './lib/bundle-for-node.mjs'
import { run } from './lib/run.mjs'
import { setUp } from './lib/set-up.mjs'

await setUp()
const { file, remove } = await bundleForNode('tests/sim/main.ts')
process.exitCode = await run(process.execPath, [...roomy, file, ...process.argv.slice(2)])
await remove()
