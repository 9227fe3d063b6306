/** The page's end of the socket: connects for ever, parses what comes, and asks the plain documents while the socket is down. */
import { type Beat, encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import { type GatewayMessage, gatewayMessageSchema, type Handshake, type PlayerMessage, protocol } from '@infoskjerm/shared/wire/player.ts'
import type { Device } from './kept.ts'
import { createPoll } from './poll.ts'
import { createSocket, socketAddress } from './socket.ts'

export interface WireOptions {
  readonly device: Device | null
  readonly preview: string | null
  readonly connected: () => void
  /** `atMs`: when it came, on the page's monotonic clock. */
  readonly message: (message: GatewayMessage, atMs: number) => void
  readonly misread: () => void
  /** Hashes of the documents that are named and not here. */
  readonly lacking: () => readonly string[]
}

export interface Wire {
  readonly send: (message: PlayerMessage) => void
  readonly beat: (beat: Beat) => void
  /** Is this device from the next connection on; `again`: connects anew at once. */
  readonly become: (device: Device, how: { readonly again: boolean }) => void
  /** Says nothing and asks for nothing any more. */
  readonly end: () => void
}

const pollMs = 5_000
/** Give the socket this long before asking by plain GET. */
const pollAfterMs = 10_000

export function createWire(options: WireOptions): Wire {
  let { device } = options
  let lostAtMs = performance.now()
  const take = (raw: unknown, atMs: number): void => {
    const read = gatewayMessageSchema.safeParse(raw)
    if (!read.success) options.misread()
    else if (read.data.t === 'later') socket.comeBack(read.data.afterMs)
    else options.message(read.data, atMs)
  }
  const socket = createSocket({
    namespace: '/player',
    open: () => new WebSocket(socketAddress(location.origin, device?.id ?? null)),
    auth: () => ({ protocol, device, preview: options.preview }) satisfies Handshake,
    connected: options.connected,
    lost: () => {
      lostAtMs = performance.now()
    },
    event: take,
    refused: (data) => {
      if (data !== undefined) take(data, performance.now())
    },
  })
  const poll = createPoll({ take: (raw) => take(raw, performance.now()), lacking: options.lacking })
  setInterval(() => {
    if (!socket.isConnected() && device !== null && performance.now() - lostAtMs > pollAfterMs) void poll(device)
  }, pollMs)
  return {
    send: socket.send,
    beat: (beat) => socket.send(encodeBeat(beat)),
    end: () => {
      device = null
      socket.end()
    },
    become: (next, { again }) => {
      device = next
      if (again) socket.comeBack(0)
    },
  }
}
