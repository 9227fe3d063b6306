/** Lets sockets in: those that nobody knows yet are few at a time, fewer from one address, and cannot come faster than they can be looked at (rule W7). */
import { limits } from '@infoskjerm/shared/limits.ts'
import { createBuckets } from './bucket.ts'

export interface Admission {
  /** Whether another socket from the address may open. */
  readonly mayOpen: (address: string) => boolean
  /** A socket opened; a stranger until it is known. */
  readonly opened: (connection: object, address: string) => void
  /** The socket is a device's or a signed-in person's. */
  readonly known: (connection: object) => void
  readonly closed: (connection: object) => void
}

export function createAdmission(monotonicMs: () => number): Admission {
  const strangers = new Map<object, string>()
  const perNetwork = new Map<string, number>()
  const openings = createBuckets(limits.openingsBurst, limits.openingsPerSecond, limits.screens)

  function leave(connection: object): void {
    const network = strangers.get(connection)
    if (network === undefined) return
    strangers.delete(connection)
    const left = (perNetwork.get(network) ?? 1) - 1
    if (left === 0) perNetwork.delete(network)
    else perNetwork.set(network, left)
  }

  return {
    mayOpen: (address) => {
      const network = networkOf(address)
      if (strangers.size >= limits.strangers || (perNetwork.get(network) ?? 0) >= limits.strangersPerAddress) return false
      return openings.of(network, monotonicMs()).take(monotonicMs())
    },
    opened: (connection, address) => {
      const network = networkOf(address)
      strangers.set(connection, network)
      perNetwork.set(network, (perNetwork.get(network) ?? 0) + 1)
    },
    known: leave,
    closed: leave,
  }
}

/** An IPv4 address, or the first half of an IPv6 address: one machine has a whole /64 to itself (RFC 4291, section 2.5.4). */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:/, '')
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const [first, last] = [head, tail ?? ''].map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail === undefined ? 0 : 8 - (first?.length ?? 0) - (last?.length ?? 0)
  return [...(first ?? []), ...Array<string>(zeros).fill('0'), ...(last ?? [])].slice(0, 4).join(':')
}
