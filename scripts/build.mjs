/** Builds the player page and the crew pages. */
import { buildPages } from './lib/pages.mjs'
import { setUp } from './lib/set-up.mjs'

await setUp()
process.exitCode = (await buildPages({ always: true })) ? 0 : 1
