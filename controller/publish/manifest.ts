/** Builds the manifest of a class: all that its screens may show, with every rule turned into instants. */
import type { Entry, Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { Series } from '@infoskjerm/shared/time/series.ts'
import type { ZoneTable } from '@infoskjerm/shared/time/zone.ts'
import { dayBreakMs, dayBreaks, eventSpan, horizonOf, seriesOf, type Window, zoneTable } from '../schedule/windows.ts'
import type { ContentEntry, StyledEvent } from './content.ts'
import { toSeries } from '../schedule/series.ts'
import { contentsOf, nothingReached, type Reached, sourcesOf } from './reached.ts'

/** What all manifests of an event share while the horizon stands: its times, and each rule's series, worked out once. */
export interface Almanac {
  readonly event: StyledEvent
  readonly horizon: Window
  readonly zone: ZoneTable
  readonly days: readonly Series[]
  readonly span: Window
  readonly seriesOf: (entry: ContentEntry) => Entry['when']
}

/** The almanac at `now`; the one of before where nothing in it would differ. */
export function almanacOf(event: StyledEvent, now: Instant, before: Almanac | null): Almanac {
  const horizon = horizonOf(event.zone, now)
  if (before !== null && before.event === event && before.horizon.from === horizon.from) return before
  const zone = zoneTable(event.zone, horizon.from, horizon.until)
  const known = new WeakMap<ContentEntry, Entry['when']>()
  return {
    event,
    horizon,
    zone,
    days: dayBreaks(event, zone, horizon),
    span: eventSpan(event),
    seriesOf: (entry) => {
      const when = known.get(entry) ?? whenOf(entry.when, event, zone, horizon)
      known.set(entry, when)
      return when
    },
  }
}

/** The values a manifest is made of. Equal lists (by identity) make equal manifests, so that a class that did not change is not built again. */
export function ingredientsOf(reached: Reached, almanac: Almanac): readonly unknown[] {
  return [almanac, ...sourcesOf(reached)]
}

/** The manifest without anchors. */
export function manifestOf(reached: Reached, almanac: Almanac): Manifest {
  const { event, zone, days, span } = almanac
  const { entries, playlistOf, ...contents } = contentsOf(reached)
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
      look: event.look,
    },
    days,
    entries: entries.map((entry) => entryOf(entry, playlistOf(entry), almanac)).filter(({ when }) => when === 'always' || when.length > 0),
    ...contents,
    anchors: [],
  }
}

/** The manifest of a class that nothing is meant for. */
export function emptyManifest(almanac: Almanac): Manifest {
  return manifestOf(nothingReached, almanac)
}

function entryOf(row: ContentEntry, playlist: string, almanac: Almanac): Entry {
  const { id, name, slot, band, exclusive, manual, weight } = row
  return { id, name, slot, band, exclusive, manual, weight, playlist, when: almanac.seriesOf(row) }
}

/** Fixed instants are one window as they are; anything else is a rule. */
function whenOf(when: ContentEntry['when'], event: StyledEvent, zone: ZoneTable, horizon: Window): Entry['when'] {
  return when.kind === 'instants' ? toSeries(when.from < when.until ? [when] : []) : seriesOf(when, event, zone, horizon)
}
