import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPlaylists } from '../playlists/store.ts'
import { createTestWorld, type TestWorld } from '../testing/world.ts'
import { createSlides } from './store.ts'

const kari = { id: 'kari', name: 'Kari' }
const text = (nb: string): SlideBody => ({
  name: 'Vann',
  content: { kind: 'text', title: { nb, en: '' }, body: { nb: '', en: '' }, tone: 'night', picture: null },
  variants: [],
  durationMs: 10_000,
  validFrom: null,
  validUntil: null,
  sponsor: null,
  embargo: false,
  audience: 'everyone',
})
const holding = (slide: string): PlaylistBody => ({
  name: 'Huset',
  order: 'sequence',
  items: [{ id: 'i1', of: { kind: 'slide', slide }, durationMs: null, validFrom: null, validUntil: null }],
})

let world: TestWorld
beforeEach(() => {
  world = createTestWorld()
})
afterEach(() => world.close())

describe('drafts beside what is published', () => {
  it('a new slide is a draft that no screen sees', () => {
    const { value } = createSlides(world).create(kari, text('Drikk vann'))
    expect(value).toMatchObject({ published: null, draft: { name: 'Vann' }, changedBy: 'Kari' })
  })

  it('a draft that is written back to what is published is no draft', () => {
    const slides = createSlides(world)
    const { id } = slides.create(kari, text('Drikk vann')).value
    world.store.write(kari, 'publish', (tx) =>
      tx.put('slides', { ...tx.need('slides', id, ''), draft: null, published: text('Drikk vann') }),
    )
    expect(slides.saveDraft(kari, id, text('Drikk mer vann')).value.draft).not.toBeNull()
    expect(slides.saveDraft(kari, id, text('Drikk vann')).value.draft).toBeNull()
  })

  it('discarding the draft of a slide that was never published deletes it, and undo brings it back', () => {
    const slides = createSlides(world)
    const { id } = slides.create(kari, text('Drikk vann')).value
    const { revision } = slides.discardDraft(kari, id)
    expect(slides.list()).toEqual([])
    world.store.undo(kari, revision)
    expect(slides.read(id).draft).toEqual(text('Drikk vann'))
  })

  it('deleting a slide takes it out of every playlist, and undo puts it back in its place', () => {
    const slides = createSlides(world)
    const playlists = createPlaylists(world)
    const { id } = slides.create(kari, text('Drikk vann')).value
    const list = playlists.create(kari, holding(id)).value.id
    const { revision } = slides.remove(kari, id)
    expect(playlists.read(list).draft?.items).toEqual([])
    world.store.undo(kari, revision)
    expect(playlists.read(list).draft).toEqual(holding(id))
    expect(slides.read(id).draft).toEqual(text('Drikk vann'))
  })

  it('undo of a publish brings the old text back and keeps what was typed since as a draft', () => {
    const slides = createSlides(world)
    const { id } = slides.create(kari, text('Gammel')).value
    const publish = (body: SlideBody) =>
      world.store.write(kari, 'publish', (tx) => tx.put('slides', { ...tx.need('slides', id, ''), draft: null, published: body })).revision
    publish(text('Gammel'))
    slides.saveDraft(kari, id, text('Ny'))
    const revision = publish(text('Ny'))
    slides.saveDraft(kari, id, text('Enda nyere'))
    world.store.undo(kari, revision)
    expect(slides.read(id)).toMatchObject({ published: text('Gammel'), draft: text('Enda nyere') })
  })

  it('an end before the start and a picture that is not there are refused, and nothing is stored', () => {
    const slides = createSlides(world)
    expect(() => slides.create(kari, { ...text('x'), validFrom: instant(2), validUntil: instant(1) })).toThrow('end must come after')
    const picture = { hash: 'a'.repeat(64), type: 'image/webp', widthPx: 1, heightPx: 1 }
    expect(() =>
      slides.create(kari, { ...text('x'), content: { kind: 'image', picture, fit: 'cover', tone: 'night', caption: { nb: '', en: '' } } }),
    ).toThrow('not in the library')
    expect(slides.list()).toEqual([])
  })
})
