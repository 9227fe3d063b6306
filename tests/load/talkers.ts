/** Players that talk as much as they may, and come and go, in a process of their own. Arguments: the port, the number of players. The parent says how many messages and reconnects a stage has. */
import { encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { protocol } from '@infoskjerm/shared/wire/player.ts'
import { WebSocket as NodeSocket } from 'ws'
import { createSocket, type Socket, socketAddress } from '../../player/page/socket.ts'
import { boxOf } from './venue.ts'

export interface Stage {
  readonly messages: number
  readonly reconnects: number
}

/** What was really done. */
export interface Staged {
  readonly sent: number
  readonly answered: number
  readonly reconnected: number
}

const [port = '', count = '0'] = process.argv.slice(2)
const origin = `http://127.0.0.1:${port}`
/** A little less than a player may send, so that nobody is cut (per second). */
const rate = limits.playerMessagesPerSecond * 0.9
const turnMs = 20
let answered = 0
let reconnected = 0
const sockets = Array.from({ length: Number(count) }, (_, n) => talker(n))
await until(() => sockets.every((socket) => socket.isConnected()))
process.on('message', (stage: Stage) => void play(stage).then((staged) => process.send?.(staged)))
process.on('disconnect', () => process.exit(0))
process.send?.({ t: 'ready' })

function talker(n: number): Socket {
  const device = boxOf(n)
  return createSocket({
    namespace: '/player',
    open: () => {
      const line = new NodeSocket(socketAddress(origin, device.id), { perMessageDeflate: false })
      line.on('error', () => undefined)
      return line as unknown as WebSocket
    },
    auth: () => ({ protocol, device, preview: null }),
    connected: () => {
      reconnected++
    },
    lost: () => undefined,
    event: () => {
      answered++
    },
    refused: () => undefined,
  })
}

/** Beats, each of which asks for the time and is answered; a socket that comes back says hello first. */
async function play({ messages, reconnects }: Stage): Promise<Staged> {
  const before = { answered, reconnected }
  let sent = 0
  let left = reconnects
  let owed = 0
  let turn = 0
  while (sent < messages) {
    for (owed += (rate * sockets.length * turnMs) / 1_000; owed >= 1; owed--) {
      const socket = sockets[turn++ % sockets.length]!
      if (!socket.isConnected()) continue
      socket.send(encodeBeat({ scene: '00000000', order: null, drawnAt: null, sentMs: Math.round(performance.now()) }))
      sent++
    }
    for (; left > Math.max(0, reconnects * (1 - sent / messages)); left--) sockets[left % sockets.length]!.comeBack(0)
    await pause(turnMs)
  }
  await until(() => sockets.every((socket) => socket.isConnected()))
  return { sent, answered: answered - before.answered, reconnected: reconnected - before.reconnected }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(turnMs)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
