import { limits } from '@infoskjerm/shared/limits.ts'
import { itemOf, slideOf } from '@infoskjerm/shared/testing/build.ts'
import { instant, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { screenRow } from '../realtime/testing.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { cueHistory, listSlips, listSteps, readLive, shift, step } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const stamp = { event: 'tg', changedAt: 0, changedBy: 'Kari' }
const countdown = slideOf(10, {
  name: 'Om litt',
  content: {
    kind: 'countdown',
    title: { nb: 'Finalen', en: '' },
    to: { kind: 'instant', at: instant(5_000) },
    finished: { nb: '', en: '' },
  },
})

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
  world.store.write(kari, 'set-up', (tx) => {
    tx.put('screens', screenRow('a1', 'hall'))
    for (const name of ['vinner', 'toer', 'treer']) tx.put('slides', { id: name, draft: null, published: slideOf(10, { name }), ...stamp })
    tx.put('slides', { id: 'om-litt', draft: null, published: countdown, ...stamp })
    tx.put('slides', { id: 'kladd', draft: slideOf(10), published: null, ...stamp })
    const list = (id: string, ...items: string[]) =>
      tx.put('playlists', {
        id,
        draft: null,
        published: { name: id, order: 'sequence', items: items.map((item) => itemOf(item)) },
        ...stamp,
      })
    list('topp', 'toer', 'vinner')
    list('resultat', 'treer', 'kladd', '@topp')
    const shown = { event: 'tg', playlist: 'resultat', slot: 'main' as const, band: 'event' as const, armed: null, weight: 1 }
    const always = { target: { kind: 'all' as const }, when: { kind: 'always' as const } }
    tx.put('schedule', { id: 'premie', name: 'Premieutdeling', exclusive: true, manual: true, ...shown, ...always })
    tx.put('schedule', { id: 'vanlig', name: 'Vanlig', exclusive: false, manual: false, ...shown, ...always })
  })
})
afterEach(() => world.close())
const live = () => readLive(world.store.db, 'tg')

describe('[E9] stepping by hand', () => {
  test('a manual entry is told flat, with what is published alone', () => {
    expect(listSteps(world.store.db, () => ['a1'])).toEqual([
      {
        entry: 'premie',
        name: 'Premieutdeling',
        items: [
          { item: 'treer', slide: 'treer', name: 'treer' },
          { item: 'topp/toer', slide: 'toer', name: 'toer' },
          { item: 'topp/vinner', slide: 'vinner', name: 'vinner' },
        ],
        cue: null,
        screens: ['a1'],
      },
    ])
  })

  test('screens are told the newest step, a moment ahead; undo goes back to the one before', () => {
    const first = step(world, kari, 'premie', 'treer').value.at
    world.pass(minuteMs)
    const { revision } = step(world, kari, 'premie', 'topp/toer')
    expect(live().cues).toEqual({
      premie: { item: 'topp/toer', at: world.now() + limits.cueAheadMs, before: { item: 'treer', at: first } },
    })
    expect(listSteps(world.store.db, () => [])[0]?.cue).toMatchObject({
      item: 'topp/toer',
      by: 'Kari',
      before: { item: 'treer', at: new Date(first).toISOString() },
    })
    world.store.undo(kari, revision)
    expect(live().cues).toMatchObject({ premie: { item: 'treer' } })
    expect(cueHistory(world.store.db, 'premie').map(({ item }) => item)).toEqual(['treer'])
  })

  test.each([
    ['an entry that is not there', 'borte', 'treer', 'not-found'],
    ['an entry that goes by itself', 'vanlig', 'treer', 'unknown-reference'],
    ['an item that is not there', 'premie', 'borte', 'unknown-reference'],
    ['a whole list', 'premie', 'topp', 'unknown-reference'],
    ['an item without a published slide', 'premie', 'kladd', 'unknown-reference'],
  ])('refuses %s', (_, entry, item, code) => {
    expect(() => step(world, kari, entry, item)).toThrow(expect.objectContaining({ code }))
    expect(live().cues).toEqual({})
  })
})

describe('a countdown that slips', () => {
  test('screens are told by how much; nothing is told when it is put back', () => {
    shift(world, kari, 'om-litt', 5 * minuteMs)
    expect(live().slips).toEqual({ 'om-litt': 5 * minuteMs })
    expect(listSlips(world.store.db)).toMatchObject([{ slide: 'om-litt', laterMs: 5 * minuteMs, by: 'Kari' }])
    const { revision } = shift(world, kari, 'om-litt', 0)
    expect(live().slips).toEqual({})
    world.store.undo(kari, revision)
    expect(live().slips).toEqual({ 'om-litt': 5 * minuteMs })
  })

  test.each([
    ['a slide that is not there', 'borte', 'not-found'],
    ['a slide that counts nothing down', 'vinner', 'invalid'],
  ])('refuses %s', (_, slide, code) => {
    expect(() => shift(world, kari, slide, minuteMs)).toThrow(expect.objectContaining({ code }))
  })

  test('the one document stays small', () => {
    world.store.write(kari, 'set-up', (tx) => {
      for (let n = 0; n <= limits.liveEntries; n++) tx.put('slides', { id: `n${n}`, draft: null, published: countdown, ...stamp })
    })
    for (let n = 0; n < limits.liveEntries; n++) shift(world, kari, `n${n}`, minuteMs)
    expect(() => shift(world, kari, `n${limits.liveEntries}`, minuteMs)).toThrow(expect.objectContaining({ code: 'too-many' }))
    shift(world, kari, 'n3', 2 * minuteMs)
    expect(Object.keys(live().slips)).toHaveLength(limits.liveEntries)
  })
})
