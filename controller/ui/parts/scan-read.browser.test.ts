import { squareOf } from '@infoskjerm/player/stage/boards/pairing-square.ts'
import encodeQR from 'qr'
import { expect, test } from 'vitest'
import { codeIn, readPicture } from './scan-read.ts'

/** A photo of a dark glass with a square on it: turned, small in the picture, and a little out of focus. */
async function photoOf(
  square: readonly (readonly boolean[])[],
  { widthPx, heightPx, modulePx, turned, blurPx }: { readonly [K in 'widthPx' | 'heightPx' | 'modulePx' | 'turned' | 'blurPx']: number },
): Promise<Blob> {
  const side = Math.max(1, (square.length + 8) * modulePx)
  const drawn = new OffscreenCanvas(side, side)
  const ink = drawn.getContext('2d') as OffscreenCanvasRenderingContext2D
  ink.fillStyle = square.length === 0 ? '#0b0e1a' : '#fff'
  ink.fillRect(0, 0, side, side)
  ink.fillStyle = '#0b0e1a'
  square.forEach((row, y) => row.forEach((dark, x) => dark && ink.fillRect((x + 4) * modulePx, (y + 4) * modulePx, modulePx, modulePx)))
  const canvas = new OffscreenCanvas(widthPx, heightPx)
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D
  context.fillStyle = '#0b0e1a'
  context.fillRect(0, 0, widthPx, heightPx)
  context.translate(widthPx * 0.6, heightPx * 0.55)
  context.rotate((turned * Math.PI) / 180)
  context.filter = blurPx === 0 ? 'none' : `blur(${blurPx}px)`
  context.drawImage(drawn, -side / 2, -side / 2)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 })
}

test.each([
  ['straight on', { widthPx: 960, heightPx: 540, modulePx: 6, turned: 0, blurPx: 0 }],
  ['turned as a hand turns it', { widthPx: 1_200, heightPx: 1_600, modulePx: 8, turned: 12, blurPx: 1 }],
  ['upright telephone', { widthPx: 1_512, heightPx: 2_016, modulePx: 10, turned: 90, blurPx: 2 }],
  ['from far away', { widthPx: 2_016, heightPx: 1_512, modulePx: 5, turned: -5, blurPx: 0.7 }],
])('the code is read %s', async (_, how) => {
  expect(await readPicture(await photoOf(squareOf('KMTR4HXP'), how))).toBe('KMTR4HXP')
})

test('a picture without a square holds nothing', async () => {
  expect(await readPicture(await photoOf([], { widthPx: 800, heightPx: 600, modulePx: 1, turned: 0, blurPx: 0 }))).toBeNull()
})

test('what is no picture is told apart', async () => {
  await expect(readPicture(new Blob(['hei']))).rejects.toThrow(DOMException)
})

test('an address is read as it stands, and is no code', async () => {
  const link = 'https://hallen.test/BCDFGHJK'
  const square = encodeQR(link, 'raw', { ecc: 'medium', border: 1 })
  const read = await readPicture(await photoOf(square, { widthPx: 960, heightPx: 720, modulePx: 10, turned: 3, blurPx: 0 }))
  expect(read).toBe(link)
  expect(codeIn(read ?? '')).toBeNull()
})

test.each([
  ['BCDFGHJK', 'BCDFGHJK'],
  ['bcdf ghjk', 'BCDFGHJK'],
  ['BCDF-GHJK\n', 'BCDFGHJK'],
  ['BCDFGHJ', null],
  ['ABCDFGHJ', null],
  ['https://x/BCDFGHJK', null],
])('«%s» holds the code %s', (text, code) => {
  expect(codeIn(text)).toBe(code)
})
