import { instant } from '@infoskjerm/shared/time/instant.ts'
import { slideOf } from '@infoskjerm/shared/testing/build.ts'
import type { When } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entryRow, list, screenRow } from '../../realtime/testing.ts'
import { endOverride, startOverride } from '../../overrides/store.ts'
import { currentEvent } from '../../storage/current-event.ts'
import { audited, type TableName } from '../../storage/tables.ts'
import { createTestWorld, type TestWorld } from '../../testing/world.ts'
import { daysBetween, movedInstant, movedWhen } from './moved.ts'
import { nextEvent } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const shift = { days: 385, zone: 'Europe/Oslo' }
const at = (text: string) => instant(Date.parse(text))

describe('dates are moved as wall time', () => {
  test.each([
    ['2027-03-26T21:40:00Z', '2028-04-14T20:40:00Z'],
    ['2027-03-27T23:30:00Z', '2028-04-15T22:30:00Z'],
    ['2027-12-24T16:00:00Z', '2029-01-12T16:00:00Z'],
  ])('%s becomes %s', (from, to) => expect(new Date(movedInstant(at(from), shift)).toISOString()).toBe(to.replace('Z', '.000Z')))

  test('an hour that the spring swallows becomes the first after it', () => {
    expect(new Date(movedInstant(at('2026-03-29T00:30:00Z'), { ...shift, days: -1 })).toISOString()).toBe('2026-03-28T00:30:00.000Z')
    expect(new Date(movedInstant(at('2026-03-28T01:30:00Z'), { ...shift, days: 1 })).toISOString()).toBe('2026-03-29T01:00:00.000Z')
  })

  test.each<[When, When | null]>([
    [{ kind: 'always' }, { kind: 'always' }],
    [
      { kind: 'once', from: '2027-03-26T22:00', until: '2027-03-27T01:00' },
      { kind: 'once', from: '2028-04-14T22:00', until: '2028-04-15T01:00' },
    ],
    [
      { kind: 'daily', from: '23:00', until: '08:00', firstDay: '2027-03-24', lastDay: '2027-03-28', except: ['2027-03-25'] },
      { kind: 'daily', from: '23:00', until: '08:00', firstDay: '2028-04-12', lastDay: '2028-04-16', except: ['2028-04-13'] },
    ],
    [
      {
        ...{ kind: 'rule', from: '10:00', until: '11:00', firstDay: '2027-03-24' },
        ...{ rule: 'FREQ=DAILY;INTERVAL=2;UNTIL=20270328T100000Z', except: [], extra: ['2027-03-27'] },
      },
      {
        ...{ kind: 'rule', from: '10:00', until: '11:00', firstDay: '2028-04-12' },
        ...{ rule: 'FREQ=DAILY;INTERVAL=2;UNTIL=20280416T100000Z', except: [], extra: ['2028-04-15'] },
      },
    ],
    [{ kind: 'happening', happening: 'demo', from: { edge: 'start', offsetMin: -15 }, until: { edge: 'end', offsetMin: 0 } }, null],
  ])('%j', (when, moved) => expect(movedWhen(when, shift)).toEqual(moved))

  test('whole days, whatever the clock does between', () => expect(daysBetween('2027-03-24', '2028-04-12')).toBe(385))
})

describe('next year', () => {
  let world: TestWorld
  beforeEach(() => {
    world = createTestWorld()
    const stamp = { event: 'tg', draft: null, changedAt: 0, changedBy: 'Kari' }
    world.store.write(kari, 'set-up', (tx) => {
      tx.put('screens', {
        ...screenRow('a1', 'hall'),
        exits: [{ name: 'Nord', direction: 'left', confirmed: { by: 'K', at: instant(1) } }],
      })
      tx.put('devices', { id: 'box', screen: 'a1', secretHash: 'x', local: false, pairedAt: 0, quarantinedAt: null })
      tx.put('stages', { id: 'scene', event: 'tg', name: { nb: 'Hovedscenen', en: '' }, letter: 'A', area: 'hall', position: 0 })
      tx.put('sponsors', { id: 'nordlys', event: 'tg', name: 'Nordlys', promise: null, rivals: [] })
      const slides = {
        hello: slideOf(9, { name: 'Hei', validUntil: at('2027-03-26T21:00:00Z') }),
        stage: slideOf(9, {
          name: 'Scenen',
          content: { kind: 'programme', heading: { nb: '', en: '' }, of: { scope: 'stage', stage: 'scene' } },
        }),
        logo: slideOf(9, { name: 'Logo', sponsor: 'nordlys' }),
        count: slideOf(9, {
          name: 'Nedtelling',
          content: {
            ...{ kind: 'countdown', title: { nb: '', en: '' }, to: { kind: 'happening', happening: 'demo', edge: 'start' } },
            finished: { nb: '', en: '' },
          },
        }),
        split: slideOf(9, {
          name: 'Delt',
          content: { kind: 'layout', tone: 'night', regions: [{ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist: 'huset' }] },
        }),
      }
      for (const [id, published] of Object.entries(slides)) tx.put('slides', { ...stamp, id, published })
      tx.put('playlists', { ...stamp, id: 'huset', published: list('Huset', 'hello', 'logo', 'count', 'stage') })
      tx.put('playlists', { ...stamp, id: 'top', published: list('Topp', 'split') })
      const target = {
        kind: 'and',
        of: [
          { kind: 'area', area: 'hall' },
          { kind: 'not', of: { kind: 'screen', screen: 'a1' } },
        ],
      } as const
      tx.put('schedule', {
        ...entryRow('e', 'huset', { kind: 'once', from: '2027-03-26T22:00', until: '2027-03-26T23:00' }),
        name: 'Kveld',
        target,
      })
      const when = {
        kind: 'happening',
        happening: 'demo',
        from: { edge: 'start', offsetMin: 0 },
        until: { edge: 'end', offsetMin: 0 },
      } as const
      tx.put('schedule', { ...entryRow('l', 'huset', when), name: 'Demoshow' })
      const notice = {
        template: 'free',
        values: {},
        words: { nb: 'Hei', en: '' },
        target: { kind: 'all' },
        from: 0,
        until: 9e15,
        by: 'Kari',
      } as const
      tx.put('notices', { id: 'n', event: 'tg', ...notice, endedAt: null, endedBy: null })
    })
  })
  afterEach(() => world.close())
  const rowsOf = <T>(table: TableName, event: string): readonly T[] =>
    (
      world.store.db
        .select()
        .from(audited[table] as (typeof audited)['areas'])
        .all() as unknown as (T & { event: string })[]
    ).filter((row) => row.event === event)
  const copy = () => nextEvent(world, kari, { name: 'TG28', firstDay: '2028-04-12' })

  test('is the current event in set-up, with the same weekdays, and the old one stays', () => {
    const { value } = copy()
    const event = currentEvent(world.store.db)
    expect(event).toMatchObject({ name: 'TG28', firstDay: '2028-04-12', lastDay: '2028-04-16', phase: 'setup', sampleReach: null })
    expect(value.event.id).toBe(event.id)
    expect(rowsOf('slides', 'tg')).toHaveLength(5)
  })

  test('leaves what is of this year alone, and says what', () => {
    const { value } = copy()
    expect(value.leftOut).toEqual({ entries: ['Demoshow'], slides: ['Logo', 'Nedtelling'] })
    const { id } = value.event
    expect([rowsOf('sponsors', id), rowsOf('notices', id), rowsOf('happenings', id)]).toEqual([[], [], []])
  })

  test('refers to nothing of the old one', () => {
    const { id } = copy().value.event
    const [area] = rowsOf<{ id: string }>('areas', id)
    const [screen] = rowsOf<{ id: string; area: string; exits: { confirmed: unknown }[] }>('screens', id)
    const [stage] = rowsOf<{ id: string; area: string }>('stages', id)
    expect([screen?.area, stage?.area, screen?.exits[0]?.confirmed]).toEqual([area?.id, area?.id, null])
    expect(world.store.db.select().from(audited.devices).all()).toMatchObject([{ id: 'box', screen: screen?.id }])
    const text = JSON.stringify([rowsOf('slides', id), rowsOf('playlists', id), rowsOf('schedule', id)])
    for (const old of ['hello', 'logo', 'count', 'split', 'huset', 'top', 'a1', 'scene', 'nordlys'])
      expect(text, old).not.toContain(`"${old}"`)
    expect(text).toContain(JSON.stringify({ kind: 'area', area: area?.id }))
    expect(text).toContain('"from":"2028-04-14T22:00"')
    expect(text).toContain(String(at('2028-04-14T20:00:00Z')))
  })

  test('leaves slides behind that were only ever made to be placed by hand', () => {
    const stamp = { event: 'tg', draft: null, changedAt: 0, changedBy: 'Kari' }
    world.store.write(kari, 'placement.create', (tx) => {
      tx.put('slides', { ...stamp, id: 'once', published: slideOf(9, { name: 'Mistet nøkkel' }) })
      tx.put('slides', { ...stamp, id: 'adopted', published: slideOf(9, { name: 'Tatt i bruk' }) })
    })
    world.store.write(kari, 'playlist.change', (tx) => tx.put('playlists', { ...stamp, id: 'more', published: list('Mer', 'adopted') }))
    const { value } = copy()
    expect(value.leftOut.slides).toEqual(['Logo', 'Mistet nøkkel', 'Nedtelling'])
    expect(rowsOf<{ published: { name: string } }>('slides', value.event.id).map(({ published }) => published.name)).toContain(
      'Tatt i bruk',
    )
  })

  test('puts no screen out of service: what has a box serves, the others are planned', () => {
    const state = { kind: 'out-of-service', by: 'Kari', since: instant(1), why: 'broken', note: 'Sprukket' } as const
    world.store.write(kari, 'screen.out', (tx) => {
      tx.put('screens', { ...screenRow('a1', 'hall'), state })
      tx.put('screens', { ...screenRow('b1', 'hall'), state })
      tx.put('screens', { ...screenRow('c1', 'hall'), state: { kind: 'planned' } })
    })
    const screens = rowsOf<{ name: string; state: unknown }>('screens', copy().value.event.id)
    expect(Object.fromEntries(screens.map(({ name, state: now }) => [name, now]))).toEqual({
      [screenRow('a1', 'hall').name]: { kind: 'in-service' },
      [screenRow('b1', 'hall').name]: { kind: 'planned' },
      [screenRow('c1', 'hall').name]: { kind: 'planned' },
    })
  })

  test('waits while a message of danger stands: it is for screens of this year', () => {
    const { value } = startOverride(world, kari, { template: 'evacuate', target: { kind: 'all' }, status: 'actual' })
    expect(copy).toThrow(expect.objectContaining({ code: 'conflict' }))
    endOverride(world, kari, value.id, 'all-clear')
    expect(copy().value.event.name).toBe('TG28')
  })

  test('can be taken back as one deed', () => {
    const { revision, value } = copy()
    world.store.undo(kari, revision)
    expect(currentEvent(world.store.db).id).toBe('tg')
    expect([rowsOf('slides', value.event.id), rowsOf('screens', value.event.id)]).toEqual([[], []])
    expect(world.store.db.select().from(audited.devices).all()).toMatchObject([{ screen: 'a1' }])
  })
})
