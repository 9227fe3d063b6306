/** Which addresses of a network the controller may ask on behalf of somebody: those that the whole world could ask (IANA special-purpose registries, RFC 6890). */
import { BlockList, isIPv4 } from 'node:net'

/** `public`: anybody's. `venue`: of a private network (RFC 1918, RFC 4193). `never`: the machine itself, its neighbours on the wire, and what is no machine. */
export type Reach = 'public' | 'venue' | 'never'

const list = (v4: readonly (readonly [string, number])[], v6: readonly (readonly [string, number])[]): BlockList => {
  const blocks = new BlockList()
  for (const [net, prefix] of v4) blocks.addSubnet(net, prefix, 'ipv4')
  for (const [net, prefix] of v6) blocks.addSubnet(net, prefix, 'ipv6')
  return blocks
}

/** How far away an address (as `dns.lookup` gives it) is. */
export type ReachOf = (address: string) => Reach

export function createReachOf(): ReachOf {
  const venue = list(
    [
      ['10.0.0.0', 8],
      ['172.16.0.0', 12],
      ['192.168.0.0', 16],
      ['100.64.0.0', 10],
    ],
    [['fc00::', 7]],
  )
  const never = list(
    [
      ['0.0.0.0', 8],
      ['127.0.0.0', 8],
      ['169.254.0.0', 16],
      ['192.0.0.0', 24],
      ['192.0.2.0', 24],
      ['192.88.99.0', 24],
      ['198.18.0.0', 15],
      ['198.51.100.0', 24],
      ['203.0.113.0', 24],
      ['224.0.0.0', 4],
      ['240.0.0.0', 4],
    ],
    [
      ['::', 127],
      ['64:ff9b::', 96],
      ['64:ff9b:1::', 48],
      ['2002::', 16],
      ['2001::', 23],
      ['2001:db8::', 32],
      ['fe80::', 10],
      ['fec0::', 10],
      ['ff00::', 8],
    ],
  )
  // A list of its own: on a list with others it would hold every plain IPv4 address too.
  const mapped = list([], [['::ffff:0:0', 96]])
  return (address) => {
    const family = isIPv4(address) ? 'ipv4' : 'ipv6'
    if (never.check(address, family) || (family === 'ipv6' && mapped.check(address, family))) return 'never'
    return venue.check(address, family) ? 'venue' : 'public'
  }
}
