/** Messages to players as the text of a Socket.IO packet, made once however many it goes to (rule W3). */
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'

/** Documents kept encoded (bytes): the newest of every class, with room for those on their way out. */
const mostBytes = 32_000_000

/** Engine.IO message, Socket.IO event, namespace (Socket.IO protocol 5). */
const head = '42/player,["m",'

export type Encode = (message: GatewayMessage) => Buffer

/** An encoder that remembers pointers by identity and documents by hash; the documents asked for longest ago are forgotten first. */
export function createEncoder(): Encode {
  const pointers = new WeakMap<Signed, Buffer>()
  const documents = new Map<string, Buffer>()
  let bytes = 0

  function remember(hash: string, packet: Buffer): void {
    documents.set(hash, packet)
    bytes += packet.length
    for (const [oldest, { length }] of documents) {
      if (bytes <= mostBytes || oldest === hash) return
      documents.delete(oldest)
      bytes -= length
    }
  }

  return (message) => {
    if (message.t === 'pointer') {
      const known = pointers.get(message.signed) ?? packetOf(message)
      pointers.set(message.signed, known)
      return known
    }
    if (message.t !== 'document') return packetOf(message)
    const known = documents.get(message.hash)
    if (known !== undefined) return known
    const packet = packetOf(message)
    remember(message.hash, packet)
    return packet
  }
}

function packetOf(message: GatewayMessage): Buffer {
  return Buffer.from(`${head}${JSON.stringify(message)}]`)
}
