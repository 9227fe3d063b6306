/** Pictures of everything that can stand on the glass, landscape and portrait: `node scripts/pictures-stage.mjs <folder> [part of a name]`. */
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'

const root = resolve(import.meta.dirname, '..')
const { createServer } = await import(
  createRequire(join(root, 'controller/package.json'))
    .resolve('vite')
    .replace(/index\.cjs$/u, 'dist/node/index.js')
)
const [folder = 'pictures', part = ''] = process.argv.slice(2)
const sizes = { landscape: { width: 1920, height: 1080 }, portrait: { width: 1080, height: 1920 } }
const executablePath = process.env['CHROMIUM'] ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)

mkdirSync(folder, { recursive: true })
const server = await createServer({
  root: join(root, 'player/stage/pictures'),
  configFile: false,
  logLevel: 'error',
  cacheDir: join(root, 'node_modules/.cache/pictures-stage'),
  server: { port: Number(process.env['PICTURES_PORT'] ?? 4100), fs: { allow: [root] }, hmr: false },
})
await server.listen()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  const address = server.resolvedUrls?.local[0] ?? ''
  for (const [shape, viewport] of Object.entries(sizes)) {
    const page = await browser.newPage({ viewport })
    page.on('pageerror', (error) => console.error(error.message))
    const open = async (name) => {
      await page.goto(`${address}?case=${name}`)
      await page.waitForFunction('window.drawn === true')
    }
    await open('')
    for (const name of (await page.evaluate('window.names')).filter((candidate) => candidate.includes(part))) {
      await open(name)
      await page.waitForTimeout(250)
      await page.screenshot({ path: join(folder, `${name}-${shape}.png`) })
      console.log(`${name} ${shape}`)
    }
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
