/** What can stand on the glass looks as it did when somebody looked: every case × landscape, portrait and 720p × both themes. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBrowser } from '../e2e/harness.ts'
import { drawn, keptNames, kinds, unlike, unlikeKept } from './kept.ts'
import { openPictures, type Pictures, type Sheet, sheetScale } from './sheets.ts'

let browser: Browser
let pictures: Pictures

beforeAll(async () => {
  browser = await startBrowser()
  pictures = await openPictures(browser)
})
afterAll(async () => {
  await pictures.close()
  await browser.close()
})

it('has a picture of every case, in order', async () => {
  expect(pictures.names).toEqual(await keptNames())
})

describe.each(kinds)('$shape in $theme', (kind) => {
  it('looks as it was kept', async () => {
    const sheet = await drawn(pictures, kind)
    expect(sheet.late).toEqual([])
    expect(await unlikeKept(kind, sheet)).toEqual([])
  })
})

/** Reaches into every glass: `each(element)`. */
const everywhere = (each: string): string => `(() => {
  const walk = (root) => { for (const element of root.querySelectorAll('*')) { (${each})(element); if (element.shadowRoot) walk(element.shadowRoot) } }
  walk(document)
})()`

describe('sees what is broken', () => {
  it.each([
    [
      'a headline moved by one per cent of the width',
      everywhere(`(e) => { if (e.matches('.headline')) e.style.translate = '20px 0' }`),
      'text-both',
    ],
    ['a mark that is missing', everywhere(`(e) => { if (e.matches('.mark')) e.style.visibility = 'hidden' }`), 'programme-changes'],
    ['a colour that is wrong', everywhere(`(e) => { if (e.matches('.now')) e.style.color = 'inherit' }`), 'programme-hall'],
    ['another typeface', everywhere(`(e) => { e.style.setProperty('font-family', 'serif') }`), 'text-statement'],
  ])('%s', async (_, script, name) => {
    const draw = (): Promise<Sheet> => pictures.sheet([name], 'landscape', 'tg27', sheetScale, 1)
    const sound = await draw()
    expect(await unlike(sound, sound.png, (await draw()).png)).toEqual([])
    pictures.breakWith(script)
    const broken = await draw()
    pictures.breakWith(null)
    expect(await unlike(sound, sound.png, broken.png)).toHaveLength(1)
  })
})
