import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { openDatabase } from './database.ts'
import { type Commit, createStore } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const ola = { id: 'ola', name: 'Ola' }
const area = (id: string, name: string, position = 1) => ({ id, event: 'tg', name, position })

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
})
afterEach(() => world.close())

const put = (author: typeof kari, row: ReturnType<typeof area>) =>
  world.store.write(author, 'area.change', (tx) => tx.put('areas', row)).revision
const remove = (author: typeof kari, id: string) => world.store.write(author, 'area.delete', (tx) => tx.remove('areas', id)).revision
const read = (id: string) => world.store.write(kari, 'read', (tx) => tx.get('areas', id)).value

describe('the write path', () => {
  test('one revision a write, whatever the number of rows', () => {
    const before = world.store.revision()
    world.store.write(kari, 'two areas', (tx) => {
      tx.put('areas', area('a', 'A'))
      tx.put('areas', area('b', 'B'))
    })
    expect(world.store.revision()).toBe(before + 1)
  })

  test('listeners hear of it after it is stored, with its number', () => {
    const heard: (Pick<Commit, 'revision' | 'what'> & { stored: boolean })[] = []
    world.store.onCommit(({ revision, what }) => heard.push({ revision, what, stored: read('a') !== null }))
    const revision = put(kari, area('a', 'A'))
    expect(heard).toEqual([{ revision, what: 'area.change', stored: true }])
  })

  test('a listener that throws takes nothing back: the write is answered, the others are told, and somebody hears of it', () => {
    const complaints: unknown[] = []
    const database = openDatabase(join(world.dataFolder, 'infoskjerm.sqlite'))
    const store = createStore(
      database,
      () => 0,
      (error, { what }) => complaints.push([error, what]),
    )
    const heard: number[] = []
    store.onCommit(() => {
      throw new Error('full')
    })
    store.onCommit(({ revision }) => heard.push(revision))
    const { revision } = store.write(kari, 'area.change', (tx) => tx.put('areas', area('a', 'A')))
    database.close()
    expect([heard, complaints]).toEqual([[revision], [[new Error('full'), 'area.change']]])
    expect(read('a')).not.toBeNull()
  })

  test('what changes nothing is no revision, so that nobody takes back another’s deed by it', () => {
    const revision = put(kari, area('a', 'A'))
    expect(put(ola, area('a', 'A'))).toBe(0)
    expect(world.store.revision()).toBe(revision)
    expect(() => world.store.undo(ola, 0)).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }))
  })

  test('what throws stores nothing and tells nobody', () => {
    let heard = 0
    world.store.onCommit(() => heard++)
    const before = world.store.revision()
    expect(() =>
      world.store.write(kari, 'half', (tx) => {
        tx.put('areas', area('a', 'A'))
        throw new Error('no')
      }),
    ).toThrow('no')
    expect([read('a'), world.store.revision(), heard]).toEqual([null, before, 0])
  })

  test('a reference to nothing is refused at the end of the write, not before', () => {
    const event = {
      id: 'ny',
      name: 'Ny',
      venueName: 'V',
      firstDay: '2027-01-01',
      lastDay: '2027-01-02',
      zone: 'Europe/Oslo',
      dayBreak: '05:00',
    }
    world.store.write(kari, 'in any order', (tx) => {
      tx.put('areas', { ...area('x', 'X'), event: 'ny' })
      tx.put('events', { ...event, theme: 'tg27', current: false, sampleReach: null, phase: 'running' })
    })
    expect(() => put(kari, { ...area('y', 'Y'), event: 'nowhere' })).toThrow('FOREIGN KEY')
  })
})

describe('taking back', () => {
  test.each<[string, (revision: () => number) => number, unknown]>([
    ['something new: it goes', () => put(kari, area('a', 'A')), null],
    ['a delete: it comes back', () => (put(kari, area('a', 'A')), remove(kari, 'a')), area('a', 'A')],
    ['a change: it is as before', () => (put(kari, area('a', 'A')), put(kari, area('a', 'Å'))), area('a', 'A')],
  ])('%s', (_, make, after) => {
    world.store.undo(kari, make(world.store.revision))
    expect(read('a')).toEqual(after)
  })

  test('only the fields that the revision changed', () => {
    put(kari, area('a', 'A', 1))
    const renamed = put(kari, area('a', 'Å', 1))
    put(ola, area('a', 'Å', 7))
    world.store.undo(kari, renamed)
    expect(read('a')).toEqual(area('a', 'A', 7))
  })

  test('a field that somebody changed since is a conflict, and nothing moves', () => {
    put(kari, area('a', 'A'))
    const renamed = put(kari, area('a', 'Å'))
    put(ola, area('a', 'Ø'))
    expect(() => world.store.undo(kari, renamed)).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(read('a')).toEqual(area('a', 'Ø'))
  })

  test('what was made and since changed by somebody stays, and nothing is lost', () => {
    const made = put(kari, area('a', 'A'))
    put(ola, area('a', 'Å'))
    expect(() => world.store.undo(kari, made)).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(read('a')).toEqual(area('a', 'Å'))
  })

  test('what was deleted since cannot be changed back', () => {
    put(kari, area('a', 'A'))
    const renamed = put(kari, area('a', 'Å'))
    remove(ola, 'a')
    expect(() => world.store.undo(kari, renamed)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })

  test('once, and an undo can be undone', () => {
    const made = put(kari, area('a', 'A'))
    const undone = world.store.undo(kari, made).revision
    expect(() => world.store.undo(kari, made)).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }))
    world.store.undo(kari, undone)
    expect(read('a')).toEqual(area('a', 'A'))
  })

  test('a draft that somebody went on typing stays, and what was published goes back', () => {
    const content = { kind: 'clock' as const, heading: { nb: '', en: '' } }
    const body = (name: string) => ({
      ...{ name, content, variants: [], durationMs: 9_000, validFrom: null, validUntil: null },
      ...{ sponsor: null, embargo: false, audience: 'everyone' as const },
    })
    const slide = (draft: string | null, published: string) => ({
      ...{ id: 's', event: 'tg', changedAt: 0, changedBy: 'Kari' },
      draft: draft === null ? null : body(draft),
      published: body(published),
    })
    const write = (row: ReturnType<typeof slide>) => world.store.write(kari, 'slide', (tx) => tx.put('slides', row)).revision
    write(slide('new', 'old'))
    const published = write(slide(null, 'new'))
    write(slide('newer', 'new'))
    world.store.undo(kari, published)
    expect(world.store.write(kari, 'read', (tx) => tx.get('slides', 's')).value).toMatchObject(slide('newer', 'old'))
  })

  test('what was known by a secret does not come back: the record never held it', () => {
    const token = { id: 't', name: 'T', user: 'kari', hash: 'the-hash', createdAt: 0 }
    world.store.write(kari, 'token.create', (tx) => tx.put('tokens', token))
    const gone = world.store.write(kari, 'token.delete', (tx) => tx.remove('tokens', 't')).revision
    world.store.undo(kari, gone)
    expect(world.store.write(kari, 'read', (tx) => tx.get('tokens', 't')).value).toBeNull()
    expect(JSON.stringify(world.store.db.$client.prepare('SELECT before, after FROM changes').all())).not.toContain('the-hash')
  })
})
