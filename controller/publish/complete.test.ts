/** Layouts, sponsors and embargo, from what is stored to what screens are told. */
import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { noOverrides } from '@infoskjerm/shared/model/override.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Target } from '@infoskjerm/shared/model/target.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readProgramme } from '../programme/store.ts'
import { author, createTestVenue, entryRow, list, slide } from '../realtime/testing.ts'
import { armEntry } from '../schedule/store.ts'
import { createSlides } from '../slides/store.ts'
import { createSponsors } from '../sponsors/store.ts'
import type { TestWorld } from '../testing/world.ts'
import { createSigner } from './keys.ts'
import type { Change } from './publication.ts'
import { publishDrafts } from './publish.ts'
import { atOnce } from './pace.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { reachOf } from './reach.ts'
import { heldBy } from './store.ts'

const stamp = { event: 'tg', draft: null, changedAt: 0, changedBy: '' }
const hall: Target = { kind: 'area', area: 'hall' }
const layout = (...playlists: readonly string[]): SlideBody => ({
  ...slide('Delt'),
  content: {
    ...{ kind: 'layout', tone: 'night' },
    regions: playlists.map((playlist) => ({ xPct: 0, yPct: 0, widthPct: 50, heightPct: 100, playlist })),
  },
})

let world: TestWorld
let publisher: Publisher
let changes: Change[]
const start = (): Publisher => {
  const made = createPublisher({
    world,
    signer: createSigner(world.dataFolder),
    pace: atOnce,
    readProgramme: (event) => readProgramme(world.store.db, event),
    readOverrides: () => noOverrides,
    readLive: () => nothingLive,
  })
  made.onChange((change) => changes.push(change))
  return made
}
beforeEach(() => {
  world = createTestVenue()
  changes = []
  publisher = start()
})
afterEach(() => world.close())

const write = (work: Parameters<TestWorld['store']['write']>[2]) => world.store.write(author, 'test', work)
const put = (id: string, published: SlideBody) => write((tx) => tx.put('slides', { id, ...stamp, published }))
const putList = (id: string, ...slides: readonly string[]) =>
  write((tx) => tx.put('playlists', { id, ...stamp, published: list(id, ...slides) }))
const classes = () => [...publisher.publication().classes.values()].map(({ screens }) => screens)
const manifestOf = (screen: string) => {
  const { classes: states, screens } = publisher.publication()
  return states.get(screens.get(screen)?.pointer.body.class ?? '')!.manifest
}

describe('[E8] layouts', () => {
  beforeEach(() => {
    put('both', layout('house', 'extra'))
    putList('divided', 'both')
    write((tx) =>
      tx.put('schedule', { ...entryRow('foyer', 'divided', { kind: 'always' }), target: { kind: 'area', area: 'foyer' }, band: 'normal' }),
    )
  })

  it('bring the lists of their regions, and an edit of what stands there reaches their screens', () => {
    expect(Object.keys(manifestOf('b1').slides).sort()).toEqual(['both', 's1', 's2', 's3'])
    const main = publisher.sceneOf('b1', false, world.now())?.slots.main
    expect(main?.kind === 'slide' && main.regions.map((region) => region?.slide.name)).toEqual(['s1', 's3'])
    changes = []
    put('s3', slide('Ny'))
    expect(changes.flatMap(({ classes: changed }) => changed.map(({ screens }) => screens))).toEqual([['b1']])
  })

  it('are told by the reach of what stands in their regions', () => {
    const reach = (kind: 'slide' | 'playlist', id: string) =>
      reachOf({ kind, id }, publisher.content()!, heldBy(world.store.db, 'tg'), (screen) => publisher.sceneOf(screen, false, world.now()))
    expect(reach('slide', 's3')).toEqual({ screens: ['b1'], now: ['b1'] })
    expect(reach('playlist', 'extra')).toEqual({ screens: ['b1'], now: ['b1'] })
    expect(reach('slide', 's1')).toEqual({ screens: ['a1', 'a2', 'b1'], now: ['a1', 'a2', 'b1'] })
    expect(reach('slide', 's2').now).toEqual([])
  })

  it('inside one another are refused where they are written and where they are published, by the way that led there', () => {
    expect(() => createSlides(world).saveDraft(author, 's3', layout('house'))).toThrow(
      expect.objectContaining({ code: 'layout-in-layout' }),
    )
    write((tx) => tx.put('playlists', { id: 'extra', ...stamp, published: list('Ekstra', 's3'), draft: list('Ekstra', 'inner') }))
    write((tx) => tx.put('slides', { id: 'inner', ...stamp, published: null, draft: layout('house') }))
    const refused = { code: 'layout-in-layout', path: 'slides.0.content', params: { way: 'Delt › Ekstra › Delt' } }
    expect(() => publishDrafts(world, author, { slides: ['inner'], playlists: ['extra'] })).toThrow(expect.objectContaining(refused))
  })
})

describe('[E9] arming', () => {
  beforeEach(() => {
    put('s2', { ...slide('Hemmelig'), embargo: true })
    world.pass(200)
  })

  it('makes the screens that were chosen a class of their own, and disarming takes it back', () => {
    expect(classes()).toEqual([['a1', 'a2', 'b1']])
    const before = publisher.publication().screens.get('a1')?.pointer.body.class
    armEntry(world, author, 'always', hall)
    expect(classes()).toEqual([['a1', 'a2'], ['b1']])
    expect(['a1', 'b1'].map((screen) => 's2' in manifestOf(screen).slides)).toEqual([true, false])
    armEntry(world, author, 'always', null)
    expect(classes()).toEqual([['a1', 'a2', 'b1']])
    expect(publisher.publication().screens.get('a1')?.pointer.body.class).toBe(before)
    expect(JSON.stringify([...publisher.publication().classes.values()].map(({ manifest }) => manifest))).not.toContain('Hemmelig')
  })

  it('for no screen that the entry meets changes nothing', () => {
    changes = []
    armEntry(world, author, 'always', { kind: 'tag', tag: 'nowhere' })
    expect(changes).toEqual([])
  })

  it('[E7] does not restart the show', () => {
    world.pass(13_000)
    const nowOn = () => {
      const main = publisher.sceneOf('a1', false, world.now())?.slots.main
      return main?.kind === 'slide' ? [main.slideId, main.since] : null
    }
    const before = nowOn()
    armEntry(world, author, 'always', hall)
    world.pass(200)
    expect(nowOn()).toEqual(before)
  })

  it('is one step that undo takes back, and a restart keeps', () => {
    const { revision } = armEntry(world, author, 'always', hall)
    changes = []
    publisher = start()
    expect([changes, classes()]).toEqual([[], [['a1', 'a2'], ['b1']]])
    world.store.undo(author, revision)
    expect(classes()).toEqual([['a1', 'a2', 'b1']])
  })

  it('a draft that is to be held back takes what is published off the screens at once', () => {
    expect('s1' in manifestOf('a1').slides).toBe(true)
    createSlides(world).saveDraft(author, 's1', { ...slide('s1'), embargo: true })
    expect('s1' in manifestOf('a1').slides).toBe(false)
    createSlides(world).discardDraft(author, 's1')
    expect('s1' in manifestOf('a1').slides).toBe(true)
  })
})

describe('sponsors on the screens', () => {
  it('are ids and rivals: names and promises are nobody’s business there', () => {
    const sponsors = createSponsors(world)
    const rival = sponsors.create(author, { name: 'Rivalen', promise: null, rivals: [] }).value.id
    const promise = { amount: { kind: 'share' as const, percent: 8 }, where: hall, hours: null }
    const own = sponsors.create(author, { name: 'Nordlys', promise, rivals: [rival] }).value.id
    put('s1', { ...slide('s1'), sponsor: own })
    expect(manifestOf('a1').sponsors).toEqual({ [own]: { rivals: [] } })
    put('s2', { ...slide('s2'), sponsor: rival })
    expect(manifestOf('a1').sponsors).toEqual({ [own]: { rivals: [rival] }, [rival]: { rivals: [] } })
    expect(JSON.stringify(manifestOf('a1'))).not.toMatch(/Nordlys|Rivalen|percent/)
    changes = []
    sponsors.change(author, own, { name: 'Nytt navn', promise: null, rivals: [rival] })
    expect(changes, 'neither name nor promise is published').toEqual([])
    sponsors.change(author, own, { name: 'Nytt navn', promise: null, rivals: [] })
    expect([changes.length, manifestOf('a1').sponsors[own]]).toEqual([1, { rivals: [] }])
    sponsors.remove(author, rival)
    expect(manifestOf('a1').sponsors).toEqual({ [own]: { rivals: [] } })
  })
})
