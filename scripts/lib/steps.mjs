/** The checks that need no browser, as steps with a name; each gives its exit code and what it printed. */
import { runQuietly, tool } from './run.mjs'
import { checkTypes } from './types.mjs'

/** What was found right is not looked at again until it changes. */
const cache = 'node_modules/.cache/infoskjerm'
const node = (...args) => runQuietly(process.execPath, args)

export const format = {
  name: 'format',
  run: () =>
    node(...tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '--cache', '--cache-location', `${cache}/prettier`, '.')),
}
export const lint = {
  name: 'lint',
  run: () => node(...tool('eslint/bin/eslint.js', '--max-warnings', '0', '--cache', '--cache-location', `${cache}/eslint`, '.')),
}
export const types = { name: 'types', run: checkTypes }
export const unit = {
  name: 'unit tests',
  run: () => node(...tool('vitest/vitest.mjs', 'run', '--project', 'unit', '--silent', 'passed-only', '--reporter', 'dot')),
}

/** Runs the steps two at a time, prints a line for each and the output of those that failed, and gives the names of those. */
export async function runSteps(steps) {
  const waiting = [...steps]
  const failed = []
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) if (!(await runStep(step))) failed.push(step.name)
  }
  await Promise.all([lane(), lane()])
  return failed
}

async function runStep({ name, run }) {
  const startMs = performance.now()
  const { code, output } = await run()
  const time = `${((performance.now() - startMs) / 1000).toFixed(1).padStart(5)} s`
  console.log(`${code === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${time}`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}
