import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { expect, test } from 'vitest'
import { added, nothingDone, replaced } from './practice-effect.ts'
import { nameStands, statusesOver } from './practice-live.ts'
import type { PractisedDeed } from './practice-world.ts'

const now = instant(1_000_000)
const deed = (path: string, value: unknown, effect = nothingDone): PractisedDeed => ({ revision: -1, path, body: {}, value, effect })
const silent: ScreenStatus = { screen: 'a', state: 'silent', since: 5, heardAt: 4, showing: null, local: false, details: null }

test('a box that was connected is heard from, until it is taken away', () => {
  const connected = deed('/screens/pair', { id: 'a' })
  expect(statusesOver([connected], [silent], now)).toMatchObject([{ screen: 'a', state: 'right', heardAt: now }])
  expect(statusesOver([connected, deed('/screens/a/device', null)], [silent], now)).toMatchObject([{ state: 'unpaired', heardAt: null }])
  expect(statusesOver([deed('/screens/a/service', {})], [silent], now)).toEqual([silent])
})

test('names stand on all, or where the round has not been; never where nobody practises', () => {
  const all = deed(
    '/names',
    null,
    replaced('/names', () => ({ shown: true })),
  )
  const round = deed('/rounds', null, added('/rounds', { id: 'r', endedAt: null, screens: ['a', 'b'], sightings: [{ screen: 'a' }] }))
  expect(nameStands({ on: true, deeds: [all] }, 'a')).toBe(true)
  expect(nameStands({ on: false, deeds: [all] }, 'a')).toBe(false)
  expect(['a', 'b', 'c'].map((screen) => nameStands({ on: true, deeds: [round] }, screen))).toEqual([false, true, false])
})
