import { instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import type { ScreenStatus } from '@infoskjerm/shared/wire/crew.ts'
import { expect, test } from 'vitest'
import { dotOf, healthOf, inEvent } from './health.ts'

const now = instant(1_000_000)
const screen = (kind: 'in-service' | 'planned') => ({ id: 'e12', state: { kind }, paired: true }) as unknown as ScreenResource
const status = (state: ScreenStatus['state'], heardMsAgo: number): ScreenStatus => ({
  screen: 'e12',
  state,
  since: now - heardMsAgo,
  heardAt: now - heardMsAgo,
  showing: null,
  local: false,
  details: null,
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

const sample = { reach: 'local' } as const

test.each([
  ['silent', 'running', null, true],
  ['silent', 'setup', null, false],
  ['silent', 'ended', null, false],
  ['unpaired', 'running', null, true],
  ['unpaired', 'setup', null, false],
  ['unpaired', 'running', sample, false],
  ['right', 'running', null, false],
] as const)('%s while the event is %s (sample: %o) needs somebody: %s', (state, phase, of, trouble) => {
  expect(inEvent(healthOf(screen('in-service'), status(state, 60_000), now), { phase, sample: of }).trouble).toBe(trouble)
})

test.each(['planned', 'out-of-service'] as const)('%s without a box needs nobody', (kind) => {
  const away = { id: 'e12', state: { kind }, paired: false } as unknown as ScreenResource
  expect(inEvent(healthOf(away, null, now), { phase: 'running', sample: null }).trouble).toBe(false)
})
