/** Builds the manifest of a class: all that its screens may show, with every rule turned into instants. */
import type { Entry, Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Series } from '@infoskjerm/shared/time/series.ts'
import type { ZoneTable } from '@infoskjerm/shared/time/zone.ts'
import type { EventRow } from '../events/table.ts'
import type { ScheduleRow } from '../schedule/table.ts'
import { dayBreakMs, dayBreaks, eventSpan, horizonOf, seriesOf, type Window, zoneTable } from '../schedule/windows.ts'
import type { Content } from './content.ts'

/** What all manifests of an event share while the horizon stands: its times, and each rule's series, worked out once. */
export interface Almanac {
  readonly event: EventRow
  readonly horizon: Window
  readonly zone: ZoneTable
  readonly days: readonly Series[]
  readonly span: Window
  readonly seriesOf: (entry: ScheduleRow) => Entry['when']
}

/** The almanac at `now`; the one of before where nothing in it would differ. */
export function almanacOf(event: EventRow, now: Instant, before: Almanac | null): Almanac {
  const horizon = horizonOf(event.zone, now)
  if (before !== null && before.event === event && before.horizon.from === horizon.from) return before
  const zone = zoneTable(event.zone, horizon.from, horizon.until)
  const known = new WeakMap<ScheduleRow, Entry['when']>()
  return {
    event,
    horizon,
    zone,
    days: dayBreaks(event, zone, horizon),
    span: eventSpan(event),
    seriesOf: (entry) => {
      const when = known.get(entry) ?? seriesOf(entry.when, event, zone, horizon)
      known.set(entry, when)
      return when
    },
  }
}

/** Everything a class may show, reached from its entries. What is not published is left out: a missing slide costs its own turn, never the show. */
export interface Reached {
  readonly entries: readonly ScheduleRow[]
  readonly playlists: ReadonlyMap<string, PlaylistBody>
  readonly slides: ReadonlyMap<string, SlideBody>
}

export function reachedFrom(entries: readonly ScheduleRow[], content: Content): Reached {
  const playlists = new Map<string, PlaylistBody>()
  const slides = new Map<string, SlideBody>()
  const visit = (id: string): void => {
    const body = content.playlists.get(id)
    if (body === undefined || playlists.has(id)) return
    playlists.set(id, body)
    for (const { of } of body.items) {
      if (of.kind === 'playlist') visit(of.playlist)
      else {
        const slide = content.slides.get(of.slide)
        if (slide !== undefined) slides.set(of.slide, slide)
      }
    }
  }
  for (const entry of entries) visit(entry.playlist)
  return { entries: entries.filter((entry) => playlists.has(entry.playlist)), playlists, slides }
}

/** The values a manifest is made of. Equal lists (by identity) make equal manifests, so that a class that did not change is not built again. */
export function ingredientsOf(reached: Reached, almanac: Almanac): readonly unknown[] {
  return [almanac, ...reached.entries, ...reached.playlists.values(), ...reached.slides.values()]
}

/** The manifest without anchors. */
export function manifestOf(reached: Reached, almanac: Almanac): Manifest {
  const { event, zone, days, span } = almanac
  return {
    format: 1,
    event: {
      id: event.id,
      name: event.name,
      venueName: event.venueName,
      from: span.from,
      until: span.until,
      zone,
      dayBreakMs: dayBreakMs(event),
      theme: event.theme,
    },
    days,
    entries: reached.entries.map((entry) => entryOf(entry, almanac)).filter(({ when }) => when === 'always' || when.length > 0),
    playlists: Object.fromEntries([...reached.playlists].map(([id, body]) => [id, withoutMissing(body, reached)])),
    slides: Object.fromEntries(reached.slides),
    anchors: [],
  }
}

/** The manifest of a class that nothing is meant for. */
export function emptyManifest(almanac: Almanac): Manifest {
  return manifestOf({ entries: [], playlists: new Map(), slides: new Map() }, almanac)
}

function entryOf(row: ScheduleRow, almanac: Almanac): Entry {
  const { id, name, slot, band, exclusive, weight, playlist } = row
  return { id, name, slot, band, exclusive, weight, playlist, when: almanac.seriesOf(row) }
}

function withoutMissing(body: PlaylistBody, reached: Reached): PlaylistBody {
  const items = body.items.filter(({ of }) => (of.kind === 'slide' ? reached.slides.has(of.slide) : reached.playlists.has(of.playlist)))
  return items.length === body.items.length ? body : { ...body, items }
}
