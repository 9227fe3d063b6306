/** Headers that keep a page to itself: what it may load, who may frame it. */

/** Nothing comes from elsewhere; style attributes are allowed because the pages set sizes with them, style elements are not. */
const crewPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  // Pages of others stand in frames without an origin.
  'frame-src http: https:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** Of every page of ours. The player page needs no other policy: it is the same renderer. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': crewPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
}
