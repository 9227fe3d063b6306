/** Makes a fresh clone ready: checks Node, installs the packages of the lock file, builds the one native module. Does nothing when nothing changed. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { npm, run, runQuietly, seconds } from './run.mjs'

const oldest = [20, 19]
const stampFile = path.join(root, 'node_modules/.infoskjerm-set-up')

/** Ends the process with a clear sentence where it cannot be done. */
export async function setUp() {
  checkNode()
  const stamp = stampOf()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!isInstalled()) await install()
  if (!(await sqliteWorks())) await buildSqlite()
  writeFileSync(stampFile, stamp)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  stop(`This is Node ${process.versions.node}; infoskjerm needs ${oldest.join('.')} or newer, and is best on 24. See https://nodejs.org.`)
}

/** Packages, Node's binary interface and the machine: what the installation depends on. */
function stampOf() {
  const machine = `${process.versions.modules} ${process.platform} ${process.arch}`
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .update(machine)
    .digest('hex')
}

/** Whether npm has put in place just what the lock file names. */
function isInstalled() {
  const installedFile = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedFile)) return false
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages
  return Object.entries(wanted).every(
    ([name, { version, link, optional }]) => !name.includes('node_modules/') || link || optional || installed[name]?.version === version,
  )
}

async function install() {
  const startMs = performance.now()
  console.log('Installing packages (a minute or two the first time) …')
  const [command, args] = npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error')
  const code = await run(command, args)
  if (code !== 0)
    stop('npm could not install the packages; its words stand above. Check the network (or the registry in .npmrc) and try again.')
  console.log(`Packages installed in ${seconds(startMs)}.`)
}

async function sqliteWorks() {
  const { code } = await runQuietly(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"])
  return code === 0
}

async function buildSqlite() {
  const startMs = performance.now()
  console.log('Building SQLite for this Node (about a minute, once) …')
  const [command, args] = npm('rebuild', 'better-sqlite3', '--loglevel=error')
  const { code, output } = await runQuietly(command, args, { env: headers() })
  if (code !== 0 || !(await sqliteWorks())) {
    console.error(output)
    stop(
      'SQLite could not be built. It needs Python 3, make and a C++ compiler: on Debian and Ubuntu `apt-get install python3 make g++`, on macOS `xcode-select --install`.',
    )
  }
  console.log(`SQLite built in ${seconds(startMs)}.`)
}

/** Node's own headers where they lie beside it, so that none are fetched. */
function headers() {
  const prefix = path.resolve(path.dirname(process.execPath), '..')
  return existsSync(path.join(prefix, 'include/node/node.h')) ? { npm_config_nodedir: prefix } : {}
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
