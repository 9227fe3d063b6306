/** One screen in full: how it looks, why it shows that, what comes, and what can be done. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import type { ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { api } from '../api.ts'
import { dotOf, healthOf } from '../health.ts'
import { live, LiveController } from '../live.ts'
import { scenes } from '../scenes.ts'
import { turnIn, upcoming } from '../upcoming.ts'
import { areaName, may, mayIn, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import './preview.ts'
import './screen-service.ts'
import './running-on.ts'
import './screen-reported.ts'
import { technicalOf } from './screen-reported-text.ts'
import { attempt, toast } from './toast.ts'

const turnsShown = 6

/** Longer than the list's own second between two looks. */
const lookAheadMs = 2_000

@customElement('is-screen-detail')
export class ScreenDetail extends CrewElement {
  /** Id of the screen. */
  @property() screen = ''
  /** Not null in the time machine: then there is nothing to be done. */
  @property({ attribute: false }) at: Instant | null = null
  /** Without the name above, where the owner shows it. */
  @property({ type: Boolean }) bare = false
  private timer: ReturnType<typeof setTimeout> | null = null
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
        align-content: start;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 var(--s3);
      }
      .glass {
        display: grid;
        justify-items: center;
        border-radius: var(--r3);
        background: var(--glass);
        overflow: hidden;
        max-height: 46dvh;
      }
      .glass.wide is-preview {
        width: 100%;
      }
      .glass.tall is-preview {
        height: min(420px, 46dvh);
      }
      .card {
        padding: var(--s3) var(--s4);
      }
      .card .dot {
        display: inline-block;
        margin-right: var(--s2);
      }
      .turns {
        display: grid;
        gap: 4px;
      }
      .turns li {
        display: grid;
        grid-template-columns: 5.6em minmax(0, 1fr) auto;
        gap: var(--s3);
        padding: 7px var(--s3);
        border-radius: var(--r1);
        background: var(--sunken);
        font-size: 0.9375rem;
      }
      .turns li.current {
        background: var(--blue-soft);
        font-weight: 600;
      }
      .turns time {
        font-weight: 700;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 4px var(--s4);
        padding-top: var(--s2);
        font-size: var(--t-small);
      }
      dt {
        color: var(--muted);
      }
      summary {
        min-height: 32px;
        color: var(--muted);
        font-size: var(--t-small);
        cursor: pointer;
        align-content: center;
      }
    `,
  ]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.lookAgainAt(null)
  }

  /** The list changes in the moment the glass does, not up to a second later. */
  private lookAgainAt(next: Instant | null): void {
    if (this.timer !== null) clearTimeout(this.timer)
    const leftMs = next === null ? null : next - live.now()
    this.timer = leftMs === null || leftMs > lookAheadMs ? null : setTimeout(() => this.requestUpdate(), Math.max(50, leftMs + 5))
  }

  private async identify(screen: ScreenResource): Promise<void> {
    const done = await attempt(() => api.post(`/screens/${screen.id}/identify`, {}))
    if (done !== null) toast(say().now.identified(screen.name), { undo: null })
  }

  /** Nothing to take back: who lets it in has looked after it. */
  private async release(screen: ScreenResource): Promise<void> {
    const done = await attempt(() => api.post(`/screens/${screen.id}/release`, {}))
    if (done !== null) toast(say().now.released(screen.name), { undo: null })
  }

  private state(screen: ScreenResource) {
    const words = say().now
    const health = healthOf(screen, live.statuses.find((one) => one.screen === screen.id) ?? null, live.now())
    const known = health.kind === 'silent' || health.kind === 'wrong' || health.kind === 'old' || health.kind === 'quarantined'
    const doThis = known ? words.doThis[health.kind] : null
    const since =
      health.since === null || health.kind === 'right' ? '' : ` ${words.since(times().since(health.since as Instant, live.now()))}`
    const why = screen.state.kind === 'out-of-service' ? ` · ${say().screens.reasons[screen.state.why]}` : ''
    return html`<div class="card ${health.trouble ? 'trouble' : ''}">
      <p><span class="dot ${dotOf(health)}"></span><strong>${words.state[health.kind]}</strong><span class="muted">${since}${why}</span></p>
      ${doThis === null ? nothing : html`<p>${doThis}</p>`}
      ${
        health.kind === 'quarantined' && mayIn([screen.area])
          ? html`<p><button class="button" @click=${() => this.release(screen)}>${words.release}</button></p>`
          : nothing
      }
      ${health.kind === 'unpaired' && may('edit') ? html`<p><a href="/screens">${words.connectBox}</a></p>` : nothing}
    </div>`
  }

  private turns(screen: ScreenResource) {
    const words = say().now
    const t = this.at ?? live.now()
    const turns = upcoming(scenes, screen, t, this.at === null, turnsShown)
    if (turns.length === 0) return nothing
    this.lookAgainAt(this.at === null ? (turns[1]?.from ?? null) : null)
    return html`<ol class="turns">
      ${turns.map(
        (turn, index) =>
          html`<li class=${index === 0 ? 'current' : ''} aria-current=${index === 0 ? 'true' : nothing}>
            <time class="tabular">${index > 0 ? turnIn(turn, t) : this.at === null ? words.short : times().clock(this.at)}</time
            ><span class="clip">${turn.name}</span><span class="muted tabular">${times().length(turn.lengthMs)}</span>
          </li>`,
      )}
    </ol>`
  }

  private technical(screen: ScreenResource) {
    const words = say().now.technical
    const status = live.statuses.find((one) => one.screen === screen.id)
    const details = status?.details ?? null
    const heard = status?.heardAt ?? null
    return html`<details>
      <summary>${say().common.technical}</summary>
      <dl>
        <dt>${words.contact}</dt>
        <dd>${heard === null ? words.never : times().relative(heard as Instant, live.now())}</dd>
        <dt>${words.size}</dt>
        <dd class="tabular">${screen.widthPx} × ${screen.heightPx}</dd>
        ${
          status === undefined
            ? nothing
            : html`<dt>${words.connected}</dt>
                <dd>${status.local ? words.local : words.remote}</dd>`
        }
        ${
          details === null
            ? nothing
            : technicalOf(details).map(
                ([term, said]) =>
                  html`<dt>${term}</dt>
                    <dd class="tabular">${said}</dd>`,
              )
        }
      </dl>
    </details>`
  }

  protected override render() {
    const screen = venue.screens.find((one) => one.id === this.screen)
    if (screen === undefined) return html`<p class="muted">${say().now.choose}</p>`
    const words = say().now
    const why = scenes.why(screen, this.at ?? live.now(), this.at === null)
    const tail = this.at === null ? '' : `&at=${new Date(this.at).toISOString()}`
    return html`
      ${
        this.bare
          ? nothing
          : html`<div class="head">
              <h2>${screen.name}</h2>
              <span class="muted">${areaName(screen.area) === screen.name ? '' : areaName(screen.area)}</span>
            </div>`
      }
      <div class="glass ${screen.widthPx >= screen.heightPx ? 'wide' : 'tall'}">
        <is-preview .screen=${screen.id} .at=${this.at} .moving=${this.at === null}></is-preview>
      </div>
      ${this.at === null ? this.state(screen) : nothing}
      ${this.at === null && screen.state.kind === 'in-service' ? html`<is-screen-reported .screen=${screen.id}></is-screen-reported>` : nothing}
      ${this.at === null && mayIn([screen.area]) ? html`<is-running-on .screen=${screen.id}></is-running-on>` : nothing}
      ${this.at === null && mayIn([screen.area]) ? html`<is-screen-service .screen=${screen.id}></is-screen-service>` : nothing}
      ${why === null ? nothing : html`<p class="card"><strong>${words.why}</strong> ${why}</p>`} ${this.turns(screen)}
      <div class="row">
        ${
          this.at === null && may('edit')
            ? html`<button class="button" ?disabled=${!screen.paired} @click=${() => this.identify(screen)}>${words.identify}</button>`
            : nothing
        }
        <a class="button" target="_blank" rel="noopener" href=${`/player/?screen=${screen.id}${tail}`}>${words.openFull}</a>
        ${this.at === null && mayIn([screen.area]) ? html`<a class="button" href=${`/screens/${screen.id}`}>${words.openScreen}</a>` : nothing}
      </div>
      ${this.at === null ? this.technical(screen) : nothing}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screen-detail': ScreenDetail
  }
}
