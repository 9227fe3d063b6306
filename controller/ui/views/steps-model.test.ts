import type { Scene } from '@infoskjerm/shared/engine/scene.ts'
import { slideOf } from '@infoskjerm/shared/testing/build.ts'
import { distantFuture, instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource, StepsResource } from '@infoskjerm/shared/wire/api.ts'
import { describe, expect, test } from 'vitest'
import { countdownsOn, pressed, pressOf, standingOf, steppedTo } from './steps-model.ts'

const rfc = (t: number): string => new Date(t).toISOString()
const screen = (id: string, kind = 'in-service') => ({ id, state: { kind } }) as unknown as ScreenResource
const cue = (item: string, at: number) => ({ item, at: rfc(at), by: 'Kari', before: null })
const steps: StepsResource = {
  entry: 'premie',
  name: 'Premieutdeling',
  items: ['treer', 'topp/toer', 'topp/vinner'].map((item) => ({ item, slide: item, name: item })),
  cue: null,
  screens: ['a', 'b', 'c'],
}
const now = instant(100_000)
const windows = [{ from: rfc(50_000), until: rfc(150_000) }]
const fallback: Scene = { slots: { main: { kind: 'fallback', key: 'fallback', reason: 'nothing-scheduled' } }, until: distantFuture }

const turn = (entry: string, path: string, body = slideOf(10), regions: readonly object[] = []) => ({
  kind: 'slide',
  entry,
  path,
  slideId: path,
  slide: body,
  regions,
})
const sceneOf = (main: object): Scene => ({ slots: { main }, until: distantFuture }) as unknown as Scene

describe('[E9] where an entry stands', () => {
  const at = (change: Partial<StepsResource>, entry: { windows: typeof windows | null } | null, scene = fallback) =>
    standingOf({ ...steps, ...change }, entry, [screen('a'), screen('b', 'out-of-service'), screen('x')], now, () => scene)

  test.each([
    ['before anybody has stepped it stands at its first', {}, { windows }, { isOn: true, index: 0 }],
    ['a step of this time counts', { cue: cue('topp/toer', 60_000) }, { windows }, { isOn: true, index: 1 }],
    ['a step of last time does not', { cue: cue('topp/toer', 40_000) }, { windows }, { isOn: true, index: 0 }],
    ['a step a moment ahead counts as taken', { cue: cue('topp/vinner', 100_120) }, { windows }, { isOn: true, index: 2 }],
    ['what always goes has no last time', { cue: cue('topp/toer', 1) }, { windows: null }, { isOn: true, index: 1 }],
    ['an item that is gone leads to the first', { cue: cue('borte', 60_000) }, { windows }, { isOn: true, index: 0 }],
    ['it may not be time', {}, { windows: [{ from: rfc(200_000), until: rfc(300_000) }] }, { isOn: false, index: 0 }],
    ['a list with nothing in it', { items: [] }, { windows }, { isOn: true, index: -1 }],
  ])('%s', (_, change, entry, expected) => expect(at(change, entry)).toMatchObject(expected))

  test('what the engine shows goes before what was stepped to, and screens out of service do not count', () => {
    const shows = at({ cue: cue('topp/toer', 60_000) }, { windows }, sceneOf(turn('premie', 'topp/vinner')))
    expect(shows).toMatchObject({ index: 2, meant: [{ id: 'a' }], shown: [{ id: 'a' }] })
    expect(at({}, { windows }, sceneOf(turn('annen', 'x')))).toMatchObject({ shown: [], showing: null })
  })
})

describe('a press means an item, never a direction', () => {
  test.each([
    ['next', 0, 'topp/toer'],
    ['next', 2, null],
    ['previous', 1, 'treer'],
    ['previous', 0, null],
    ['first', 2, 'treer'],
    ['first', 0, null],
  ] as const)('%s from %s', (press, index, item) => expect(pressed(steps, index, press)).toBe(item))

  test.each([
    [' ', 'next'],
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    ['ArrowLeft', 'previous'],
    ['PageUp', 'previous'],
    ['Home', 'first'],
    ['b', 'swallow'],
    ['Enter', null],
    ['n', null],
  ])('the key «%s»', (key, press) => expect(pressOf(key)).toBe(press))

  test('what stood goes on until the step comes', () => {
    const [after] = steppedTo([{ ...steps, cue: cue('treer', 1_000) }], 'premie', 'topp/toer', instant(2_000), 'Ola')
    expect(after?.cue).toEqual({ item: 'topp/toer', at: rfc(2_000), by: 'Ola', before: { item: 'treer', at: rfc(1_000) } })
  })
})

test('countdowns on the glass are told once, with their screens, in regions too', () => {
  const countdown = slideOf(10, {
    name: 'Om litt',
    content: { kind: 'countdown', title: { nb: '', en: '' }, to: { kind: 'instant', at: now }, finished: { nb: '', en: '' } },
  })
  const scenes: Record<string, Scene> = {
    a: sceneOf(turn('e', 'litt', countdown)),
    b: sceneOf(turn('e', 'oppsett', slideOf(10), [turn('', 'litt', countdown)])),
    c: fallback,
  }
  const found = countdownsOn([screen('a'), screen('b'), screen('c')], now, ({ id }) => scenes[id] ?? null)
  expect(found).toMatchObject([{ slide: 'litt', name: 'Om litt', screens: [{ id: 'a' }, { id: 'b' }] }])
})
