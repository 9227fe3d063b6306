/** What the sample promises its sponsors is kept as it is planned, and there is nothing to be advised on but what is meant. */
import { lint } from '@infoskjerm/shared/engine/lint.ts'
import { join } from 'node:path'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { instant } from '@infoskjerm/shared/time/instant.ts'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadVenue } from '../../../playlists/load.ts'
import type { VenueAsCode } from '../../../playlists/venue.ts'
import { adviceOn } from '../../publish/advice.ts'
import { classesOf } from '../../publish/classes.ts'
import { type Content, timed } from '../../publish/content.ts'
import { almanacOf, manifestOf } from '../../publish/manifest.ts'
import { reachedFrom } from '../../publish/reached.ts'
import { eventSpan, wallClock } from '../../schedule/windows.ts'
import { sponsorAirtime } from '../../sponsors/airtime.ts'

// Fourteen screens are planned for five days here, perhaps on a busy machine.
vi.setConfig({ hookTimeout: 60_000 })

/** What a manifest is made of; pictures keep their file's name, which no plan looks at. */
function contentOf(venue: VenueAsCode): Content {
  const byId = <T extends { readonly id: string }, V>(rows: readonly T[], value: (row: T) => V) =>
    new Map(rows.map((row) => [row.id, value(row)]))
  const event = venue.event.id
  return {
    event: { ...venue.event, current: true, sampleReach: 'local', phase: 'running', look: null },
    areas: byId(venue.areas, (area) => ({ ...area, event })),
    screens: byId(venue.screens, (screen) => ({ ...screen, event })),
    entries: new Map(
      venue.schedule.flatMap((entry) => timed({ ...entry, event }, venue.happenings) ?? []).map((entry) => [entry.id, entry]),
    ),
    placements: new Map(),
    playlists: byId(venue.playlists, ({ id: _, ...body }) => body),
    slides: byId(venue.slides, ({ id: _, ...body }) => body as unknown as SlideBody),
    sponsors: byId(venue.sponsors, ({ rivals }) => ({ rivals })),
  }
}

let venue: VenueAsCode
let classes: { manifest: ReturnType<typeof manifestOf>; screens: readonly VenueAsCode['screens'][number][] }[]
beforeAll(async () => {
  venue = await loadVenue(join(import.meta.dirname, '..', '..', '..', 'playlists', 'tg27'), wallClock)
  const content = contentOf(venue)
  const almanac = almanacOf(content.event, instant(Date.parse('2027-03-26T21:40:00Z')), null)
  classes = classesOf(content).map((of) => ({ manifest: manifestOf(reachedFrom(of, content), almanac), screens: of.screens }))
})

describe('the sample', () => {
  it('keeps every promise', async () => {
    const airtime = await sponsorAirtime(classes, venue.sponsors, venue.event, eventSpan(venue.event))
    expect(airtime.filter(({ promise }) => promise !== null).map(({ sponsor, promise }) => [sponsor, promise?.kept])).toEqual([
      ['nordlys-nett', true],
      ['fjellvarde-data', true],
      ['skrei-energi', true],
    ])
  })

  it('has rivals that never meet, and nothing to be advised on but what is meant', async () => {
    const ids = classes.map(({ manifest, screens }) => ({ manifest, screens: screens.map(({ id }) => id) }))
    const found = (await adviceOn(ids, eventSpan(venue.event), lint)).map(({ finding, screens }) => [
      finding.kind,
      'entry' in finding ? finding.entry : '',
      screens.length,
    ])
    expect(found.sort()).toEqual([
      // The screens of esport and those where people sleep have lists of their own, in a higher band.
      ['always-hidden', 'kveldsprogram', 2],
      ['always-hidden', 'nattprogram', 2],
      // Slides that are over before their list is.
      ['expires', 'kveldsprogram', 12],
      ['expires', 'kveldsprogram', 12],
      ['expires', 'nattprogram', 13],
    ])
  })
})
