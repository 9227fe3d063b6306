/** What a file is by its first bytes; its name and what the browser says of it are not believed. */
import { fileTypeFromBuffer } from 'file-type'
import { htmlMark, isHtml } from './html.ts'

/** How many bytes a decision needs. */
export const sniffBytes = 4_100

export type Sniffed =
  | { readonly kind: 'image'; readonly svg: boolean }
  | { readonly kind: 'video'; readonly container: 'mp4' | 'webm' }
  | { readonly kind: 'html' }

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/tiff'])

/** The kind of media the bytes begin, or null for what we do not show. */
export async function sniff(head: Uint8Array): Promise<Sniffed | null> {
  const type = (await fileTypeFromBuffer(head))?.mime as string | undefined
  if (type !== undefined && pictures.has(type)) return { kind: 'image', svg: false }
  if (type === 'video/mp4') return { kind: 'video', container: 'mp4' }
  if (type === 'video/webm') return { kind: 'video', container: 'webm' }
  if ((type === undefined || type === 'application/xml' || type === 'image/svg+xml') && isSvg(head)) return { kind: 'image', svg: true }
  if (type === undefined && isHtml(head)) return { kind: 'html' }
  return null
}

/** An SVG document: `<svg` is its first element, after declarations, comments and a doctype. */
function isSvg(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  return /^\uFEFF?\s*(<\?[^]*?\?>\s*|<!--[^]*?-->\s*|<!DOCTYPE svg[^[>]*(\[[^\]]*\]\s*)?>\s*)*<svg[\s>]/i.test(text)
}

export type StoredType = 'image/webp' | 'video/webm' | 'video/mp4' | 'font/woff2' | 'text/html' | 'application/octet-stream'

/** The content type of stored bytes: only what the pipeline writes. */
export function storedType(head: Uint8Array): StoredType {
  const text = Buffer.from(head.subarray(0, 16)).toString('latin1')
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  if (text.startsWith('\x1a\x45\xdf\xa3')) return 'video/webm'
  if (text.slice(4, 8) === 'ftyp') return 'video/mp4'
  if (text.startsWith('wOF2')) return 'font/woff2'
  if (text.startsWith(htmlMark)) return 'text/html'
  return 'application/octet-stream'
}
