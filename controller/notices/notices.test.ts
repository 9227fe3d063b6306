import { limits } from '@infoskjerm/shared/limits.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import { hourMs, later, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { NoticeBody } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../audit/store.ts'
import type { Undoer } from '../audit/take-back.ts'
import type { TestWorld } from '../testing/world.ts'
import { changeNotice, createNotice, endNotice, forgetNotices, readNotice, recentNotices, runningNotices } from './store.ts'
import { area, before, createHallWorld, kari, ola, screen } from './testing.ts'

let world: TestWorld
beforeEach(() => {
  world = createHallWorld()
})
afterEach(() => world.close())

const inMinutes = (minutes: number) => later(world.now(), minutes * minuteMs)
const found = (change: Partial<NoticeBody> = {}): NoticeBody => ({
  ...{ template: 'found', values: { what: 'svart sekk' }, words: noWords, target: area('hall'), until: inMinutes(10) },
  ...change,
})
const free = (nb: string, en = ''): Partial<NoticeBody> => ({ template: 'free', values: {}, words: { nb, en } })
const crewCall = (change: Partial<NoticeBody> = {}) => found({ template: 'crew-call', values: { who: 'To fra Security' }, ...change })
const running = () => runningNotices(world.store.db, 'tg', world.now()).map(({ id }) => id)
const recent = () => recentNotices(world).map(({ id }) => id)
const refusal = (code: string, path: string, params: object = {}) =>
  expect.objectContaining({ code, path, params: expect.objectContaining(params) as object })

describe('a notice', () => {
  it('begins now, and ends by itself', () => {
    const { value } = createNotice(world, kari, found())
    expect(value).toMatchObject({ from: world.now(), until: inMinutes(10), by: 'Kari', endedAt: null, endedBy: null })
    world.pass(10 * minuteMs - 1)
    expect(running()).toEqual([value.id])
    world.pass(1)
    expect(running()).toEqual([])
  })

  it('keeps what stands on the glass: trimmed, and no words that its template does not show', () => {
    const { value } = createNotice(world, kari, found({ values: { what: ' sekk ', where: '' }, words: { nb: 'glemt igjen', en: '' } }))
    expect(value).toMatchObject({ values: { what: 'sekk', where: '' }, words: noWords })
    expect(createNotice(world, kari, found(free(' Vannet er borte ', ' No water '))).value.words).toEqual({
      nb: 'Vannet er borte',
      en: 'No water',
    })
  })

  it.each<[string, () => Partial<NoticeBody>, string, string]>([
    ['a template there is not', () => ({ template: 'gossip' }), 'unknown-reference', 'template'],
    ['nothing found', () => ({ values: {} }), 'missing-field', 'values.what'],
    ['blanks found', () => ({ values: { what: '  ' } }), 'missing-field', 'values.what'],
    ['a field of another template', () => ({ values: { what: 'sekk', plate: 'AB 1' } }), 'unknown-field', 'values.plate'],
    ['a field that every object has', () => ({ values: { what: 'sekk', constructor: 'x' } }), 'unknown-field', 'values.constructor'],
    ['a value too long', () => ({ values: { what: 'x'.repeat(61) } }), 'too-long', 'values.what'],
    ['no words', () => free(' ', 'English alone'), 'missing-field', 'words.nb'],
    ['words too long', () => free('x'.repeat(limits.noticeLength + 1)), 'too-long', 'words.nb'],
    ['English too long', () => free('kort', 'x'.repeat(limits.noticeLength + 1)), 'too-long', 'words.en'],
    ['values in free words', () => ({ ...free('Hei'), values: { what: 'sekk' } }), 'unknown-field', 'values.what'],
    ['an end that has come', () => ({ until: world.now() }), 'end-before-start', 'until'],
    ['an end tomorrow', () => ({ until: later(world.now(), limits.noticeMs + 1) }), 'invalid', 'until'],
    ['no screen', () => ({ target: { kind: 'tag', tag: 'nowhere' } }), 'no-screens', 'target'],
    ['an area there is not', () => ({ target: area('moon') }), 'unknown-reference', 'target.area'],
    ['a screen there is not', () => ({ target: { kind: 'not', of: screen('moon') } }), 'unknown-reference', 'target.of.screen'],
  ])('%s is refused', (_, change, code, path) => {
    const revision = world.store.revision()
    expect(() => createNotice(world, kari, found(change()))).toThrow(refusal(code, path))
    expect([running(), world.store.revision()]).toEqual([[], revision])
  })

  it('is refused where nobody could oversee them any more', () => {
    for (let n = 0; n < limits.notices; n++) createNotice(world, kari, found())
    expect(() => createNotice(world, kari, found())).toThrow(refusal('too-many', '', { most: limits.notices }))
    world.pass(10 * minuteMs)
    expect(createNotice(world, kari, found()).value.by).toBe('Kari')
  })

  it('is refused where the event has been ended', () => {
    world.store.write(kari, 'end', (tx) => tx.put('events', { ...tx.need('events', 'tg', ''), phase: 'ended' }))
    expect(() => createNotice(world, kari, found())).toThrow(refusal('event-over', ''))
  })
})

describe('words for crew', () => {
  it.each([
    ['a crew screen', screen('hall-crew')],
    ['every crew screen', before('crew')],
    ['the crew screens of an area', { kind: 'and', of: [area('hall'), before('crew')] }],
  ] as const)('may stand on %s', (_, target) => {
    expect(createNotice(world, kari, crewCall({ target })).value.target).toEqual(target)
  })

  it.each([
    ['an area', area('hall'), 'HALL-OPEN'],
    ['a screen', screen('stage-open'), 'STAGE-OPEN'],
    ['everywhere', { kind: 'all' }, 'HALL-OPEN, STAGE-OPEN'],
    ['everything but crew', { kind: 'not', of: before('crew') }, 'HALL-OPEN, STAGE-OPEN'],
  ] as const)('never before everybody: %s', (_, target, names) => {
    for (const template of ['crew-call', 'crew-free']) {
      const text = template === 'crew-free' ? { values: {}, words: { nb: 'Kom', en: '' } } : {}
      expect(() => createNotice(world, kari, crewCall({ template, target, ...text }))).toThrow(refusal('audience', 'target', { names }))
    }
  })

  it('names no more screens than a person reads', () => {
    const { id: _id, ...open } = world.store.write(kari, 'read', (tx) => tx.need('screens', 'hall-open', '')).value
    world.store.write(kari, 'more', (tx) => {
      for (let n = 10; n < 40; n++) tx.put('screens', { ...open, id: `s${n}`, name: `A${n}` })
    })
    const names = `${Array.from({ length: 12 }, (_, n) => `A${n + 10}`).join(', ')} …`
    expect(() => createNotice(world, kari, crewCall({ target: { kind: 'all' } }))).toThrow(refusal('audience', 'target', { names }))
  })
})

describe('ended or changed by hand', () => {
  it('by anybody, and who it was stays', () => {
    const { id } = createNotice(world, kari, found()).value
    world.pass(minuteMs)
    expect(endNotice(world, ola, id).value).toMatchObject({ by: 'Kari', endedAt: world.now(), endedBy: 'Ola' })
    expect(running()).toEqual([])
    const [deed] = createAudit(world.store).list(undoer, 1, 0)
    expect(deed).toMatchObject({ who: 'Ola', what: 'notice.end', changes: [{ table: 'notices', id, change: 'changed' }] })
  })

  it('stands longer or shorter', () => {
    const { id } = createNotice(world, kari, found()).value
    changeNotice(world, ola, id, inMinutes(60))
    world.pass(59 * minuteMs)
    expect(running()).toEqual([id])
    changeNotice(world, ola, id, later(world.now(), secondMs))
    world.pass(secondMs)
    expect(running()).toEqual([])
  })

  it.each<[string, (id: string) => unknown, string, string]>([
    ['ended twice', (id) => [endNotice(world, kari, id), endNotice(world, kari, id)], 'conflict', ''],
    ['ended after its end', (id) => [world.pass(10 * minuteMs), endNotice(world, kari, id)], 'conflict', ''],
    ['longer after its end', (id) => [world.pass(10 * minuteMs), changeNotice(world, kari, id, inMinutes(10))], 'conflict', ''],
    ['longer after somebody ended it', (id) => [endNotice(world, kari, id), changeNotice(world, ola, id, inMinutes(9))], 'conflict', ''],
    ['until a minute ago', (id) => changeNotice(world, kari, id, inMinutes(-1)), 'end-before-start', 'until'],
    ['for two days', (id) => changeNotice(world, kari, id, inMinutes(2_880)), 'invalid', 'until'],
    ['one there is not', () => endNotice(world, kari, 'nothing'), 'not-found', ''],
  ])('%s is refused', (_, act, code, path) => {
    const { id } = createNotice(world, kari, found()).value
    expect(() => act(id)).toThrow(refusal(code, path))
  })
})

describe('taken back', () => {
  it('a notice is gone', () => {
    const { revision } = createNotice(world, kari, found())
    world.store.undo(ola, revision)
    expect([running(), recent()]).toEqual([[], []])
  })

  it('an end brings it back, until its own end', () => {
    const { id } = createNotice(world, kari, found()).value
    const { revision } = endNotice(world, ola, id)
    world.store.undo(kari, revision)
    expect(running()).toEqual([id])
    expect(readNotice(world.store.db, id)).toMatchObject({ endedAt: null, endedBy: null })
    world.pass(10 * minuteMs)
    expect(running()).toEqual([])
  })

  it('a longer life is short again', () => {
    const { id, until } = createNotice(world, kari, found()).value
    const { revision } = changeNotice(world, kari, id, inMinutes(30))
    world.store.undo(kari, revision)
    expect(readNotice(world.store.db, id).until).toBe(until)
  })
})

describe('the list', () => {
  it('has the newest first, and what ended in the last hour', () => {
    const first = createNotice(world, kari, found({ until: inMinutes(90) })).value.id
    world.pass(minuteMs)
    const second = createNotice(world, kari, found({ until: inMinutes(5) })).value.id
    expect(recent()).toEqual([second, first])
    world.pass(5 * minuteMs + hourMs - 1)
    expect(recent()).toEqual([second, first])
    world.pass(1)
    expect(recent()).toEqual([first])
    endNotice(world, ola, first)
    world.pass(hourMs)
    expect(recent()).toEqual([])
  })

  it('forgets what nobody asks about any more, and nothing sooner', () => {
    const { id } = createNotice(world, kari, found()).value
    world.pass(10 * minuteMs + limits.endedKeptMs - 1)
    forgetNotices(world)
    expect(readNotice(world.store.db, id).id).toBe(id)
    world.pass(1)
    forgetNotices(world)
    expect(() => readNotice(world.store.db, id)).toThrow(refusal('not-found', ''))
    const revision = world.store.revision()
    forgetNotices(world)
    expect(world.store.revision()).toBe(revision)
  })
})

const undoer: Undoer = { id: 'kari', rights: { edit: 'venue', all: true, startOverride: [], endOverride: [] }, leads: [] }
