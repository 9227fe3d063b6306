/** The sample that comes with the product: it can be imported, everything in it is seen, and it has what a demonstration needs. */
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { matches } from '@infoskjerm/shared/model/target.ts'
import { hourMs } from '@infoskjerm/shared/time/instant.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { lintVenue } from './lint.ts'
import { loadVenue } from './load.ts'
import { wallClock } from '../controller/schedule/windows.ts'
import type { VenueAsCode } from './venue.ts'

const folder = path.join(import.meta.dirname, 'tg27')
let venue: VenueAsCode

beforeAll(async () => {
  venue = await loadVenue(folder, wallClock)
})

describe('the sample', () => {
  it('has nothing that nobody would see or could read', () => expect(lintVenue(venue)).toEqual([]))

  it('is as large as promised', () => {
    expect(venue.screens.length).toBeGreaterThanOrEqual(12)
    expect(venue.happenings.length).toBeGreaterThanOrEqual(60)
    expect(venue.slides.length).toBeGreaterThanOrEqual(30)
  })

  it('marks what leads on the glass with the word that the glass looks for', () => {
    expect(venue.happenings.filter(({ tags }) => tags.includes('featured')).length).toBeGreaterThanOrEqual(8)
    expect(venue.happenings.filter(({ tags }) => tags.includes('Utvalgt'))).toEqual([])
  })

  it('has every media file, small', () => {
    for (const { path: file } of venue.media) {
      expect(existsSync(file), file).toBe(true)
      expect(statSync(file).size, file).toBeLessThanOrEqual(file.endsWith('.webm') ? 500_000 : 300_000)
    }
  })

  it('has one local screen, and it is landscape', () => {
    const local = venue.screens.filter((screen) => screen.local)
    expect(local.map(({ id, widthPx, heightPx }) => [id, widthPx, heightPx])).toEqual([['inngang-nord', 1920, 1080]])
  })

  it('has two portrait signposts and no exit that a file confirmed', () => {
    expect(venue.screens.filter((screen) => screen.heightPx > screen.widthPx)).toHaveLength(2)
    expect(venue.screens.flatMap((screen) => screen.exits).filter((exit) => exit.confirmed !== null)).toEqual([])
  })

  it('sends something to every screen always, and crew slides to crew screens only', () => {
    for (const screen of venue.screens) {
      const lists = venue.schedule.filter((entry) => matches(entry.target, screen))
      expect(
        lists.some((entry) => entry.when.kind === 'always'),
        screen.id,
      ).toBe(true)
      expect(
        lists.every((entry) => (entry.playlist === 'crewlista') === (screen.audience === 'crew')),
        screen.id,
      ).toBe(true)
    }
  })

  it('is really quiet only where people sleep and rest', () => {
    const quiet = venue.schedule.filter((entry) => entry.playlist === 'stille').map((entry) => entry.target)
    expect(venue.screens.filter((screen) => quiet.some((target) => matches(target, screen))).map(({ id }) => id)).toEqual([
      'lounge',
      'sovesal',
    ])
  })

  it('has one happening moved, one delayed, one cancelled, several moments and one that lasts a day', () => {
    const ids = (keep: (happening: VenueAsCode['happenings'][number]) => boolean) => venue.happenings.filter(keep).map(({ id }) => id)
    expect(ids(({ was, stage }) => was !== null && was.stage !== stage)).toEqual(['pikselkunst'])
    expect(ids(({ was, start }) => was !== null && was.start !== start)).toEqual(['aeoa'])
    expect(ids(({ cancelled }) => cancelled)).toEqual(['akustisk'])
    expect(ids(({ start, end }) => start === end).length).toBeGreaterThan(3)
    expect(ids(({ start, end }) => end - start >= 24 * hourMs)).toEqual(['game-jam'])
  })

  it('has all four stages busy on Friday 22:40', () => {
    const t = wallClock('Europe/Oslo')('2027-03-26T22:40')
    const on = venue.happenings.filter(({ start, end, cancelled }) => start <= t && t < end && !cancelled)
    expect(new Set(on.flatMap(({ stage }) => stage ?? []))).toEqual(new Set(['hovedscenen', 'kreativiascenen', 'esportscenen', 'lounge']))
  })

  it('[T3] has Demoshow past midnight and Nattkino of two hours across 02 → 03', () => {
    const length = (id: string) => {
      const found = venue.happenings.find((happening) => happening.id === id)
      return found === undefined ? null : (found.end - found.start) / hourMs
    }
    expect([length('demoshow'), length('nattkino-film')]).toEqual([4.5, 2])
  })

  it('has no stage with two happenings at once', () => {
    const clashes = venue.happenings.flatMap((one, index) =>
      venue.happenings
        .slice(index + 1)
        .filter((other) => one.stage !== null && one.stage === other.stage && one.start < other.end && other.start < one.end)
        .map((other) => [one.id, other.id]),
    )
    expect(clashes).toEqual([])
  })
})
