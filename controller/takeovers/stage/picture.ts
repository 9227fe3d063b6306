/** Lets the bytes of a picture through, and of nothing else: who holds a key has no business with videos. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { sniff, sniffBytes } from '../../media/sniff.ts'

/** The same bytes, decided on as soon as they can be. Throws `media-type` and `too-large` while it is read. */
export async function* pictureBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head = Buffer.alloc(0)
  let sizeBytes = 0
  let isKnown = false
  for await (const chunk of bytes) {
    sizeBytes += chunk.length
    if (sizeBytes > limits.imageUploadBytes) {
      const mostBytes = limits.imageUploadBytes
      throw new Problem(413, 'too-large', `At most ${mostBytes / 1_000_000} MB.`, '', { mostBytes })
    }
    if (isKnown) {
      yield chunk
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < sniffBytes) continue
    await demandPicture(head)
    isKnown = true
    yield head
  }
  if (isKnown) return
  await demandPicture(head)
  yield head
}

async function demandPicture(head: Uint8Array): Promise<void> {
  if ((await sniff(head))?.kind !== 'image') throw new Problem(415, 'media-type', 'Pictures are JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG.')
}
