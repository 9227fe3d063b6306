/** Where other machines find the crew pages: for redirects and for links that are sent to people. */
import { lanAddresses } from './certificate.ts'

export interface Origins {
  /** Origin of the crew pages for a request with this `Host` that came over plain HTTP. */
  readonly crew: (host: string | null) => string
  /** Origin for a link: that of the request, or one that works elsewhere where the request came from this machine itself. */
  readonly link: (request: Request) => string
}

/** `tlsPort` is asked for late, because a port of 0 is chosen when it is opened. */
export function createOrigins(options: { readonly publicUrl: URL | null; readonly tlsPort: () => number }): Origins {
  const { publicUrl, tlsPort } = options
  const overTls = (hostname: string): string => new URL(`https://${hostname}:${tlsPort()}`).origin
  const outside = (): string => {
    const address = lanAddresses()[0] ?? 'localhost'
    return overTls(address.includes(':') ? `[${address}]` : address)
  }
  const hostnameOf = (host: string | null): string | null =>
    host !== null && URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : null
  return {
    crew: (host) => publicUrl?.origin ?? overTls(hostnameOf(host) ?? 'localhost'),
    link: (request) => {
      if (publicUrl !== null) return publicUrl.origin
      const { hostname, origin } = new URL(request.url)
      return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? outside() : origin
    },
  }
}
