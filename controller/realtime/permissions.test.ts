/** Who may do what over sockets, event by event: every message that the gateway understands, said by every kind of peer. */
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import type { OverridesResource } from '@infoskjerm/shared/wire/api.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import { type GatewayMessage, playerMessageSchema } from '@infoskjerm/shared/wire/player.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestWorld } from '../testing/world.ts'
import { createHall, createTestVenue, type Hall, type Peer } from './testing.ts'

let world: TestWorld
let hall: Hall
beforeEach(async () => {
  world = createTestVenue()
  hall = await createHall(world)
})
afterEach(async () => {
  await hall.close()
  world.close()
})

const is = (t: string) => (message: GatewayMessage) => message.t === t

/** What was understood: told what the screen holds, told the time, taken down as a report or as proof, told a code; or nothing at all. */
type Effect = 'content' | 'time' | 'report' | 'proof' | 'code' | 'nothing'

/** Every message to the gateway, with what it does for a paired player, a signed-in preview, and a page that is neither. */
const messages: Readonly<Record<string, { readonly device: Effect; readonly preview: Effect; readonly stranger: Effect }>> = {
  hello: { device: 'content', preview: 'content', stranger: 'code' },
  probe: { device: 'time', preview: 'time', stranger: 'time' },
  beat: { device: 'report', preview: 'nothing', stranger: 'nothing' },
  drawn: { device: 'report', preview: 'nothing', stranger: 'nothing' },
  substituted: { device: 'nothing', preview: 'nothing', stranger: 'nothing' },
  details: { device: 'report', preview: 'nothing', stranger: 'nothing' },
  proof: { device: 'proof', preview: 'nothing', stranger: 'nothing' },
}

test('[S7] every message that is understood stands in the table, and the beat, which is a text', () => {
  const { options } = (playerMessageSchema as unknown as { readonly def: { readonly options: readonly Option[] } }).def
  expect(options.map(({ def }) => def.shape.t.def.values[0]).sort()).toEqual(
    Object.keys(messages)
      .filter((t) => t !== 'beat')
      .sort(),
  )
})

interface Option {
  readonly def: { readonly shape: { readonly t: { readonly def: { readonly values: readonly string[] } } } }
}

describe('[S7] on /player', () => {
  const peers = {
    device,
    preview: () => Promise.resolve(hall.connect({ preview: 'a1' })),
    stranger: () => Promise.resolve(hall.connect({})),
  }
  const cells = Object.entries(messages).flatMap(([t, effects]) =>
    (['device', 'preview', 'stranger'] as const).map((kind) => [t, kind, effects[kind]] as const),
  )
  test.each(cells)('%s of a %s: %s', async (t, kind, effect) => {
    hall.call('post', '/overrides', { template: 'evacuate', target: { kind: 'all' }, status: 'actual' })
    const peer = await peers[kind]()
    await peer.settled()
    const before = await reported()
    peer.forget()
    peer.say(messageOf(t))
    if (effect === 'content') await peer.hears(is('pointer'))
    if (effect === 'code') await peer.hears(is('pairing'))
    await peer.settled()
    hall.tick()
    await peer.settled()
    const answers = new Set(peer.told.map((message) => message.t))
    expect(answers.has('pointer') || answers.has('document')).toBe(effect === 'content')
    expect(answers.has('pairing')).toBe(effect === 'code')
    expect(answers.has('proven')).toBe(effect === 'proof')
    expect((await reported()) !== before).toBe(effect === 'report')
  })

  test.each<[string, () => Peer]>([
    ['a preview without a session', () => hall.connect({ preview: 'a1' }, {})],
    ['a preview with somebody’s old session', () => hall.connect({ preview: 'a1' }, { cookie: 'session=gone' })],
    ['a preview from another page', () => hall.connect({ preview: 'a1' }, { cookie: 'session=kari', origin: 'http://10.0.0.66' })],
  ])('%s is sent away with nothing', async (_, connect) => {
    const peer = connect()
    await peer.hears(is('later'))
    expect(peer.told.map(({ t }) => t)).toEqual(['later'])
  })

  test('a device with a wrong secret is nobody, and gets a code', async () => {
    const peer = hall.connect({ device: { id: 'device', secret: 'guessed' } })
    await peer.hears(is('pairing'))
    peer.say(messageOf('hello'))
    await peer.settled()
    expect(peer.told.map(({ t }) => t).filter((t) => t === 'pointer' || t === 'document')).toEqual([])
  })
})

describe('[S7] on /crew', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ['nobody', {}],
    ['an old session', { cookie: 'session=gone' }],
    ['a page of somebody else’s', { cookie: 'session=kari', origin: 'http://10.0.0.66' }],
  ])('%s hears nothing', async (_, headers) => {
    const peer = hall.crew(headers)
    const refusal = await new Promise<Error>((resolve) => peer.socket.once('connect_error', resolve))
    expect([refusal.message, peer.told]).toEqual(['sign-in', []])
  })

  test('whoever is signed in listens, and whatever they say but a probe does nothing', async () => {
    const page = hall.crew()
    await page.settled()
    const before = [await reported(), world.store.revision()]
    for (const t of Object.keys(messages)) page.say(messageOf(t))
    for (const event of ['publish', 'overrides', 'write', 'message', 'join'])
      page.socket.emit(event, { t: 'probe', sentMs: 1 }, () => undefined)
    page.forget()
    await page.settled()
    expect([await reported(), world.store.revision()]).toEqual(before)
    expect(new Set(page.told.map(({ t }) => t))).toEqual(new Set(['time']))
  })
})

async function device(): Promise<Peer> {
  const fresh = hall.connect({})
  const { code } = await fresh.hears<{ code: string }>(is('pairing'))
  hall.call('post', '/screens/pair', { code, screen: 'a1', name: null, area: null })
  const paired = await fresh.hears<{ device: string; secret: string }>(is('paired'))
  fresh.socket.close()
  return hall.connect({ device: { id: paired.device, secret: paired.secret } })
}

/** Where reports of players end up: who has drawn the message, and what crew pages see of each screen. */
async function reported(): Promise<string> {
  const page = hall.crew()
  const { statuses } = await page.hears<{ statuses: unknown }>(is('screens'))
  page.socket.close()
  return JSON.stringify([hall.call<OverridesResource>('get', '/overrides').progress, statuses])
}

function messageOf(t: string): object | string {
  const { publisher } = hall.realtime
  const scene = publisher.sceneOf('a1', false, world.now())
  const order = publisher.orderOf('a1', false)
  if (t === 'beat') return encodeBeat({ scene: scene === null ? '' : sceneHash(scene), order, drawnAt: world.now(), sentMs: null })
  const now = world.now()
  const bodies: Readonly<Record<string, object>> = {
    hello: { holds: { pointers: {}, documents: [] }, widthPx: 1920, heightPx: 1080, build: 'test' },
    probe: { sentMs: 1 },
    drawn: { overrides: hall.call<OverridesResource>('get', '/overrides').order, at: world.now() },
    substituted: { slide: 's1', why: 'broken' },
    details: {
      details: {
        holds: order,
        isReady: true,
        missing: [],
        missingCount: 0,
        substituted: null,
        clockErrorMs: 1,
        isTimeProved: true,
        build: 'test',
      },
    },
    proof: { records: [{ number: 1, manifest: '0'.repeat(64), from: instant(now - 60_000), until: now, exceptions: [] }] },
  }
  return { t, ...bodies[t] }
}
