/** Starts infoskjerm: sets up what is missing, builds the pages when they are old, runs the controller until it is stopped. */
import { spawn } from 'node:child_process'
import { buildPages } from './lib/pages.mjs'
import { root } from './lib/root.mjs'
import { setUp } from './lib/set-up.mjs'

await setUp()
if (!(await buildPages())) process.exit(1)

const controller = spawn(process.execPath, ['--import', 'tsx', 'controller/main.ts'], { cwd: root, stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => controller.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal))
controller.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
controller.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : signal === 'SIGTERM' ? 143 : 1)))
