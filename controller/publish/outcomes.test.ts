import { nothingMended } from '@infoskjerm/shared/wire/player.ts'
import type { Details } from '@infoskjerm/shared/wire/player.ts'
import { describe, expect, it } from 'vitest'
import { outcomeOf, outcomesOf, type Reported } from './outcomes.ts'

const before = { epoch: 1, sequence: 4 }
const order = { epoch: 1, sequence: 5 }
const after = { epoch: 2, sequence: 1 }
const well: Details = {
  holds: order,
  isReady: true,
  missing: [],
  missingCount: 0,
  substituted: null,
  clockErrorMs: 1,
  isTimeProved: true,
  build: 'test',
  mends: nothingMended,
  keysUntil: null,
}
const screen = (said: Partial<Reported>): Reported => ({ order: before, silent: false, details: null, ...said })
const fetching = { ...well, isReady: false, missing: ['film'], missingCount: 1 }

describe('[W5] the outcome on a screen', () => {
  it.each<[string, Reported, boolean, string, object | null]>([
    ['says nothing of it yet', screen({}), false, 'waiting', null],
    ['was never heard', screen({ order: null, silent: true }), false, 'no-contact', null],
    ['was not heard since before', screen({ silent: true }), false, 'no-contact', null],
    ['has what was before', screen({ details: { ...well, holds: before } }), false, 'waiting', null],
    ['fetches', screen({ details: fetching }), false, 'waiting', null],
    ['has all, and waits for its moment', screen({ details: well }), false, 'ready', null],
    ['shows it', screen({ order }), false, 'showing', null],
    ['shows something newer', screen({ order: after, details: { ...well, holds: after } }), false, 'showing', null],
    ['showed it and went silent', screen({ order, silent: true }), false, 'showing', null],
    ['shows it while the rest is on its way', screen({ order, details: fetching }), false, 'showing', null],
    ['still lacks something after a minute', screen({ order, details: fetching }), true, 'failed', { slide: 'film', why: 'missing' }],
    ['lacks something of what was before, after a minute', screen({ details: { ...fetching, holds: before } }), true, 'waiting', null],
    [
      'has something else in its place',
      screen({ order, details: { ...well, substituted: { slide: 'film', why: 'not-ready' } } }),
      false,
      'substituted',
      { slide: 'film', why: 'not-ready' },
    ],
    [
      'cannot show a slide',
      screen({ order, details: { ...well, substituted: { slide: 'film', why: 'broken' } } }),
      false,
      'failed',
      { slide: 'film', why: 'broken' },
    ],
  ])('that %s', (_, said, isLate, outcome, why) => {
    expect(outcomeOf(said, order, isLate)).toEqual({ outcome, why })
  })

  it('is counted, with those that are not concerned', () => {
    const said: Record<string, Reported> = { a: screen({ order }), b: screen({}), c: screen({ silent: true }) }
    const asked = { screens: ['a', 'b', 'c'], order, isLate: false, reported: (id: string) => said[id]!, total: 10 }
    const counts = { waiting: 1, ready: 0, showing: 1, substituted: 0, failed: 0, 'no-contact': 1, 'not-concerned': 7 }
    expect(outcomesOf({ ...asked, each: false })).toEqual({ counts, each: [] })
    expect(outcomesOf({ ...asked, each: true }).each.map(({ outcome }) => outcome)).toEqual(['showing', 'waiting', 'no-contact'])
  })
})
