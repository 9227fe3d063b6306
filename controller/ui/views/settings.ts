/** *Innstillinger*: the sample, the demo clock, the event, language and look, one's own account. */
import {
  type AboutResource,
  type ClockResource,
  type DemoMoment,
  demoMoments,
  type EventResource,
  type Written,
} from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { lookFields } from '../parts/choose-language.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/event-form.ts'
import '../parts/event-life.ts'
import { choiceField } from '../parts/form.ts'
import '../parts/own-password.ts'
import '../parts/sheet.ts'
import { beginPractice, practising } from '../parts/practice.ts'
import { attempt, toast } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { assumeVenue, loadVenue, may, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './people-sessions.ts'
import './settings-alarms.ts'

interface Counts {
  readonly screens: number
  readonly areas: number
  readonly slides: number
  readonly playlists: number
  readonly entries: number
}

@customElement('is-settings-view')
export class SettingsView extends CrewElement {
  /** Not null while it is asked whether the sample should go: what would go with it. */
  @state() private emptying: Counts | null = null
  @state() private changingPassword = false
  protected readonly venue = new VenueController(this)
  protected readonly live = new LiveController(this, 10_000)
  private readonly clock = new Resource<ClockResource>(this, () => '/clock', ['settings'])

  private readonly about = new Resource<AboutResource>(this, () => '/about', [])

  static override styles = [
    controls,
    css`
      .card {
        display: grid;
        gap: var(--s4);
        padding: var(--s5);
      }
      .card > h2 {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s3);
        font-size: 1.1875rem;
      }
      dl {
        display: grid;
        gap: var(--s3);
      }
      dt {
        font-size: var(--t-small);
        font-weight: 600;
        color: var(--ink-2);
      }
      .fingerprint {
        font-variant-numeric: tabular-nums;
        overflow-wrap: anywhere;
        line-height: 1.6;
      }
      .foot {
        display: flex;
        justify-content: flex-end;
        gap: var(--s3);
      }
      @media (max-width: 767px) {
        .card {
          padding: var(--s4);
        }
      }
    `,
  ]

  private async reach(reach: 'local' | 'all'): Promise<void> {
    const { event } = venue
    if (event === null) return
    assumeVenue({ event: { ...event, sample: { reach } } })
    const written = await attempt(() => api.put<Written<EventResource>>('/sample', { reach }))
    if (written !== null) toast(say().common.saved, { undo: written.revision })
    await loadVenue()
  }

  private async askToEmpty(): Promise<void> {
    const lists = await attempt(() => Promise.all(['/slides', '/playlists', '/schedule'].map((path) => api.get<readonly unknown[]>(path))))
    if (lists === null) return
    const [slides = 0, playlists = 0, entries = 0] = lists.map((list) => list.length)
    this.emptying = { slides, playlists, entries, screens: venue.screens.length, areas: venue.areas.length }
  }

  private async empty(): Promise<void> {
    this.emptying = null
    const written = await attempt(() => api.delete<Written<null>>('/sample'))
    if (written !== null) toast(say().settings.emptied, { undo: written.revision })
    await loadVenue()
  }

  private async setClock(demo: DemoMoment | 'follow'): Promise<void> {
    const chosen = demo === 'follow' ? null : demo
    if (this.clock.value !== null) this.clock.assume({ ...this.clock.value, demo: chosen })
    await attempt(() => api.put('/clock', { demo: chosen }))
    live.askTime()
    await this.clock.reload()
  }

  private async signOut(): Promise<void> {
    if ((await attempt(async () => (await api.delete('/session'), true))) === null) return
    this.dispatchEvent(new CustomEvent('signed-out', { bubbles: true, composed: true }))
  }

  private sample() {
    const words = say().settings
    const sample = venue.event?.sample ?? null
    if (sample === null) return nothing
    return html`<section class="card" aria-label=${words.sample}>
      <h2>${words.sample} <span class="chip amber">${say().common.sample}</span></h2>
      <p class="muted">${words.sampleText}</p>
      ${
        may('all')
          ? html`${choiceField(
                'reach',
                words.reach,
                (['local', 'all'] as const).map((one) => [one, words.reaches[one]] as const),
                sample.reach,
                (reach) => void this.reach(reach),
              )}
              <div><button class="button" @click=${this.askToEmpty}>${words.empty} …</button></div>`
          : nothing
      }
    </section>`
  }

  private demoClock() {
    const words = say().settings
    const { value } = this.clock
    if (value === null || venue.event?.sample === null || !may('all')) return nothing
    const options = (['follow', ...demoMoments] as const).map((one) => [one, words.moments[one]] as const)
    return html`<section class="card" aria-label=${words.clock}>
      <h2>${words.clock}</h2>
      <p class="muted">${words.clockText}</p>
      ${choiceField('demo', words.clockNow(times().dayTime(live.now())), options, value.demo ?? 'follow', (demo) => void this.setClock(demo))}
    </section>`
  }

  /** Where others find this, and how they know that it is the right one. */
  private controller() {
    const words = say().settings
    const { value } = this.about
    if (value === null) return nothing
    const links = (addresses: readonly string[]) => addresses.map((one) => html`<div><a href=${one}>${one}</a></div>`)
    return html`<section class="card" aria-label=${words.controller}>
      <h2>${words.controller}</h2>
      <dl>
        <div>
          <dt>${words.crewAddresses}</dt>
          <dd>${links(value.addresses.crew)}</dd>
        </div>
        <div>
          <dt>${words.playerAddresses}</dt>
          <dd>${links(value.addresses.player)}</dd>
        </div>
        <div>
          <dt>${words.fingerprint}</dt>
          <dd class="fingerprint">${value.fingerprint.split(':').map((pair, index) => html`${index === 0 ? '' : ':'}<wbr />${pair}`)}</dd>
          <dd class="muted small">${words.fingerprintText}</dd>
        </div>
      </dl>
      <p class="muted small">infoskjerm ${value.version}</p>
    </section>`
  }

  private confirm() {
    const words = say().settings
    const { emptying } = this
    return html`<is-sheet .open=${emptying !== null} .heading=${words.emptyTitle} @close=${() => (this.emptying = null)}>
      ${
        emptying === null
          ? nothing
          : html`<div class="stack">
              <p>${words.emptyText}</p>
              <p><strong>${words.emptyCounts(emptying)}</strong></p>
              <p>${words.emptyNow} ${words.emptyKeeps}</p>
            </div>`
      }
      <div slot="footer" class="foot">
        <button class="button" @click=${() => (this.emptying = null)}>${say().common.cancel}</button>
        <button class="button danger" @click=${this.empty}>${words.empty}</button>
      </div>
    </is-sheet>`
  }

  protected override render() {
    const words = say().settings
    const { user, event } = venue
    return html`<div class="page narrow">
      <header class="page-head"><h1>${words.title}</h1></header>
      <div class="stack">
        ${this.sample()} ${this.demoClock()}
        ${
          event === null || !may('all')
            ? nothing
            : html`<section class="card" aria-label=${words.event}>
                  <h2>${words.event}</h2>
                  <is-event-life .event=${event}></is-event-life>
                  <is-event-form .event=${event}></is-event-form>
                </section>
                <is-alarms-settings></is-alarms-settings>`
        }
        <section class="card">${lookFields(() => this.requestUpdate())}</section>
        ${
          user === null
            ? nothing
            : html`<section class="card" aria-label=${words.account}>
                <h2>${words.account}</h2>
                <p>${words.signedInAs(user.name, user.username)} <span class="chip">${say().people.roles[user.role]}</span></p>
                <div class="row">
                  <button class="button" @click=${this.signOut}>${words.signOut}</button>
                  <button class="button" @click=${() => (this.changingPassword = true)}>${words.changePassword}</button>
                  ${practising() ? nothing : html`<button class="button" @click=${() => void beginPractice()}>${say().practice.begin}</button>`}
                </div>
                <h3>${words.sessions}</h3>
                <is-sessions></is-sessions>
                <is-own-password .open=${this.changingPassword} @close=${() => (this.changingPassword = false)}></is-own-password>
              </section>`
        }
        ${this.controller()}
      </div>
      ${this.confirm()}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-settings-view': SettingsView
  }
}
