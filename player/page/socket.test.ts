import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { createSocket, type Socket, socketAddress } from './socket.ts'

let http: HttpServer
let io: Server
let origin: string
const open: Socket[] = []

beforeEach(async () => {
  http = createServer()
  io = new Server(http, { transports: ['websocket'], pingInterval: 100, pingTimeout: 100 })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const socket of open.splice(0)) socket.end()
  await io.close()
})

/** A client, with all it told. */
function client(auth: () => unknown = () => ({ secret: 'a' })) {
  const told: unknown[] = []
  const lines: NodeWebSocket[] = []
  const socket = createSocket({
    namespace: '/player',
    open: () => {
      const line = new NodeWebSocket(socketAddress(origin, null))
      line.on('error', () => undefined)
      lines.push(line)
      return line as unknown as WebSocket
    },
    auth,
    connected: () => told.push('connected'),
    lost: () => told.push('lost'),
    event: (value) => told.push(value),
    refused: (data) => told.push(['refused', data]),
  })
  open.push(socket)
  return { socket, told, lines }
}

describe('[W1] Socket.IO in a few lines', () => {
  it('says who it is, hears events and is heard, in any letters', async () => {
    const heard: unknown[] = []
    io.of('/player').on('connection', (server) => {
      heard.push(server.handshake.auth)
      server.on('m', (value: unknown) => heard.push(value))
      server.emit('m', { t: 'document', body: '/player,["blåbær 🫐"]' })
    })
    const { socket, told } = client()
    await vi.waitFor(() => expect(told).toEqual(['connected', { t: 'document', body: '/player,["blåbær 🫐"]' }]))
    socket.send({ t: 'hello' })
    socket.send('a,b,c,')
    await vi.waitFor(() => expect(heard).toEqual([{ secret: 'a' }, { t: 'hello' }, 'a,b,c,']))
  })

  it('answers pings, and so stays', async () => {
    io.of('/player').on('connection', () => undefined)
    const { socket, told } = client()
    await new Promise((resolve) => setTimeout(resolve, 700))
    expect(told).toEqual(['connected'])
    expect(socket.isConnected()).toBe(true)
  })

  it('comes back after the line was cut, with the handshake of that moment', async () => {
    let secret = 0
    const seen: unknown[] = []
    io.of('/player').on('connection', (server) => seen.push((server.handshake.auth as { secret: number }).secret))
    const { told, lines } = client(() => ({ secret: ++secret }))
    await vi.waitFor(() => expect(told).toEqual(['connected']))
    lines[0]?.terminate()
    await vi.waitFor(() => expect(told).toEqual(['connected', 'lost', 'connected']), 3_000)
    expect(seen).toEqual([1, 2])
  })

  it('notices a server that has fallen silent, and tries again', async () => {
    io.of('/player').on('connection', () => undefined)
    const { told, lines } = client()
    await vi.waitFor(() => expect(told).toEqual(['connected']))
    lines[0]?.pause()
    await vi.waitFor(() => expect(told).toEqual(['connected', 'lost', 'connected']), 4_000)
    lines[0]?.terminate()
  })

  it('hears why it is refused, and stays away as long as it is told', async () => {
    let tries = 0
    io.of('/player').use((_, next) => {
      tries++
      next(tries === 1 ? Object.assign(new Error('full'), { data: { t: 'later', afterMs: 400 } }) : undefined)
    })
    const { socket, told } = client()
    await vi.waitFor(() => expect(told).toEqual([['refused', { t: 'later', afterMs: 400 }]]))
    socket.comeBack(400)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect(tries).toBe(1)
    await vi.waitFor(() => expect(told.at(-1)).toBe('connected'), 2_000)
  })

  it('comes back when the server puts it out', async () => {
    let times = 0
    io.of('/player').on('connection', (server) => {
      if (++times === 1) server.disconnect()
    })
    const { told } = client()
    await vi.waitFor(() => expect(told).toEqual(['connected', 'lost', 'connected']), 5_000)
  })

  it('is quiet once it has ended', async () => {
    const { socket, told } = client()
    socket.end()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(told).toEqual([])
  })
})
