/** A picture that is shown only once it is decoded: until then the one before it stays, so that nothing is ever half-loaded. */
import { nothing, type ReactiveControllerHost } from 'lit'
import type { Picture } from '@infoskjerm/shared/model/slide.ts'
import type { StageContext } from './context.ts'
import type { Readiness } from './kind-element.ts'

export interface DecodedPicture {
  /** What to render for this picture now: its decoded `<img>`, or the one before it, or nothing. */
  readonly show: (picture: Picture | null, context: StageContext | null) => HTMLImageElement | typeof nothing
  /** Resolves when the picture last asked for is decoded. */
  readonly ready: () => Promise<Readiness>
}

/** A controller of `host`, which is updated when a picture has arrived. */
export function decodedPicture(host: ReactiveControllerHost): DecodedPicture {
  let wanted: string | null = null
  let standing: HTMLImageElement | typeof nothing = nothing
  let readiness: Promise<Readiness> = Promise.resolve('ready')

  const load = async (url: string): Promise<Readiness> => {
    const image = new Image()
    image.decoding = 'sync'
    image.alt = ''
    image.src = url
    try {
      await image.decode()
    } catch {
      // An EncodingError says only that it failed: a file that did not arrive has no size, a broken one neither. Asking for the bytes tells which.
      return (await exists(url)) ? 'broken' : 'missing'
    }
    if (isEmpty(image)) return 'broken'
    if (wanted === url) {
      standing = image
      host.requestUpdate()
    }
    return 'ready'
  }

  return {
    show(picture, context) {
      const url = picture === null || context === null ? null : context.mediaUrl(picture.hash)
      if (url === null) standing = nothing
      else if (url !== wanted) readiness = load(url)
      wanted = url
      return standing
    },
    ready: () => readiness,
  }
}

/** A browser calls a file decoded whose head is whole and whose pixels are not, and draws nothing of it. */
function isEmpty(image: HTMLImageElement): boolean {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 8
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return false
  pen.drawImage(image, 0, 0, 8, 8)
  try {
    return pen.getImageData(0, 0, 8, 8).data.every((value) => value === 0)
  } catch (error) {
    // A picture from another origin may be shown and not read.
    if (error instanceof DOMException) return false
    throw error
  }
}

async function exists(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD' })).ok
  } catch {
    // No answer at all is the same as no file, for the one who waits before the glass.
    return false
  }
}
