/** Thousands of light players in a process of their own: the page's own socket and link, without a glass. Arguments: the port, the number of players, the first box. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { holdsOf, type LinkState, nothingHeld, receive, tidy } from '@infoskjerm/shared/link/player.ts'
import { encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import { protocol } from '@infoskjerm/shared/wire/player.ts'
import { WebSocket as NodeSocket } from 'ws'
import { type ClockState, learn, probePauseMs } from '../../player/core/clock.ts'
import { createSocket, type Socket, socketAddress } from '../../player/page/socket.ts'
import { monotonicMs } from '../bench/steady-truth.ts'
import { boxOf } from './venue.ts'

/** What one may wait for: that all know that they lack nothing, or that all came to hold a newer pointer of a kind (with its document), each since then. */
export interface Awaited {
  readonly what: 'right' | 'class' | 'overrides' | 'live'
  readonly sinceMs: number
}

/** From the parent. `watch`: tell when it is so. `beats`: whether they beat. */
export type ToPlayers = { readonly t: 'watch'; readonly for: Awaited } | { readonly t: 'beats'; readonly on: boolean }

/** To the parent; times are of CLOCK_MONOTONIC (ms). */
export type FromPlayers =
  { readonly t: 'all'; readonly atMs: readonly number[] } | { readonly t: 'counts'; readonly connected: number; readonly later: number }

interface Light {
  link: LinkState
  socket: Socket | null
  clock: ClockState | null
  askedAtMs: number
  /** When it came to hold its newest pointer of each kind, and when it last knew that it lacks nothing (0: it does not know). */
  readonly sinceMs: Record<'right' | 'class' | 'overrides' | 'live', number>
}

const [port = '', count = '0', first = '0'] = process.argv.slice(2)
const origin = `http://127.0.0.1:${port}`
/** One text for all who hold the same document. */
const texts = new Map<string, string>()
const lights: Light[] = []
/** The beginning of a message that brings a document names its hash, and a hash has one text. */
const documentHead = /^\["m",\{"t":"document","hash":"[0-9a-f]{64}"/u
const sharedAtMost = 500
let watching: Awaited | null = null
let later = 0
shareParsing()

for (let n = 0; n < Number(count); n++) lights.push(light(Number(first) + n))

setInterval(look, 5)
process.on('message', (said: ToPlayers) => {
  if (said.t === 'watch') watching = said.for
  else beats(said.on)
})
process.on('disconnect', () => process.exit(0))

function light(n: number): Light {
  const device = boxOf(n)
  const one: Light = {
    link: nothingHeld,
    socket: null,
    clock: null,
    askedAtMs: Number.NEGATIVE_INFINITY,
    sinceMs: { right: 0, class: 0, overrides: 0, live: 0 },
  }
  // Boxes are not switched on in the same millisecond.
  setTimeout(() => {
    const socket: Socket = createSocket({
      namespace: '/player',
      open: () => openLine(device.id),
      auth: () => ({ protocol, device, preview: null }),
      connected: () => {
        hello(one)
        // Answered after the hello, and so after all that was lacking.
        socket.send({ t: 'probe', sentMs: 0 })
      },
      lost: () => {
        one.sinceMs.right = 0
      },
      event: (value, atMs) => hear(one, value as GatewayMessage, atMs),
      refused: () => undefined,
    })
    one.socket = socket
  }, n % 2_000)
  return one
}

/** A browser reports an error by closing, and so does this. */
function openLine(device: string): WebSocket {
  const line = new NodeSocket(socketAddress(origin, device), { perMessageDeflate: false })
  line.on('error', () => undefined)
  return line as unknown as WebSocket
}

function hello(one: Light): void {
  one.link = tidy(one.link, [])
  one.socket?.send({ t: 'hello', holds: holdsOf(one.link), widthPx: 1_920, heightPx: 1_080, build: 'load' })
}

function hear(one: Light, message: GatewayMessage, backMs: number): void {
  switch (message.t) {
    case 'time':
      if (message.sentMs === 0) one.sinceMs.right = monotonicMs()
      else one.clock = learn(one.clock, { ...message, backMs })
      return
    case 'resync':
      return hello(one)
    case 'later':
      later++
      return one.socket?.comeBack(message.afterMs)
    case 'pointer':
    case 'document': {
      const received = receive(one.link, message.t === 'document' ? { ...message, body: kept(message.hash, message.body) } : message)
      one.link = received.state
      for (const name of received.changed)
        if (name === 'class' || name === 'overrides' || name === 'live') one.sinceMs[name] = monotonicMs()
      if (received.incomplete) hello(one)
      return
    }
    default:
      return
  }
}

/** Each screen reads what it gets on a processor of its own; here a thousand share one, and it is the controller that is measured. So a document that was written once for all is read once for all. */
function shareParsing(): void {
  const parse = JSON.parse
  const known = new Map<string, unknown>()
  JSON.parse = (text, reviver) => {
    const head = documentHead.exec(text)?.[0]
    if (head === undefined || reviver !== undefined) return parse(text, reviver) as unknown
    if (!known.has(head)) {
      if (known.size >= sharedAtMost) known.clear()
      known.set(head, parse(text))
    }
    return known.get(head)
  }
}

function kept(hash: string, body: string): string {
  const known = texts.get(hash)
  if (known !== undefined) return known
  texts.set(hash, body)
  return body
}

function look(): void {
  if (watching === null) return
  const awaited = watching
  const isDone = (one: Light): boolean => one.sinceMs[awaited.what] >= awaited.sinceMs
  if (!lights.every(isDone)) return
  watching = null
  tell({ t: 'all', atMs: lights.map(({ sinceMs }) => sinceMs[awaited.what]) })
  tell({ t: 'counts', connected: lights.filter(({ socket }) => socket?.isConnected() === true).length, later })
}

let beating: NodeJS.Timeout[] = []

/** Each beats at a phase of its own, as pages do. */
function beats(on: boolean): void {
  for (const timer of beating) clearInterval(timer)
  beating = []
  if (!on) return
  const slices = 100
  for (let slice = 0; slice < slices; slice++) {
    setTimeout(
      () => {
        beating.push(
          setInterval(() => {
            for (let n = slice; n < lights.length; n += slices) beat(lights[n]!)
          }, limits.beatMs),
        )
      },
      (slice * limits.beatMs) / slices,
    )
  }
}

/** Timers come early; a beat that is early by less than this asks for the time nevertheless (ms). */
const timerMs = 500

function beat(one: Light): void {
  const body = one.link.pointers['class']?.body
  const order = body?.kind === 'class' ? { epoch: body.epoch, sequence: body.sequence } : null
  one.socket?.send(encodeBeat({ scene: '00000000', order, drawnAt: null, sentMs: asksWith(one) }))
}

/** The time is asked for as often as a page does. */
function asksWith(one: Light): number | null {
  const atMs = performance.now()
  if (atMs - one.askedAtMs < probePauseMs(one.clock, atMs) - timerMs) return null
  one.askedAtMs = atMs
  return atMs
}

function tell(message: FromPlayers): void {
  process.send?.(message)
}
