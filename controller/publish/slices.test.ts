import { noOverrides, type OverrideDocument } from '@infoskjerm/shared/model/override.ts'
import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { compareOrder } from '@infoskjerm/shared/wire/pointers.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readProgramme } from '../programme/store.ts'
import { author, createTestVenue, entryRow, list, screenRow, slide } from '../realtime/testing.ts'
import type { TestWorld } from '../testing/world.ts'
import { createSigner, type Signer } from './keys.ts'
import type { Pace } from './pace.ts'
import { createPublisher, type Publisher } from './publisher.ts'

const areas = 50
const screensPerArea = 20

let world: TestWorld
let publisher: Publisher
let overrides: OverrideDocument
let signed: string[]
let told: string[]
let turns: { readonly at: number; readonly work: () => void }[]

/** Every step is a slice of its own, and turns come when the test says so. */
const stepwise: Pace = {
  after: (ms, work) => {
    const turn = { at: world.monotonicMs() + ms, work }
    turns.push(turn)
    return () => {
      turns = turns.filter((one) => one !== turn)
    }
  },
  sliceMs: 0,
  coalesceMs: 50,
}

function counting(signer: Signer): Signer {
  return {
    ...signer,
    sign: (body) => {
      signed.push(body.kind)
      return signer.sign(body)
    },
  }
}

/** One turn, if one is due. */
function turn(): boolean {
  const next = turns.find(({ at }) => at <= world.monotonicMs())
  if (next === undefined) return false
  turns = turns.filter((one) => one !== next)
  next.work()
  return true
}
function settle(): void {
  while (turns.length > 0) if (!turn()) world.pass(1)
}

beforeEach(() => {
  world = createTestVenue()
  write((tx) => {
    for (let area = 0; area < areas; area++) {
      const id = `area${area}`
      tx.put('areas', { id, event: 'tg', name: `Område ${area}`, position: area })
      tx.put('playlists', { id, event: 'tg', draft: null, published: list(id, 's3'), changedAt: 0, changedBy: '' })
      tx.put('schedule', { ...entryRow(id, id, { kind: 'always' }), target: { kind: 'area', area: id } })
      for (let screen = 0; screen < screensPerArea; screen++) tx.put('screens', screenRow(`${id}-${screen}`, id))
    }
    for (const id of ['a1', 'a2', 'b1']) tx.remove('screens', id)
  })
  overrides = noOverrides
  signed = []
  told = []
  turns = []
  publisher = createPublisher({
    world,
    signer: counting(createSigner(world.dataFolder)),
    pace: stepwise,
    readProgramme: (event) => readProgramme(world.store.db, event),
    readOverrides: () => overrides,
    readLive: () => nothingLive,
  })
  publisher.onChange(({ classes }) => told.push(`${classes.length} classes`))
  publisher.onOverrides(() => told.push('override'))
  publisher.onPublished((revisions) => told.push(`revisions ${revisions.length}`))
  signed = []
  world.pass(1_000)
})
afterEach(() => {
  publisher.close()
  world.close()
})

function write(work: Parameters<TestWorld['store']['write']>[2]): void {
  world.store.write(author, 'test', work)
}
const publishSlide = (id: string, name: string) =>
  write((tx) => tx.put('slides', { id, event: 'tg', draft: null, published: slide(name), changedAt: 0, changedBy: '' }))
const documents = () => (world.store.db.$client.prepare('SELECT count(*) AS n FROM documents').get() as { n: number }).n
const evacuate = () => {
  overrides = {
    overrides: [{ id: 'o1', template: 'evacuate', target: { kind: 'all' }, status: 'actual', since: world.now(), ending: null }],
  }
  // The document is given by hand; a commit of the table is what asks for it.
  publisher.refreshOverrides()
}

describe('[W3] what a publication costs', () => {
  it('all of 50 classes: 50 manifests and 50 signatures, whatever the number of screens', () => {
    const before = documents()
    publishSlide('s1', 'Ny')
    settle()
    expect(documents() - before).toBe(areas)
    expect(signed).toEqual(Array.from({ length: areas }, () => 'class'))
  })

  it('one of 50 classes: one of each', () => {
    const before = documents()
    write((tx) => tx.put('playlists', { ...tx.need('playlists', 'area7', ''), published: list('area7', 's3', 's2') }))
    settle()
    expect([documents() - before, signed]).toEqual([1, ['class']])
  })

  it('one screen that gets another name: its own signature', () => {
    const [old] = [...publisher.publication().classes.values()]
    write((tx) => tx.put('screens', { ...tx.need('screens', 'area7-0', ''), name: 'Ny' }))
    settle()
    expect(signed).toEqual(['screen'])
    expect(publisher.publication().classes.get(old?.id ?? '')?.pointer).toBe(old?.pointer)
  })

  it('one that moves: its own, and that of the class it comes to', () => {
    write((tx) => tx.put('screens', screenRow('area7-0', 'area8')))
    settle()
    expect(signed).toEqual(['class', 'screen'])
  })

  it('an area that gets another name: one for each of its screens', () => {
    write((tx) => tx.put('areas', { ...tx.need('areas', 'area7', ''), name: 'Ny' }))
    settle()
    expect(signed).toEqual(Array.from({ length: screensPerArea }, () => 'screen'))
  })

  it('a draft: nothing', () => {
    write((tx) => tx.put('slides', { ...tx.need('slides', 's1', ''), draft: slide('Ny') }))
    expect([turns, signed, told]).toEqual([[], [], []])
  })
})

describe('[W3] a large publication', () => {
  it('is not told or stored before it is whole', () => {
    const before = documents()
    const { publication } = publisher
    const old = publication()
    publishSlide('s1', 'Ny')
    for (let step = 0; step < areas; step++) turn()
    expect([documents(), told, publication()]).toEqual([before, [], old])
    settle()
    expect(told).toEqual([`${areas} classes`, 'revisions 1'])
  })

  it('lets an override leave before it', () => {
    publishSlide('s1', 'Ny')
    for (let step = 0; step < areas; step++) turn()
    evacuate()
    expect(told).toEqual(['override'])
    settle()
    expect(told).toEqual(['override', `${areas} classes`, 'revisions 1'])
    const restarted = world.store.setting<{ sequence: number }>('order', { sequence: 0 })
    expect(restarted.sequence).toBe(publisher.overrides().body.sequence)
  })

  it('takes what is committed meanwhile into the next, and nothing of it into its own', () => {
    publishSlide('s1', 'Første')
    for (let step = 0; step < areas; step++) turn()
    publishSlide('s2', 'Andre')
    publishSlide('s3', 'Tredje')
    settle()
    expect(told).toEqual([`${areas} classes`, 'revisions 1', `${areas} classes`, 'revisions 2'])
    const [state] = [...publisher.publication().classes.values()]
    expect(
      Object.values(state?.manifest.slides ?? {})
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Andre', 'Første', 'Tredje'])
  })

  it('is answered as settled when everything is out', async () => {
    publishSlide('s1', 'Ny')
    const settled = publisher.settled().then(() => told.push('settled'))
    settle()
    await settled
    expect(told.at(-1)).toBe('settled')
  })

  it('that fails leaves what was published, and the next refresh tries again', () => {
    const { pointer } = [...publisher.publication().classes.values()][0]!
    world.store.db.$client.exec(`CREATE TRIGGER full BEFORE INSERT ON documents BEGIN SELECT RAISE(ABORT, 'disk full'); END`)
    publishSlide('s1', 'Ny')
    settle()
    expect([told, publisher.pointersFor('area0-0', false)?.[2]]).toEqual([[], pointer])
    world.store.db.$client.exec('DROP TRIGGER full')
    publisher.refresh(true)
    settle()
    expect(told).toEqual([`${areas} classes`, 'revisions 1'])
  })
})

describe('[W3] a burst of commits', () => {
  it('is published at its first, and then once for all others within 50 ms', () => {
    const first = () => publisher.publication().classes.values().next().value!.pointer.body
    const before = first()
    write((tx) => tx.put('playlists', { ...tx.need('playlists', 'area0', ''), published: list('area0', 's3', 's2') }))
    while (turn()) continue
    expect(compareOrder(first(), before)).toBeGreaterThan(0)
    for (const name of ['A', 'B', 'C']) {
      publishSlide('s1', name)
      world.pass(10)
      turn()
    }
    expect(told).toEqual(['1 classes', 'revisions 1'])
    settle()
    expect(told).toEqual(['1 classes', 'revisions 1', `${areas} classes`, 'revisions 3'])
  })
})
