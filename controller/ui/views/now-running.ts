/** `<is-now-running>`: notices and take-overs that stand now, one line each, with the time they have left. */
import { noticeContent } from '@infoskjerm/shared/model/notice.ts'
import { type Instant, secondMs } from '@infoskjerm/shared/time/instant.ts'
import type { NoticeResource, Rfc3339, TakeoverResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { Resource } from '../resource.ts'
import { venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { language, say } from '../words/words.ts'
import { targetText } from './schedule-text.ts'

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

  protected override render() {
    const words = say().now
    const { lines } = this
    if (lines.length === 0) return nothing
    const left = (until: Instant) => words.timeLeft(times().length(Math.ceil((until - live.now()) / secondMs) * secondMs))
    return html`<section class="list" aria-label=${words.running}>
      ${lines.map(
        ({ path, icon, text, where, until }) =>
          html`<a href=${path}
            >${icons[icon]}<span class="grow clip"><strong>${text}</strong> <span class="muted">${where}</span></span
            ><span class="left small tabular">${left(until)}</span></a
          >`,
      )}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-now-running': NowRunning
  }
}
