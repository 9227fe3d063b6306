import { createServer, get, type Server } from 'node:http'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPace, type Pace } from './pace.ts'
import { serveMedia } from './serve.ts'

const hash = 'a'.repeat(64)
const megabyte = 1_000_000
/** What media may take in these tests (bytes per second). */
const rate = 4 * megabyte

describe('[W8] the pace of media', () => {
  it('lets a little out at once and then as much as the rate, in turn', async () => {
    let nowMs = 0
    const waits: number[] = []
    const pace = createPace({
      bytesPerSecond: 1_000_000,
      monotonicMs: () => nowMs,
      after: (ms, work) => {
        waits.push(Math.round(ms))
        work()
      },
    })
    for (let n = 0; n < 4; n++) await pace.take(25_000)
    expect(waits).toEqual([25, 50])
    nowMs = 10_000
    waits.length = 0
    for (let n = 0; n < 3; n++) await pace.take(25_000)
    expect(waits).toEqual([25])
  })
})

describe('[W8] over real sockets', () => {
  let folder: string
  let server: Server
  let port: number
  let pace: Pace

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pace-'))
    await writeFile(join(folder, hash), Buffer.alloc(12 * megabyte, 7))
    pace = createPace({ bytesPerSecond: rate, monotonicMs: () => performance.now(), after: (ms, work) => void setTimeout(work, ms) })
    const document = JSON.stringify({ slides: 'x'.repeat(100_000) })
    const answer = async (request: Request): Promise<Response> => {
      const { pathname } = new URL(request.url)
      if (pathname === '/document') return new Response(document)
      const media = await serveMedia({ pathOf: (one) => join(folder, one) }, pace, pathname.slice('/media/'.length), request)
      return media ?? new Response(null, { status: 404 })
    }
    const listener = getRequestListener(answer)
    server = createServer((request, response) => void listener(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Reads for so long on a connection of its own, and answers how many bytes came. */
  function read(path: string, forMs: number, headers: Readonly<Record<string, string>> = {}): Promise<{ bytes: number; status: number }> {
    return new Promise((resolve, reject) => {
      let bytes = 0
      const request = get({ host: '127.0.0.1', port, path, agent: false, headers }, (response) => {
        const finish = (): void => {
          clearTimeout(timer)
          resolve({ bytes, status: response.statusCode ?? 0 })
        }
        const timer = setTimeout(() => {
          finish()
          request.destroy()
        }, forMs)
        response.on('data', (chunk: Buffer) => (bytes += chunk.length))
        response.on('end', finish)
        response.on('error', () => undefined)
      })
      request.on('error', reject)
    })
  }

  it('two clients share what media may take, and together take no more', async () => {
    const [a, b] = await Promise.all([read(`/media/${hash}`, 1_500), read(`/media/${hash}`, 1_500)])
    expect((a.bytes + b.bytes) / 1.5).toBeLessThan(rate * 1.15)
    expect((a.bytes + b.bytes) / 1.5).toBeGreaterThan(rate * 0.6)
    expect(a.bytes / (a.bytes + b.bytes)).toBeGreaterThan(0.4)
    expect(a.bytes / (a.bytes + b.bytes)).toBeLessThan(0.6)
  })

  it('a document never queues behind media', async () => {
    const heavy = Array.from({ length: 20 }, () => read(`/media/${hash}`, 1_500))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const took: number[] = []
    for (let n = 0; n < 10; n++) {
      const began = performance.now()
      expect((await read('/document', 5_000)).bytes).toBeGreaterThan(100_000)
      took.push(performance.now() - began)
    }
    // The document alone would take 25 ms of what media may take, and each of the twenty before it 16 ms.
    expect(took.sort((a, b) => a - b)[5]).toBeLessThan(100)
    await Promise.all(heavy)
  })

  it('ranges and conditional requests are as ever', async () => {
    expect(await read(`/media/${hash}`, 3_000, { range: 'bytes=10-19' })).toEqual({ bytes: 10, status: 206 })
    expect(await read(`/media/${hash}`, 3_000, { 'if-none-match': `"${hash}"` })).toEqual({ bytes: 0, status: 304 })
    expect(await read(`/media/${hash}`, 3_000, { range: 'bytes=99999999-' })).toEqual({ bytes: 0, status: 416 })
  })

  it('who goes away leaves the pace to the others', async () => {
    await Promise.all(Array.from({ length: 10 }, () => read(`/media/${hash}`, 100)))
    await new Promise((resolve) => setTimeout(resolve, 300))
    const { bytes } = await read(`/media/${hash}`, 1_000)
    expect(bytes).toBeGreaterThan(rate * 0.6)
  })
})
