import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { expect, test } from 'vitest'
import { dotOf, healthOf } from './health.ts'

const now = instant(1_000_000)
const screen = (kind: 'in-service' | 'planned') => ({ id: 'e12', state: { kind }, paired: true }) as unknown as ScreenResource
const status = (state: ScreenStatus['state'], heardMsAgo: number): ScreenStatus => ({
  screen: 'e12',
  state,
  since: now - heardMsAgo,
  heardAt: now - heardMsAgo,
  showing: null,
  local: false,
})

test.each([
  ['right', 0, 'right', false, 'green'],
  ['silent', 12_000, 'short', false, 'amber'],
  ['silent', 29_999, 'short', false, 'amber'],
  ['silent', 30_000, 'silent', true, 'red'],
  ['wrong', 0, 'wrong', true, 'red'],
  ['old', 10_000, 'old', false, 'amber'],
  ['old', 60_000, 'old', true, 'amber'],
  ['unpaired', 60_000, 'unpaired', false, 'hollow'],
] as const)('[W6] %s for %i ms is %s; needs somebody: %s', (state, agoMs, kind, trouble, dot) => {
  const health = healthOf(screen('in-service'), status(state, agoMs), now)
  expect(health).toMatchObject({ kind, trouble })
  expect(dotOf(health)).toBe(dot)
})

test('a screen that is only planned never needs anybody', () => {
  expect(healthOf(screen('planned'), status('silent', 90_000), now)).toMatchObject({ kind: 'planned', trouble: false })
})
