/** `<is-takeover-list>`: the screens that are taken over now, how long they still are, and giving them back. */
import { type Instant, later, minuteMs } from '@infoskjerm/shared/time/instant.ts'
import type { EntryResource, SlideResource, TakeoverResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/running.ts'
import { attempt, toast } from '../parts/toast.ts'
import { mayActOn } from '../parts/where-mine.ts'
import { Resource } from '../resource.ts'
import { scenes } from '../scenes.ts'
import { venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { targetText } from './schedule-text.ts'
import { comesBack } from './takeover-after.ts'
import { contentText } from './takeover-text.ts'

/** *+10 min*. */
const longerMs = 10 * minuteMs

@customElement('is-takeover-list')
export class TakeoverList extends CrewElement {
  @property({ attribute: false }) slides: readonly SlideResource[] = []
  @property({ attribute: false }) entries: readonly EntryResource[] = []
  private readonly takeovers = new Resource<readonly TakeoverResource[]>(this, () => '/takeovers', ['takeovers'])
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
      .after {
        flex: 1 0 100%;
      }
    `,
  ]

  /** Shows a take-over at once, before the list has been fetched again, with the way back under the finger. */
  async add(takeover: TakeoverResource): Promise<void> {
    this.takeovers.assume([takeover, ...this.all.filter(({ id }) => id !== takeover.id)])
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('is-running button')?.focus({ preventScroll: true })
  }

  private get all(): readonly TakeoverResource[] {
    return this.takeovers.value ?? []
  }

  private put(takeover: TakeoverResource): void {
    this.takeovers.assume(this.all.map((one) => (one.id === takeover.id ? takeover : one)))
  }

  private async giveBack(takeover: TakeoverResource): Promise<void> {
    this.put({ ...takeover, endedAt: new Date(live.now()).toISOString(), endedBy: venue.user?.name ?? '' })
    const written = await attempt(() => api.post<Written<TakeoverResource>>(`/takeovers/${takeover.id}/end`, {}))
    if (written === null) return this.put(takeover)
    toast(say().takeover.givenBack, { undo: written.revision })
  }

  private async lengthen(takeover: TakeoverResource): Promise<void> {
    const until = later(fromText(takeover.until), longerMs)
    const body = { until: new Date(until).toISOString() }
    this.put({ ...takeover, ...body })
    const written = await attempt(() => api.patch<Written<TakeoverResource>>(`/takeovers/${takeover.id}`, body))
    if (written === null) return this.put(takeover)
    toast(say().takeover.isLonger(times().since(until, live.now())), { undo: written.revision })
  }

  private afterwards(takeover: TakeoverResource, end: Instant) {
    const screens = venue.screens.filter(({ id }) => takeover.screens.includes(id))
    const back = comesBack(screens, (screen) => scenes.at(screen, end, false, () => this.requestUpdate())?.scene ?? null, this.entries)
    return back === null ? nothing : html`<p class="after small muted">${say().takeover.after(back)}</p>`
  }

  private one(takeover: TakeoverResource) {
    const words = say().takeover
    const heading = contentText(takeover.content, this.slides)
    const until = fromText(takeover.until)
    return html`<is-running
      class="card"
      .heading=${heading}
      .where=${targetText(takeover.target, venue)}
      .by=${takeover.by}
      .screens=${takeover.screens}
      .entry=${`takeover-${takeover.id}`}
      .from=${fromText(takeover.from)}
      .until=${until}
      >${this.afterwards(takeover, until)}
      ${
        mayActOn(takeover.target)
          ? html`<div class="row">
              <button class="button" aria-label=${`${words.giveBack}: ${heading}`} @click=${() => this.giveBack(takeover)}>
                ${words.giveBack}
              </button>
              <button class="button" aria-label=${`${words.longerLabel}: ${heading}`} @click=${() => this.lengthen(takeover)}>
                ${words.longer}
              </button>
            </div>`
          : nothing
      }</is-running
    >`
  }

  protected override render() {
    const words = say().takeover
    const now = live.now()
    const running = this.all.filter((one) => one.endedAt === null && fromText(one.until) > now)
    return html`
      <h2>${words.running}</h2>
      ${running.length === 0 ? html`<p class="muted">${words.none}</p>` : nothing}
      ${repeat(
        running,
        ({ id }) => id,
        (takeover) => this.one(takeover),
      )}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-takeover-list': TakeoverList
  }
}
