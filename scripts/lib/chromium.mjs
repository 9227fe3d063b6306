/** Finds a Chromium on this machine, and installs one where that is ours to do. */
import { existsSync } from 'node:fs'
import { run } from './run.mjs'

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** Its path, or null. `CHROMIUM` in the environment goes before the usual places. */
export function chromiumPath() {
  return [process.env.CHROMIUM, ...usual].find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

/** The path of a Chromium, installed from Debian when there is none and we are root; null after saying what to do. */
export async function ensureChromium() {
  const found = chromiumPath() ?? (await playwrightsOwn())
  if (found !== null) return found
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('Installing Chromium for the browser tests …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['-qq', 'update'], { env })
    await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', 'chromium'], { env })
  }
  const installed = chromiumPath()
  if (installed === null) {
    console.error(
      'The browser tests need Chromium and there is none here. Install it (Debian: `sudo apt-get install chromium`, Fedora: `sudo dnf install chromium`, macOS: `brew install --cask chromium`) or name one: `CHROMIUM=/path/to/chromium npm test`.',
    )
  }
  return installed
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}
