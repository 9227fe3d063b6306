/** Slow lines, over real sockets of which one end is not read. */
import type { AddressInfo } from 'node:net'
import { limits } from '@infoskjerm/shared/limits.ts'
import type { GatewayMessage } from '@infoskjerm/shared/wire/player.ts'
import type { OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import type { Socket } from 'socket.io'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createEncoder } from './encode.ts'
import { createLanes, type Lane, type Lanes } from './lane.ts'

let server: WebSocketServer
let nowMs = 0
let timers: (() => void)[] = []
const after = (_: number, call: () => void) => {
  timers.push(call)
  return () => undefined
}
/** Lets the lanes look at what is behind, once. */
const look = (): void => {
  const due = timers
  timers = []
  for (const call of due) call()
}

beforeEach(async () => {
  nowMs = 0
  timers = []
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  await new Promise((resolve) => server.once('listening', resolve))
})
afterEach(() => {
  for (const client of server.clients) client.terminate()
  server.close()
})

interface Line {
  readonly lane: Lane
  readonly page: WebSocket
  /** What came out at the other end, by kind. */
  readonly told: string[]
}

async function line(lanes: Lanes): Promise<Line> {
  const opened = new Promise<WebSocket>((resolve) => server.once('connection', resolve))
  const page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, { perMessageDeflate: false })
  const told: string[] = []
  page.on('message', (data: Buffer) => {
    const [, message] = JSON.parse(data.toString().slice('42/player,'.length)) as [string, GatewayMessage]
    told.push(message.t === 'pointer' ? `override ${message.signed.body.sequence}` : message.t)
  })
  const wire = await opened
  await new Promise((resolve) => page.once('open', resolve))
  return { lane: lanes.open({ conn: { transport: { socket: wire } } } as unknown as Socket), page, told }
}

const encode = createEncoder()
const create = (): Lanes => createLanes({ encode, monotonicMs: () => nowMs, after })
const large: GatewayMessage = { t: 'document', hash: 'large', body: 'x'.repeat(1_000_000) }
const override = (sequence: number): Buffer =>
  encode({ t: 'pointer', signed: { body: { kind: 'overrides', sequence } } as unknown as Signed<OverridePointer> })

/** Nobody reads at the other end, and the line is told more than it and the kernel hold. */
async function fillUp({ lane, page }: Line): Promise<void> {
  page.pause()
  for (let n = 0; n < 60; n++) {
    lane.say(large)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('[W7] a line that cannot keep up', () => {
  test('is left out, keeps its place, and is told to ask anew once it has drained; of overrides it gets the newest', async () => {
    const lanes = create()
    const slow = await line(lanes)
    await fillUp(slow)
    const queued = 60 - lanes.leftOut()
    expect(lanes.behind()).toBe(1)
    for (const sequence of [1, 2, 3]) slow.lane.send(override(sequence), true)
    look()
    slow.page.resume()
    await vi.waitFor(() => {
      look()
      expect(slow.told.at(-1)).toBe('resync')
    }, 5_000)
    expect(slow.told).toEqual([...Array<string>(queued).fill('document'), 'override 3', 'resync'])
    expect([lanes.behind(), slow.page.readyState]).toEqual([0, WebSocket.OPEN])
    slow.lane.say({ t: 'clock' })
    await vi.waitFor(() => expect(slow.told.at(-1)).toBe('clock'))
  })

  test('holds no more memory than the bound and one message', async () => {
    const lanes = create()
    const slow = await line(lanes)
    await fillUp(slow)
    const [wire] = [...server.clients]
    expect(wire?.bufferedAmount).toBeGreaterThan(limits.unsentBytes)
    expect(wire?.bufferedAmount).toBeLessThan(limits.unsentBytes + 2 * 1_000_100)
  })

  test('does not hold up the others', async () => {
    const lanes = create()
    const [slow, quick] = [await line(lanes), await line(lanes)]
    await fillUp(slow)
    const packet = override(7)
    for (const { lane } of [slow, quick]) lane.send(packet, true)
    await vi.waitFor(() => expect(quick.told).toEqual(['override 7']))
  })

  test('that does not drain in time is cut', async () => {
    const lanes = create()
    const slow = await line(lanes)
    await fillUp(slow)
    const [wire] = [...server.clients]
    const cut = new Promise((resolve) => wire?.once('close', resolve))
    nowMs += limits.drainMs
    look()
    expect(lanes.behind()).toBe(1)
    nowMs += 1
    look()
    await cut
    expect(lanes.behind()).toBe(0)
  })

  test('that closes is forgotten', async () => {
    const lanes = create()
    const slow = await line(lanes)
    await fillUp(slow)
    slow.lane.close()
    expect(lanes.behind()).toBe(0)
  })
})

describe('a packet', () => {
  test('of a pointer or a document is made once', () => {
    const signed = { body: { kind: 'overrides', sequence: 1 } } as unknown as Signed<OverridePointer>
    expect(encode({ t: 'pointer', signed })).toBe(encode({ t: 'pointer', signed }))
    expect(encode({ t: 'document', hash: 'a', body: '1' })).toBe(encode({ t: 'document', hash: 'a', body: '1' }))
  })

  test.each([
    [0, 2],
    [100, 4],
    [66_000, 10],
  ])('with %i characters in it arrives as it was, behind a head of %i bytes', async (length, head) => {
    const body = 'å'.repeat(length)
    const message: GatewayMessage = length === 0 ? { t: 'clock' } : { t: 'document', hash: `of ${length}`, body }
    const text = `42/player,["m",${JSON.stringify(message)}]`
    const frame = encode(message)
    expect(frame.length - Buffer.byteLength(text)).toBe(head)
    const { lane, page } = await line(create())
    const heard = new Promise<Buffer>((resolve) => page.once('message', resolve))
    lane.say(message)
    expect((await heard).toString()).toBe(text)
  })

  test('of documents, only the newest are kept', () => {
    const own = createEncoder()
    const body = 'x'.repeat(9_000_000)
    const first = own({ t: 'document', hash: '0', body })
    for (const hash of ['1', '2', '3']) own({ t: 'document', hash, body })
    expect(own({ t: 'document', hash: '3', body }) === own({ t: 'document', hash: '3', body })).toBe(true)
    expect(own({ t: 'document', hash: '0', body }) === first).toBe(false)
  })
})
