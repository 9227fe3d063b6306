/** The cookie of a sign-in. */
import { limits } from '@infoskjerm/shared/limits.ts'

/** Over TLS the prefix binds it to this very host (RFC 6265bis, section 4.1.3.2). On plain loopback not every browser stores a Secure cookie, so there it has neither. */
const names = { encrypted: '__Host-session', plain: 'session' }

/** The secret in a `Cookie` header, or null. A cookie that plain HTTP could have set is not read over TLS. */
export function readCookie(header: string | null, encrypted: boolean): string | null {
  const name = encrypted ? names.encrypted : names.plain
  const found = (header ?? '').split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? null : found.slice(name.length + 1)
}

/** The `Set-Cookie` header of a sign-in; `secret` null takes it away. */
export function writeCookie(secret: string | null, encrypted: boolean): string {
  const life = secret === null ? 0 : Math.floor(limits.sessionMs / 1000)
  const name = encrypted ? `${names.encrypted}=${secret ?? ''}; Secure` : `${names.plain}=${secret ?? ''}`
  return `${name}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${life}`
}
