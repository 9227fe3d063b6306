import { slideOf } from '@infoskjerm/shared/testing/build.ts'
import { limits } from '@infoskjerm/shared/limits.ts'
import { hourMs, instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { PlacementBody } from '@infoskjerm/shared/wire/api.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { screenRow } from '../realtime/testing.ts'
import { createRig, refusal, type Rig } from '../testing/rig.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { changePlacement, endPlacement, forgetPlacements, listPlacements, place } from './store.ts'

// A whole controller starts here, perhaps on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

const kari = { id: 'kari', name: 'Kari' }

describe('placing', () => {
  let world: TestWorld
  beforeEach(() => {
    world = createTestWorld()
    world.store.write(kari, 'set-up', (tx) => {
      tx.put('screens', screenRow('a1', 'hall'))
      tx.put('screens', { ...screenRow('c1', 'hall'), audience: 'crew' })
    })
  })
  afterEach(() => world.close())
  const body = (change: Partial<PlacementBody> = {}): PlacementBody => ({
    slide: slideOf(12, { name: 'Pizza' }),
    target: { kind: 'screen', screen: 'a1' },
    from: null,
    until: later(world.now(), hourMs),
    ...change,
  })
  const rows = () => listPlacements(world.store.db, world.now())

  test('makes the slide and publishes it, in one revision that undo takes back whole', () => {
    const { revision, value } = place(world, kari, body())
    expect(world.store.db.$client.prepare('SELECT draft, published FROM slides').all()).toEqual([
      { draft: null, published: expect.stringContaining('Pizza') as string },
    ])
    expect(rows()).toEqual([{ ...value, from: world.now(), by: 'Kari' }])
    world.store.undo(kari, revision)
    expect([rows(), world.store.db.$client.prepare('SELECT id FROM slides').all()]).toEqual([[], []])
  })

  test('the newest stands first; what is over is not listed', () => {
    const first = place(world, kari, body({ until: later(world.now(), 5 * minuteMs) })).value.id
    world.pass(1_000)
    const second = place(world, kari, body({ until: null })).value.id
    expect(rows().map(({ id }) => id)).toEqual([second, first])
    world.pass(5 * minuteMs)
    expect(rows().map(({ id }) => id)).toEqual([second])
  })

  test('*Borte nå* keeps the slide; undo shows it again', () => {
    const { id } = place(world, kari, body()).value
    world.pass(minuteMs)
    const { revision } = endPlacement(world, kari, id)
    expect(rows()).toEqual([])
    expect(world.store.db.$client.prepare('SELECT id FROM slides').all()).toHaveLength(1)
    world.store.undo(kari, revision)
    expect(rows()).toHaveLength(1)
  })

  test('one that has not begun is simply gone', () => {
    const { id } = place(world, kari, body({ from: later(world.now(), minuteMs) })).value
    endPlacement(world, kari, id)
    world.pass(2 * minuteMs)
    expect(rows()).toEqual([])
  })

  test('a change holds at once and keeps the ids', () => {
    const before = place(world, kari, body()).value
    const { value } = changePlacement(world, kari, before.id, body({ slide: slideOf(9, { name: 'Pasta' }), until: null }))
    expect(value).toMatchObject({ id: before.id, slide: before.slide, until: null })
    expect(world.store.db.$client.prepare('SELECT published FROM slides').all()).toEqual([
      { published: expect.stringContaining('Pasta') as string },
    ])
  })

  test.each<[string, () => Partial<PlacementBody>, object]>([
    ['an end before now', () => ({ until: world.now() }), { code: 'end-before-start', path: 'until' }],
    ['an end before the start', () => ({ from: later(world.now(), 2 * hourMs) }), { code: 'end-before-start', path: 'until' }],
    ['nowhere', () => ({ target: { kind: 'area', area: 'nowhere' } }), { code: 'unknown-reference', path: 'target.area' }],
    ['no screen', () => ({ target: { kind: 'tag', tag: 'led' } }), { code: 'no-screens', path: 'target' }],
    [
      'crew words before everybody',
      () => ({ slide: slideOf(9, { audience: 'crew' }) }),
      { code: 'audience', params: { names: 'Skjerm a1' } },
    ],
    ['what is held back', () => ({ slide: slideOf(9, { embargo: true }) }), { code: 'invalid', path: 'slide.embargo' }],
    ['a sponsor that is not there', () => ({ slide: slideOf(9, { sponsor: 'x' }) }), { code: 'unknown-reference', path: 'slide.sponsor' }],
  ])('refuses %s, and stores nothing', (_, change, problem) => {
    expect(() => place(world, kari, body(change()))).toThrow(expect.objectContaining(problem))
    expect([rows(), world.store.db.$client.prepare('SELECT id FROM slides').all()]).toEqual([[], []])
  })

  test('what has been over for long is forgotten, what is without end never', () => {
    place(world, kari, body())
    place(world, kari, body({ until: null }))
    world.pass(hourMs + limits.endedKeptMs + 1)
    forgetPlacements(world)
    expect(world.store.db.$client.prepare('SELECT until FROM placements').all()).toEqual([{ until: null }])
  })
})

describe('over HTTP', () => {
  let rig: Rig
  beforeAll(async () => {
    rig = await createRig()
    expect((await rig.as('edit', 'POST', '/screens', { name: 'A1', area: 'hall' })).status).toBe(200)
  })
  afterAll(() => rig.close())
  const until = new Date(instant(Date.now() + hourMs)).toISOString()
  const { validFrom: _f, validUntil: _u, ...slide } = slideOf(12, { name: 'Pizza' })
  const body = { slide: { ...slide, validFrom: null, validUntil: null }, target: { kind: 'all' }, until }

  test('is placed, changed, listed and taken away', async () => {
    const made = await rig.as('edit', 'POST', '/placements', body)
    expect([made.status, made.json()]).toEqual([200, expect.objectContaining({ value: expect.objectContaining({ until }) as object })])
    const { id } = (made.json() as { value: { id: string } }).value
    expect((await rig.as('see', 'GET', '/placements')).json()).toMatchObject([{ id, screens: ['a1'] }])
    expect((await rig.as('edit', 'PUT', `/placements/${id}`, { ...body, until: null })).status).toBe(200)
    expect((await rig.as('edit', 'POST', `/placements/${id}/end`)).status).toBe(200)
    expect((await rig.as('see', 'GET', '/placements')).json()).toEqual([])
  })

  test('who may edit one area places nothing that may come to hang elsewhere, nor widens what is there', async () => {
    const { ask } = await rig.account('hall', 'see', [{ right: 'edit', areas: ['hall'] }])
    const tagged = {
      ...body,
      target: {
        kind: 'or',
        of: [
          { kind: 'area', area: 'hall' },
          { kind: 'tag', tag: 'skilt' },
        ],
      },
    }
    const refused = { status: 403, code: 'forbidden-area', path: 'target' }
    expect(refusal(await ask('POST', '/placements', tagged))).toEqual(refused)
    const made = await ask('POST', '/placements', { ...body, target: { kind: 'area', area: 'hall' } })
    const { id } = (made.json() as { value: { id: string } }).value
    expect(refusal(await ask('PUT', `/placements/${id}`, tagged))).toEqual(refused)
    expect((await ask('POST', `/placements/${id}/end`)).status).toBe(200)
    const theirs = (await rig.as('edit', 'POST', '/placements', tagged)).json() as { value: { id: string } }
    expect(refusal(await ask('POST', `/placements/${theirs.value.id}/end`))).toEqual({ ...refused, path: '' })
    expect((await rig.as('edit', 'POST', `/placements/${theirs.value.id}/end`)).status).toBe(200)
  })

  test.each<[string, 'see' | 'edit', object, object]>([
    ['who may only look', 'see', body, { status: 403, code: 'forbidden', path: '' }],
    ['an end that nobody chose', 'edit', { ...body, until: undefined }, { status: 422, code: 'missing-field', path: 'until' }],
    ['a time without its offset', 'edit', { ...body, until: '2027-03-26T22:40' }, { status: 422, code: 'invalid', path: 'until' }],
    ['a field nobody knows', 'edit', { ...body, band: 'takeover' }, { status: 422, code: 'unknown-field', path: 'band' }],
  ])('refuses %s', async (_, who, sent, problem) => {
    expect(refusal(await rig.as(who, 'POST', '/placements', sent))).toEqual(problem)
  })
})
