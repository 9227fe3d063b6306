/** Keeps the contact sheets as they are drawn now: `node scripts/pictures-stage.mjs`. Look at them before you do, and at the difference before you commit it. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { startBrowser } from '../e2e/harness.ts'
import { drawn, keep, keepNames, kinds } from './kept.ts'
import { openPictures } from './sheets.ts'

mkdirSync(path.join(import.meta.dirname, '../../docs/contact'), { recursive: true })
const browser = await startBrowser()
const pictures = await openPictures(browser)
try {
  for (const kind of kinds) {
    const sheet = await drawn(pictures, kind)
    await keep(kind, sheet)
    process.stdout.write(`${kind.shape} ${kind.theme} ${sheet.late.length === 0 ? '' : `not whole in time: ${sheet.late.join(' ')}`}\n`)
  }
  await keepNames(pictures.names)
} finally {
  await pictures.close()
  await browser.close()
}
