/** Messages to players as whole WebSocket frames, made once however many they go to (rule W3): a packet of Socket.IO, with the head that the network wants before it. */
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Signed } from '@infoskjerm/shared/wire/pointers.ts'

/** Documents kept encoded (bytes): the newest of every class, with room for those on their way out. */
const mostBytes = 32_000_000

/** Engine.IO message, Socket.IO event, namespace (Socket.IO protocol 5). */
const head = '42/player,["m",'

/** The whole message in one frame, of text. */
const finalText = 0x81

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
  return frameOf(Buffer.from(`${head}${JSON.stringify(message)}]`))
}

/** A text frame from a server, which masks nothing (RFC 6455, 5.2). */
function frameOf(payload: Buffer): Buffer {
  const { length } = payload
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(size + length)
  frame[0] = finalText
  if (size === 2) frame[1] = length
  else if (size === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  payload.copy(frame, size)
  return frame
}
