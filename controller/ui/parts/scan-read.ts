/** Reads the QR code on a picture, or in what a camera sees: by the browser where it can, else by our own decoder, which is fetched only then. */

/** Letters of a pairing code, and how many it has (they make no words). */
const codePattern = /^[BCDFGHJKLMNPQRSTVWXZ]{8}$/

/** The longer side at which a photo is looked at (px): a square that fills a tenth of it still has several pixels a module. */
const mostPx = 2_000

/** Longest that a photo is searched for a code (ms). */
const searchMs = 4_000

/** Longest that one frame of a camera is searched (ms): the picture on the page must not stutter. */
const glanceMs = 60

/** The pairing code in what a QR code holds; null for anything else, an address among it. */
export function codeIn(text: string): string | null {
  const code = text
    .trim()
    .toUpperCase()
    .replace(/[\s–-]/g, '')
  return codePattern.test(code) ? code : null
}

/** The text of a QR code on the picture; null where none is found. Throws `InvalidStateError` where the file is no picture. */
export async function readPicture(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file)
  try {
    return (await readByBrowser(picture)) ?? (await readByDecoder(picture, searchMs))
  } finally {
    picture.close()
  }
}

/** The text of a QR code in what the camera sees at this moment; null where none is found. Looks for a short while only: the next frame comes soon. */
export async function readFrame(video: HTMLVideoElement): Promise<string | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || video.videoWidth === 0) return null
  const frame = await frameOf(video)
  if (frame === null) return null
  try {
    return (await readByBrowser(frame)) ?? (await readByDecoder(frame, glanceMs))
  } finally {
    frame.close()
  }
}

/** Null while the camera changes its size or is put out. */
async function frameOf(video: HTMLVideoElement): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(video)
  } catch (cause) {
    if (cause instanceof DOMException) return null
    throw cause
  }
}

/** The part of the Shape Detection API that is used; TypeScript does not know it. */
interface Detector {
  readonly detect: (picture: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = (new (options: { readonly formats: readonly string[] }) => Detector) & {
  readonly getSupportedFormats: () => Promise<readonly string[]>
}

async function readByBrowser(picture: ImageBitmap): Promise<string | null> {
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: DetectorClass }
  if (BarcodeDetector === undefined || !(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return null
  try {
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture)
    return found[0]?.rawValue ?? null
  } catch (cause) {
    // The service behind it may be missing on the device; our own decoder reads the picture then.
    if (cause instanceof DOMException) return null
    throw cause
  }
}

async function readByDecoder(picture: ImageBitmap, timeLimit: number): Promise<string | null> {
  const { default: decodeQR } = await import('qr/decode.js')
  const scale = Math.min(1, mostPx / Math.max(picture.width, picture.height))
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)]
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.drawImage(picture, 0, 0, width, height)
  try {
    return decodeQR(context.getImageData(0, 0, width, height), { effort: Number.POSITIVE_INFINITY, timeLimit })
  } catch (cause) {
    // This is how the decoder says that there is none.
    if (cause instanceof Error) return null
    throw cause
  }
}
