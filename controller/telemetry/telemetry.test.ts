/** What is known of screens by what they say, and what it costs to ask. */
import { nothingMended } from '@infoskjerm/shared/wire/player.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { Details } from '@infoskjerm/shared/wire/player.ts'
import { beforeEach, describe, expect, test } from 'vitest'
import { createTelemetry, type Telemetry } from './telemetry.ts'

const order = { epoch: 1, sequence: 5 }
const details: Details = {
  holds: order,
  isReady: true,
  missing: [],
  missingCount: 0,
  substituted: null,
  clockErrorMs: 2,
  isTimeProved: true,
  build: 'test',
  mends: nothingMended,
  keysUntil: null,
}

let ms: number
let scene: string
let screens: string[]
let paired: Map<string, { local: boolean; quarantined: boolean }>
let telemetry: Telemetry

const box = { local: false, quarantined: false }
const statusOf = (screen: string) => telemetry.statuses().find((one) => one.screen === screen)
const states = () => telemetry.statuses().map(({ state }) => state)

beforeEach(() => {
  ms = 1_000_000
  scene = 'aaaaaaaa'
  screens = ['a', 'b', 'c']
  paired = new Map([
    ['a', box],
    ['b', box],
  ])
  telemetry = createTelemetry({
    world: { monotonicMs: () => ms, now: () => instant(ms) },
    screens: () => screens,
    paired: () => paired,
    expected: (screen) => (screens.includes(screen) ? { scene, showing: 'Velkommen', order } : null),
  })
})

describe('[W6] a screen', () => {
  test('is right, wrong 5 s after it stopped, old where it lacks the newest, silent after 12 s', () => {
    expect(telemetry.beat('a', { scene, order })).toBe(true)
    telemetry.beat('b', { scene, order: { epoch: 1, sequence: 4 } })
    expect(states()).toEqual(['right', 'right', 'unpaired'])
    expect(statusOf('a')?.showing).toBe('Velkommen')
    scene = 'bbbbbbbb'
    ms += limits.wrongAfterMs
    expect(telemetry.beat('a', { scene: 'aaaaaaaa', order })).toBe(false)
    telemetry.beat('b', { scene, order: { epoch: 1, sequence: 4 } })
    expect([states(), statusOf('a')?.showing]).toEqual([['right', 'right', 'unpaired'], null])
    ms += 1
    expect(states()).toEqual(['wrong', 'old', 'unpaired'])
    expect(statusOf('a')?.since).toBe(ms)
    ms += limits.silentAfterMs
    expect(states()).toEqual(['silent', 'silent', 'unpaired'])
  })

  test('whose every box is kept out is quarantined, whatever it said before', () => {
    telemetry.beat('a', { scene, order })
    paired = new Map([['a', { ...box, quarantined: true }]])
    expect(states()).toEqual(['quarantined', 'unpaired', 'unpaired'])
  })

  test('tells its details, until it has no box any more', () => {
    telemetry.details('a', details)
    expect([statusOf('a')?.details, telemetry.reported('a').details]).toEqual([details, details])
    paired = new Map()
    expect(statusOf('a')?.details).toBeNull()
  })

  test('that is gone is forgotten', () => {
    telemetry.beat('a', { scene, order })
    telemetry.statuses()
    screens = ['b']
    expect(telemetry.statuses().map(({ screen }) => screen)).toEqual(['b'])
    expect(telemetry.reported('a')).toMatchObject({ order: null, silent: true })
  })
})

test('statuses are the same objects while nothing has changed', () => {
  telemetry.beat('a', { scene, order })
  const first = telemetry.statuses()
  ms += 250
  expect(telemetry.statuses()).toBe(first)
  telemetry.beat('b', { scene, order })
  const second = telemetry.statuses()
  expect(second).not.toBe(first)
  expect(second.map((status, at) => status === first[at])).toEqual([true, false, true])
})
