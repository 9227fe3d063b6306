/** What stands in the regions of a layout that is being written: worked out by the screens' own engine, from the lists as they stand in their editors. */
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import { compile } from '@infoskjerm/shared/engine/compile.ts'
import { covers, type Plan } from '@infoskjerm/shared/engine/plan.ts'
import { resolve } from '@infoskjerm/shared/engine/resolve.ts'
import type { Showing } from '@infoskjerm/shared/engine/scene.ts'
import type { ManifestEvent } from '@infoskjerm/shared/model/manifest.ts'
import type { PlaylistBody } from '@infoskjerm/shared/model/playlist.ts'
import type { SlideBody } from '@infoskjerm/shared/model/slide.ts'
import { quiet } from '@infoskjerm/shared/model/live.ts'
import { dayMs, hourMs, type Instant, later } from '@infoskjerm/shared/time/instant.ts'
import type { PlaylistResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { Resource } from '../live.ts'
import { bodyOf, playlistFromJson, slideFromJson } from './slide-editor-json.ts'

/** A plan in which this slide is on the glass all the time. */
export function planOfSlide(
  slide: SlideBody,
  playlists: readonly PlaylistResource[],
  slides: readonly SlideResource[],
  event: ManifestEvent,
  t: Instant,
): Plan {
  const item = { id: 'i', of: { kind: 'slide', slide: '' }, durationMs: dayMs, validFrom: null, validUntil: null } as const
  const alone: PlaylistBody = { name: '', order: 'sequence', items: [item] }
  return compile(
    {
      format: 1,
      event,
      days: [{ start: event.from, lengthMs: dayMs, everyMs: dayMs, count: Math.max(1, Math.ceil((event.until - event.from) / dayMs)) }],
      entries: [
        { id: '', name: '', slot: 'main', band: 'normal', exclusive: true, manual: false, weight: 1, playlist: '', when: 'always' },
      ],
      playlists: { ...Object.fromEntries(playlists.map((one) => [one.id, playlistFromJson(bodyOf(one))])), '': alone },
      slides: {
        ...Object.fromEntries(
          slides
            .map((one) => [one.id, slideFromJson(bodyOf(one))] as const)
            // What is held back is on no screen, so it is not shown as if it were.
            .filter(([, { embargo }]) => !embargo),
        ),
        '': { ...slide, validFrom: null, validUntil: null },
      },
      sponsors: {},
      anchors: [],
    },
    { from: later(t, -hourMs), until: later(t, dayMs) },
  )
}

/** Keeps for its host what stands in the regions of its slide, and renders it again when one changes. Asks for nothing while the slide has no regions. */
export class RegionsController implements ReactiveController {
  private readonly host: ReactiveControllerHost
  private readonly slide: () => SlideBody | null
  private readonly context: () => StageContext | null
  private readonly playlists: Resource<readonly PlaylistResource[]>
  private readonly slides: Resource<readonly SlideResource[]>
  private plan: Plan | null = null
  private planned: readonly unknown[] = []
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(host: ReactiveControllerHost, slide: () => SlideBody | null, context: () => StageContext | null) {
    this.host = host
    this.slide = slide
    this.context = context
    const path = (resource: string) => () => (slide()?.content.kind === 'layout' ? resource : null)
    this.playlists = new Resource(host, path('/playlists'), ['playlists'])
    this.slides = new Resource(host, path('/slides'), ['slides'])
    host.addController(this)
  }

  hostDisconnected(): void {
    this.stop()
  }

  /** What stands in them now; none while it is on its way. */
  get now(): readonly (Showing | null)[] {
    this.stop()
    const slide = this.slide()
    const context = this.context()
    const [playlists, slides] = [this.playlists.value, this.slides.value]
    const event = context?.event ?? null
    if (slide?.content.kind !== 'layout' || context === null || event === null || playlists === null || slides === null) return []
    const t = context.now()
    const of = [slide, playlists, slides, event]
    if (this.plan === null || !covers(this.plan, t) || of.some((part, at) => part !== this.planned[at])) {
      this.plan = planOfSlide(slide, playlists, slides, event, t)
      this.planned = of
    }
    const scene = resolve(this.plan, quiet, t)
    if (!context.still) this.timer = setTimeout(() => this.host.requestUpdate(), Math.max(50, scene.until - t + 5))
    return scene.slots.main.kind === 'slide' ? scene.slots.main.regions : []
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }
}
