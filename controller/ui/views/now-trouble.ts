/** `<is-trouble>`: the screens that need somebody, by area: what is the matter, since when, what to do, and the two things one can do from here. */
import { outOfService, type OutOfService } from '@infoskjerm/shared/model/screen.ts'
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { dotOf, type Seen } from '../health.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { assumingScreen } from '../parts/screen-assume.ts'
import { attempt, toast } from '../parts/toast.ts'
import { mayIn, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'

/** Fires `choose` with the id of a screen whose line is pressed. */
@customElement('is-trouble')
export class Trouble extends CrewElement {
  /** Those that need somebody. */
  @property({ attribute: false }) needed: readonly Seen[] = []
  /** The screen of which it is asked why it goes out of service. */
  @state() private asking: string | null = null
  protected readonly live = new LiveController(this, 5_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: contents;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--s3);
      }
      .card {
        padding: var(--s3) var(--s4);
      }
      h2 {
        margin-bottom: 2px;
        color: var(--red-text);
      }
      h3 {
        margin-top: var(--s2);
        font-size: var(--t-small);
        font-weight: 650;
        color: var(--ink-2);
      }
      .areas {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr));
        gap: 0 var(--s5);
      }
      .line {
        display: flex;
        flex: 1 1 190px;
        gap: var(--s3);
        min-height: var(--touch);
        padding: 6px 0;
        line-height: 1.4;
        text-align: left;
      }
      .line:hover strong {
        text-decoration: underline;
      }
      .dot {
        margin-top: 7px;
      }
      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s2);
        padding: 2px 0;
      }
      .deeds .button {
        min-height: max(36px, var(--touch) - 4px);
        background: transparent;
        border-color: var(--red-line);
      }
      .deeds .choice {
        min-height: var(--touch);
      }
    `,
  ]

  private async identify({ id, name }: ScreenResource): Promise<void> {
    const done = await attempt(async () => (await api.post(`/screens/${id}/identify`, {}), true))
    if (done !== null) toast(say().now.identified(name), { undo: null })
  }

  private async putOut({ id, name }: ScreenResource, why: OutOfService): Promise<void> {
    this.asking = null
    const out = { kind: 'out-of-service', why, note: '' } as const
    const stands = { ...out, by: venue.user?.name ?? '', since: new Date(live.now()).toISOString() }
    const written = await assumingScreen(id, { state: stands }, () => api.post<Written<ScreenResource>>(`/screens/${id}/service`, out))
    if (written !== null) toast(say().now.outNow(name), { undo: written.revision })
  }

  /** A screen that nobody reaches cannot show its name. */
  private deeds({ screen, health: { kind } }: Seen) {
    const words = say().now
    if (!mayIn([screen.area])) return nothing
    if (this.asking === screen.id)
      return html`<div class="deeds" role="group" aria-label=${say().screens.outWhy}>
        ${outOfService.map(
          (why) => html`<button class="choice" @click=${() => this.putOut(screen, why)}>${say().screens.reasons[why]}</button>`,
        )}
        <button class="button quiet" @click=${() => (this.asking = null)}>${say().common.cancel}</button>
      </div>`
    return html`<div class="deeds">
      ${screen.paired && kind !== 'silent' ? html`<button class="button" @click=${() => this.identify(screen)}>${words.showName}</button>` : nothing}
      <button class="button" @click=${() => (this.asking = screen.id)}>${words.outOfService}</button>
    </div>`
  }

  private one(seen: Seen) {
    const { screen, health } = seen
    const words = say().now
    const kind = health.kind as keyof typeof words.doThis
    const since = health.since === null ? '' : words.since(times().since(health.since as Instant, live.now()))
    const open = () => this.dispatchEvent(new CustomEvent<string>('choose', { detail: screen.id }))
    return html`<li>
      <button class="line" @click=${open}>
        <span class="dot ${dotOf(health)}"></span>
        <span
          ><strong>${screen.name}</strong> <span class="muted">${words.state[health.kind]} ${since}</span><br />${words.doThis[kind]}</span
        >
      </button>
      ${this.deeds(seen)}
    </li>`
  }

  protected override render() {
    const { needed } = this
    if (needed.length === 0) return nothing
    const words = say().now
    const areas = venue.areas
      .map((area) => ({ area, seen: needed.filter(({ screen }) => screen.area === area.id) }))
      .filter(({ seen }) => seen.length > 0)
    return html`<section class="card trouble" aria-label=${words.needYou(needed.length)}>
      <h2>${words.needYou(needed.length)}</h2>
      <div class="areas">
        ${areas.map(
          ({ area, seen }) =>
            html`<div>
              <h3>${area.name}</h3>
              <ul>
                ${seen.map((one) => this.one(one))}
              </ul>
            </div>`,
        )}
      </div>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-trouble': Trouble
  }
}
