/** The sample venue as it is published: the manifest of each class of screens, without a database and without a clock. */
import path from 'node:path'
import type { Manifest } from '@infoskjerm/shared/model/manifest.ts'
import type { Picture, SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { classesOf } from '../../controller/publish/classes.ts'
import { type Content, timed } from '../../controller/publish/content.ts'
import { almanacOf, manifestOf } from '../../controller/publish/manifest.ts'
import { reachedFrom } from '../../controller/publish/reached.ts'
import { wallClock } from '../../controller/schedule/windows.ts'
import { loadVenue } from '../../playlists/load.ts'
import type { ContentSource, VenueAsCode } from '../../playlists/venue.ts'

/** Screens that show the same, by id, and what they may show. */
export interface PublishedClass {
  readonly screens: readonly string[]
  readonly manifest: Manifest
}

export interface Sample {
  readonly classes: readonly PublishedClass[]
  /** The instant of a wall time of the venue, `YYYY-MM-DDTHH:MM`. */
  readonly at: (wall: string) => Instant
}

/** Manifests reach thirteen months ahead of the month in which they are published; this is in it. */
const publishedAt = '2027-03-01T12:00'

/** Reads `playlists/tg27` and publishes it all at once. */
export async function publishedSample(): Promise<Sample> {
  const venue = await loadVenue(path.join(import.meta.dirname, '../../playlists/tg27'), wallClock)
  const at = wallClock(venue.event.zone)
  const content = contentOf(venue)
  const almanac = almanacOf(content.event, at(publishedAt), null)
  const classes = classesOf(content).map((one) => ({
    screens: one.screens.map(({ id }) => id),
    manifest: manifestOf(reachedFrom(one, content), almanac),
  }))
  return { classes, at }
}

function contentOf(venue: VenueAsCode): Content {
  const event = venue.event.id
  return {
    event: { ...venue.event, current: true, sampleReach: 'all', phase: 'running', look: null },
    areas: byId(venue.areas.map((area) => ({ ...area, event }))),
    screens: byId(venue.screens.map((screen) => ({ ...screen, event }))),
    entries: byId(venue.schedule.flatMap((entry) => timed({ ...entry, event }, venue.happenings) ?? [])),
    placements: new Map(),
    playlists: new Map(venue.playlists.map(({ id, ...body }) => [id, body])),
    slides: new Map(venue.slides.map(({ id, ...body }) => [id, { ...body, content: stored(body.content) }])),
    sponsors: byId(venue.sponsors),
  }
}

/** The entry with its times; none where what it follows does not take place. */

/** Media as if it were in the store; what is in it decides nothing about time. */
function stored(source: ContentSource): SlideContent {
  const kept = (file: string): Picture => ({ hash: file, type: '', widthPx: 1, heightPx: 1 })
  switch (source.kind) {
    case 'text':
      return { ...source, picture: source.picture === null ? null : kept(source.picture.file) }
    case 'image':
      return { ...source, picture: kept(source.picture.file) }
    case 'video':
      return { ...source, video: { ...kept(source.video.file), durationMs: null } }
    default:
      return source
  }
}

function byId<T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [row.id, row]))
}
