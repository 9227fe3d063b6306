/** What is on its way to each player, bounded by bytes: a line that cannot keep up is left out, told to ask anew once it has drained, and cut where it does not (rule W7). */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { Socket } from 'socket.io'
import type { Encode } from './encode.ts'

export interface Lane {
  readonly say: (message: GatewayMessage) => void
  /** A packet that was encoded before; `isOverride`: the newest one is sent as soon as there is room again. */
  readonly send: (packet: Buffer, isOverride: boolean) => void
  readonly close: () => void
}

export interface Lanes {
  readonly open: (socket: Socket) => Lane
  /** Lines that are behind at the moment. */
  readonly behind: () => number
  /** Messages left out since the start. */
  readonly leftOut: () => number
}

export interface LanesOptions {
  readonly encode: Encode
  readonly monotonicMs: () => number
  readonly after: (ms: number, call: () => void) => () => void
}

/** The WebSocket below a socket, as far as it is needed here (`ws`, doc/ws.md). Its sender takes frames that were made before, as Engine.IO itself uses it: one write for each recipient instead of two. */
export interface Wire {
  readonly readyState: number
  readonly bufferedAmount: number
  readonly terminate: () => void
  readonly _sender: { readonly sendFrame: (frame: readonly [Buffer]) => void }
}

interface Behind {
  readonly sinceMs: number
  /** The newest override that was left out. */
  override: Buffer | null
}

const isOpen = 1
/** Lines that are behind are looked at this often (ms). */
const lookMs = 100
/** A line has drained when so little is unsent (bytes); the next hello brings more than this. */
const drainedBytes = 16_000

export function createLanes({ encode, monotonicMs, after }: LanesOptions): Lanes {
  const behind = new Map<Wire, Behind>()
  const resync = encode({ t: 'resync' })
  let leftOut = 0
  let isLooking = false

  function lookSoon(): void {
    if (isLooking || behind.size === 0) return
    isLooking = true
    after(lookMs, () => {
      isLooking = false
      for (const [wire, state] of behind) look(wire, state)
      lookSoon()
    })
  }

  function look(wire: Wire, { sinceMs, override }: Behind): void {
    if (wire.bufferedAmount <= drainedBytes) {
      behind.delete(wire)
      if (override !== null) write(wire, override)
      write(wire, resync)
    } else if (monotonicMs() - sinceMs > limits.drainMs) {
      behind.delete(wire)
      wire.terminate()
    }
  }

  function leaveOut(wire: Wire, override: Buffer | null): void {
    leftOut++
    const state = behind.get(wire) ?? { sinceMs: monotonicMs(), override: null }
    if (override !== null) state.override = override
    behind.set(wire, state)
    lookSoon()
  }

  return {
    open: (socket) => {
      const wire = wireOf(socket)
      const send = (packet: Buffer, isOverride: boolean): void => {
        if (wire.bufferedAmount > limits.unsentBytes || (behind.size > 0 && behind.has(wire))) leaveOut(wire, isOverride ? packet : null)
        else write(wire, packet)
      }
      return { send, say: (message) => send(encode(message), false), close: () => void behind.delete(wire) }
    },
    behind: () => behind.size,
    leftOut: () => leftOut,
  }
}

function write(wire: Wire, frame: Buffer): void {
  if (wire.readyState === isOpen) wire._sender.sendFrame([frame])
}

/** Straight to the WebSocket: Engine.IO would queue without a bound of its own, and costs a third more for each recipient. */
function wireOf(socket: Socket): Wire {
  return (socket.conn as unknown as { readonly transport: { readonly socket: Wire } }).transport.socket
}
