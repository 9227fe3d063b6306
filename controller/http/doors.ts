/** Which door a request came through: crew pages, REST and `/crew` exist only over TLS or on this machine; plain HTTP serves the player alone (rule S8). */
import type { IncomingMessage } from 'node:http'
import type { TLSSocket } from 'node:tls'

/** What is known of a request before anything in it is believed. */
export interface Facts {
  readonly encrypted: boolean
  /** Address of the peer of the TCP connection, without the IPv4-in-IPv6 prefix. */
  readonly peerAddress: string
  /** Port on which the connection came in. */
  readonly localPort: number
  /** The `Host` header as sent. */
  readonly host: string | null
  /** The `Origin` header as sent. */
  readonly origin: string | null
  /** Whether a proxy says that it stands in between. */
  readonly forwarded: boolean
}

export type Door = 'crew' | 'player-only'

export interface Doors {
  readonly doorOf: (facts: Facts) => Door
  /** Whether address and Host are this machine's own, with the listening port, and no proxy, cache, public address or Redis is configured. */
  readonly isLoopbackPeer: (facts: Facts) => boolean
  /** Whether a player page may take the local screen by itself: a loopback peer whose Origin is its own too. */
  readonly mayPairItself: (facts: Facts) => boolean
  /** Whether a browser's request comes from our own page; true where no Origin was sent. */
  readonly isOwnOrigin: (facts: Facts) => boolean
}

const forwardingHeaders = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via']

/** Reads the facts of a request from the connection itself. */
export function factsOf(incoming: IncomingMessage): Facts {
  const { headers, socket } = incoming
  return {
    encrypted: (socket as TLSSocket).encrypted === true,
    peerAddress: (socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
    localPort: socket.localPort ?? 0,
    host: headers.host ?? null,
    origin: headers.origin ?? null,
    forwarded: forwardingHeaders.some((name) => headers[name] !== undefined),
  }
}

/** `proxied`: a public address, cache or Redis is configured, so that a loopback peer may be somebody far away. `publicOrigin`: the origin of the public address. */
export function createDoors(options: { readonly proxied: boolean; readonly publicOrigin: string | null }): Doors {
  const isLoopbackPeer = (facts: Facts): boolean =>
    !options.proxied &&
    !facts.forwarded &&
    isLoopbackAddress(facts.peerAddress) &&
    facts.host !== null &&
    isLoopbackHost(facts.host, facts.localPort, facts.encrypted)
  const ownOrigin = (facts: Facts): string => `${facts.encrypted ? 'https' : 'http'}://${(facts.host ?? '').toLowerCase()}`
  const isOwnOrigin = (facts: Facts): boolean =>
    facts.origin === null || facts.origin === ownOrigin(facts) || facts.origin === options.publicOrigin
  return {
    doorOf: (facts) => (facts.encrypted || isLoopbackPeer(facts) ? 'crew' : 'player-only'),
    isLoopbackPeer,
    mayPairItself: (facts) => isLoopbackPeer(facts) && (facts.origin === null || facts.origin === ownOrigin(facts)),
    isOwnOrigin,
  }
}

/** 127.0.0.0/8 and ::1 (RFC 1122, RFC 4291). */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^127(\.\d{1,3}){3}$/.test(address)
}

/** Exact names only: a name of somebody else's that resolves to this machine is not this machine. */
function isLoopbackHost(host: string, port: number, encrypted: boolean): boolean {
  const standard = encrypted ? 443 : 80
  return ['localhost', '127.0.0.1', '[::1]'].some((name) => host === `${name}:${port}` || (port === standard && host === name))
}
