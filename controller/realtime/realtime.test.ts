import { limits } from '@infoskjerm/shared/limits.ts'
import { type Pace, steadyPace } from '../publish/pace.ts'
import { encodeBeat } from '@infoskjerm/shared/wire/beat.ts'
import type { EntryResource, Operation, OverridesResource, ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import type { Override } from '@infoskjerm/shared/model/override.ts'
import type { GatewayMessage, Holds } from '@infoskjerm/shared/wire/player.ts'
import type { ClassPointer, Order, OverridePointer, Signed } from '@infoskjerm/shared/wire/pointers.ts'
import { Problem } from '@infoskjerm/shared/wire/problem.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestWorld } from '../testing/world.ts'
import { author, createHall, createTestVenue, type Hall, type Peer, slide } from './testing.ts'

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

const nothing: Holds = { pointers: {}, documents: [] }
const hello = (holds: Holds = nothing) => ({ t: 'hello', holds, widthPx: 1920, heightPx: 1080, build: 'test' })
const kinds = (told: readonly GatewayMessage[]): string[] =>
  told.flatMap((message) => (message.t === 'pointer' ? [message.signed.body.kind] : message.t === 'document' ? ['document'] : []))
const isPointer = (kind: string) => (message: GatewayMessage) => message.t === 'pointer' && message.signed.body.kind === kind
const is = (t: string) => (message: GatewayMessage) => message.t === t

/** A player that was paired by code with the screen. */
async function pairedWith(screen: string): Promise<{ peer: Peer; device: { id: string; secret: string } }> {
  const fresh = hall.connect({})
  const { code } = await fresh.hears<{ code: string }>(is('pairing'))
  hall.call('post', '/screens/pair', { code: code.toLowerCase(), screen, name: null, area: null })
  const { device, secret } = await fresh.hears<{ device: string; secret: string }>(is('paired'))
  fresh.socket.close()
  const peer = hall.connect({ device: { id: device, secret } })
  peer.say(hello())
  await peer.hears(isPointer('source'))
  return { peer, device: { id: device, secret } }
}

function publishSlide(id: string, name: string): Written<unknown> {
  world.store.write(author, 'draft', (tx) => tx.put('slides', { ...tx.need('slides', id, ''), draft: slide(name) }))
  return hall.call('post', '/publish', { slides: [id], playlists: [] })
}

const outcomesOf = (operation: Operation | null) => hall.call<Operation>('get', `/operations/${operation?.id}`).outcomes

/** Beats that say what the screen should show. */
function beatRight(peer: Peer, screen: string): void {
  const scene = hall.realtime.publisher.sceneOf(screen, false, world.now())
  const order = hall.realtime.publisher.orderOf(screen, false)
  peer.say(encodeBeat({ scene: scene === null ? '' : sceneHash(scene), order, drawnAt: world.now(), sentMs: null }))
}

describe('[W2] hello', () => {
  it('is answered with everything a new player lacks, overrides first, documents before their pointers', async () => {
    const { peer } = await pairedWith('a1')
    expect(kinds(peer.told)).toEqual(['overrides', 'live', 'screen', 'document', 'class', 'document', 'source'])
  })

  it('is answered with exactly what is missing', async () => {
    const { peer } = await pairedWith('a1')
    const orders: Record<string, Order> = {}
    const documents: string[] = []
    for (const message of peer.told) {
      if (message.t === 'document') documents.push(message.hash)
      if (message.t !== 'pointer') continue
      const { kind, epoch, sequence } = message.signed.body
      orders[kind === 'source' ? 'source:programme' : kind] = { epoch, sequence }
    }
    peer.forget()
    peer.say(hello({ pointers: orders, documents }))
    await peer.settled()
    expect(kinds(peer.told)).toEqual([])
    delete orders['screen']
    peer.say(hello({ pointers: orders, documents: documents.slice(0, 1) }))
    await peer.settled()
    expect(kinds(peer.told)).toEqual(['screen', 'document'])
  })
})

describe('[W3] push', () => {
  it('a publish sends the new document and its pointer to the screens concerned, at once', async () => {
    const { peer } = await pairedWith('a1')
    peer.forget()
    const { operation } = publishSlide('s1', 'Ny tekst')
    await peer.hears(isPointer('class'))
    expect(kinds(peer.told)).toEqual(['document', 'class'])
    expect(outcomesOf(operation)).toEqual([{ screen: 'a1', outcome: 'no-contact', why: null }])
    expect(operation).toMatchObject({ pending: false, by: 'Kari', what: 'publish', outcomes: [] })
  })

  it('a draft sends nothing', async () => {
    const { peer } = await pairedWith('a1')
    peer.forget()
    world.store.write(author, 'draft', (tx) => tx.put('slides', { ...tx.need('slides', 's1', ''), draft: slide('Halvferdig') }))
    await peer.settled()
    expect(kinds(peer.told)).toEqual([])
  })

  it('a screen that changes class is told its new place and content', async () => {
    const { peer } = await pairedWith('a1')
    world.store.write(author, 'entry', (tx) => {
      const row = tx.need('schedule', 'always', '')
      tx.put('schedule', { ...row, id: 'foyer', playlist: 'extra', target: { kind: 'area', area: 'foyer' } })
    })
    peer.forget()
    hall.call('patch', '/screens/a1', { area: 'foyer' })
    const { signed } = await peer.hears<{ signed: Signed<ClassPointer> }>(isPointer('class'))
    expect(kinds(peer.told)).toEqual(['screen', 'document', 'class'])
    peer.forget()
    publishSlide('s3', 'Bare i foajeen')
    const next = await peer.hears<{ signed: Signed<ClassPointer> }>(isPointer('class'))
    expect(next.signed.body.class).toBe(signed.body.class)
  })

  it('[W5] an operation is showing when the screen reports it', async () => {
    const { peer } = await pairedWith('a1')
    beatRight(peer, 'a1')
    await peer.settled()
    const { operation } = publishSlide('s1', 'Ny tekst')
    expect(operation?.counts).toMatchObject({ waiting: 1, showing: 0, 'not-concerned': 2 })
    beatRight(peer, 'a1')
    await peer.settled()
    expect(outcomesOf(operation)).toEqual([{ screen: 'a1', outcome: 'showing', why: null }])
    expect(hall.call('get', '/operations')).toMatchObject([{ id: operation?.id, counts: { showing: 1 }, outcomes: [] }])
  })

  it('reach says where a publish would go and where it shows now', () => {
    expect(hall.call('get', '/slides/s1/reach')).toEqual({ screens: ['a1', 'a2', 'b1'], now: ['a1', 'a2', 'b1'] })
    expect(hall.call('get', '/slides/s2/reach')).toEqual({ screens: ['a1', 'a2', 'b1'], now: [] })
    expect(hall.call('get', '/playlists/house/reach')).toMatchObject({ now: ['a1', 'a2', 'b1'] })
    expect(hall.call('get', '/playlists/extra/reach')).toEqual({ screens: [], now: [] })
  })

  it.each([
    ['nothing to publish', { slides: ['s1'], playlists: [] }, 'nothing-to-publish'],
    ['an unknown slide', { slides: ['s8'], playlists: [] }, 'not-found'],
  ])('%s is refused', (_, body, code) => {
    expect(() => hall.call('post', '/publish', body)).toThrow(expect.objectContaining({ code }))
  })

  it('an empty list that the schedule shows is refused', () => {
    world.store.write(author, 'draft', (tx) =>
      tx.put('playlists', { ...tx.need('playlists', 'house', ''), draft: { name: 'Huset', order: 'sequence', items: [] } }),
    )
    expect(() => hall.call('post', '/publish', { slides: [], playlists: ['house'] })).toThrow(
      expect.objectContaining({ code: 'playlist-empty' }),
    )
  })
})

describe('[S2] pairing', () => {
  it('by code, with a new screen', async () => {
    const fresh = hall.connect({})
    const { code } = await fresh.hears<{ code: string }>(is('pairing'))
    expect(code).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
    const made = hall.call<Written<ScreenResource>>('post', '/screens/pair', { code, screen: null, name: 'Inngang Nord', area: 'hall' })
    expect(made.value).toMatchObject({ id: 'inngang-nord', name: 'Inngang Nord', paired: true })
    await fresh.hears(is('paired'))
    expect(() => hall.call('post', '/screens/pair', { code, screen: 'a1', name: null, area: null })).toThrow(Problem)
  })

  it('wrong codes are counted', () => {
    const codes = Array.from({ length: 6 }, () => {
      try {
        hall.call('post', '/screens/pair', { code: 'BBBBBBBB', screen: 'a1', name: null, area: null })
      } catch (error) {
        return (error as Problem).code
      }
      return null
    })
    expect(codes).toEqual([...Array<string>(5).fill('pairing-code'), 'too-many'])
  })

  it('a device that is taken away is told at once, and is not known again', async () => {
    const { peer, device } = await pairedWith('a1')
    hall.call('delete', '/screens/a1/device')
    await peer.hears(is('unpaired'))
    const again = hall.connect({ device })
    await again.hears(is('unpaired'))
    await again.hears(is('pairing'))
  })

  it('a deleted screen lets its player go; undo brings the screen back', async () => {
    const { peer } = await pairedWith('a1')
    const { revision } = hall.call<Written<null>>('delete', '/screens/a1')
    await peer.hears(is('unpaired'))
    world.store.undo(author, revision)
    expect(hall.call<readonly ScreenResource[]>('get', '/screens').map(({ id }) => id)).toEqual(['a1', 'a2', 'b1'])
    expect(hall.realtime.publisher.pointersFor('a1', false)).not.toBeNull()
  })

  it('[S8] a page on this machine pairs by itself, and the same way again', async () => {
    await hall.close()
    hall = await createHall(world, true)
    const first = hall.connect({})
    const own = await first.hears<{ device: string; secret: string }>(is('paired'))
    first.say(hello())
    await first.hears(isPointer('class'))
    const second = hall.connect({})
    expect(await second.hears<{ device: string; secret: string }>(is('paired'))).toEqual(own)
    expect(hall.call<readonly ScreenResource[]>('get', '/screens').filter(({ local }) => local)).toEqual([
      expect.objectContaining({ id: 'denne-maskinen', name: 'Denne maskinen', area: 'hall', paired: true }),
    ])
  })

  it('a box whose screen was made a moment ago is not sent away: it hears the rest once that is published', async () => {
    await hall.close()
    const late: Pace = {
      ...steadyPace(),
      after: (_, work) =>
        steadyPace().after(200, () => {
          world.pass(limits.coalesceMs)
          work()
        }),
    }
    hall = await createHall(world, true, () => true, late)
    await hall.realtime.publisher.settled()
    const first = hall.connect({})
    await first.hears(is('paired'))
    first.say(hello())
    await first.hears(isPointer('overrides'))
    expect(first.told.some(isPointer('class'))).toBe(false)
    await first.hears(isPointer('class'))
    expect(first.told.some(is('unpaired'))).toBe(false)
  })

  it('a preview sees any screen with a session, and nothing without', async () => {
    const preview = hall.connect({ preview: 'b1' })
    preview.say(hello())
    await preview.hears(isPointer('class'))
    const stranger = hall.connect({ preview: 'b1' }, {})
    await stranger.hears(is('later'))
    expect(kinds(stranger.told)).toEqual([])
  })
})

describe('[W7] overload', () => {
  it('a socket that floods is told to come back later and cut; others go on', async () => {
    const { peer: loud } = await pairedWith('a1')
    const { peer: calm } = await pairedWith('a2')
    const cut = new Promise((resolve) => loud.socket.on('disconnect', resolve))
    for (let sent = 0; sent < 500; sent++) loud.say({ t: 'probe', sentMs: sent })
    await loud.hears(is('later'))
    await cut
    expect(loud.told.filter(is('time')).length).toBeLessThanOrEqual(40)
    await calm.settled()
  })

  it('what cannot be understood changes nothing', async () => {
    const { peer } = await pairedWith('a1')
    for (const nonsense of [null, 7, 'm', [], { t: 'pointer' }, { t: 'beat', scene: 'x'.repeat(99) }, { t: 'hello', holds: {} }])
      peer.say(nonsense as object)
    await peer.settled()
    expect(peer.socket.connected).toBe(true)
  })

  it('a player of another protocol is told to come back', async () => {
    await hall.connect({ protocol: 99 }).hears(is('later'))
  })
})

describe('[O] overrides', () => {
  const send = () =>
    hall.call<Written<Override>>('post', '/overrides', { template: 'evacuate', target: { kind: 'area', area: 'hall' }, status: 'actual' })
  const progress = () => hall.call<OverridesResource>('get', '/overrides').progress[0]

  it('are told at once, and counted when they are drawn', async () => {
    const { peer } = await pairedWith('a1')
    const crew = hall.crew()
    await crew.settled()
    beatRight(peer, 'a1')
    await peer.settled()
    peer.forget()
    send()
    const { signed } = await peer.hears<{ signed: Signed<OverridePointer> }>(isPointer('overrides'))
    expect(progress()).toMatchObject({ screens: ['a1', 'a2'], drawn: [], noContact: ['a2'] })
    await crew.settled()
    crew.forget()
    const { epoch, sequence } = signed.body
    peer.say({ t: 'drawn', overrides: { epoch, sequence }, at: world.now() })
    await crew.hears(is('overrides'))
    expect(progress()).toMatchObject({ drawn: ['a1'], noContact: ['a2'] })
  })

  it('a player that comes back showing it counts as drawn', async () => {
    const { peer } = await pairedWith('a1')
    send()
    beatRight(peer, 'a1')
    await peer.settled()
    expect(progress()).toMatchObject({ drawn: ['a1'] })
  })

  it('drawn before the end is not drawn after it', async () => {
    const { peer } = await pairedWith('a1')
    const { value } = send()
    beatRight(peer, 'a1')
    await peer.settled()
    hall.call('post', `/overrides/${value.id}/end`, { ending: 'all-clear' })
    expect(progress()).toMatchObject({ ending: 'all-clear', drawn: [] })
  })

  it('the end stands for two minutes, is told for three, and then there is nothing left', () => {
    const { value } = send()
    hall.call('post', `/overrides/${value.id}/end`, { ending: 'all-clear' })
    world.pass(179_000)
    hall.tick()
    expect(hall.call<OverridesResource>('get', '/overrides').overrides).toHaveLength(1)
    world.pass(2_000)
    hall.tick()
    expect(hall.call<OverridesResource>('get', '/overrides').overrides).toEqual([])
  })

  it.each([
    ['an unknown message', { template: 'party', target: { kind: 'all' }, status: 'actual' }, 'override-unknown'],
    [
      'an area that is not there',
      { template: 'evacuate', target: { kind: 'area', area: 'kjeller' }, status: 'actual' },
      'unknown-reference',
    ],
    [
      'more than the one document holds',
      {
        template: 'evacuate',
        target: { kind: 'or', of: Array.from({ length: 60 }, () => ({ kind: 'screen', screen: 'a1' })) },
        status: 'actual',
      },
      'too-large',
    ],
  ])('%s is refused before anything is sent', (_, body, code) => {
    expect(() => hall.call('post', '/overrides', body)).toThrow(expect.objectContaining({ code }))
    expect(hall.call<OverridesResource>('get', '/overrides').overrides).toEqual([])
  })

  it('only an exercise ends as one', () => {
    const { value } = send()
    expect(() => hall.call('post', `/overrides/${value.id}/end`, { ending: 'exercise-over' })).toThrow(
      expect.objectContaining({ code: 'invalid' }),
    )
    hall.call('post', `/overrides/${value.id}/end`, { ending: 'mistake' })
    expect(() => hall.call('post', `/overrides/${value.id}/end`, { ending: 'mistake' })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
  })
})

describe('crew pages', () => {
  it('hear of everything once after they connect, and of what changes', async () => {
    const crew = hall.crew()
    await crew.settled()
    expect(crew.told.map(({ t }) => t as string).filter((t) => t !== 'time')).toEqual([
      'screens',
      'classes',
      'overrides',
      'waiting',
      'names',
    ])
    crew.forget()
    publishSlide('s1', 'Ny')
    await crew.hears(is('changed'))
    await crew.hears(is('classes'))
  })

  it('see what each screen reports beside what it should show', async () => {
    const { peer } = await pairedWith('a1')
    const crew = hall.crew()
    const states = async (): Promise<string[]> => {
      await crew.settled()
      crew.forget()
      hall.tick()
      const { statuses } = await crew.hears<{ statuses: readonly ScreenStatus[] }>(is('screens'))
      return statuses.map(({ screen, state, showing }) => `${screen} ${state} ${showing}`)
    }
    beatRight(peer, 'a1')
    await peer.settled()
    expect(await states()).toEqual(['a1 right s1', 'a2 unpaired null', 'b1 unpaired null'])
    world.pass(6_000)
    peer.say(encodeBeat({ scene: 'deadbeef', order: hall.realtime.publisher.orderOf('a1', false), drawnAt: null, sentMs: null }))
    await peer.settled()
    expect(await states()).toContain('a1 wrong null')
    world.pass(12_001)
    expect(await states()).toContain('a1 silent null')
  })

  it.each([
    ['without a session', {}],
    ['with a session, from a foreign page', { cookie: 'session=kari', origin: 'https://evil.example' }],
  ])('are refused %s', async (_, headers) => {
    const { socket } = hall.crew(headers)
    const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve))
    expect(error.message).toBe('sign-in')
  })
})

describe('over plain GETs', () => {
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    hall.realtime.playerHttp(path, new Request('http://x/', { headers }))

  it('the state is what hello would say, documents are immutable, time is served', async () => {
    const { device } = await pairedWith('a1')
    const state = get('state', { 'x-device': device.id, 'x-secret': device.secret })
    const messages = (await state?.json()) as GatewayMessage[]
    expect(kinds(messages)).toEqual(['overrides', 'screen', 'class', 'live', 'source'])
    expect(state?.headers.get('cache-control')).toBe('no-store')
    const hash = hall.realtime.publisher.publication().classes.values().next().value?.hash ?? ''
    expect(get(`documents/${hash}`)?.headers.get('cache-control')).toContain('immutable')
    expect(get(`documents/${'0'.repeat(64)}`)).toBeNull()
    expect(await get('time')?.json()).toMatchObject({ receivedAt: world.now() })
    expect(await get('state', { 'x-device': device.id, 'x-secret': 'feil' })?.json()).toEqual([{ t: 'unpaired' }])
  })
})

describe('what a screen shows at any time', () => {
  it('scene, timeline and explain answer with names', () => {
    expect(hall.call('get', '/screens/a1/scene?at=2027-03-28T01:30:00Z')).toMatchObject({
      screen: 'a1',
      slots: { main: { kind: 'slide' } },
      names: { entries: { always: 'Sending always' } },
    })
    expect(hall.call<{ spans: unknown[] }>('get', '/screens/a1/timeline').spans).toHaveLength(1)
    expect(hall.call('get', '/screens/a1/explain')).toMatchObject({ slots: [{ slot: 'main', losers: [] }] })
    expect(() => hall.call('get', '/screens/a1/scene?at=i-morgen')).toThrow(expect.objectContaining({ code: 'invalid', path: 'at' }))
    expect(() => hall.call<EntryResource>('get', '/screens/z/scene')).toThrow(expect.objectContaining({ code: 'not-found' }))
  })
})

describe('[T4] a clock that somebody sets', () => {
  it('is told to every screen at once, which then asks for the time', async () => {
    const { peer } = await pairedWith('a1')
    hall.call('put', '/clock', { demo: null })
    await peer.hears(is('clock'))
    expect(peer.told.filter(is('clock'))).toHaveLength(1)
  })
})
