/** One namespace of Socket.IO over a WebSocket, in the few lines that a player needs: JSON events of one name, no acknowledgements (Socket.IO protocol 5 over Engine.IO protocol 4). */

export interface SocketOptions {
  readonly namespace: string
  /** Opens a WebSocket to Socket.IO's address. */
  readonly open: () => WebSocket
  /** What the handshake carries; asked at each connection. */
  readonly auth: () => unknown
  readonly connected: () => void
  readonly lost: () => void
  /** The value of each event, and when it came on the monotonic clock (ms), before anything was made of it. */
  readonly event: (value: unknown, atMs: number) => void
  /** The server did not let us in; what it says of it, undefined: nothing. */
  readonly refused: (data: unknown) => void
}

export interface Socket {
  readonly isConnected: () => boolean
  /** Sends an event; nothing while there is no connection. */
  readonly send: (value: unknown) => void
  /** Leaves, and comes again after so many milliseconds. */
  readonly comeBack: (afterMs: number) => void
  readonly end: () => void
}

/** The address of Socket.IO below an origin. A box says who it is (null: it is nobody yet), so that it does not stand in line with strangers. */
export function socketAddress(origin: string, device: string | null): string {
  return `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket${device === null ? '' : `&device=${device}`}`
}

/** A connection that is not open after this long is given up (ms). */
const openWithinMs = 20_000
/** The pause before the first try again and the longest one (ms), each half as long again or as short, so that a hall does not come back at once. */
const againMs = 500
const againMostMs = 2_000
const eventName = 'm'

/** Connects for as long as it lives. */
export function createSocket({ namespace, open, auth, connected, lost, event, refused }: SocketOptions): Socket {
  const inNamespace = `${namespace},`
  let line: WebSocket | null = null
  let isIn = false
  let tries = 0
  let watch: ReturnType<typeof setTimeout> | undefined
  let coming: ReturnType<typeof setTimeout> | undefined
  let aliveWithinMs = openWithinMs

  const leave = (): void => {
    clearTimeout(watch)
    clearTimeout(coming)
    const old = line
    line = null
    old?.close()
    if (isIn) lost()
    isIn = false
  }
  const comeBack = (afterMs: number): void => {
    leave()
    coming = setTimeout(connect, afterMs)
  }
  const tryAgain = (): void => comeBack(Math.min(againMostMs, againMs * 2 ** tries++) * (0.5 + Math.random()))
  const alive = (): void => {
    clearTimeout(watch)
    watch = setTimeout(tryAgain, aliveWithinMs)
  }

  /** A packet of Socket.IO: its kind, the namespace, and JSON. */
  const take = (kind: string, text: string, atMs: number): void => {
    const value: unknown = text === '' ? undefined : JSON.parse(text)
    if (kind === '0') {
      isIn = true
      tries = 0
      connected()
    } else if (kind === '2') event(Array.isArray(value) ? value[1] : undefined, atMs)
    else if (kind === '1') comeBack(1_000 + Math.random() * 2_000)
    else if (kind === '4') {
      comeBack(2_000 + Math.random() * 3_000)
      refused((value as { readonly data?: unknown } | undefined)?.data)
    }
  }
  const hear = (packet: string, atMs: number): void => {
    if (packet[0] === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1)) as { readonly pingInterval: number; readonly pingTimeout: number }
      aliveWithinMs = pingInterval + pingTimeout
      line?.send(`40${namespace},${JSON.stringify(auth())}`)
    } else if (packet === '2') line?.send('3')
    else if (packet[0] === '4') take(packet[1] ?? '', packet.slice(packet.startsWith(inNamespace, 2) ? 2 + inNamespace.length : 2), atMs)
    if (line !== null) alive()
  }

  function connect(): void {
    const mine = open()
    line = mine
    aliveWithinMs = openWithinMs
    alive()
    mine.onmessage = ({ data }) => {
      const atMs = performance.now()
      if (line === mine) hear(String(data), atMs)
    }
    mine.onclose = () => {
      if (line === mine) tryAgain()
    }
  }

  connect()
  return {
    isConnected: () => isIn,
    send: (value) => {
      if (isIn) line?.send(`42${namespace},${JSON.stringify([eventName, value])}`)
    },
    comeBack,
    end: leave,
  }
}
