/** What the machine can do at all: a bare loop of `ws` in a process of its own, and its clients in another. Arguments: `server`, or `clients` with port and number. */
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { monotonicMs } from '../bench/steady-truth.ts'

/** To a server: say this to everybody. */
export interface Say {
  readonly text: string
}

/** From a server: its port, or how much processor time it has used (µs) and when it began the last loop. From clients: they are all there, or the last one heard it (CLOCK_MONOTONIC, ms). */
export type FromBare =
  | { readonly t: 'ready'; readonly port: number }
  | { readonly t: 'said'; readonly cpuUs: number; readonly atMs: number }
  | { readonly t: 'heard'; readonly lastMs: number }

const [role = '', port = '', count = '0'] = process.argv.slice(2)
process.on('disconnect', () => process.exit(0))
if (role === 'server') serve()
else await listen()

function serve(): void {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  server.on('listening', () => tell({ t: 'ready', port: (server.address() as AddressInfo).port }))
  process.on('message', (said: Say | 'cpu') => {
    if (said !== 'cpu') {
      const atMs = monotonicMs()
      // Encoded once: the quickest loop there is.
      const data = Buffer.from(said.text)
      for (const client of server.clients) client.send(data, { binary: false })
      return tell({ t: 'said', cpuUs: cpuUs(), atMs })
    }
    tell({ t: 'said', cpuUs: cpuUs(), atMs: monotonicMs() })
  })
}

async function listen(): Promise<void> {
  let heard = 0
  for (let n = 0; n < Number(count); n++) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false })
    socket.on('message', () => {
      heard++
      if (heard < Number(count)) return
      heard = 0
      tell({ t: 'heard', lastMs: monotonicMs() })
    })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  }
  tell({ t: 'ready', port: Number(port) })
}

function cpuUs(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

function tell(message: FromBare): void {
  process.send?.(message)
}
