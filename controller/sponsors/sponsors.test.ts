import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { SponsorBody } from '@infoskjerm/shared/model/sponsor.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { slide } from '../realtime/testing.ts'
import { createSlides } from '../slides/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createSponsors } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const sponsor = (name: string, ...rivals: readonly string[]): SponsorBody => ({ name, promise: null, rivals })
const promised = (area: string): SponsorBody => ({
  ...sponsor('Lovet'),
  promise: { amount: { kind: 'share', percent: 8 }, where: { kind: 'area', area }, hours: { from: '18:00', until: '02:00' } },
})

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
})
afterEach(() => world.close())

describe('sponsors', () => {
  it('are made, changed, listed by id, and each step can be taken back', () => {
    const sponsors = createSponsors(world)
    const { id } = sponsors.create(kari, promised('hall')).value
    const { revision } = sponsors.change(kari, id, sponsor('Nytt navn'))
    expect(sponsors.list()).toEqual([{ id, ...sponsor('Nytt navn') }])
    world.store.undo(kari, revision)
    expect(sponsors.list()).toEqual([{ id, ...promised('hall') }])
  })

  it('a slide names one that is there', () => {
    const { id } = createSponsors(world).create(kari, sponsor('Nordlys')).value
    expect(createSlides(world).create(kari, { ...slide('Reklame'), sponsor: id }).value.draft?.sponsor).toBe(id)
    expect(() => createSlides(world).create(kari, { ...slide('Reklame'), sponsor: 'gone' })).toThrow(
      expect.objectContaining({ code: 'unknown-reference', path: 'sponsor' }),
    )
  })

  it('deleted, one leaves rivals and slides, and undo brings all of it back', () => {
    const sponsors = createSponsors(world)
    const gone = sponsors.create(kari, sponsor('Går')).value.id
    const stays = sponsors.create(kari, sponsor('Blir', gone)).value.id
    const body: SlideBody = { ...slide('Reklame'), sponsor: gone }
    world.store.write(kari, 'publish', (tx) =>
      tx.put('slides', { id: 's', event: 'tg', draft: body, published: body, changedAt: 0, changedBy: '' }),
    )
    const { revision } = sponsors.remove(kari, gone)
    expect(sponsors.list()).toEqual([{ id: stays, ...sponsor('Blir') }])
    expect(createSlides(world).read('s')).toMatchObject({ draft: { sponsor: null }, published: { sponsor: null } })
    world.store.undo(kari, revision)
    expect(sponsors.list().find(({ id }) => id === stays)?.rivals).toEqual([gone])
    expect(createSlides(world).read('s')).toMatchObject({ draft: body, published: body })
  })

  it.each<[string, (id: string, other: string) => SponsorBody, string, string]>([
    ['a rival that is not there', () => sponsor('Ny', 'gone'), 'unknown-reference', 'rivals.0'],
    ['oneself as a rival', (id, other) => sponsor('Ny', other, id), 'invalid', 'rivals.1'],
    ['a rival twice', (_, other) => sponsor('Ny', other, other), 'duplicate', 'rivals.1'],
    ['a name that is taken', () => sponsor('NORDLYS'), 'duplicate', 'name'],
    ['a promise where there is no area', () => promised('gone'), 'unknown-reference', 'promise.where.area'],
  ])('%s is refused', (_, body, code, path) => {
    const sponsors = createSponsors(world)
    const other = sponsors.create(kari, sponsor('Nordlys')).value.id
    const { id } = sponsors.create(kari, sponsor('Fjell')).value
    expect(() => sponsors.change(kari, id, body(id, other))).toThrow(expect.objectContaining({ code, path }))
  })
})
