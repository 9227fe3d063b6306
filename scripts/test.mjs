/** All tests, on a fresh clone too: format, lint, types, build, then unit, browser and end-to-end tests. The last line is the sum. */
import { ensureChromium } from './lib/chromium.mjs'
import { buildPages } from './lib/pages.mjs'
import { setUp } from './lib/set-up.mjs'
import { format, lint, runSteps, types } from './lib/steps.mjs'
import { runProjects } from './lib/vitest.mjs'

const sum = { passed: 0, failed: 0, skipped: 0 }
const add = ({ passed, failed, skipped = 0 }) => {
  sum.passed += passed
  sum.failed += failed
  sum.skipped += skipped
}
process.on('exit', () => {
  const skipped = sum.skipped === 0 ? '' : `, ${sum.skipped} skipped`
  console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`)
})

try {
  await setUp()
  const chromium = await ensureChromium()
  const checks = [types, lint, format]
  const failedChecks = await runSteps(checks)
  add({ passed: checks.length - failedChecks.length, failed: failedChecks.length })
  const built = await buildPages()
  add({ passed: built ? 1 : 0, failed: built ? 0 : 1 })
  add(await runProjects(['unit', 'slow']))
  if (chromium === null) add({ passed: 0, failed: 1 })
  else {
    const env = { CHROMIUM: chromium }
    add(await runProjects(['browser'], env))
    add(await runProjects(['e2e'], env))
    add(await runProjects(['hands'], env))
  }
} catch (error) {
  console.error(error)
  add({ passed: 0, failed: 1 })
}
process.exitCode = sum.failed === 0 ? 0 : 1
