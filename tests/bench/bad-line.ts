/** A bad network between a page and the controller: a TCP proxy that delays what passes. */
import { connect, createServer, type Socket } from 'node:net'

export interface BadLineOptions {
  /** Each way takes `delayMs` ± `jitterMs`, uniformly. */
  readonly delayMs: number
  readonly jitterMs: number
  /** The part of the pieces that are lost, and after how long they come again (ms). */
  readonly loss: number
  readonly againMs: number
}

export interface BadLine {
  readonly port: number
  readonly close: () => void
}

export async function createBadLine(to: number, options: BadLineOptions): Promise<BadLine> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(to, '127.0.0.1')
    for (const [from, into] of [
      [near.setNoDelay(true), far.setNoDelay(true)],
      [far, near],
    ] as const)
      pass(from, into, options)
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
      socket.on('error', () => socket.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    port: address.port,
    close: () => {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

/** TCP keeps the order: what was sent later never comes earlier. */
function pass(from: Socket, into: Socket, { delayMs, jitterMs, loss, againMs }: BadLineOptions): void {
  let dueMs = 0
  from.on('data', (data) => {
    const lost = Math.random() < loss ? againMs : 0
    const wayMs = Math.max(0, delayMs + (Math.random() * 2 - 1) * jitterMs) + lost
    dueMs = Math.max(dueMs, performance.now() + wayMs)
    setTimeout(() => into.destroyed || into.write(data), dueMs - performance.now())
  })
}
