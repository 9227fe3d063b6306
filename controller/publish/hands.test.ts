import { nothingLive } from '@infoskjerm/shared/model/live.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { hourMs, instant, later, minuteMs, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { TakeoverContent } from '@infoskjerm/shared/wire/api.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { entryRow, list, screenRow, slide } from '../realtime/testing.ts'
import { readProgramme } from '../programme/store.ts'
import type { Transaction } from '../storage/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createSigner } from './keys.ts'
import { atOnce } from './pace.ts'
import { createPublisher, type Publisher } from './publisher.ts'

const kari = { id: 'kari', name: 'Kari' }
const stamp = { changedAt: 0, changedBy: 'Kari' }

let world: TestWorld
let publisher: Publisher
beforeEach(() => {
  world = createTestWorld()
  write((tx) => {
    tx.put('areas', { id: 'crew', event: 'tg', name: 'Crew', position: 1 })
    tx.put('screens', screenRow('a1', 'hall'))
    tx.put('screens', screenRow('a2', 'hall'))
    tx.put('screens', { ...screenRow('c1', 'crew'), audience: 'crew' })
    tx.put('slides', { id: 'one', event: 'tg', draft: null, published: slide('En'), ...stamp })
    tx.put('slides', { id: 'two', event: 'tg', draft: null, published: slide('To'), ...stamp })
    tx.put('playlists', { id: 'house', event: 'tg', draft: null, published: list('Huset', 'one', 'two'), ...stamp })
    tx.put('schedule', { ...entryRow('always', 'house', { kind: 'always' }), band: 'house' })
  })
  publisher = start()
})
afterEach(() => world.close())

function start(): Publisher {
  return createPublisher({
    world,
    signer: createSigner(world.dataFolder),
    pace: atOnce,
    readProgramme: (event) => readProgramme(world.store.db, event),
    readOverrides: () => ({ overrides: [] }),
    readLive: () => nothingLive,
  })
}

function write(work: (tx: Transaction) => void): void {
  world.store.write(kari, 'test', work)
}

/** The name of the slide on a screen so many seconds from now. */
function on(screen: string, afterS = 1): string {
  const main = publisher.sceneOf(screen, false, later(world.now(), afterS * secondMs))?.slots.main
  return main?.kind === 'slide' ? main.slide.name : (main?.kind ?? 'nothing')
}

/** Names of all that a screen shows within some minutes, each once. */
function within(screen: string, minutes: number): readonly string[] {
  const seen = new Set<string>()
  const { plan, live } = publisher.planOf(screen, world.now(), later(world.now(), hourMs))!
  for (let t = later(world.now(), secondMs); t < later(world.now(), minutes * minuteMs); t = later(t, secondMs)) {
    const { main } = resolve(plan, live, t).slots
    seen.add(main.kind === 'slide' ? main.slide.name : main.kind)
  }
  return [...seen].sort()
}

function notice(id: string, template: string, nb: string, minutes: number, target: object = { kind: 'all' }): void {
  const words = { nb, en: '' }
  const from = world.now()
  const ends = { from, until: later(from, minutes * minuteMs), by: 'Kari', endedAt: null, endedBy: null }
  write((tx) => tx.put('notices', { id, event: 'tg', template, values: {}, words, target: target as never, ...ends }))
}

function takeover(id: string, content: TakeoverContent, minutes: number, screen = 'a1'): void {
  const from = world.now()
  const ends = { from, until: later(from, minutes * minuteMs), by: 'Kari', key: null, endedAt: null, endedBy: null }
  write((tx) => tx.put('takeovers', { id, event: 'tg', content, target: { kind: 'screen', screen }, ...ends }))
}

describe('a notice', () => {
  it('stands at once, above what is scheduled, and goes by itself', () => {
    notice('n', 'free', 'Køen går til venstre', 10)
    expect([on('a1'), on('a1', 599)]).toEqual(['Køen går til venstre', 'Køen går til venstre'])
    expect(['En', 'To']).toContain(on('a1', 601))
  })

  it('shares the screen with other notices', () => {
    notice('n', 'free', 'Først', 10)
    notice('m', 'free', 'Så', 10)
    expect(within('a1', 2)).toEqual(['Først', 'Så'])
  })

  it('is the first thing to be seen after it was sent, except where a screen is lent', () => {
    notice('n', 'free', 'Først', 10)
    world.pass(45_000)
    takeover('t', { kind: 'slide', slide: 'two' }, 30, 'a2')
    world.pass(1_000)
    notice('m', 'free', 'Nyest', 10)
    expect([on('a1', 0.1), on('a1', 19), on('a2', 0.1)]).toEqual(['Nyest', 'Nyest', 'To'])
    expect(within('a1', 2)).toEqual(['Først', 'Nyest'])
  })

  it('taken away, gives the screen back where the show would be', () => {
    const before = on('a1', 5)
    notice('n', 'free', 'Borte snart', 10)
    write((tx) => tx.put('notices', { ...tx.need('notices', 'n', ''), endedAt: world.now(), endedBy: 'Ola' }))
    expect(on('a1', 5)).toBe(before)
  })

  it('with words for crew reaches no screen that stands before everybody, whatever its target and whoever changes the screen', () => {
    notice('n', 'crew-free', 'Vaktbytte', 10)
    expect([on('a1'), on('c1')]).toEqual([expect.stringMatching('En|To'), 'Vaktbytte'])
    write((tx) => tx.put('screens', { ...tx.need('screens', 'c1', ''), audience: 'public' }))
    expect(on('c1')).not.toBe('Vaktbytte')
    expect(JSON.stringify([...publisher.publication().classes.values()].map((one) => one.manifest))).not.toContain('Vaktbytte')
  })
})

describe('a take-over', () => {
  it.each<[string, TakeoverContent, SlideBody['content']['kind']]>([
    ['a slide', { kind: 'slide', slide: 'two' }, 'text'],
    ['a web address', { kind: 'web', url: 'https://example.org/' }, 'web'],
    ['black', { kind: 'black' }, 'black'],
  ])('of %s has its screen to itself in one unbroken turn, and no other', (_, content, kind) => {
    takeover('t', content, 30)
    notice('n', 'free', 'Beskjed', 30)
    const { plan, live } = publisher.planOf('a1', world.now(), later(world.now(), hourMs))!
    const { main } = resolve(plan, live, later(world.now(), secondMs)).slots
    expect(main).toMatchObject({ kind: 'slide', slide: { content: { kind } } })
    expect(main.kind === 'slide' ? main.until : null).toBeGreaterThanOrEqual(later(world.now(), 29 * minuteMs))
    expect(on('a2')).toBe('Beskjed')
  })

  it('the last one stands, and given back uncovers the one before', () => {
    takeover('t', { kind: 'black' }, 30)
    world.pass(1_000)
    takeover('u', { kind: 'slide', slide: 'two' }, 30)
    expect(on('a1')).toBe('To')
    write((tx) => tx.put('takeovers', { ...tx.need('takeovers', 'u', ''), endedAt: world.now(), endedBy: 'Kari' }))
    expect(publisher.sceneOf('a1', false, later(world.now(), secondMs))?.slots.main).toMatchObject({
      slide: { content: { kind: 'black' } },
    })
  })
})

describe('a placed slide', () => {
  const place = (until: number | null, audience: SlideBody['audience'] = 'everyone', target: object = { kind: 'all' }) =>
    write((tx) => {
      tx.put('slides', { id: 'new', event: 'tg', draft: null, published: { ...slide('Ny'), audience }, ...stamp })
      tx.put('placements', { id: 'p', event: 'tg', slide: 'new', target: target as never, from: world.now(), until, by: 'Kari' })
    })

  it('comes in every pass among what rotates, until its end', () => {
    place(later(world.now(), 10 * minuteMs))
    expect(within('a1', 2)).toEqual(['En', 'Ny', 'To'])
    world.pass(11 * minuteMs)
    expect(within('a1', 2)).toEqual(['En', 'To'])
  })

  it('comes again within twelve items of a long list', () => {
    const many = Array.from({ length: 40 }, (_, n) => `s${n}`)
    write((tx) => {
      for (const id of many) tx.put('slides', { id, event: 'tg', draft: null, published: slide(id), ...stamp })
      tx.put('playlists', { ...tx.need('playlists', 'house', ''), published: list('Huset', ...many) })
    })
    place(null)
    const { items } = publisher.content()!.playlists.get('house')!
    expect(items).toHaveLength(40)
    expect(within('a1', 3)).toContain('Ny')
  })

  it('on a screen where nothing is scheduled stands alone', () => {
    write((tx) => tx.remove('schedule', 'always'))
    place(null)
    expect(within('a1', 2)).toEqual(['Ny'])
  })

  it('leaves alone a list that another entry plays by itself', () => {
    write((tx) =>
      tx.put('schedule', {
        ...entryRow('own', 'house', { kind: 'always' }),
        band: 'event',
        exclusive: true,
        target: { kind: 'screen', screen: 'a2' },
      }),
    )
    place(null)
    expect(within('a2', 2)).toEqual(['En', 'To'])
    expect(within('a1', 2)).toEqual(['En', 'Ny', 'To'])
  })

  it('for crew reaches crew screens alone', () => {
    place(null, 'crew')
    expect([within('a1', 2), within('c1', 2)]).toEqual([
      ['En', 'To'],
      ['En', 'Ny', 'To'],
    ])
  })

  it('does not restart the show', () => {
    world.pass(7_000)
    const before = on('a1', 0.2)
    place(null)
    expect(on('a1', 0.2)).toBe(before)
  })
})

describe('a slide for crew', () => {
  it('in a list that everybody’s screens play is left out there', () => {
    write((tx) => tx.put('slides', { id: 'one', event: 'tg', draft: null, published: { ...slide('En'), audience: 'crew' }, ...stamp }))
    expect([within('a1', 1), within('c1', 1)]).toEqual([['To'], ['En', 'To']])
  })
})

describe('an entry linked to the programme', () => {
  const from = instant(Date.parse('2027-03-26T22:00:00Z'))
  beforeEach(() =>
    write((tx) => {
      const words = { nb: 'Demoshow', en: '' }
      const times = { start: from, end: later(from, hourMs) }
      tx.put('happenings', {
        ...{ id: 'demo', event: 'tg', title: words, stage: null, ...times, description: { nb: '', en: '' }, tags: [] },
        ...{ was: null, cancelled: false, origin: 'sample' },
      })
      tx.put('playlists', { id: 'show', event: 'tg', draft: null, published: list('Show', 'two'), ...stamp })
      const when = {
        kind: 'happening',
        happening: 'demo',
        from: { edge: 'start', offsetMin: -15 },
        until: { edge: 'end', offsetMin: 0 },
      } as const
      tx.put('schedule', { ...entryRow('linked', 'show', when), band: 'event', exclusive: true })
    }),
  )
  const at = (minutes: number) => {
    const main = publisher.sceneOf('a1', false, later(from, minutes * minuteMs))?.slots.main
    return main?.kind === 'slide' ? main.entry : null
  }

  it('goes with the happening, and with what a person corrects', () => {
    expect([at(-16), at(-14), at(59), at(61)]).toEqual(['always', 'linked', 'linked', 'always'])
    const correction = { start: later(from, 20 * minuteMs), end: later(from, 80 * minuteMs), stage: null, open: false, cancelled: false }
    const seen = { start: from, end: later(from, hourMs), stage: null }
    write((tx) => tx.put('corrections', { id: 'demo', event: 'tg', correction, seen, by: 'Kari', at: world.now() }))
    expect([at(-14), at(6), at(79), at(81)]).toEqual(['always', 'linked', 'linked', 'always'])
  })

  it('is gone while the happening is cancelled', () => {
    write((tx) => tx.put('happenings', { ...tx.need('happenings', 'demo', ''), cancelled: true }))
    expect(at(30)).toBe('always')
  })
})

it('what was planned when the event was ended stands still, over a restart too', () => {
  const slides = () =>
    publisher.planned().flatMap(({ manifest, screens }) => screens.map(({ id }) => [id, ...Object.keys(manifest.slides).sort()]))
  const before = slides()
  write((tx) => tx.put('events', { ...tx.need('events', 'tg', ''), phase: 'ended' }))
  expect(slides()).toEqual(before)
  publisher = start()
  expect(slides()).toEqual(before)
  write((tx) => tx.put('events', { ...tx.need('events', 'tg', ''), phase: 'running' }))
  expect(slides()).toEqual(before)
})

it('when the event is over every screen says thanks, and holds nothing else', () => {
  notice('n', 'free', 'Beskjed', 10)
  write((tx) => tx.put('events', { ...tx.need('events', 'tg', ''), phase: 'ended' }))
  expect([on('a1'), on('c1')]).toEqual(['Takk for i år', 'Takk for i år'])
  expect([...publisher.publication().classes.values()].flatMap(({ manifest }) => Object.keys(manifest.slides))).not.toContain('one')
})
