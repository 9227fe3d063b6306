/** Decodes a hostile picture and writes it anew: upright, without metadata, at most as large as the largest panel, with a thumbnail. */
import { readFile } from 'node:fs/promises'
import sharp, { type Sharp, type SharpOptions } from 'sharp'

export interface EncodeJob {
  readonly input: string
  readonly output: string
  readonly thumbnail: string
  readonly svg: boolean
  readonly pixels: number
  readonly sidePx: number
}

export interface Encoded {
  readonly widthPx: number
  readonly heightPx: number
}

/** Width of a thumbnail: a card of the crew pages at double density. */
const thumbnailPx = 480

/** A lossless picture above this is stored with losses after all (bytes). */
const losslessBytes = 1_000_000

/** An SVG is drawn this large, because its own size says little. */
const drawnPx = 1_920

/** Answers with the stored size; throws what the decoder says. */
export async function encode(job: EncodeJob): Promise<Encoded> {
  // From memory, not by path: an SVG then has no place from which it could name other files.
  const bytes = await readFile(job.input)
  const options: SharpOptions = { limitInputPixels: job.pixels, failOn: 'error', sequentialRead: true }
  const density = job.svg ? await densityFor(bytes, options) : null
  const picture = sharp(bytes, density === null ? options : { ...options, density })
    .autoOrient()
    .resize({ width: job.sidePx, height: job.sidePx, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
  const again = () => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
  const drawn = job.svg || ['png', 'gif'].includes((await sharp(bytes, options).metadata()).format ?? '')
  await write(again, job.output, drawn)
  await again().resize({ width: thumbnailPx, withoutEnlargement: true }).webp({ quality: 78 }).toFile(job.thumbnail)
  return { widthPx: info.width, heightPx: info.height }
}

/** Drawings and marks stay lossless where that is small; photographs are not. */
async function write(picture: () => Sharp, output: string, drawn: boolean): Promise<void> {
  if (drawn) {
    const { size } = await picture().webp({ lossless: true }).toFile(output)
    if (size <= losslessBytes) return
  }
  await picture().webp({ quality: 86, smartSubsample: true }).toFile(output)
}

/** Dots per inch at which the longer side comes out at `drawnPx`. */
async function densityFor(bytes: Buffer, options: SharpOptions): Promise<number> {
  const { width = 0, height = 0 } = await sharp(bytes, options).metadata()
  return Math.min(2_400, Math.max(1, (72 * drawnPx) / Math.max(width, height, 1)))
}
