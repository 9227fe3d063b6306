/** The one way in for media, for uploads and for a venue's folder alike: receive, sniff, measure or encode, keep by hash. */
import { randomUUID } from 'node:crypto'
import { open, readFile, writeFile } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { limits } from '@infoskjerm/shared/limits.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import type { MediaFiles } from './files.ts'
import type { Encoder } from './pictures/encoder.ts'
import { wrapped } from './html.ts'
import { sniff, sniffBytes, type Sniffed } from './sniff.ts'
import type { VideoTools } from './video.ts'

/** What is known of media that has been kept. */
export interface Kept {
  readonly kind: 'image' | 'video' | 'html'
  readonly hash: string
  readonly thumbnail: string | null
  readonly type: string
  readonly widthPx: number
  readonly heightPx: number
  readonly durationMs: number | null
  readonly sizeBytes: number
}

export interface IngestOptions {
  readonly files: MediaFiles
  readonly encoder: Encoder
  readonly tools: VideoTools
}

/** Takes a stream of bytes in. Problems `media-type`, `media-broken`, `too-large`, `too-short`, `disk-full`; nothing is kept then. */
export type Ingest = (bytes: AsyncIterable<Uint8Array>, announcedBytes: number) => Promise<Kept>

export function createIngest(options: IngestOptions): Ingest {
  const { files } = options
  return async (bytes, announcedBytes) => {
    if (announcedBytes > limits.videoUploadBytes) throw tooLarge(limits.videoUploadBytes)
    await demandRoom(files, announcedBytes)
    const name = randomUUID()
    const temporary = (part: string) => files.temporary(`${name}.${part}`)
    try {
      const sniffed = await receive(files, bytes, temporary('in'))
      switch (sniffed.kind) {
        case 'image':
          return await keepPicture(options, temporary, sniffed.svg)
        case 'video':
          return await keepVideo(options, temporary, sniffed.container)
        case 'html':
          return await keepPage(options, temporary)
      }
    } finally {
      for (const part of ['in', 'out', 'thumbnail', 'poster', 'still']) await files.discard(temporary(part))
    }
  }
}

/** The disk is looked at this often while a file comes in (bytes). */
const roomEveryBytes = 16_000_000

type Temporary = (part: string) => string

async function keepPicture({ files, encoder }: IngestOptions, temporary: Temporary, svg: boolean): Promise<Kept> {
  const job = { input: temporary('in'), output: temporary('out'), thumbnail: temporary('thumbnail'), svg }
  const size = await encoder.encode(job)
  const thumbnail = await files.keep(job.thumbnail)
  const kept = await files.keep(job.output)
  return { kind: 'image', ...kept, ...size, thumbnail: thumbnail.hash, type: 'image/webp', durationMs: null }
}

async function keepVideo({ files, encoder, tools }: IngestOptions, temporary: Temporary, container: 'mp4' | 'webm'): Promise<Kept> {
  const measured = await tools.measure(temporary('in'), container)
  let thumbnail: string | null = null
  if (await tools.poster(temporary('in'), container, temporary('poster'))) {
    await encoder.encode({ input: temporary('poster'), output: temporary('still'), thumbnail: temporary('thumbnail'), svg: false })
    thumbnail = (await files.keep(temporary('thumbnail'))).hash
  }
  return { kind: 'video', ...(await files.keep(temporary('in'))), ...measured, thumbnail, type: `video/${container}` }
}

async function keepPage({ files }: IngestOptions, temporary: Temporary): Promise<Kept> {
  await writeFile(temporary('out'), wrapped(await readFile(temporary('in'))))
  const size = { widthPx: 0, heightPx: 0, durationMs: null }
  return { kind: 'html', ...(await files.keep(temporary('out'))), ...size, thumbnail: null, type: 'text/html' }
}

/** The largest file of a kind (bytes). */
const mostBytes = { image: limits.imageUploadBytes, video: limits.videoUploadBytes, html: limits.htmlUploadBytes } as const

/** Writes the stream to a file, within the limit of its kind, and answers what it is. */
async function receive(files: MediaFiles, bytes: AsyncIterable<Uint8Array>, path: string): Promise<Sniffed> {
  let head = Buffer.alloc(0)
  let size = 0
  let lookedAt = 0
  let sniffed: Sniffed | null = null
  const look = async (last: boolean): Promise<void> => {
    if (sniffed !== null || (!last && head.length < sniffBytes)) return
    sniffed = await sniff(head)
    if (sniffed === null)
      throw new Problem(
        415,
        'media-type',
        'Pictures are JPEG, PNG, WebP, GIF, AVIF, TIFF or SVG; videos are MP4 or WebM; a page of one’s own is HTML.',
      )
  }
  const meter = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      size += chunk.length
      if (sniffed === null) head = Buffer.concat([head, chunk])
      const check = async (): Promise<Buffer> => {
        await look(false)
        const most = mostBytes[sniffed?.kind ?? 'video']
        if (size > most) throw tooLarge(most)
        // Others upload at the same time, and not everybody says how much is coming.
        if (size - lookedAt > roomEveryBytes) {
          lookedAt = size
          await demandRoom(files, 0)
        }
        return chunk
      }
      check().then((passed) => next(null, passed), next)
    },
    flush: (done) => {
      look(true).then(() => done(), done)
    },
  })
  // Opened before anything can fail: a stream that opens by itself may create the file after it was cleared away.
  const file = await open(path, 'w')
  await pipeline(Readable.from(bytes), meter, file.createWriteStream())
  if (sniffed === null) throw new Problem(422, 'media-broken', 'The file is empty.')
  return sniffed
}

async function demandRoom(files: MediaFiles, forBytes: number): Promise<void> {
  if ((await files.freeBytes()) - forBytes < limits.diskReserveBytes)
    throw new Problem(507, 'disk-full', 'The disk is almost full. Delete something first.')
}

function tooLarge(most: number): Problem {
  return new Problem(413, 'too-large', `At most ${most / 1_000_000} MB.`, '', { mostBytes: most })
}
