/** Runs projects of vitest and counts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run, tool } from './run.mjs'

/** Passed, failed and skipped tests of the projects. A file that could not be read, or a run that broke off, counts as one failed test. */
export async function runProjects(projects, env = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'infoskjerm-test-'))
  const report = path.join(folder, 'report.json')
  const names = projects.flatMap((project) => ['--project', project])
  try {
    const args = ['run', ...names, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const code = await run(process.execPath, tool('vitest/vitest.mjs', ...args), { env })
    return count(JSON.parse(readFileSync(report, 'utf8')), code)
  } catch (error) {
    console.error(`The run of ${projects.join(' and ')} tests left no report: ${error.message}`)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function count({ testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }, code) {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, skipped: numPendingTests + numTodoTests }
}
