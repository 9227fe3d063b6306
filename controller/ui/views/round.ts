/** *Runde*: a walk past the screens, one large card at a time, with one thumb. */
import type { Target } from '@infoskjerm/shared/model/target.ts'
import type { RoundResource, ScreenResource, SightingResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { attempt, toast } from '../parts/toast.ts'
import { Resource } from '../resource.ts'
import { may, mayOverride, screenName, venue, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './round-card.ts'
import './round-list.ts'
import { beside, nextOf, progressOf, splitRounds, withSighting } from './round-model.ts'
import './round-start.ts'
import './round-wrong.ts'
import type { Wrong } from './round-wrong.ts'
import { roundStyles } from './round.styles.ts'

/** Where somebody stands, in this tab: `<round> <screen>`. */
const storedAs = 'infoskjerm.round'

/** A second press within this is the same press (ms). */
const settleMs = 400

/** What can be taken back with *Angre*. */
interface Last {
  readonly text: string
  readonly revision: number
  readonly screen: string
}

@customElement('is-round-view')
export class RoundView extends CrewElement {
  /** The screen one stands before; null: the first that nobody has seen. */
  @state() private at: string | null = null
  @state() private listing = false
  @state() private blaming = false
  @state() private settling = false
  @state() private last: Last | null = null
  @query('.action .primary') private readonly main!: HTMLButtonElement | null
  protected readonly venue = new VenueController(this)
  protected readonly live = new LiveController(this)
  private readonly rounds = new Resource<readonly RoundResource[]>(this, () => '/rounds', ['rounds', 'sightings'])
  private settled: ReturnType<typeof setTimeout> | null = null

  static override styles = [controls, roundStyles]

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    if (this.settled !== null) clearTimeout(this.settled)
    this.settled = null
    this.settling = false
  }

  private get running(): RoundResource | null {
    return splitRounds(this.rounds.value ?? []).running
  }

  /** The screen of the card: where one stood, also before the page was loaded again; null: there is none left. */
  private current(round: RoundResource): string | null {
    const [inRound, stored = null] = (sessionStorage.getItem(storedAs) ?? '').split(' ')
    const kept = this.at ?? (inRound === round.id ? stored : null)
    return kept !== null && round.screens.includes(kept) ? kept : nextOf(round, null)
  }

  private goTo(round: RoundResource, screen: string | null): void {
    this.at = screen
    this.listing = screen === null
    if (screen === null) sessionStorage.removeItem(storedAs)
    else sessionStorage.setItem(storedAs, `${round.id} ${screen}`)
    this.settling = true
    if (this.settled !== null) clearTimeout(this.settled)
    this.settled = setTimeout(() => (this.settling = false), settleMs)
    window.scrollTo(0, 0)
    // The main button of the next card, or of the list at the end, takes the focus: a round is Enter after Enter.
    void this.updateComplete.then(() => this.main?.focus({ preventScroll: true }))
  }

  private async start(target: Target): Promise<void> {
    const written = await attempt(() => api.post<Written<RoundResource>>('/rounds', { target }))
    await this.rounds.reload()
    if (written === null) return
    this.last = null
    this.goTo(written.value, nextOf(written.value, null))
  }

  private async sight(round: RoundResource, screen: string, seen: boolean, { note, picture, out }: Wrong): Promise<void> {
    const status = live.statuses.find((one) => one.screen === screen)
    const heardAt = status?.heardAt ?? null
    const sighting: SightingResource = {
      screen,
      seen,
      note,
      picture,
      at: new Date(live.now()).toISOString(),
      by: venue.user?.name ?? '',
      reported: { state: status?.state ?? 'unpaired', heardAt: heardAt === null ? null : new Date(heardAt).toISOString() },
    }
    const assumed = withSighting(round, sighting)
    this.assume(assumed)
    this.goTo(round, nextOf(assumed, screen))
    const written = await attempt(() => api.post<Written<unknown>>(`/rounds/${round.id}/sightings`, { screen, seen, note, picture }))
    if (written === null) {
      this.goTo(round, screen)
      return this.rounds.reload()
    }
    const words = say().round
    const name = screenName(screen)
    this.last = { text: seen ? words.justSeen(name) : words.justWrong(name), revision: written.revision, screen }
    if (out === null) return
    const service = { kind: 'out-of-service', why: out, note }
    const taken = await attempt(() => api.post<Written<ScreenResource>>(`/screens/${screen}/service`, service))
    if (taken !== null) toast(say().screens.nowIs(name, say().screens.states['out-of-service']), { undo: taken.revision })
  }

  private assume(round: RoundResource): void {
    this.rounds.assume((this.rounds.value ?? []).map((one) => (one.id === round.id ? round : one)))
  }

  private see(round: RoundResource, screen: string): void {
    if (!this.settling) void this.sight(round, screen, true, { note: '', picture: null, out: null })
  }

  private blame(round: RoundResource, screen: string, wrong: Wrong): void {
    this.blaming = false
    void this.sight(round, screen, false, wrong)
  }

  private async undo(round: RoundResource, last: Last): Promise<void> {
    this.last = null
    const undone = await attempt(() => api.post('/undo', { revision: last.revision }))
    if (undone === null) return
    this.goTo(round, last.screen)
    await this.rounds.reload()
  }

  private async end(round: RoundResource): Promise<void> {
    const written = await attempt(() => api.post<Written<RoundResource>>(`/rounds/${round.id}/end`, {}))
    await this.rounds.reload()
    if (written === null) return
    this.last = null
    this.at = null
    this.listing = false
    sessionStorage.removeItem(storedAs)
    toast(say().round.ended, { undo: written.revision })
  }

  private head(round: RoundResource | null) {
    const words = say().round
    const progress = round === null ? null : progressOf(round)
    return html`<header class="head">
        <h1>${words.title}</h1>
        ${
          mayOverride('start') || mayOverride('end')
            ? html`<a class="button quiet red alarm" href="/override">${say().common.nav.override}</a>`
            : nothing
        }
        ${
          progress === null
            ? nothing
            : html`<button
                class="button quiet count tabular"
                aria-label=${`${words.progressLong(progress.seen, progress.of)}. ${words.list}`}
                @click=${() => (this.listing = !this.listing)}
              >
                ${words.progress(progress.seen, progress.of)}
              </button>`
        }
      </header>
      ${
        progress === null
          ? nothing
          : html`<div class="bar" aria-hidden="true">
              <span style=${`width: ${(100 * progress.seen) / Math.max(1, progress.of)}%`}></span>
            </div>`
      }`
  }

  private undoLine(round: RoundResource) {
    const { last } = this
    if (last === null) return nothing
    return html`<div class="undo">
      <span class="clip" role="status">${last.text}</span>
      <button class="button quiet" @click=${() => this.undo(round, last)}>${say().common.undo}</button>
    </div>`
  }

  private card(round: RoundResource, screen: string) {
    const words = say().round
    const previous = beside(round, screen, -1)
    return html`<is-round-card .round=${round} .screen=${screen}></is-round-card>
      <div class="action">
        ${this.undoLine(round)}
        <button class="button primary large wide see" aria-disabled=${this.settling} @click=${() => this.see(round, screen)}>
          ${icons.check}${words.seeIt}
        </button>
        <div class="others">
          <button class="button" ?disabled=${previous === null} @click=${() => this.goTo(round, previous)}>${words.previous}</button>
          <button class="button" @click=${() => (this.blaming = true)}>${words.wrong}</button>
          <button class="button" @click=${() => this.goTo(round, beside(round, screen, 1))}>${words.skip}</button>
        </div>
      </div>
      <is-round-wrong
        .open=${this.blaming}
        .screen=${screen}
        @close=${() => (this.blaming = false)}
        @wrong=${(event: CustomEvent<Wrong>) => this.blame(round, screen, event.detail)}
      ></is-round-wrong>`
  }

  private summary(round: RoundResource) {
    const words = say().round
    const { left } = progressOf(round)
    const mine = may('edit')
    return html`<div class="stack">
        <div>
          <h2>${left.length === 0 ? words.allSeen : words.left(left.length)}</h2>
          <p class="muted">${words.by(round.by, times().relative(fromText(round.startedAt), live.now()))}</p>
        </div>
        <is-round-list
          .round=${round}
          .choosable=${mine}
          @choose=${(event: CustomEvent<string>) => this.goTo(round, event.detail)}
        ></is-round-list>
      </div>
      ${
        mine
          ? html`<div class="action">
              ${this.undoLine(round)}
              ${left.length === 0 ? nothing : html`<button class="button primary large wide" @click=${() => this.goTo(round, nextOf(round, null))}>${words.toRest}</button>`}
              <button class="button large wide ${left.length === 0 ? 'primary' : ''}" @click=${() => this.end(round)}>${words.end}</button>
            </div>`
          : nothing
      }`
  }

  private body(round: RoundResource | null) {
    if (this.rounds.value === null || !venue.ready) return html`<div class="skeleton bone" aria-hidden="true"></div>`
    if (round === null)
      return html`<is-round-start
        .former=${splitRounds(this.rounds.value).former}
        @start=${(event: CustomEvent<Target>) => this.start(event.detail)}
      ></is-round-start>`
    const screen = this.current(round)
    return screen === null || this.listing || !may('edit') ? this.summary(round) : this.card(round, screen)
  }

  protected override render() {
    const round = this.running
    return html`<div class="page narrow">${this.head(round)} ${this.body(round)}</div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-round-view': RoundView
  }
}
