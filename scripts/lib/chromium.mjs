/** Finds a Chromium on this machine. */
import { existsSync } from 'node:fs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Its path, or null. `CHROMIUM` in the environment goes before the usual places. */
export function chromiumPath() {
  return [process.env.CHROMIUM, ...usual].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}
