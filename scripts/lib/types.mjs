/** Type-checks every part of the repository, each with the libraries that it may use. */
import { runQuietly, tool } from './run.mjs'

const projects = ['controller', 'controller/ui', 'player', 'shared/tsconfig.json', 'shared/tsconfig.test.json', 'playlists', 'tests']

/** Exit code and the compiler's words. */
export async function checkTypes() {
  const results = []
  for (const project of projects)
    results.push(
      await runQuietly(
        process.execPath,
        tool('typescript/bin/tsc', '-p', project, '--incremental', '--tsBuildInfoFile', buildInfo(project)),
      ),
    )
  return { code: results.some(({ code }) => code !== 0) ? 1 : 0, output: results.map(({ output }) => output).join('') }
}

/** Where the compiler remembers what it has checked. */
function buildInfo(project) {
  return `node_modules/.cache/infoskjerm/types/${project.replaceAll('/', '-')}.json`
}
