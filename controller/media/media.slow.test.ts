import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { MediaResource, Written } from '@infoskjerm/shared/wire/api.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createRig, refusal, type Rig } from '../testing/rig.ts'

// Decoding is real work, and other tests run beside it.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let rig: Rig
let scratch: string
beforeAll(async () => {
  rig = await createRig()
  scratch = mkdtempSync(join(tmpdir(), 'infoskjerm-media-'))
})
afterAll(async () => {
  await rig.close()
  rmSync(scratch, { recursive: true })
})

const upload = (bytes: Uint8Array | string, name = 'plakat.jpg') =>
  rig.as('edit', 'POST', `/media?name=${encodeURIComponent(name)}`, Buffer.from(bytes as Uint8Array))
const stored = async (bytes: Uint8Array | string, name?: string) => ((await upload(bytes, name)).json() as Written<MediaResource>).value
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c04020', noise: { type: 'gaussian', mean: 128, sigma: 30 } } })
const served = async (hash: string) => (await rig.ask({ path: `/media/${hash}` })).bytes
const leftBehind = () => readdirSync(join(rig.folder, 'media', 'incoming'))

describe('a picture', () => {
  test('is turned upright, stripped of metadata, and stored by the hash of what is stored', async () => {
    const jpeg = await photo(400, 200)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'hemmelig sted' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const value = await stored(jpeg)
    expect(value).toMatchObject({ name: 'plakat.jpg', kind: 'image', type: 'image/webp', widthPx: 200, heightPx: 400, durationMs: null })
    const bytes = await served(value.hash)
    expect([createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([value.hash, value.sizeBytes])
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    const small = await sharp(await served(value.thumbnail ?? '')).metadata()
    expect([small.format, small.width]).toEqual(['webp', 200])
  })

  test('larger than any panel is made smaller', async () => {
    expect(await stored(await photo(5_000, 500).jpeg().toBuffer())).toMatchObject({ widthPx: 3_840, heightPx: 384 })
  })

  test('with transparency keeps every pixel', async () => {
    const mark = await sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 12, g: 34, b: 56, alpha: 0.5 } } })
      .png()
      .toBuffer()
    const raw = (bytes: Uint8Array) => sharp(bytes).ensureAlpha().raw().toBuffer()
    expect((await raw(await served((await stored(mark)).hash))).equals(await raw(mark))).toBe(true)
  })

  test('uploaded twice is stored once', async () => {
    const png = await photo(30, 30).png().toBuffer()
    const [first, second] = [await stored(png), await stored(png)]
    expect(second.hash).toBe(first.hash)
    expect(second.id).not.toBe(first.id)
  })
})

describe('[S6] hostile files', () => {
  test('an SVG becomes pixels: no script, no file of ours, no request', async () => {
    writeFileSync(
      join(scratch, 'secret.png'),
      await sharp({ create: { width: 9, height: 9, channels: 3, background: '#ff0000' } })
        .png()
        .toBuffer(),
    )
    const svg = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100" height="50">
      <script>alert(1)</script><rect width="100" height="50" fill="#00ff00"/>
      <image xlink:href="file://${scratch}/secret.png" width="100" height="50"/>
      <image href="http://127.0.0.1:${rig.controller.httpPort}/livez" width="9" height="9"/></svg>`
    const value = await stored(svg, 'logo.svg')
    expect(value).toMatchObject({ type: 'image/webp', widthPx: 1_920, heightPx: 960 })
    const { channels } = await sharp(await served(value.hash)).stats()
    expect(channels.slice(0, 3).map((channel) => Math.round(channel.mean))).toEqual([0, 255, 0])
  })

  test.each<[string, number, string, () => Promise<Uint8Array | string> | Uint8Array | string]>([
    ['half a JPEG', 422, 'media-broken', async () => (await photo(800, 800).jpeg().toBuffer()).subarray(0, 9_000)],
    ['a decompression bomb', 413, 'too-large', () => pngOfNothing(50_000, 50_000)],
    ['an SVG that multiplies itself', 422, 'media-broken', () => svgBomb()],
    ['a piece of a page', 415, 'media-type', () => '<p onclick="alert(1)"><svg></svg></p>'],
    ['a page that is no text', 422, 'media-broken', () => Buffer.from('<!doctype html>\xff\xfe', 'latin1')],
    ['a program', 415, 'media-type', () => Buffer.from('7f454c460201010000', 'hex')],
    ['a playlist in disguise', 415, 'media-type', () => '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n'],
    ['nothing', 415, 'media-type', () => ''],
  ])('%s', async (_, status, code, make) => {
    expect(refusal(await upload(await make()))).toMatchObject({ status, code })
    expect(leftBehind()).toEqual([])
  })

  test('a page in a picture’s clothes is a page, and stands behind a wall wherever it is opened', async () => {
    const { hash, kind, type } = await stored('<!doctype html><svg onload="alert(1)"></svg>', 'plakat.png')
    expect({ kind, type }).toEqual({ kind: 'html', type: 'text/html' })
    const { headers, bytes } = await rig.ask({ path: `/media/${hash}` })
    expect(headers['content-type']).toMatch(/^text\/html/u)
    expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts; default-src 'none'/u)
    expect(Buffer.from(bytes).toString()).not.toContain('<svg onload="')
  })

  test('the decoder still works afterwards', async () => {
    expect((await stored(await photo(20, 20).jpeg().toBuffer())).widthPx).toBe(20)
  })
})

describe('a video', () => {
  const make = (file: string, ...codec: string[]) => {
    const path = join(scratch, file)
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc=size=320x180:rate=25:duration=1', ...codec, '-y', path])
    return readFileSync(path)
  }
  const here = (() => {
    try {
      execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })()

  test.skipIf(!here)('is kept as it is, measured, with a still (needs ffmpeg)', async () => {
    const bytes = make('loop.webm', '-c:v', 'libvpx', '-deadline', 'realtime')
    const value = await stored(bytes, 'loop.webm')
    expect(value).toMatchObject({ kind: 'video', type: 'video/webm', widthPx: 320, heightPx: 180, durationMs: 1_000 })
    expect((await served(value.hash)).equals(bytes)).toBe(true)
    expect((await sharp(await served(value.thumbnail ?? '')).metadata()).width).toBe(320)
  })
  test.skipIf(!here)('that screens cannot play is refused (needs ffmpeg)', async () => {
    expect(refusal(await upload(make('old.mp4', '-c:v', 'mpeg4'), 'old.mp4'))).toMatchObject({ status: 415, code: 'media-type' })
  })
  test.skipIf(!here)('that is cut off is refused (needs ffmpeg)', async () => {
    expect(refusal(await upload(make('cut.mp4', '-c:v', 'libx264').subarray(0, 2_000), 'cut.mp4'))).toMatchObject({ code: 'media-broken' })
  })
})

describe('[W8] the bytes', () => {
  let hash: string
  let all: Buffer
  beforeAll(async () => {
    hash = (await stored(await photo(64, 64).jpeg().toBuffer())).hash
    all = await served(hash)
  })
  const ask = (headers: Readonly<Record<string, string>>) => rig.ask({ path: `/media/${hash}`, headers })

  test('are immutable, of a known type, and usable from an agent’s page', async () => {
    expect((await ask({})).headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      etag: `"${hash}"`,
    })
  })
  test.each<[string, number, (size: number) => [number, number]]>([
    ['bytes=0-9', 206, () => [0, 10]],
    ['bytes=10-', 206, (size) => [10, size]],
    ['bytes=-5', 206, (size) => [size - 5, size]],
    ['bytes=0-999999999', 206, (size) => [0, size]],
    ['bytes=0-1,5-6', 200, (size) => [0, size]],
    ['lines=1-2', 200, (size) => [0, size]],
  ])('Range: %s', async (range, status, part) => {
    const answer = await ask({ range })
    const [start, end] = part(all.length)
    expect([answer.status, answer.bytes.equals(all.subarray(start, end))]).toEqual([status, true])
    if (status === 206) expect(answer.headers['content-range']).toBe(`bytes ${start}-${end - 1}/${all.length}`)
  })
  test('Range beyond the end is 416', async () => {
    const answer = await ask({ range: `bytes=${all.length}-` })
    expect([answer.status, answer.headers['content-range']]).toEqual([416, `bytes */${all.length}`])
  })
  test('that are known already are 304', async () => {
    expect((await ask({ 'if-none-match': `"${hash}"` })).status).toBe(304)
  })
  test('are answered by hash and by nothing else', async () => {
    for (const path of ['/media/..%2finfoskjerm.sqlite', `/media/${'f'.repeat(64)}`, `/media/${hash}x`])
      expect((await rig.ask({ path, headers: { host: 'infoskjerm.local' } })).status).not.toBe(200)
  })
})

test('what a slide shows stays, drafts too; undo of a delete brings it back', async () => {
  const { id, hash, type, widthPx, heightPx } = await stored(await photo(10, 10).png().toBuffer())
  const noWords = { nb: '', en: '' }
  const content = { kind: 'image', picture: { hash, type, widthPx, heightPx }, fit: 'cover', tone: 'night', caption: noWords }
  const slide = (
    await rig.as('edit', 'POST', '/slides', { name: 'Kart', content, durationMs: 9_000, validFrom: null, validUntil: null })
  ).json()
  expect((await rig.as('edit', 'DELETE', `/media/${id}`)).json()).toMatchObject({ code: 'in-use', params: { names: 'Kart' } })
  await rig.as('edit', 'DELETE', `/slides/${(slide as Written<{ id: string }>).value.id}`)
  const { revision } = (await rig.as('edit', 'DELETE', `/media/${id}`)).json() as { revision: number }
  const listed = async () => ((await rig.as('see', 'GET', '/media')).json() as { id: string }[]).some((one) => one.id === id)
  expect(await listed()).toBe(false)
  await rig.as('edit', 'POST', '/undo', { revision })
  expect([await listed(), (await served(hash)).length > 0]).toEqual([true, true])
})

/** A PNG of a few kilobytes that claims to be that large (PNG specification, section 11.2). */
function pngOfNothing(width: number, height: number): Buffer {
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce((c: number) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  )
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const head = Buffer.alloc(4)
    const tail = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    tail.writeUInt32BE(crc(body))
    return Buffer.concat([head, body, tail])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Ten to the power of nine rectangles. */
function svgBomb(): string {
  const levels = Array.from({ length: 9 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><defs><rect id="l0" width="1" height="1"/>${levels.join('')}</defs><use href="#l9"/></svg>`
}
