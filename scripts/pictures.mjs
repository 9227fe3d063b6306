/** Takes the pictures of the README: starts the product on an empty data folder, opens it as people do, and photographs glass and crew pages. Run by hand. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { chromiumPath } from './lib/chromium.mjs'
import { buildPages } from './lib/pages.mjs'
import { root } from './lib/root.mjs'

const port = Number(process.env.INFOSKJERM_PORT ?? 4180)
const origin = `http://localhost:${port}`
const password = 'et-langt-passord'
const folder = path.join(root, 'docs/pictures')
const data = mkdtempSync(path.join(tmpdir(), 'infoskjerm-pictures-'))

const landscape = { width: 1920, height: 1080 }
const portrait = { width: 1080, height: 1920 }
const desktop = { width: 1440, height: 900 }
const phone = { width: 390, height: 844 }

/** `words`: what must stand on the page before the picture is taken; null waits a little instead. `before`: what somebody does first. */
const shots = [
  { file: 'glass-programme', at: '/player/?screen=inngang-nord', size: landscape, words: 'Stem på Fast Music' },
  { file: 'glass-text', at: '/player/?screen=inngang-nord', size: landscape, words: 'Drikk et glass vann' },
  { file: 'glass-portrait', at: '/player/?screen=skilt-nordtrappa', size: portrait, words: 'Pikselkunst for alle' },
  { file: 'crew-now', at: '/', size: desktop, words: null },
  { file: 'crew-slides', at: '/slides', size: desktop, words: null },
  { file: 'crew-slide', at: '/slides/vann', size: desktop, words: null },
  { file: 'crew-playlist', at: '/playlists/kveld', size: desktop, words: null },
  { file: 'crew-schedule', at: '/schedule', size: desktop, words: null },
  { file: 'crew-sponsors', at: '/sponsors', size: desktop, words: null },
  { file: 'crew-now-dark', at: '/', size: desktop, words: null, colorScheme: 'dark' },
  { file: 'crew-phone', at: '/', size: phone, words: null, deviceScaleFactor: 2 },
  { file: 'crew-programme', at: '/programme', size: desktop, words: null },
  {
    file: 'crew-phone-notice',
    at: '/notice',
    size: phone,
    words: null,
    deviceScaleFactor: 2,
    before: async (page) => {
      await page.getByRole('textbox').first().fill('Køen til Matområdet går til venstre')
      await page.getByText('Matområdet', { exact: false }).last().click()
    },
  },
  { file: 'crew-phone-programme', at: '/programme', size: phone, words: null, deviceScaleFactor: 2 },
  { file: 'crew-phone-override', at: '/override', size: phone, words: null, deviceScaleFactor: 2 },
]

if (!(await buildPages())) process.exit(1)
mkdirSync(folder, { recursive: true })
const controller = spawn(process.execPath, ['--import', 'tsx', 'controller/main.ts'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    INFOSKJERM_PORT: String(port),
    INFOSKJERM_TLS_PORT: String(port + 1),
    INFOSKJERM_HOST: '127.0.0.1',
    INFOSKJERM_DATA: data,
    INFOSKJERM_ADMIN_PASSWORD: password,
  },
})
const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await ready()
  for (const shot of shots.filter(({ file }) => process.argv.length < 3 || process.argv.includes(file))) await take(shot)
} finally {
  await browser.close()
  controller.kill('SIGTERM')
  await new Promise((resolve) => controller.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}

async function ready() {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(`${origin}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(100)
  }
  throw new Error('The controller was not ready within a minute.')
}

async function take({ file, at, size, words, colorScheme = 'light', deviceScaleFactor = 1, before = null }) {
  const context = await browser.newContext({ viewport: size, colorScheme, deviceScaleFactor, locale: 'nb-NO' })
  const signedIn = await context.request.post(`${origin}/api/v1/session`, { data: { username: 'admin', password }, headers: { origin } })
  if (!signedIn.ok()) throw new Error(`Sign-in: ${signedIn.status()}`)
  const page = await context.newPage()
  await page.goto(origin + at)
  if (words === null) await pause(4_000)
  else {
    await page.getByText(words).first().waitFor({ timeout: 150_000 })
    await pause(1_500)
  }
  if (before !== null) {
    await before(page)
    await pause(1_000)
  }
  const png = await page.screenshot()
  await sharp(png)
    .resize({ width: Math.min(1600, size.width * deviceScaleFactor) })
    .webp({ quality: 88 })
    .toFile(path.join(folder, `${file}.webp`))
  console.log(`${file}.webp`)
  await context.close()
}
