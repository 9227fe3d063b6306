/** Draws the pictures and the video of the sample event into playlists/tg27/media. Run by hand after a change of the drawings; names of files draw only those. The results are kept in the repository. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import sharp from 'sharp'
import { chromiumPath } from './lib/chromium.mjs'
import { mapDrawing } from './media/map.mjs'
import { ribsDrawing } from './media/ribs.mjs'
import { sponsorDrawings } from './media/sponsors.mjs'
import { root } from './lib/root.mjs'

const media = path.join(root, 'playlists/tg27/media')
const font = pathToFileURL(path.join(root, 'node_modules/@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2')).href
const scratch = mkdtempSync(path.join(tmpdir(), 'infoskjerm-media-'))

const names = process.argv.slice(2)
const wanted = ({ file }) => names.length === 0 || names.includes(file)

const pageOf = (body, script = '') => `<!doctype html><meta charset="utf-8"><style>
@font-face{font-family:Archivo;src:url('${font}');font-weight:100 900;font-stretch:62% 125%}
html,body{margin:0;background:transparent}text{font-family:Archivo}</style>${body}<script>${script}</script>`

const browser = await chromium.launch({
  executablePath: chromiumPath() ?? undefined,
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'],
})
try {
  for (const drawing of [...sponsorDrawings, mapDrawing].filter(wanted)) await picture(drawing)
  if (wanted(ribsDrawing)) await video(ribsDrawing)
} finally {
  await browser.close()
  rmSync(scratch, { recursive: true, force: true })
}

async function open(widthPx, heightPx, html) {
  const file = path.join(scratch, 'page.html')
  writeFileSync(file, html)
  const page = await browser.newPage({ viewport: { width: widthPx, height: heightPx } })
  await page.goto(pathToFileURL(file).href)
  await page.evaluate(() => globalThis.document.fonts.ready)
  return page
}

async function picture({ file, widthPx, heightPx, svg }) {
  const page = await open(widthPx, heightPx, pageOf(svg))
  const png = await page.screenshot({ omitBackground: true })
  await page.close()
  const { size } = await sharp(png).trim().webp({ quality: 90, alphaQuality: 100, effort: 6 }).toFile(path.join(media, file))
  console.log(`${file} ${Math.round(size / 1000)} kB`)
}

async function video({ file, widthPx, heightPx, frames, perSecond, html, script }) {
  const page = await open(widthPx, heightPx, pageOf(html, script))
  for (let frame = 0; frame < frames; frame++) {
    await page.evaluate((phase) => globalThis.draw(phase), frame / frames)
    await page.screenshot({ path: path.join(scratch, `${String(frame).padStart(4, '0')}.jpg`), type: 'jpeg', quality: 96 })
  }
  await page.close()
  const made = spawnSync(
    'ffmpeg',
    [
      '-v',
      'error',
      '-y',
      '-framerate',
      perSecond,
      '-i',
      path.join(scratch, '%04d.jpg'),
      '-c:v',
      'libvpx-vp9',
      '-pix_fmt',
      'yuv420p',
      '-b:v',
      '0',
      '-crf',
      '34',
      '-row-mt',
      '1',
      '-g',
      frames,
      '-an',
      path.join(media, file),
    ].map(String),
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  if (made.status !== 0) throw new Error('ffmpeg could not make the video; is it installed?')
  console.log(file)
}
