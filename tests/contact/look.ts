/** Large pictures to look at: `node scripts/pictures-stage.mjs <folder> [part of a name] [scale] [cases a picture]`, landscape, portrait and 720p in both themes. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startBrowser } from '../e2e/harness.ts'
import { openPictures, type Shape, shapes, themes } from './sheets.ts'

const [folder = 'pictures', part = '', scale = '1', atATime = '1'] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await startBrowser()
const pictures = await openPictures(browser)
try {
  const wanted = pictures.names.filter((name) => name.includes(part))
  const count = Number(atATime)
  for (const shape of Object.keys(shapes) as Shape[])
    for (const theme of themes)
      for (let from = 0; from < wanted.length; from += count) {
        const names = wanted.slice(from, from + count)
        const columns = Math.ceil(Math.sqrt(count))
        const { png, late } = await pictures.sheet(names, shape, theme, Number(scale), columns)
        const file = `${shape}-${theme}-${count === 1 ? (names[0] ?? '') : String(from).padStart(2, '0')}.png`
        writeFileSync(path.join(folder, file), png)
        process.stdout.write(`${file} ${names.join(' ')} ${late.length === 0 ? '' : `not whole in time: ${late.join(' ')}`}\n`)
      }
} finally {
  await pictures.close()
  await browser.close()
}
