import { statSync } from 'node:fs'
import { join } from 'node:path'
import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { type OverrideDocument, noOverrides } from '@infoskjerm/shared/model/override.ts'
import { sceneHash } from '@infoskjerm/shared/engine/hash.ts'
import { later } from '@infoskjerm/shared/time/instant.ts'
import { compareOrder } from '@infoskjerm/shared/wire/pointers.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readProgramme } from '../programme/store.ts'
import { author, createTestVenue, entryRow, list, screenRow, slide } from '../realtime/testing.ts'
import type { TestWorld } from '../testing/world.ts'
import { createSigner, verifies } from './keys.ts'
import type { Change } from './publication.ts'
import { publishDrafts } from './publish.ts'
import { documentOf } from './hash.ts'
import { atOnce } from './pace.ts'
import { createPublisher, type Publisher } from './publisher.ts'

let world: TestWorld
let publisher: Publisher
let changes: Change[]
let overrides: OverrideDocument

function start(): Publisher {
  const made = createPublisher({
    world,
    signer: createSigner(world.dataFolder),
    pace: atOnce,
    readProgramme: (event) => readProgramme(world.store.db, event),
    readOverrides: () => overrides,
    readLive: () => nothingLive,
  })
  made.onChange((change) => changes.push(change))
  return made
}

beforeEach(() => {
  world = createTestVenue()
  overrides = noOverrides
  changes = []
  publisher = start()
})
afterEach(() => world.close())

const write = (work: Parameters<TestWorld['store']['write']>[2]) => world.store.write(author, 'test', work)
const classOf = (screen: string) => {
  const state = publisher.publication().classes.get(publisher.publication().screens.get(screen)?.pointer.body.class ?? '')
  if (state === undefined) throw new Error(`no class of ${screen}`)
  return state
}
const draft = (id: string, name: string) =>
  write((tx) =>
    tx.put('slides', { id, event: 'tg', draft: slide(name), published: tx.need('slides', id, '').published, changedAt: 1, changedBy: '' }),
  )
const nowOn = (screen: string) => {
  const main = publisher.sceneOf(screen, false, world.now())?.slots.main
  return main?.kind === 'slide' ? main.slide.name : main?.kind
}

describe('[W3] classes and pointers', () => {
  it('screens that the same entries are meant for share one manifest', () => {
    expect([...publisher.publication().classes.values()].map((state) => state.screens)).toEqual([['a1', 'a2', 'b1']])
    write((tx) => tx.put('schedule', { ...entryRow('foyer', 'extra', { kind: 'always' }), target: { kind: 'area', area: 'foyer' } }))
    expect([...publisher.publication().classes.values()].map((state) => state.screens)).toEqual([['a1', 'a2'], ['b1']])
  })

  it('crew screens are a class of their own', () => {
    write((tx) => tx.put('screens', { ...screenRow('a2', 'hall'), audience: 'crew' }))
    expect(classOf('a2').id).not.toBe(classOf('a1').id)
  })

  it('every pointer is signed by the key that is kept for this account alone', () => {
    const { publicKey } = createSigner(world.dataFolder)
    const pointers = publisher.pointersFor('a1', false) ?? []
    expect(pointers.map(({ body }) => body.kind)).toEqual(['overrides', 'screen', 'class', 'live', 'source'])
    for (const signed of pointers) {
      expect(verifies(signed, publicKey)).toBe(true)
      expect(verifies({ ...signed, body: { ...signed.body, sequence: 9_999 } }, publicKey)).toBe(false)
    }
    expect(statSync(join(world.dataFolder, 'keys', 'controller.pem')).mode & 0o777).toBe(0o600)
  })

  it('a screen that changes class gets a pointer newer than the one it holds', () => {
    write((tx) => tx.put('schedule', { ...entryRow('foyer', 'extra', { kind: 'always' }), target: { kind: 'area', area: 'foyer' } }))
    const held = classOf('a1').pointer.body
    write((tx) => tx.put('screens', screenRow('a1', 'foyer')))
    expect(classOf('a1').id).toBe(classOf('b1').id)
    expect(compareOrder(classOf('a1').pointer.body, held)).toBeGreaterThan(0)
    expect(changes.at(-1)?.screens).toEqual([expect.objectContaining({ screen: 'a1', joined: true })])
  })

  it('a screen that goes takes its pointer along', () => {
    write((tx) => tx.remove('screens', 'b1'))
    expect(changes.at(-1)?.removed).toEqual(['b1'])
    expect(publisher.pointersFor('b1', false)).toBeNull()
  })
})

describe('what a publish says', () => {
  it('a draft says nothing', () => {
    draft('s1', 'Ny')
    expect(changes).toEqual([])
  })

  it('publishing the draft does, in one order for all', () => {
    const { hash } = classOf('a1')
    draft('s1', 'Ny')
    publishDrafts(world, author, { slides: ['s1'], playlists: [] })
    expect(changes).toHaveLength(1)
    expect(classOf('a1').hash).not.toBe(hash)
    expect(classOf('a1').pointer.body.activeFrom).toBe(world.now() + 150)
    expect(publisher.document(classOf('a1').hash)).toContain('"nb":"Ny"')
  })

  it('a slide in no list says nothing', () => {
    write((tx) => tx.put('slides', { id: 's9', event: 'tg', draft: null, published: slide('s9'), changedAt: 0, changedBy: '' }))
    expect(changes).toEqual([])
  })

  it('what is missing is left out, and the rest goes on', () => {
    write((tx) =>
      tx.put('playlists', { id: 'house', event: 'tg', draft: null, published: list('Huset', 's1', 'gone'), changedAt: 0, changedBy: '' }),
    )
    expect(classOf('a1').manifest.playlists['house']?.items.map((item) => item.id)).toEqual(['i-s1'])
    expect(nowOn('a1')).toBe('s1')
  })

  it('[E7] an edit does not restart the show, nor does a new entry for some of the screens', () => {
    world.pass(13_000)
    const before = publisher.sceneOf('a1', false, world.now())
    write((tx) =>
      tx.put('playlists', {
        id: 'house',
        event: 'tg',
        draft: null,
        published: list('Huset', 's3', 's1', 's2'),
        changedAt: 0,
        changedBy: '',
      }),
    )
    world.pass(200)
    expect(sceneHash(publisher.sceneOf('a1', false, world.now()) as never)).toBe(sceneHash(before as never))
    const evening = {
      ...entryRow('evening', 'extra', { kind: 'once' as const, from: '2027-03-27T18:00', until: '2027-03-27T20:00' }),
      band: 'normal' as const,
    }
    write((tx) => tx.put('schedule', { ...evening, target: { kind: 'area', area: 'hall' } }))
    world.pass(200)
    expect(sceneHash(publisher.sceneOf('a1', false, world.now()) as never)).toBe(sceneHash(before as never))
  })

  it('[T2] the month changes the horizon, a day does not', () => {
    world.pass(86_400_000)
    publisher.refresh(true)
    expect(changes).toEqual([])
    world.pass(7 * 86_400_000)
    publisher.refresh(true)
    expect(changes).toHaveLength(1)
  })

  it('overrides are said before anything else, and only where they differ', () => {
    const said: number[] = []
    publisher.onOverrides(({ body }) => said.push(body.sequence))
    publisher.refreshOverrides()
    overrides = {
      overrides: [{ id: 'o1', template: 'evacuate', target: { kind: 'all' }, status: 'actual', since: world.now(), ending: null }],
    }
    publisher.refreshOverrides()
    publisher.refreshOverrides()
    expect(said).toHaveLength(1)
    expect(publisher.sceneOf('a1', false, world.now())?.slots.override).toMatchObject({ kind: 'override' })
  })

  it('[E10] the sample for this machine alone leaves other players at the fallback', () => {
    write((tx) => tx.put('events', { ...tx.need('events', 'tg', ''), sampleReach: 'local' }))
    const [, , held] = publisher.pointersFor('a1', true) ?? []
    expect(held?.body).toMatchObject({ kind: 'class', class: classOf('a1').id, hash: null })
    expect(publisher.sceneOf('a1', true, world.now())?.slots.main.kind).toBe('fallback')
    write((tx) => tx.put('events', { ...tx.need('events', 'tg', ''), sampleReach: 'all' }))
    const [, , free] = publisher.pointersFor('a1', true) ?? []
    expect(free?.body).toMatchObject({ hash: classOf('a1').hash })
    expect(compareOrder(free?.body as never, held?.body as never)).toBeGreaterThan(0)
  })
})

describe('[E7] a restart', () => {
  it('publishes nothing that is unchanged: hashes, anchors and orders stay', () => {
    world.pass(13_000)
    const body = list('Huset', 's3', 's1', 's2')
    write((tx) => tx.put('playlists', { id: 'house', event: 'tg', draft: null, published: body, changedAt: 0, changedBy: '' }))
    expect(classOf('a1').manifest.anchors).not.toEqual([])
    const before = publisher.pointersFor('a1', false)
    changes = []
    world.pass(60_000)
    publisher = start()
    expect(publisher.pointersFor('a1', false)).toEqual(before)
    expect(changes).toEqual([])
  })

  it('publishes what was committed but not published before the end', () => {
    const { hash } = classOf('a1')
    world.store.db.$client.prepare('UPDATE slides SET published = ? WHERE id = ?').run(JSON.stringify(slide('Ny')), 's1')
    publisher = start()
    expect(classOf('a1').hash).not.toBe(hash)
  })

  it('on a newer version publishes anew what the older one wrote, and the show goes on', () => {
    world.pass(13_000)
    const state = classOf('a1')
    const shown = nowOn('a1')
    const { sponsors: _, ...older } = state.manifest
    const { hash, body } = documentOf(older)
    const sql = world.store.db.$client
    sql.prepare('INSERT INTO documents VALUES (?, ?, 0)').run(hash, body)
    sql
      .prepare('UPDATE pointers SET signed = ? WHERE name = ?')
      .run(JSON.stringify({ ...state.pointer, body: { ...state.pointer.body, hash } }), `class:${state.id}`)
    publisher = start()
    expect(JSON.parse(publisher.document(classOf('a1').hash)!)).toHaveProperty('sponsors')
    expect(nowOn('a1')).toEqual(shown)
  })

  it('goes on counting where it was', () => {
    const before = classOf('a1').pointer.body
    publisher = start()
    draft('s1', 'Ny')
    publishDrafts(world, author, { slides: ['s1'], playlists: [] })
    expect(compareOrder(classOf('a1').pointer.body, before)).toBeGreaterThan(0)
    expect(publisher.sceneOf('a1', false, later(world.now(), 1_000))).not.toBeNull()
  })
})
