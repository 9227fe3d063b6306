/** One file of a program of ours, for runs that take long: what a loader adds to each function costs them a third of their time. */
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'vite'
import { root } from './root.mjs'

/** How such a program is run: with room for what lives shortly. */
export const roomy = ['--max-semi-space-size=64']

/**
 * Bundles `entry` (from the repository's root) into a folder beside the packages that it imports.
 * @returns {Promise<{file: string, remove: () => Promise<void>}>}
 */
export async function bundleForNode(entry) {
  const folder = await mkdtemp(path.join(root, 'node_modules', '.infoskjerm-'))
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { ssr: entry, outDir: folder, target: 'node20', minify: false, rolldownOptions: { output: { entryFileNames: 'main.mjs' } } },
  })
  return { file: path.join(folder, 'main.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}
