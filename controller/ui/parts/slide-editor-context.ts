/** What the renderer needs for slides that hang on no screen: the event, the programme, the time. */
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import type { ManifestEvent } from '@infoskjerm/shared/model/manifest.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import { dayMs, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { EventResource } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { documents } from '../documents.ts'
import { live } from '../live.ts'
import { mediaUrl } from '../media-url.ts'
import { venue } from '../venue.ts'
import { instantOf } from '../views/schedule-text.ts'
import { zoneTable } from '../views/schedule-wall.ts'

/** Days before and after the event for which the zone's changes are known to previews. */
const zoneDays = 400

/** Gives its host the same context until the event or the programme changes, so that what is drawn is not drawn again for nothing. */
export class SlideContextController implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly still: boolean
  private held: { readonly event: EventResource | null; readonly programme: Programme | null; readonly context: StageContext } | null = null

  /** `still`: thumbnails. */
  constructor(host: ReactiveControllerHost, { still }: { readonly still: boolean }) {
    this.host = host
    this.still = still
    host.addController(this)
  }

  hostConnected(): void {
    this.host.requestUpdate()
  }

  get context(): StageContext {
    const { event } = venue
    const programme = this.programme
    if (this.held !== null && this.held.event === event && this.held.programme === programme) return this.held.context
    const context: StageContext = {
      screen: null,
      event: event === null ? null : manifestEvent(event),
      programme,
      slips: {},
      mediaUrl,
      now: () => live.now(),
      answers: () => Promise.resolve(true),
      isTimeProved: true,
      sound: false,
      still: this.still,
    }
    this.held = { event, programme, context }
    return context
  }

  /** The programme as screens hold it; null while it is on its way or there is none. */
  get programme(): Programme | null {
    const hash = live.sources['programme']
    return hash === undefined ? null : (documents.get(hash, () => this.host.requestUpdate()) as Programme | null)
  }
}

function manifestEvent(event: EventResource): ManifestEvent {
  const from = instantOf({ day: event.firstDay, time: event.dayBreak }, event)
  const until = later(instantOf({ day: event.lastDay, time: event.dayBreak }, event), dayMs)
  const [hours = 0, minutes = 0] = event.dayBreak.split(':').map(Number)
  return {
    id: event.id,
    name: event.name,
    venueName: event.venueName,
    from,
    until,
    zone: zoneTable(event.zone, later(from, -zoneDays * dayMs), later(until, zoneDays * dayMs)),
    dayBreakMs: (hours * 60 + minutes) * minuteMs,
    theme: event.theme,
    look: event.look,
  }
}
