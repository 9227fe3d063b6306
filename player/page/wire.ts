/** The page's end of the socket: connects for ever, parses what comes, and asks the plain documents while the socket is down. */
import { type Beat, encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import { type GatewayMessage, gatewayMessageSchema, type Handshake, type PlayerMessage, protocol } from '@infoskjerm/shared/wire/player.ts'
import { io } from 'socket.io-client'
import type { Device } from './kept.ts'
import { createPoll } from './poll.ts'

export interface WireOptions {
  readonly device: Device | null
  readonly preview: string | null
  readonly connected: () => void
  readonly message: (message: GatewayMessage) => void
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
  let ended = false
  const socket = io('/player', {
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
    randomizationFactor: 0.5,
    auth: (answer) => answer({ protocol, device, preview: options.preview } satisfies Handshake),
  })
  const take = (raw: unknown): void => {
    const read = gatewayMessageSchema.safeParse(raw)
    if (!read.success) return options.misread()
    if (read.data.t === 'later') return comeBack(read.data.afterMs)
    options.message(read.data)
  }
  const comeBack = (afterMs: number): void => {
    socket.disconnect()
    if (!ended) setTimeout(() => ended || socket.connect(), afterMs)
  }
  socket.on('connect', options.connected)
  socket.on('disconnect', (reason) => {
    lostAtMs = performance.now()
    // The server closed it: Socket.IO would not come back by itself.
    if (reason === 'io server disconnect') comeBack(1_000 + Math.random() * 2_000)
  })
  socket.on('connect_error', (error: Error & { data?: unknown }) => {
    if (error.data !== undefined) take(error.data)
    else if (!socket.active) comeBack(2_000 + Math.random() * 3_000)
  })
  socket.on('m', take)
  const poll = createPoll({ take, lacking: options.lacking })
  setInterval(() => {
    if (!socket.connected && device !== null && performance.now() - lostAtMs > pollAfterMs) void poll(device)
  }, pollMs)
  return {
    send: (message) => void (socket.connected && socket.emit('m', message)),
    beat: (beat) => void (socket.connected && socket.emit('m', encodeBeat(beat))),
    end: () => {
      ended = true
      device = null
      socket.disconnect()
    },
    become: (next, { again }) => {
      device = next
      if (again) socket.disconnect().connect()
    },
  }
}
