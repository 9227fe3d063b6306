/** Turns a venue as code into rows: media through the same way in as uploads, everything published, in one write. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { SlideContent } from '@infoskjerm/shared/model/slide.ts'
import type { ContentSource, VenueAsCode } from '../../../playlists/venue.ts'
import type { Ingest, Kept } from '../../media/ingest.ts'
import { mediaRow } from '../../media/store.ts'
import { checkLinked } from '../../schedule/linked.ts'
import { checkWhen, wallClock } from '../../schedule/windows.ts'
import { system, type Transaction } from '../../storage/store.ts'
import type { World } from '../../world.ts'

/** Imports the venue as the current event. `sampleReach` null where it is the venue's own and not the sample. */
export async function importVenue(world: World, venue: VenueAsCode, ingest: Ingest, sampleReach: 'local' | 'all' | null): Promise<void> {
  const kept = new Map<string, Kept>()
  for (const { file, path } of venue.media) kept.set(file, await ingest(createReadStream(path), (await stat(path)).size))
  world.store.write(system, 'import', (tx) => {
    const { id: event } = venue.event
    tx.put('events', { ...venue.event, current: true, sampleReach, phase: 'running' })
    for (const [file, one] of kept) {
      const id = world.newId()
      tx.put('media', mediaRow({ id, event, name: file, author: system, at: world.wallMs() }, one))
    }
    putHall(tx, venue)
    putContent(tx, venue, (content) => withMedia(content, kept), world.wallMs())
    world.store.setSetting('demo', demoMoments(venue))
  })
}

/** The moments of the demo clock as RFC 3339, or null where the venue names none. */
function demoMoments({ demo, event }: VenueAsCode): Readonly<Record<string, string>> | null {
  if (demo === null) return null
  const toInstant = wallClock(event.zone)
  return Object.fromEntries(Object.entries(demo).map(([moment, wall]) => [moment, new Date(toInstant(wall)).toISOString()]))
}

function putHall(tx: Transaction, venue: VenueAsCode): void {
  const event = venue.event.id
  for (const area of venue.areas) tx.put('areas', { ...area, event })
  venue.screens.forEach((screen, index) => tx.put('screens', { ...screen, event, position: index + 1 }))
  venue.stages.forEach((stage, position) => tx.put('stages', { ...stage, event, position }))
  for (const { open: _, ...happening } of venue.happenings) tx.put('happenings', { ...happening, event, origin: 'sample' })
}

function putContent(tx: Transaction, venue: VenueAsCode, content: (source: ContentSource) => SlideContent, changedAt: number): void {
  const common = { event: venue.event.id, draft: null, changedAt, changedBy: system.name }
  for (const sponsor of venue.sponsors) tx.put('sponsors', { ...sponsor, event: venue.event.id })
  for (const { id, ...slide } of venue.slides) tx.put('slides', { id, ...common, published: { ...slide, content: content(slide.content) } })
  for (const { id, ...playlist } of venue.playlists) tx.put('playlists', { id, ...common, published: playlist })
  for (const entry of venue.schedule) {
    if (entry.when.kind === 'happening') checkLinked(entry.when, venue.happenings)
    else checkWhen(entry.when, venue.event)
    tx.put('schedule', { ...entry, armed: null, event: venue.event.id })
  }
}

/** The content with what the store knows of each file in the place of its name. */
function withMedia(source: ContentSource, kept: ReadonlyMap<string, Kept>): SlideContent {
  const need = (file: string): Kept => {
    const found = kept.get(file)
    if (found === undefined) throw new Error(`the venue names media «${file}» that it does not list`)
    return found
  }
  const picture = (file: string) => {
    const { hash, type, widthPx, heightPx } = need(file)
    return { hash, type, widthPx, heightPx }
  }
  switch (source.kind) {
    case 'text':
      return { ...source, picture: source.picture === null ? null : picture(source.picture.file) }
    case 'image':
      return { ...source, picture: picture(source.picture.file) }
    case 'video':
      return { ...source, video: { ...picture(source.video.file), durationMs: need(source.video.file).durationMs } }
    default:
      return source
  }
}
