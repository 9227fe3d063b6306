/** Builds the two pages, the player's and the crew's, when their sources have changed since the last time. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './root.mjs'
import { runQuietly, seconds, tool } from './run.mjs'

const stage = ['shared', 'player', 'package-lock.json']
const pages = [
  { folder: 'player', sources: stage },
  { folder: 'controller/ui', sources: [...stage, 'controller/ui'] },
]

/** True when both pages are up to date afterwards; what went wrong is printed. */
export async function buildPages({ always = false } = {}) {
  const stale = pages.filter((page) => always || !isFresh(page))
  if (stale.length === 0) return true
  const startMs = performance.now()
  const results = await Promise.all(stale.map(build))
  const failed = results.filter(({ code }) => code !== 0)
  for (const { output } of failed) console.error(output)
  if (failed.length === 0) console.log(`Pages built in ${seconds(startMs)}.`)
  return failed.length === 0
}

async function build(page) {
  const stamp = stampOf(page)
  const result = await runQuietly(
    process.execPath,
    tool('vite/bin/vite.js', 'build', '--config', `${page.folder}/vite.config.ts`, '--logLevel', 'warn'),
  )
  if (result.code === 0) writeFileSync(stampFile(page), stamp)
  return result
}

function isFresh(page) {
  return existsSync(stampFile(page)) && readFileSync(stampFile(page), 'utf8') === stampOf(page)
}

function stampFile({ folder }) {
  return path.join(root, folder, 'dist/.sources')
}

/** A hash over names and contents of every source file. */
function stampOf({ sources }) {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

const built = new Set(['node_modules', 'dist'])

function filesUnder(name) {
  if (path.extname(name) === '.json') return [name]
  return readdirSync(path.join(root, name), { withFileTypes: true })
    .filter((entry) => !built.has(entry.name) && !entry.name.startsWith('.') && !entry.name.endsWith('.test.ts'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(`${name}/${entry.name}`) : [`${name}/${entry.name}`]))
}
