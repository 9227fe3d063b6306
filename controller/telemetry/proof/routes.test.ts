/** From a record that a player sends to what a sponsor is shown: real sockets, a real file. */
import { later, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { ProofRow, Written } from '@infoskjerm/shared/wire/api.ts'
import type { GatewayMessage, PlayException, PlayRecord } from '@infoskjerm/shared/wire/player.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { author, createHall, createTestVenue, type Hall, type Peer, slide } from '../../realtime/testing.ts'
import type { TestWorld } from '../../testing/world.ts'

let world: TestWorld
let hall: Hall

beforeEach(async () => {
  world = createTestVenue()
  world.store.write(author, 'sponsor', (tx) => {
    const promise = { amount: { kind: 'share' as const, percent: 50 }, where: { kind: 'screen' as const, screen: 'a1' }, hours: null }
    tx.put('sponsors', { id: 'nordlys', event: 'tg', name: 'Nordlys, «AS»', promise, rivals: [] })
    tx.put('slides', { ...tx.need('slides', 's2', ''), published: { ...slide('s2'), sponsor: 'nordlys' } })
  })
  // The screens have been there for an hour.
  world.pass(60 * minuteMs)
  hall = await createHall(world)
})
afterEach(async () => {
  await hall.close()
  world.close()
})

const is = (t: string) => (message: GatewayMessage) => message.t === t

async function pairedWith(screen: string): Promise<Peer> {
  const fresh = hall.connect({})
  const { code } = await fresh.hears<{ code: string }>(is('pairing'))
  hall.call('post', '/screens/pair', { code: code.toLowerCase(), screen, name: null, area: null })
  const { device, secret } = await fresh.hears<{ device: string; secret: string }>(is('paired'))
  fresh.socket.close()
  const peer = hall.connect({ device: { id: device, secret } })
  peer.say({ t: 'hello', holds: { pointers: {}, documents: [] }, widthPx: 1920, heightPx: 1080, build: 'test' })
  await peer.hears((message) => message.t === 'pointer' && message.signed.body.kind === 'source')
  return peer
}

const manifest = () => [...hall.realtime.publisher.publication().classes.values()][0]!.hash
const record = (number: number, minutesAgo: number, exceptions: readonly PlayException[] = []): PlayRecord => {
  const from = later(world.now(), -minutesAgo * minuteMs)
  return { number, manifest: manifest(), from, until: later(from, 5 * minuteMs), exceptions }
}

/** The player sends records, and they are stored. */
async function report(peer: Peer, ...records: readonly PlayRecord[]): Promise<void> {
  peer.say({ t: 'proof', records })
  const { number } = records.at(-1)!
  for (let tries = 0; tries < 50 && !peer.told.some((message) => message.t === 'proven' && message.number === number); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    hall.tick()
  }
  await peer.hears((message) => message.t === 'proven' && message.number === number)
}

const at = (minutesAgo: number): string => new Date(world.now() - minutesAgo * minuteMs).toISOString()
interface Answer {
  readonly rows: readonly ProofRow[]
  readonly next: string | null
}
const lost = (change: Partial<ProofRow['lostMs']> = {}): ProofRow['lostMs'] => ({
  emergency: 0,
  'out-of-service': 0,
  dark: 0,
  substituted: 0,
  'no-report': 0,
  ...change,
})

describe('[W6] what was really shown', () => {
  test('is told by slide, minus what was not seen, with why', async () => {
    const peer = await pairedWith('a1')
    const from = later(world.now(), -19 * minuteMs)
    await report(peer, record(1, 20, [{ from, until: later(from, 60 * secondMs), why: 'dark' }]), record(2, 15))
    const { rows, next } = await hall.call<Promise<Answer>>('get', `/proof?from=${at(20)}&to=${at(10)}&screen=a1`)
    expect([rows, next]).toEqual([
      [
        {
          day: '2027-03-26',
          sponsor: null,
          slide: 's1',
          name: 's1',
          screen: 'a1',
          plannedMs: 300_000,
          shownMs: 270_000,
          lostMs: lost({ dark: 30_000 }),
        },
        {
          day: '2027-03-26',
          sponsor: 'nordlys',
          slide: 's2',
          name: 's2',
          screen: 'a1',
          plannedMs: 300_000,
          shownMs: 270_000,
          lostMs: lost({ dark: 30_000 }),
        },
      ],
      null,
    ])
  })

  test('of the other screens is nothing: they have said nothing', async () => {
    await report(await pairedWith('a1'), record(1, 20))
    const { rows } = await hall.call<Promise<Answer>>('get', `/proof?from=${at(20)}&to=${at(15)}&sponsor=nordlys`)
    expect(rows.map(({ screen, shownMs, lostMs }) => [screen, shownMs, lostMs['no-report']])).toEqual([
      ['a1', 150_000, 0],
      ['a2', 0, 150_000],
      ['b1', 0, 150_000],
    ])
  })

  test('as a table that a spreadsheet reads', async () => {
    await report(await pairedWith('a1'), record(1, 20))
    const answer = await hall.call<Promise<Response>>('get', `/proof.csv?from=${at(20)}&to=${at(15)}&screen=a1&sponsor=nordlys`)
    expect(answer.headers.get('content-type')).toMatch(/^text\/csv/)
    expect(await answer.text()).toBe(
      [
        'day,sponsor,slide,screen,planned_s,shown_s,lost_emergency_s,lost_out_of_service_s,lost_dark_s,lost_substituted_s,lost_no_report_s,sponsor_id,slide_id,screen_id',
        '2027-03-26,"Nordlys, «AS»",s2,Skjerm a1,150.0,150.0,0.0,0.0,0.0,0.0,0.0,nordlys,s2,a1',
        '',
      ].join('\r\n'),
    )
  })

  test.each([
    ['from=gone', 'invalid'],
    ['from=2027-03-26T10:00:00Z&to=2027-03-26T09:00:00Z', 'end-before-start'],
    ['from=2027-01-01T10:00:00Z&to=2027-12-26T09:00:00Z', 'invalid'],
  ])('%s is refused', async (query, code) => {
    await expect(hall.call<Promise<unknown>>('get', `/proof?${query}`)).rejects.toMatchObject({ code })
  })
})

describe('a sponsor', () => {
  interface Got {
    readonly sponsors: readonly {
      readonly lastShown: { readonly at: number; readonly screens: readonly string[] } | null
      readonly today: { readonly shownMs: number; readonly plannedMs: number; readonly lostMs: ProofRow['lostMs'] }
      readonly promise: { readonly kept: boolean; readonly got: number } | null
      readonly screens: readonly string[]
    }[]
    readonly troubles: readonly unknown[]
  }

  test('that nobody has reported has nothing yet', async () => {
    const { sponsors } = await hall.call<Promise<Got>>('get', '/proof/sponsors')
    expect(sponsors[0]).toMatchObject({ lastShown: null, screens: [], today: { shownMs: 0 } })
  })

  test('hears when it last stood where, and what of the promise is kept', async () => {
    const [first, second] = [await pairedWith('a1'), await pairedWith('a2')]
    await report(first, record(1, 20), record(2, 15), record(3, 10))
    await report(second, record(1, 20), record(2, 15))
    const { sponsors } = await hall.call<Promise<Got>>('get', '/proof/sponsors')
    const [nordlys] = sponsors
    expect(nordlys!.lastShown).toEqual({ at: later(world.now(), -5 * minuteMs), screens: ['a1'] })
    expect(nordlys).toMatchObject({ screens: ['a1', 'a2'], today: { shownMs: 750_000 } })
    // Of the day so far most was never reported.
    expect(nordlys!.promise?.kept).toBe(false)
    const { promise } = await hall.call<Promise<Got['sponsors'][number]>>('get', '/sponsors/nordlys/proof')
    expect(promise).toEqual(nordlys!.promise)
  })

  test('loses the time in which a screen was out of service, as that', async () => {
    const peer = await pairedWith('a1')
    hall.call<Written<unknown>>('post', '/screens/a1/service', { kind: 'out-of-service', why: 'broken', note: '' })
    world.pass(10 * minuteMs)
    await report(peer, record(1, 10), record(2, 5))
    const { rows } = await hall.call<Promise<Answer>>('get', `/proof?from=${at(10)}&to=${at(0)}&screen=a1&sponsor=nordlys`)
    expect(rows.map(({ shownMs, lostMs }) => [shownMs, lostMs['out-of-service']])).toEqual([[0, 300_000]])
  })
})
