import { limits } from '@infoskjerm/shared/limits.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import { hourMs, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { TakeoverBody } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseBody } from '../http/problems.ts'
import { area, before, createHallWorld, kari, ola, screen } from '../notices/testing.ts'
import type { TestWorld } from '../testing/world.ts'
import { stageBodySchema, takeoverBodySchema, takeoverKeyBodySchema } from './body.ts'
import { changeTakeover, createTakeover, endTakeover, forgetTakeovers, readTakeover, recentTakeovers, runningTakeovers } from './store.ts'
import { pictureHash, putPicture, putSlide } from './testing.ts'

let world: TestWorld
beforeEach(() => {
  world = createHallWorld()
})
afterEach(() => world.close())

const black = (change: Partial<TakeoverBody> = {}): TakeoverBody => ({
  ...{ content: { kind: 'black' }, target: area('hall'), minutes: 10 },
  ...change,
})
const slide = (id: string): Partial<TakeoverBody> => ({ content: { kind: 'slide', slide: id } })
const picture: Partial<TakeoverBody> = { content: { kind: 'picture', hash: pictureHash } }
const running = () => runningTakeovers(world.store.db, 'tg', world.now()).map(({ id }) => id)
const refusal = (code: string, path: string, params: object = {}) =>
  expect.objectContaining({ code, path, params: expect.objectContaining(params) as object })

describe('a take-over', () => {
  it('begins now, and gives back by itself', () => {
    const { value } = createTakeover(world, kari, black())
    expect(value).toMatchObject({ from: world.now(), until: later(world.now(), 10 * minuteMs), by: 'Kari', key: null })
    world.pass(10 * minuteMs - 1)
    expect(running()).toEqual([value.id])
    world.pass(1)
    expect(running()).toEqual([])
  })

  it('over an earlier one wins; given back, the earlier one is there until its own end', () => {
    const earlier = createTakeover(world, kari, black({ minutes: 30 })).value.id
    world.pass(minuteMs)
    const later = createTakeover(world, ola, black()).value.id
    expect(running()).toEqual([later, earlier])
    endTakeover(world, kari, later)
    expect(running()).toEqual([earlier])
  })

  it('shows what is published, a picture of the library, a page, or black', () => {
    putSlide(world, 'kart')
    putPicture(world)
    for (const content of [
      { kind: 'slide', slide: 'kart' },
      { kind: 'picture', hash: pictureHash },
      { kind: 'web', url: 'https://example.org/' },
      { kind: 'black' },
    ] as const)
      expect(createTakeover(world, kari, black({ content })).value.content).toEqual(content)
  })

  it.each<[string, () => Partial<TakeoverBody>, string, string]>([
    ['a slide there is not', () => slide('nothing'), 'unknown-reference', 'content.slide'],
    ['a draft', () => (putSlide(world, 'kladd', {}, 'draft'), slide('kladd')), 'unknown-reference', 'content.slide'],
    ['results under embargo', () => (putSlide(world, 'vinner', { embargo: true }), slide('vinner')), 'unknown-reference', 'content.slide'],
    ['results whose draft is', () => (putSlide(world, 'vinner', {}, 'held'), slide('vinner')), 'unknown-reference', 'content.slide'],
    ['a slide that is over', () => (putSlide(world, 'i-gaar', { validUntil: world.now() }), slide('i-gaar')), 'invalid', 'content.slide'],
    [
      'a slide of later',
      () => (putSlide(world, 'i-morgen', { validFrom: later(world.now(), 10 * minuteMs) }), slide('i-morgen')),
      'invalid',
      'content.slide',
    ],
    ['a picture there is not', () => picture, 'unknown-reference', 'content.hash'],
    ['a video as a picture', () => (putPicture(world, { kind: 'video' }), picture), 'unknown-reference', 'content.hash'],
    [
      'the picture of results under embargo',
      () => (putPicture(world), putSlide(world, 'vinner', { ...shows(pictureHash), embargo: true }), picture),
      'unknown-reference',
      'content.hash',
    ],
    ['no screen', () => ({ target: { kind: 'tag', tag: 'nowhere' } }), 'no-screens', 'target'],
    ['an area there is not', () => ({ target: area('moon') }), 'unknown-reference', 'target.area'],
  ])('%s is refused', (_, change, code, path) => {
    const body = black(change())
    const revision = world.store.revision()
    expect(() => createTakeover(world, kari, body)).toThrow(refusal(code, path))
    expect(world.store.revision()).toBe(revision)
  })

  it('a slide for crew stands on crew screens, and nowhere else whoever asks', () => {
    putSlide(world, 'vakter', { audience: 'crew' })
    expect(createTakeover(world, kari, black({ ...slide('vakter'), target: before('crew') })).value.by).toBe('Kari')
    expect(() => createTakeover(world, kari, black({ ...slide('vakter'), target: { kind: 'all' } }))).toThrow(
      refusal('audience', 'target', { names: 'HALL-OPEN, STAGE-OPEN' }),
    )
  })

  it('is refused where nobody could oversee them, and where the event has been ended', () => {
    for (let n = 0; n < limits.takeovers; n++) createTakeover(world, kari, black())
    expect(() => createTakeover(world, kari, black())).toThrow(refusal('too-many', '', { most: limits.takeovers }))
    world.store.write(kari, 'end', (tx) => tx.put('events', { ...tx.need('events', 'tg', ''), phase: 'ended' }))
    expect(() => createTakeover(world, kari, black())).toThrow(refusal('event-over', ''))
  })
})

describe('given back or changed by hand', () => {
  it('by anybody, and who it was stays', () => {
    const { id } = createTakeover(world, kari, black({ target: screen('hall-open') })).value
    expect(endTakeover(world, ola, id).value).toMatchObject({ by: 'Kari', endedAt: world.now(), endedBy: 'Ola' })
  })

  it.each<[string, (id: string) => unknown, string, string]>([
    ['ended twice', (id) => [endTakeover(world, kari, id), endTakeover(world, kari, id)], 'conflict', ''],
    ['ended after its end', (id) => [world.pass(10 * minuteMs), endTakeover(world, kari, id)], 'conflict', ''],
    ['until now', (id) => changeTakeover(world, kari, id, world.now()), 'end-before-start', 'until'],
    ['for longer than one lasts', (id) => changeTakeover(world, kari, id, later(world.now(), 5 * hourMs)), 'invalid', 'until'],
    ['one there is not', () => changeTakeover(world, kari, 'nothing', later(world.now(), 1)), 'not-found', ''],
  ])('%s is refused', (_, act, code, path) => {
    const { id } = createTakeover(world, kari, black()).value
    expect(() => act(id)).toThrow(refusal(code, path))
  })

  it('taken back: the making, the end, the longer life', () => {
    const { id, until } = createTakeover(world, kari, black()).value
    world.store.undo(ola, changeTakeover(world, kari, id, later(world.now(), hourMs)).revision)
    expect(readTakeover(world.store.db, id).until).toBe(until)
    world.store.undo(ola, endTakeover(world, kari, id).revision)
    expect(running()).toEqual([id])
    world.store.undo(ola, createTakeover(world, kari, black()).revision)
    expect(running()).toEqual([id])
  })

  it('is listed for an hour more, and forgotten after days', () => {
    const { id } = createTakeover(world, kari, black()).value
    world.pass(10 * minuteMs + hourMs - 1)
    expect(recentTakeovers(world).map((row) => row.id)).toEqual([id])
    world.pass(1)
    expect(recentTakeovers(world)).toEqual([])
    world.pass(limits.endedKeptMs)
    forgetTakeovers(world)
    expect(() => readTakeover(world.store.db, id)).toThrow(refusal('not-found', ''))
  })
})

describe('what comes in', () => {
  const key = { name: 'Scenen', screens: ['hall-open'] }
  it.each<[string, Parameters<typeof parseBody>[0], unknown, string, string]>([
    ['no time', takeoverBodySchema, black({ minutes: 0 }), 'invalid', 'minutes'],
    ['half a minute', takeoverBodySchema, black({ minutes: 0.5 }), 'invalid', 'minutes'],
    ['all night', takeoverBodySchema, black({ minutes: limits.takeoverMinutes + 1 }), 'invalid', 'minutes'],
    ['a script', takeoverBodySchema, black({ content: { kind: 'web', url: 'javascript:alert(1)' } }), 'invalid', 'content.url'],
    ['a file', takeoverBodySchema, black({ content: { kind: 'web', url: 'file:///etc/passwd' } }), 'invalid', 'content.url'],
    ['a password', takeoverBodySchema, black({ content: { kind: 'web', url: 'https://a:b@c.no/' } }), 'invalid', 'content.url'],
    ['a path as a hash', takeoverBodySchema, black({ content: { kind: 'picture', hash: '../x' } }), 'invalid', 'content.hash'],
    ['a moon', takeoverBodySchema, { ...black(), content: { kind: 'moon' } }, 'invalid', 'content.kind'],
    ['a key for a week', takeoverKeyBodySchema, { ...key, minutes: 7 * 1_440 }, 'invalid', 'minutes'],
    ['a key without end of uses', takeoverKeyBodySchema, { ...key, uses: limits.keyUses + 1 }, 'invalid', 'uses'],
    ['a key without name', takeoverKeyBodySchema, { ...key, name: ' ' }, 'too-short', 'name'],
    ['a stage crew with a slide', stageBodySchema, { content: { kind: 'slide', slide: 'kart' }, minutes: 9 }, 'invalid', 'content.kind'],
    ['a stage crew all night', stageBodySchema, { content: { kind: 'black' }, minutes: 61 }, 'invalid', 'minutes'],
    ['a stage crew elsewhere', stageBodySchema, { ...black() }, 'unknown-field', 'target'],
  ])('%s is refused', (_, schema, body, code, path) => {
    expect(() => parseBody(schema, body)).toThrow(refusal(code, path))
  })

  it('a key lasts 15 minutes and 20 uses unless it says otherwise', () => {
    expect(parseBody(takeoverKeyBodySchema, key)).toEqual({ ...key, minutes: 15, uses: 20 })
  })
})

function shows(hash: string): Pick<SlideBody, 'content'> {
  const picture = { hash, type: 'image/webp', widthPx: 9, heightPx: 9 } as const
  return { content: { kind: 'image', picture, fit: 'cover', tone: 'night', caption: noWords } }
}
