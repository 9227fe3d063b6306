/** The fast part of the tests, for every few minutes of work: format, lint, types, unit tests. */
import { setUp } from './lib/set-up.mjs'
import { format, lint, runSteps, types, unit } from './lib/steps.mjs'

await setUp()
const failed = await runSteps([types, lint, format, unit])
console.log(failed.length === 0 ? 'All is well.' : `To mend: ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
