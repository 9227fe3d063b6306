import { limits } from '@infoskjerm/shared/limits.ts'
import { expect, test } from 'vitest'
import { pictureBytes } from './picture.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex')
const mp4 = Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex')

async function* chunks(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}
const through = async (...parts: readonly Uint8Array[]): Promise<Buffer> => {
  const passed: Uint8Array[] = []
  for await (const part of pictureBytes(chunks(...parts))) passed.push(part)
  return Buffer.concat(passed)
}
const large = (sizeBytes: number) => [png, ...Array.from({ length: 40 }, () => Buffer.alloc((sizeBytes - png.length) / 40))]

test.each<[string, readonly Uint8Array[]]>([
  ['in one piece', [png]],
  ['a byte at a time', [...png].map((byte) => Uint8Array.of(byte))],
  ['longer than a decision needs', [png, Buffer.alloc(3_000, 7), Buffer.alloc(3_000, 8), Buffer.alloc(3_000, 9)]],
  ['as large as a picture may be', large(limits.imageUploadBytes)],
])('a picture passes unchanged: %s', async (_, parts) => {
  expect((await through(...parts)).equals(Buffer.concat(parts))).toBe(true)
})

test.each<[string, readonly Uint8Array[], string]>([
  ['a video', [mp4, Buffer.alloc(9_000)], 'media-type'],
  ['a short video', [mp4], 'media-type'],
  ['words', [Buffer.from('hei')], 'media-type'],
  ['nothing', [], 'media-type'],
  ['more than a picture', large(limits.imageUploadBytes + 40), 'too-large'],
])('%s does not', async (_, parts, code) => {
  await expect(through(...parts)).rejects.toMatchObject({ code })
})

test('a video is refused before the rest of it has come', async () => {
  let asked = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      asked += 1
      yield asked === 1 ? mp4 : Buffer.alloc(1_000)
    }
  }
  await expect(pictureBytes(endless()).next()).rejects.toMatchObject({ code: 'media-type' })
  expect(asked).toBeLessThan(10)
})
