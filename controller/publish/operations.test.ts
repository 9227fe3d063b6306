import { type Instant, instant } from '@infoskjerm/shared/time/instant.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { createOperations, type Operations } from './operations.ts'
import type { Reported } from './outcomes.ts'
import type { Change } from './publication.ts'

let now: Instant
let shown: Map<string, Reported['order']>
let operations: Operations

const begin = (revision: number) => operations.begin({ revision, what: 'publish', author: { name: 'Kari' } })
const changed = (sequence: number, ...screens: string[]) =>
  ({ order: { epoch: 1, sequence }, classes: [{ screens }], screens: [], removed: [] }) as unknown as Change

beforeEach(() => {
  now = instant(1_000_000)
  shown = new Map()
  operations = createOperations({
    now: () => now,
    screens: () => 4,
    isConcerned: (screen) => screen !== 'unpaired',
    reported: (screen) => ({ order: shown.get(screen) ?? null, silent: false, details: null }),
  })
})

describe('[W5] an operation', () => {
  it('is pending from the commit on, and then comes along screen by screen', () => {
    begin(7)
    expect(operations.ofRevision(7)).toMatchObject({ id: '7', pending: true, what: 'publish', by: 'Kari', outcomes: [] })
    operations.published([7], changed(5, 'a', 'b', 'unpaired'))
    expect(operations.ofRevision(7)).toMatchObject({
      pending: false,
      order: { epoch: 1, sequence: 5 },
      counts: { waiting: 2, 'not-concerned': 2 },
    })
    shown.set('a', { epoch: 1, sequence: 5 })
    expect(operations.read('7').outcomes.map(({ screen, outcome }) => `${screen} ${outcome}`)).toEqual(['a showing', 'b waiting'])
  })

  it('that no screen had to know of never was one', () => {
    begin(7)
    operations.published([7], null)
    expect(operations.ofRevision(7)).toBeNull()
    expect(() => operations.read('7')).toThrow('before a restart')
  })

  it('each of several that became one publication is known', () => {
    for (const revision of [7, 8]) begin(revision)
    operations.published([7, 8], changed(5, 'a'))
    expect(operations.list(null, 10).map(({ id }) => id)).toEqual(['8', '7'])
    expect(operations.list('8', 10).map(({ id }) => id)).toEqual(['7'])
    expect(operations.list(null, 1).map(({ id }) => id)).toEqual(['8'])
  })

  it('is told when its counts differ, for two minutes', () => {
    begin(7)
    expect(operations.news()).toMatchObject([{ t: 'operation', id: '7', pending: true }])
    expect(operations.news()).toEqual([])
    operations.published([7], changed(5, 'a'))
    expect(operations.news()).toMatchObject([{ pending: false, counts: { waiting: 1 } }])
    shown.set('a', { epoch: 1, sequence: 5 })
    expect(operations.news()).toMatchObject([{ counts: { showing: 1 } }])
    now = instant(now + 120_001)
    shown.clear()
    expect(operations.news()).toEqual([])
  })

  it('the last 500 are remembered', () => {
    for (let revision = 1; revision <= 501; revision++) begin(revision)
    expect([operations.ofRevision(1), operations.ofRevision(2)?.id]).toEqual([null, '2'])
  })
})
