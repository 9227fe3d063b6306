/** Serves the built pages: hashed assets for ever, HTML never from a cache, text compressed once. */
import { readFile } from 'node:fs/promises'
import { extname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { lookAt, serveFile } from './serve-file.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
}

/** What is text, and so worth compressing. */
const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt'])

const compress = promisify(gzip)

/** Answers GET and HEAD below a folder of built pages; null where there is no such file. `path` is below the folder, decoded. */
export type Pages = (path: string, request: Request) => Promise<Response | null>

/** `ownHeaders`: what the pages themselves say of what they may do. */
export function createPages(folder: string, ownHeaders: Readonly<Record<string, string>>): Pages {
  const root = resolve(folder)
  const compressed = new Map<string, { readonly mtimeMs: number; readonly bytes: Uint8Array<ArrayBuffer> }>()

  async function gzipped(path: string, mtimeMs: number): Promise<Uint8Array<ArrayBuffer>> {
    const known = compressed.get(path)
    if (known?.mtimeMs === mtimeMs) return known.bytes
    const bytes = new Uint8Array(await compress(await readFile(path), { level: 9 }))
    compressed.set(path, { mtimeMs, bytes })
    return bytes
  }

  return async (path, request) => {
    const file = join(root, path)
    const type = types[extname(file)]
    if (!file.startsWith(root + sep) || type === undefined || path.split('/').some((part) => part.startsWith('.'))) return null
    const found = await lookAt(file, 0)
    if (found === null) return null
    const etag = `"${found.sizeBytes.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`
    const headers = { ...headersFor(path, ownHeaders), 'content-type': type }
    const wantsGzip = compressible.has(extname(file)) && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')
    if (!wantsGzip || request.headers.get('if-none-match') === etag)
      return serveFile(request, { path: file, sizeBytes: found.sizeBytes, etag, headers })
    const bytes = await gzipped(file, found.mtimeMs)
    const packed = { ...headers, etag, 'content-encoding': 'gzip', vary: 'accept-encoding', 'content-length': `${bytes.length}` }
    return new Response(request.method === 'HEAD' ? null : bytes, { headers: packed })
  }
}

function headersFor(path: string, ownHeaders: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if (path.endsWith('.html')) return { ...ownHeaders, 'cache-control': 'no-cache' }
  const hashed = /-[\w-]{8}\.\w+$/.test(path)
  return { 'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache', 'x-content-type-options': 'nosniff' }
}

/** What stands there while the pages are not built. */
export function notBuilt(): Response {
  const text =
    'Sidene er ikke bygd. Kjør «npm run build» og last siden på nytt.\nThe pages are not built. Run “npm run build” and reload.\n'
  return new Response(text, {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5', 'cache-control': 'no-store' },
  })
}
