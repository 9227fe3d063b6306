/** `/about`: what this controller is, where it is found, and how one knows that it is the right one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AboutResource } from '@infoskjerm/shared/wire/api.ts'
import { type Route, route } from './route.ts'

export interface AboutOptions {
  /** SHA-256 of the certificate as pairs of hex digits. */
  readonly fingerprint: string
  /** Addresses at which other machines reach this one, asked anew each time: a laptop changes networks. */
  readonly hosts: () => readonly string[]
  /** The ports once they are open. */
  readonly ports: () => { readonly httpPort: number; readonly tlsPort: number }
}

/** Where crew pages and player page are found: on this machine first, then from elsewhere. */
export function addressesOf(hosts: readonly string[], httpPort: number, tlsPort: number): AboutResource['addresses'] {
  const names = hosts.map((host) => (host.includes(':') ? `[${host}]` : host))
  return {
    crew: [`http://localhost:${httpPort}/`, ...names.map((name) => `https://${name}:${tlsPort}/`)],
    player: [`http://localhost:${httpPort}/player/`, ...names.map((name) => `http://${name}:${httpPort}/player/`)],
  }
}

export function aboutRoutes(options: AboutOptions): readonly Route[] {
  const version = versionOf(join(import.meta.dirname, '..', '..', 'package.json'))
  return [
    route<null>({
      method: 'get',
      path: '/about',
      who: 'signed-in',
      summary: 'Version, the fingerprint of the certificate, and the addresses of crew pages and player page.',
      body: null,
      handle: (): AboutResource => {
        const { httpPort, tlsPort } = options.ports()
        return { version, fingerprint: options.fingerprint, addresses: addressesOf(options.hosts(), httpPort, tlsPort) }
      },
    }),
  ]
}

function versionOf(file: string): string {
  return String((JSON.parse(readFileSync(file, 'utf8')) as { version?: unknown }).version ?? '')
}
