import { expect, test } from 'vitest'
import { compile } from '../engine/compile.ts'
import { timeline } from '../engine/timeline.ts'
import { quiet } from '../model/live.ts'
import { manifestSchema } from '../model/manifest.ts'
import { dayMs, instant } from '../time/instant.ts'
import { eventDays, generateEvent, generateVenue } from './event.ts'

const event = generateEvent({ entries: 300, rivals: true }, 7)
const lists = Object.values(event.playlists)
const visits = lists.flatMap(({ items }) => items).flatMap(({ of }) => (of.kind === 'playlist' ? [of] : []))

test('an event depends on nothing but its size and the seed, and is one that may be published', () => {
  expect(generateEvent({ entries: 300, rivals: true }, 7)).toEqual(event)
  expect(manifestSchema.parse(event)).toEqual(event)
})

test('it has what makes real events hard', () => {
  const shuffled = lists.filter(({ order }) => order === 'shuffle').length / lists.length
  const paid = lists.filter(({ items }) => items.some(({ of }) => of.kind === 'slide' && event.slides[of.slide]?.sponsor !== null))
  expect(shuffled).toBeGreaterThan(0.25)
  expect(paid.length / lists.length).toBeGreaterThan(0.3)
  expect(Object.values(event.sponsors).filter(({ rivals }) => rivals.length > 0).length).toBeGreaterThan(5)
  expect(visits.some(({ take }) => take !== null) && visits.some(({ take }) => take === null)).toBe(true)
})

test('without rivals nobody pays', () => {
  const { sponsors, slides } = generateEvent({ entries: 300, rivals: false }, 7)
  expect(sponsors).toEqual({})
  expect(Object.values(slides).every(({ sponsor }) => sponsor === null)).toBe(true)
})

test('most of the time several entries share main', () => {
  const over = { from: instant(0), until: instant(eventDays * dayMs) }
  const { spans } = timeline(compile(event, over), quiet, over.from, over.until)
  const shared = spans.filter(({ slot, entries }) => slot === 'main' && entries.length > 1)
  const sharedMs = shared.reduce((sum, { from, until }) => sum + until - from, 0)
  expect(sharedMs / (over.until - over.from)).toBeGreaterThan(0.5)
})

test('the screens of a hall fall into classes, and each class holds only what its entries reach', () => {
  const { screens, classes } = generateVenue({ screens: 200, entries: 150 }, 7)
  expect(new Set(screens)).toEqual(new Set(classes))
  expect(classes.length).toBeGreaterThan(20)
  for (const { entries, playlists, slides } of classes) {
    expect(entries.every(({ playlist }) => playlist in playlists)).toBe(true)
    const shown = Object.values(playlists).flatMap(({ items }) => items.flatMap(({ of }) => (of.kind === 'slide' ? [of.slide] : [])))
    expect(new Set(Object.keys(slides))).toEqual(new Set(shown))
  }
})
