/** What each screen should show, worked out for many at once, against the publisher asked for each. */
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { noOverrides, type OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { overrideOf } from '@infoskjerm/shared/testing/build.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readLive, step } from '../cues/store.ts'
import { createSigner } from '../publish/keys.ts'
import { atOnce } from '../publish/pace.ts'
import { createPublisher, type Publisher } from '../publish/publisher.ts'
import { author, createTestVenue, entryRow, screenRow } from '../realtime/testing.ts'
import type { TestWorld } from '../testing/world.ts'
import { createExpected, type Expectation } from './expected.ts'

let world: TestWorld
let publisher: Publisher
let overrides: OverrideDocument
let paired: object
let held: string[]
let asked: number
let expected: (screen: string) => Expectation | null

const screens = ['a1', 'a2', 'b1', ...Array.from({ length: 20 }, (_, n) => `c${n}`)]

beforeEach(() => {
  world = createTestVenue()
  world.store.write(author, 'more', (tx) => {
    for (const id of screens.slice(3)) tx.put('screens', screenRow(id, 'foyer'))
    tx.put('schedule', { ...entryRow('foyer', 'extra', { kind: 'always' }), target: { kind: 'area', area: 'foyer' } })
  })
  overrides = noOverrides
  paired = {}
  held = []
  asked = 0
  publisher = createPublisher({
    world,
    signer: createSigner(world.dataFolder),
    pace: atOnce,
    readProgramme: () => ({ stages: [], happenings: [] }),
    readOverrides: () => overrides,
    readLive: (event) => readLive(world.store.db, event),
  })
  const counted = {
    ...publisher,
    sceneOf: (...ask: Parameters<Publisher['sceneOf']>) => {
      asked++
      return publisher.sceneOf(...ask)
    },
  }
  expected = createExpected({
    publisher: counted,
    isHeld: (screen) => held.includes(screen),
    of: () => [publisher.live(), paired],
    now: world.now,
  })
})
afterEach(() => world.close())

/** Screens for which the answer is not what the publisher says of them alone. */
const wrong = (): readonly string[] =>
  screens.filter((screen) => {
    const isHeld = held.includes(screen)
    const scene = publisher.sceneOf(screen, isHeld, world.now())
    return (
      expected(screen)?.scene !== (scene === null ? undefined : sceneHash(scene)) ||
      (expected(screen)?.order ?? null) !== publisher.orderOf(screen, isHeld)
    )
  })
const say = (...all: Parameters<typeof overrideOf>[]): void => {
  overrides = { overrides: all.map(([id, change]) => overrideOf(id, { since: world.now(), ...change })) }
  publisher.refreshOverrides()
}

describe('[W6] expected', () => {
  test('is what each screen alone would be asked for, as time passes', () => {
    for (let step = 0; step < 60; step++) {
      expect(wrong()).toEqual([])
      world.pass(777)
    }
  })

  test('follows messages to the screens that they are meant for, and their ends', () => {
    const area = (id: string): Target => ({ kind: 'area', area: id })
    say(['x', { target: area('foyer'), status: 'exercise' }], ['y', { target: { kind: 'screen', screen: 'c3' } }])
    expect(wrong()).toEqual([])
    expect([expected('a1')?.showing, expected('b1')?.showing]).toEqual(['s1', null])
    say(['x', { target: area('hall') }])
    expect(wrong()).toEqual([])
    say(['x', { ending: { kind: 'all-clear', at: later(world.now(), 5_000) } }])
    for (let step = 0; step < 20; step++) {
      expect(wrong()).toEqual([])
      world.pass(10_000)
    }
  })

  test('follows what is published, who is where, and a clock that is set back', () => {
    expect(wrong()).toEqual([])
    world.store.write(author, 'test', (tx) => tx.put('screens', { ...tx.need('screens', 'c1', ''), area: 'hall' }))
    expect(wrong()).toEqual([])
    world.store.write(author, 'test', (tx) => tx.remove('screens', 'c2'))
    expect([wrong(), expected('c2')]).toEqual([[], null])
    held = ['a1', 'b1']
    paired = {}
    expect(wrong()).toEqual([])
    world.pass(-3_600_000)
    expect(wrong()).toEqual([])
  })

  test('follows what is stepped by hand, at its instant', () => {
    world.store.write(author, 'stage', (tx) => {
      tx.put('schedule', { ...entryRow('stage', 'house', { kind: 'always' }), band: 'normal', exclusive: true, manual: true })
    })
    const seen = (): string | null => expected('a1')?.showing ?? null
    const items = world.store.db.$client.prepare("SELECT published FROM playlists WHERE id = 'house'").pluck().get() as string
    const second = (JSON.parse(items) as { items: { id: string }[] }).items[1]!.id
    expect([wrong(), seen()]).toEqual([[], 's1'])
    step(world, author, 'stage', second)
    expect([wrong(), seen()]).toEqual([[], 's1'])
    world.pass(limits.cueAheadMs)
    expect([wrong(), seen()]).toEqual([[], 's2'])
  })

  test('is worked out once for all that show the same', () => {
    for (let round = 0; round < 50; round++) for (const screen of screens) expected(screen)
    expect(asked).toBe(2)
    world.pass(60_000)
    for (const screen of screens) expected(screen)
    expect(asked).toBe(4)
  })
})
