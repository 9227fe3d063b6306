/** Headers that keep a page to itself: what it may load, who may frame it. */

/** Nothing comes from elsewhere; style attributes are allowed because the pages set sizes with them, style elements are not. `connect`: to whom pages may speak. */
const policy = (connect: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    // Typefaces of themes, as they were fetched.
    "font-src 'self' blob:",
    `connect-src ${connect}`,
    // Pages of others stand in frames without an origin.
    'frame-src http: https:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')

/** Of every crew page. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy("'self' ws: wss:"),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(), payment=()',
}

/** Of the player page. It asks whether somebody answers at a web address before it shows it; it holds nothing that could be told there but its own box's secret. */
export const playerHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'content-security-policy': policy("'self' ws: wss: http: https:"),
}
