/** Answers with a file: ETag, conditional requests and single byte ranges (RFC 9110, sections 13 and 14). */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'

export interface ServedFile {
  readonly path: string
  readonly sizeBytes: number
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}

/** The answer to GET or HEAD. */
export function serveFile(request: Request, file: ServedFile): Response {
  const headers = new Headers({ ...file.headers, etag: file.etag, 'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff' })
  if (matchesEtag(request.headers.get('if-none-match'), file.etag)) return new Response(null, { status: 304, headers })
  const ifRange = request.headers.get('if-range')
  const range = ifRange === null || ifRange === file.etag ? parseRange(request.headers.get('range'), file.sizeBytes) : null
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.sizeBytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: file.sizeBytes - 1 }
  headers.set('content-length', `${end - start + 1}`)
  if (range !== null) headers.set('content-range', `bytes ${start}-${end}/${file.sizeBytes}`)
  const status = range === null ? 200 : 206
  if (request.method === 'HEAD' || file.sizeBytes === 0) return new Response(null, { status, headers })
  return new Response(Readable.toWeb(createReadStream(file.path, { start, end })) as ReadableStream, { status, headers })
}

/** Size of a file and its first bytes, or null where there is none. */
export async function lookAt(path: string, headBytes: number): Promise<{ sizeBytes: number; mtimeMs: number; head: Buffer } | null> {
  let handle: FileHandle
  try {
    handle = await open(path, 'r')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return null
    throw error
  }
  try {
    const stat = await handle.stat()
    if (!stat.isFile()) return null
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return { sizeBytes: stat.size, mtimeMs: stat.mtimeMs, head: buffer.subarray(0, bytesRead) }
  } finally {
    await handle.close()
  }
}

/** Null where the whole file is meant: no range, several of them, or one that cannot be read. */
function parseRange(header: string | null, sizeBytes: number): { start: number; end: number } | 'unsatisfiable' | null {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (parts === null || (parts[1] === '' && parts[2] === '')) return null
  const suffix = parts[1] === ''
  const start = suffix ? Math.max(0, sizeBytes - Number(parts[2])) : Number(parts[1])
  const end = suffix || parts[2] === '' ? sizeBytes - 1 : Math.min(Number(parts[2]), sizeBytes - 1)
  return start > end || start >= sizeBytes ? 'unsatisfiable' : { start, end }
}

function matchesEtag(header: string | null, etag: string): boolean {
  return (header ?? '').split(/\s*,\s*/).some((one) => one === '*' || one.replace(/^W\//, '') === etag)
}
