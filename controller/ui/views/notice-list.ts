/** `<is-notice-list>`: the notices that stand on screens now, each with how many show it, and those that ended lately. */
import { noticeContent } from '@infoskjerm/shared/model/notice.ts'
import { type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { NoticeResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/running.ts'
import { attempt, toast } from '../parts/toast.ts'
import { mayActOn } from '../parts/where-mine.ts'
import { Resource } from '../resource.ts'
import { venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { targetText } from './schedule-text.ts'

/** By how much *Lenger* lets it stand (minutes). */
const longerBy = [10, 60] as const

@customElement('is-notice-list')
export class NoticeList extends CrewElement {
  @state() private lengthening: string | null = null
  private readonly notices = new Resource<readonly NoticeResource[]>(this, () => '/notices', ['notices'])
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
        align-content: start;
      }
      .over {
        padding-block: var(--s2);
        display: block;
      }
    `,
  ]

  /** Shows a notice at once, before the list has been fetched again, and leads the keyboard to it. */
  add(notice: NoticeResource): void {
    this.notices.assume([notice, ...this.all.filter(({ id }) => id !== notice.id)])
    void this.updateComplete.then(() => this.renderRoot.querySelector('is-running')?.focus())
  }

  private get all(): readonly NoticeResource[] {
    return this.notices.value ?? []
  }

  private put(notice: NoticeResource): void {
    this.notices.assume(this.all.map((one) => (one.id === notice.id ? notice : one)))
  }

  private async end(notice: NoticeResource): Promise<void> {
    this.put({ ...notice, endedAt: new Date(live.now()).toISOString(), endedBy: venue.user?.name ?? '' })
    const written = await attempt(() => api.post<Written<NoticeResource>>(`/notices/${notice.id}/end`, {}))
    if (written === null) return this.put(notice)
    toast(say().notice.isGone(headingOf(notice)), { undo: written.revision })
  }

  private async lengthen(notice: NoticeResource, minutes: number): Promise<void> {
    const until = later(fromText(notice.until), minutes * minuteMs)
    this.lengthening = null
    this.put({ ...notice, until: new Date(until).toISOString() })
    const written = await attempt(() =>
      api.patch<Written<NoticeResource>>(`/notices/${notice.id}`, { until: new Date(until).toISOString() }),
    )
    if (written === null) return this.put(notice)
    toast(say().notice.isLonger(times().since(until, live.now())), { undo: written.revision })
  }

  private buttons(notice: NoticeResource) {
    const words = say().notice
    if (!mayActOn(notice.target)) return nothing
    const heading = headingOf(notice)
    return html`
      <button class="button" aria-label=${`${words.gone}: ${heading}`} @click=${() => this.end(notice)}>${words.gone}</button>
      ${
        this.lengthening === notice.id
          ? longerBy.map(
              (minutes) =>
                html`<button class="button" @click=${() => this.lengthen(notice, minutes)}>
                  ${words.longerBy(times().length(minutes * minuteMs))}
                </button>`,
            )
          : html`<button
              class="button"
              aria-label=${`${words.longer}: ${heading}`}
              aria-expanded="false"
              @click=${() => (this.lengthening = notice.id)}
            >
              ${words.longer}
            </button>`
      }
    `
  }

  private running(notice: NoticeResource) {
    return html`<is-running
      class="card"
      .heading=${headingOf(notice)}
      .where=${targetText(notice.target, venue)}
      .by=${notice.by}
      .screens=${notice.screens}
      .entry=${`notice-${notice.id}`}
      .from=${fromText(notice.from)}
      .until=${fromText(notice.until)}
      >${this.buttons(notice)}</is-running
    >`
  }

  private over(notice: NoticeResource, now: Instant) {
    const words = say().notice
    const time = times().since(fromText(notice.endedAt ?? notice.until), now)
    return html`<li class="over">
      <strong>${headingOf(notice)}</strong>
      <span class="small muted">${notice.endedBy === null ? words.endedSelf(time) : words.endedBy(notice.endedBy, time)}</span>
    </li>`
  }

  protected override render() {
    const words = say().notice
    const now = live.now()
    const running = this.all.filter((one) => one.endedAt === null && fromText(one.until) > now)
    const over = this.all.filter((one) => !running.includes(one))
    return html`
      <h2>${words.running}</h2>
      ${running.length === 0 ? html`<p class="muted">${words.none}</p>` : nothing}
      ${repeat(
        running,
        ({ id }) => id,
        (notice) => this.running(notice),
      )}
      ${
        over.length === 0
          ? nothing
          : html`<details>
              <summary class="muted">${words.ended} (${over.length})</summary>
              <ul class="list">
                ${over.map((notice) => this.over(notice, now))}
              </ul>
            </details>`
      }
    `
  }
}

/** What the notice says first. */
function headingOf(notice: NoticeResource): string {
  return noticeContent(notice).title.nb
}

declare global {
  interface HTMLElementTagNameMap {
    'is-notice-list': NoticeList
  }
}
