import type { CrewMessage, CrewProbe } from '@infoskjerm/shared/wire/crew.ts'
import { expect, test } from 'vitest'
import { createCrewLink } from './crew-link.ts'

function setUp() {
  const listeners = new Map<string, (message: CrewMessage) => void>()
  const sent: CrewProbe[] = []
  const clock = { monotonicMs: 1_000 }
  const state = { active: true }
  let connects = 0
  let tick: () => void = () => undefined
  const link = createCrewLink({
    socket: {
      on: (event, listener) => listeners.set(event, listener),
      emit: (_, message) => sent.push(message),
      connect: () => (connects += 1),
      get active() {
        return state.active
      },
      disconnect: () => undefined,
    },
    monotonicMs: () => clock.monotonicMs,
    wallMs: () => 5_000_000,
    every: (_, call) => {
      tick = call
      return () => undefined
    },
  })
  const say = (message: CrewMessage) => listeners.get('m')?.(message)
  const answer = (roundTripMs: number, servedMs: number) => {
    const sentMs = clock.monotonicMs
    clock.monotonicMs += roundTripMs
    say({ t: 'time', sentMs, receivedAt: servedMs, answeredAt: servedMs })
  }
  return {
    link,
    clock,
    state,
    tick: () => tick(),
    connects: () => connects,
    drop: () => listeners.get('disconnect')?.({ t: 'waiting', players: 0 }),
    say,
    answer,
    sent,
    connect: () => listeners.get('connect')?.({ t: 'waiting', players: 0 }),
  }
}

test('before the first answer it is what this machine says', () => {
  expect(setUp().link.now()).toBe(5_000_000)
})

test('the shortest round trip decides the time', () => {
  const { link, answer } = setUp()
  answer(200, 9_000_100)
  answer(10, 9_000_205)
  expect(link.now()).toBe(9_000_210)
  answer(400, 9_000_700)
  expect(link.now()).toBe(9_000_610)
})

test('when the venue’s clock is set to another day, the time follows at once', () => {
  const { link, answer } = setUp()
  answer(10, 9_000_005)
  answer(50, 800_000_025)
  expect(link.now()).toBe(800_000_050)
})

test('a new connection asks for the time and tells that anything may have changed', () => {
  const { link, connect, sent } = setUp()
  const heard: (readonly string[] | null)[] = []
  link.onChanged((tables) => heard.push(tables))
  connect()
  expect(link.connected).toBe(true)
  expect(sent).toEqual([{ t: 'probe', sentMs: 1_000 }])
  expect(heard).toEqual([null])
})

test('whoever stopped listening hears nothing', () => {
  const { link, say } = setUp()
  let heard = 0
  const stop = link.subscribe(() => (heard += 1))
  say({ t: 'waiting', players: 2 })
  stop()
  say({ t: 'waiting', players: 3 })
  expect(heard).toBe(1)
  expect(link.waiting).toBe(3)
})

test('dismissed by the gateway, it tells that anything may have changed and comes back by itself', () => {
  const { link, connect, state, drop, tick, connects } = setUp()
  const heard: (readonly string[] | null)[] = []
  link.start()
  connect()
  link.onChanged((tables) => heard.push(tables))
  state.active = false
  drop()
  expect(link.connected).toBe(false)
  expect(heard).toEqual([null])
  tick()
  expect(connects()).toBe(2)
})

test('whether names are shown is what the gateway said last', () => {
  const { link, say } = setUp()
  expect(link.names).toBeNull()
  say({ t: 'names', names: { shown: true, since: '2027-03-26T20:00:00Z', by: 'Kari' } })
  expect(link.names).toMatchObject({ shown: true, by: 'Kari' })
})
