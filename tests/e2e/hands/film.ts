/** What a phone's camera would see of a screen: a short film for Chromium's pretended camera. */
import type { Page } from 'playwright'

const widthPx = 1_280
const heightPx = 720
/** Chromium begins again when it is over. */
const darkFrames = 5
const glassFrames = 20

/** A YUV4MPEG2 film of ten pictures a second: a dark room first, then the page as a hand holds a camera before it. */
export async function film(page: Page): Promise<Buffer> {
  const shot = (await page.screenshot()).toString('base64')
  const luma = Buffer.from(await page.evaluate(lumaOf, { shot, widthPx, heightPx }), 'base64')
  const colour = Buffer.alloc((widthPx * heightPx) / 2, 128)
  const frame = (light: Buffer) => [Buffer.from('FRAME\n'), light, colour]
  const dark = frame(Buffer.alloc(widthPx * heightPx, 24))
  const frames = [...Array<Buffer[]>(darkFrames).fill(dark), ...Array<Buffer[]>(glassFrames).fill(frame(luma))]
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${widthPx} H${heightPx} F10:1 Ip A1:1 C420jpeg\n`), ...frames.flat()])
}

/** Runs in the page: the light of the picture, turned a little and out of focus, one byte a pixel, as base64. */
async function lumaOf({ shot, widthPx, heightPx }: { shot: string; widthPx: number; heightPx: number }): Promise<string> {
  const bytes = Uint8Array.from(atob(shot), (letter) => letter.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(widthPx, heightPx).getContext('2d') as OffscreenCanvasRenderingContext2D
  context.fillStyle = '#1a1a1a'
  context.fillRect(0, 0, widthPx, heightPx)
  context.filter = 'blur(0.6px)'
  context.translate(widthPx / 2, heightPx / 2)
  context.rotate((4 * Math.PI) / 180)
  context.drawImage(picture, -picture.width / 2, -picture.height / 2)
  const { data } = context.getImageData(0, 0, widthPx, heightPx)
  let text = ''
  for (let at = 0; at < data.length; at += 4)
    text += String.fromCharCode(Math.round(0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)))
  return btoa(text)
}
