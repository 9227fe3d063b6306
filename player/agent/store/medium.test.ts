/** Media arrive whole or not at all, over a real socket that is cut, lies, or ignores ranges. */
import { createHash } from 'node:crypto'
import { access, mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nodeDisk } from './disk.ts'
import { type Ask, fetchMedium } from './medium.ts'
import { createRecorder, leftBehind } from './testing/power-cut.ts'

const film = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251))
const hash = createHash('sha256').update(film).digest('hex')
let folder: string
let server: Server
let ranges: (string | undefined)[]
let answer: (request: IncomingMessage, response: ServerResponse) => void

const fromOf = (request: IncomingMessage): number => Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
const serveFrom = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
  const from = fromOf(request)
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': body.length - from }).end(body.subarray(from))
}
const cutAfter = (bytes: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(200, { 'content-length': film.length })
  response.write(film.subarray(0, bytes), () => setTimeout(() => response.destroy(), 50))
}
const ask: Ask = (wanted, from) =>
  fetch(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/media/${wanted}`,
    from > 0 ? { headers: { range: `bytes=${from}-` } } : {},
  )
const fetchIt = () => fetchMedium(nodeDisk, folder, hash, ask)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'infoskjerm-agent-'))
  ranges = []
  server = createServer((request, response) => {
    ranges.push(request.headers.range)
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

it('goes on where the link was cut, and is not found under its hash before it is whole', async () => {
  answer = cutAfter(100_000)
  await expect(fetchIt()).rejects.toThrow()
  await expect(access(join(folder, hash))).rejects.toThrow()
  answer = (request, response) => serveFrom(request, response, film)
  expect(await fetchIt()).toBe('kept')
  expect(ranges).toEqual([undefined, 'bytes=100000-'])
  expect(film.equals(await readFile(join(folder, hash)))).toBe(true)
  expect(await readdir(folder)).toEqual([hash])
})

it('starts over where the server ignores the range', async () => {
  answer = cutAfter(100_000)
  await expect(fetchIt()).rejects.toThrow()
  answer = (_, response) => void response.end(film)
  expect(await fetchIt()).toBe('kept')
  expect(film.equals(await readFile(join(folder, hash)))).toBe(true)
})

it('[S3] deletes poison, and fetches the true thing next time', async () => {
  answer = (request, response) => serveFrom(request, response, Buffer.from(film).fill(1, 9, 10))
  expect(await fetchIt()).toBe('poisoned')
  expect(await readdir(folder)).toEqual([])
  answer = (request, response) => serveFrom(request, response, film)
  expect(await fetchIt()).toBe('kept')
})

it('is whole under its hash wherever the power is cut, and goes on from whatever was left', async () => {
  answer = (request, response) => serveFrom(request, response, film)
  const { disk, steps } = createRecorder(new Map())
  await fetchMedium(disk, '/media', hash, ask)
  const served: Ask = async (_, from) => new Response(Uint8Array.from(film.subarray(from)), { status: from > 0 ? 206 : 200 })
  for (let count = 0; count <= steps.length; count += 1)
    for (const left of leftBehind(steps, count)) {
      const there = left.get(`/media/${hash}`)
      if (there !== undefined || count === steps.length) expect(film.equals(there ?? Buffer.alloc(0))).toBe(true)
      if (there === undefined) expect(await fetchMedium(createRecorder(left).disk, '/media', hash, served)).toBe('kept')
    }
})
