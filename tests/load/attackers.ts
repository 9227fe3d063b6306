/** Whoever attacks the gateway, in a process of its own. Arguments: the port. The parent says what is done and how hard. */
import { connect } from 'node:net'
import { protocol } from '@infoskjerm/shared/wire/player.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { WebSocket } from 'ws'
import { socketAddress } from '../../player/page/socket.ts'
import { boxOf } from './venue.ts'

/** Rates are per second. `flood`: frames on the socket of the paired box `box`, which comes back whenever it is cut. `connects`: sockets that open and say who they are not. `malformed`: requests and frames that are none. `unpaired`: pages that show a code and talk. */
export interface Attack {
  readonly box: number
  readonly flood: number
  readonly connects: number
  readonly malformed: number
  readonly unpaired: number
}

/** What was really sent until the attack was stopped (per second). */
export interface Attacked {
  readonly sent: Readonly<Record<Kind, number>>
}

type Kind = 'flood' | 'connects' | 'malformed' | 'unpaired'

const [port = ''] = process.argv.slice(2)
const origin = `http://127.0.0.1:${port}`
/** Not a page of this machine, which might take its screen by itself. */
const headers = { origin: 'http://10.0.0.66' }
const turnMs = 10
const open = new Set<WebSocket>()
let stops: (() => void)[] = []
let sent: Record<Kind, number> = { flood: 0, connects: 0, malformed: 0, unpaired: 0 }
let beganMs = 0

process.on('message', (attack: Attack | null) => {
  for (const stop of stops) stop()
  stops = []
  const seconds = (performance.now() - beganMs) / 1_000
  const rates = Object.fromEntries(Object.entries(sent).map(([kind, count]) => [kind, Math.round(count / seconds)])) as Attacked['sent']
  if (attack === null) {
    for (const line of open) line.terminate()
    open.clear()
    process.send?.({ sent: rates } satisfies Attacked)
    return
  }
  sent = { flood: 0, connects: 0, malformed: 0, unpaired: 0 }
  beganMs = performance.now()
  if (attack.flood > 0) stops.push(flood(attack.box, attack.flood))
  if (attack.connects > 0) stops.push(often(attack.connects, 'connects', connectOnce))
  if (attack.malformed > 0) stops.push(often(attack.malformed, 'malformed', malformed))
  if (attack.unpaired > 0) stops.push(often(attack.unpaired, 'unpaired', stranger()))
})
process.on('disconnect', () => process.exit(0))
process.send?.({ t: 'ready' })

/** Does it so often a second, evenly. */
function often(perSecond: number, kind: Kind, work: () => boolean): () => void {
  let owed = 0
  const timer = setInterval(() => {
    for (owed += (perSecond * turnMs) / 1_000; owed >= 1; owed--) if (work()) sent[kind]++
  }, turnMs)
  return () => clearInterval(timer)
}

function line(device: string | null, auth: object): WebSocket {
  const made = new WebSocket(socketAddress(origin, device), { perMessageDeflate: false, headers })
  open.add(made)
  made.on('error', () => undefined)
  made.on('close', () => open.delete(made))
  made.on('open', () => made.send(`40/player,${JSON.stringify({ protocol, preview: null, ...auth })}`))
  return made
}

/** Whatever it is told about coming later, it is back at once. */
function flood(n: number, perSecond: number): () => void {
  const device = boxOf(n)
  let isOn = true
  let socket = line(device.id, { device })
  const again = (): void => {
    if (!isOn) return
    socket = line(device.id, { device })
    socket.on('close', () => setTimeout(again, 50))
  }
  socket.on('close', () => setTimeout(again, 50))
  const stop = often(perSecond, 'flood', () => {
    if (socket.readyState !== WebSocket.OPEN) return false
    socket.send('42/player,["m",",,,1"]')
    return true
  })
  return () => {
    isOn = false
    stop()
  }
}

function connectOnce(): boolean {
  const made = line(null, { device: { id: 'guess', secret: 'guess' } })
  setTimeout(() => made.terminate(), 500)
  return true
}

function malformed(): boolean {
  if (Math.random() < 0.5) {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end('GET /socket.io/?EIO=4&transport=websocket HTTP/9.9\r\n\0\r\n\r\n'))
    socket.on('error', () => undefined)
    socket.resume()
    return true
  }
  const made = line(null, { device: 7 })
  made.on('open', () => {
    for (const text of ['4', '42/player,{{{', '451-/player,["m",{"_placeholder":true,"num":0}]', 'x'.repeat(limits.playerMessageBytes + 1)])
      made.send(text)
  })
  setTimeout(() => made.terminate(), 500)
  return true
}

/** Some pages that show a code, each of which says hello as often as it can; who is cut comes back. */
function stranger(): () => boolean {
  const pages: WebSocket[] = []
  let next = 0
  return () => {
    const at = next++ % 20
    const page = pages[at]
    if (page === undefined || page.readyState > WebSocket.OPEN) {
      pages[at] = line(null, { device: null })
      return true
    }
    if (page.readyState !== WebSocket.OPEN) return false
    page.send('42/player,["m",{"t":"hello","holds":{"pointers":{},"documents":[]},"widthPx":1,"heightPx":1,"build":"x"}]')
    return true
  }
}
