/** A page of one's own on its way in: laid in a page of ours, so that it can neither reach out nor lead its frame away. */
import { Problem } from '@infoskjerm/shared/wire/problem.ts'

/** Every stored page begins so: the store knows it by these bytes. */
export const htmlMark = '<!doctype html>'

/** With these it is served. Inside, nothing is fetched from anywhere; a script may run and draw. */
export const htmlPolicy = [
  'sandbox allow-scripts',
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  'media-src data: blob:',
  // The page itself lies in an inner frame without an address; any other address in it is refused.
  "frame-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  "webrtc 'block'",
].join('; ')

/** Whether a file begins as a page does. */
export function isHtml(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head)
  return /^\uFEFF?\s*(<!--[^]*?-->\s*)*(<!doctype html[\s>]|<html[\s>])/iu.test(text)
}

/** The page in ours. Problem `media-broken` where it is no text in UTF-8. */
export function wrapped(bytes: Uint8Array): string {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Problem(422, 'media-broken', 'The page is not saved as UTF-8.')
  }
  const inner = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `${htmlMark}<meta charset="utf-8"><style>html,body{margin:0;height:100%;overflow:hidden}iframe{display:block;width:100%;height:100%;border:0}</style><iframe sandbox="allow-scripts" allow="" referrerpolicy="no-referrer" srcdoc="${inner}"></iframe>`
}
