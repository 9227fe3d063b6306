/** The contact sheets: every case of what can stand on the glass, side by side, in each shape and theme. One page draws them all. */
import path from 'node:path'
import type { Browser } from 'playwright'
import { createServer } from 'vite'
import type { Glass } from '../../player/stage/pictures/sample-glass.ts'

const root = path.join(import.meta.dirname, '../..')

/** `rows`: how many are drawn at once; a browser leaves parts of a larger page unpainted. */
export const shapes = {
  landscape: { widthPx: 1920, heightPx: 1080, columns: 6, rows: 3 },
  portrait: { widthPx: 1080, heightPx: 1920, columns: 10, rows: 2 },
  small: { widthPx: 1280, heightPx: 720, columns: 9, rows: 4 },
} as const
export type Shape = keyof typeof shapes
export const themes = ['tg27', 'contrast'] as const

/** Pixels of a sheet to a pixel of the glass. */
export const sheetScale = 1 / 6

export interface Sheet {
  readonly names: readonly string[]
  readonly columns: number
  /** Of one glass on the sheet, in its pixels. */
  readonly cell: { readonly width: number; readonly height: number }
  /** Names of cases that did not stand whole in time. */
  readonly late: readonly string[]
  readonly png: Buffer
}

export interface Pictures {
  readonly names: readonly string[]
  /** Draws these cases on one sheet. */
  readonly sheet: (names: readonly string[], shape: Shape, theme: Glass['theme'], scale: number, columns: number) => Promise<Sheet>
  /** Runs in the page that draws, before each sheet is photographed: what a test breaks on purpose. */
  readonly breakWith: (script: string | null) => void
  readonly close: () => Promise<void>
}

declare global {
  interface Window {
    readonly pictures: {
      readonly names: readonly string[]
      readonly draw: (names: readonly string[], glass: Glass, columns: number) => Promise<readonly string[]>
    }
  }
}

/** Serves the sources as they are, on a free port, and opens one page a scale. */
export async function openPictures(browser: Browser): Promise<Pictures> {
  const server = await createServer({
    root: path.join(root, 'player/stage/pictures'),
    configFile: false,
    logLevel: 'error',
    cacheDir: path.join(root, 'node_modules/.cache/pictures-stage'),
    server: { host: '127.0.0.1', port: 0, fs: { allow: [root] }, hmr: false, watch: null },
  })
  await server.listen()
  const address = server.resolvedUrls?.local[0] ?? ''
  const open = async (scale: number) => {
    const page = await browser.newPage({ viewport: { width: 640, height: 360 }, deviceScaleFactor: scale })
    await page.goto(address)
    await page.waitForFunction('window.pictures !== undefined', null, { timeout: 60_000 })
    return page
  }
  const pages = new Map<number, ReturnType<typeof open>>()
  const pageAt = (scale: number): ReturnType<typeof open> => {
    const page = pages.get(scale) ?? open(scale)
    pages.set(scale, page)
    return page
  }
  let broken: string | null = null
  const names = await (await pageAt(sheetScale)).evaluate(() => window.pictures.names)
  return {
    names,
    async sheet(wanted, shape, theme, scale, columns) {
      const page = await pageAt(scale)
      const { widthPx, heightPx } = shapes[shape]
      await page.setViewportSize({ width: widthPx * columns, height: heightPx * Math.ceil(wanted.length / columns) })
      const glass: Glass = { widthPx, heightPx, portrait: heightPx > widthPx, theme }
      const late = await page.evaluate(([wanted, glass, columns]) => window.pictures.draw(wanted, glass, columns), [
        wanted,
        glass,
        columns,
      ] as const)
      if (broken !== null) await page.evaluate(broken)
      const png = await page.screenshot({ timeout: 60_000 })
      return { names: wanted, columns, cell: { width: widthPx * scale, height: heightPx * scale }, late, png }
    },
    breakWith(script) {
      broken = script
    },
    close: () => server.close(),
  }
}
