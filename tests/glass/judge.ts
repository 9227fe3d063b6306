/** What a frame of the glass shows: judged in a page of its own, from the picture that the browser took. */

/** `partial`: a corner of what stands is missing. */
export type Verdict = 'whole' | 'black' | 'blank' | 'partial'

const columns = 64
const rows = 36

/** Judges one JPEG, given as base64. */
export async function judge(jpeg: string): Promise<Verdict> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/jpeg;base64,${jpeg}`)).blob())
  const pen = new OffscreenCanvas(columns, rows).getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('no canvas')
  pen.drawImage(bitmap, 0, 0, columns, rows)
  bitmap.close()
  return verdict(pen.getImageData(0, 0, columns, rows).data)
}

function verdict(pixels: Uint8ClampedArray): Verdict {
  const light: number[] = []
  for (let at = 0; at < pixels.length; at += 4) light.push(((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 3)
  const mean = light.reduce((sum, value) => sum + value, 0) / light.length
  if (mean < 16) return 'black'
  if (Math.max(...light) - Math.min(...light) < 24) return 'blank'
  const corners = [0, columns - 1].flatMap((x) => [0, rows - 1].map((y) => 4 * (y * columns + x)))
  return corners.every((at) => isProbeColour(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0)) ? 'whole' : 'partial'
}

const isProbeColour = (red: number, green: number, blue: number): boolean => red > 170 && blue > 170 && green < 90
