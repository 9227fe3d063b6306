/** `<is-now-running>`: what hands have on the screens now, one line each: what one steps, notices and take-overs with the time they have left, countdowns that can be shifted. */
import { noticeContent } from '@infoskjerm/shared/model/notice.ts'
import { type Instant, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { EntryResource, NoticeResource, Rfc3339, TakeoverResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import '../parts/slip.ts'
import { Resource } from '../resource.ts'
import { scenes } from '../scenes.ts'
import { stepping } from '../stepping.ts'
import { mayIn, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import { targetText } from './schedule-text.ts'
import { mayStep } from './steps-may.ts'
import { type CountdownOn, countdownsOn, type SceneAt, standingOf } from './steps-model.ts'

/** A countdown that has just gone off the glass stays in the list this long (ms), so that nothing moves away under a thumb. */
const lingersMs = 60_000

interface Line {
  readonly path: string
  readonly icon: 'notice' | 'takeover'
  readonly text: string
  readonly where: string
  readonly until: Instant
}

@customElement('is-now-running')
export class NowRunning extends CrewElement {
  private readonly notices = new Resource<readonly NoticeResource[]>(this, () => '/notices', ['notices'])
  private readonly takeovers = new Resource<readonly TakeoverResource[]>(this, () => '/takeovers', ['takeovers'])
  /** Asked for only where something is stepped at all. */
  private readonly entries = new Resource<readonly EntryResource[]>(this, () => ((stepping.steps?.length ?? 0) > 0 ? '/schedule' : null), [
    'schedule',
    'happenings',
    'corrections',
    'events',
  ])
  private readonly countdowns = new Map<string, { readonly one: CountdownOn; readonly seenAt: Instant }>()
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      .list {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr));
      }
      .list > * {
        min-height: var(--touch);
        padding-block: 4px;
        /* Lines between rows of one column or of several alike. */
        border-top: 0;
        box-shadow: 0 -1px 0 var(--line);
        color: inherit;
        text-decoration: none;
      }
      .list > :hover {
        background: var(--hover);
      }
      svg {
        flex: none;
        width: 20px;
        height: 20px;
        color: var(--blue);
      }
      .counts {
        grid-column: 1 / -1;
        flex-wrap: wrap;
      }
      .counts:hover {
        background: none;
      }
      .counts .grow {
        flex-basis: 180px;
      }
      is-slip {
        flex: 4 1 320px;
      }
      .left {
        flex: none;
        font-weight: 650;
      }
    `,
  ]

  private get lines(): readonly Line[] {
    const now = live.now()
    const stands = (one: { readonly from: Rfc3339; readonly until: Rfc3339; readonly endedAt: Rfc3339 | null }) =>
      one.endedAt === null && fromText(one.from) <= now && fromText(one.until) > now
    const notices = (this.notices.value ?? []).filter(stands).map((notice): Line => {
      const { title } = noticeContent(notice)
      const text = (language() === 'en' && title.en !== '' ? title.en : title.nb).trim()
      return { path: '/notice', icon: 'notice', text, where: targetText(notice.target, venue), until: fromText(notice.until) }
    })
    const takeovers = (this.takeovers.value ?? []).filter(stands).map((one): Line => {
      const words = say().now
      const text = { slide: words.aSlide, picture: words.picture, web: words.page, black: words.black }[one.content.kind]
      return { path: '/takeover', icon: 'takeover', text, where: targetText(one.target, venue), until: fromText(one.until) }
    })
    return [...notices, ...takeovers].sort((a, b) => a.until - b.until)
  }

  private readonly sceneAt: SceneAt = (screen, t) => scenes.at(screen, t, true, () => this.requestUpdate())?.scene ?? null

  /** What is on now and is stepped by the person who looks. */
  private get stepped() {
    const words = say().steps
    return (stepping.steps ?? []).flatMap((steps) => {
      const entry = this.entries.value?.find(({ id }) => id === steps.entry)
      if (entry === undefined || steps.items.length === 0 || !mayStep(steps)) return []
      const { isOn, index } = standingOf(steps, entry, venue.screens, live.now(), this.sceneAt)
      if (!isOn) return []
      const place = words.place(index + 1, steps.items.length)
      return [{ entry: steps.entry, text: words.youSteer(steps.name, place), now: steps.items[index]?.name ?? '' }]
    })
  }

  /** On the glass now, or a moment ago. What follows the programme is moved there, and is told here only once it is shifted. */
  private get counting(): readonly CountdownOn[] {
    const now = live.now()
    for (const one of countdownsOn(venue.screens, now, this.sceneAt)) this.countdowns.set(one.slide, { one, seenAt: now })
    for (const [slide, { seenAt }] of this.countdowns) if (now - seenAt > lingersMs) this.countdowns.delete(slide)
    return [...this.countdowns.values()]
      .map(({ one }) => one)
      .filter(({ slide, content }) => content.to.kind === 'instant' || stepping.document.slips[slide] !== undefined)
  }

  protected override render() {
    const words = say().now
    const { lines, stepped, counting } = this
    if (lines.length + stepped.length + counting.length === 0) return nothing
    const left = (until: Instant) => words.timeLeft(times().length(Math.ceil((until - live.now()) / secondMs) * secondMs))
    return html`<section class="list" aria-label=${words.running}>
      ${stepped.map(
        ({ entry, text, now }) =>
          html`<a href=${`/steps/${entry}`}
            >${icons.steps}<span class="grow"><strong>${text}</strong> <span class="muted">${now}</span></span
            >${icons.chevron}</a
          >`,
      )}
      ${lines.map(
        ({ path, icon, text, where, until }) =>
          html`<a href=${path}
            >${icons[icon]}<span class="grow clip"><strong>${text}</strong> <span class="muted">${where}</span></span
            ><span class="left small tabular">${left(until)}</span></a
          >`,
      )}
      ${counting.map(
        ({ slide, name, content, screens }) =>
          html`<div class="counts">
            ${icons.countdown}<span class="grow clip"
              ><strong>${name}</strong> <span class="muted">${say().common.screens(screens.length)}</span></span
            >
            <is-slip
              .slide=${slide}
              .name=${name}
              .content=${content}
              .editable=${mayIn([...new Set(screens.map(({ area }) => area))])}
            ></is-slip>
          </div>`,
      )}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-now-running': NowRunning
  }
}
