/** *Nå*: the whole hall at a glance; trouble first and large; the time machine below, what is selected at the right. */
import type { Instant } from '@infoskjerm/shared/time/instant.ts'
import { html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { healthOf, inEvent, type Seen } from '../health.ts'
import { live, LiveController } from '../live.ts'
import '../parts/area-card.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { largest } from '../parts/fit.ts'
import { MediaQuery, phone } from '../parts/media-query.ts'
import { areaDeeds } from '../parts/running-area.ts'
import '../parts/screen-card.ts'
import '../parts/screen-detail.ts'
import '../parts/screen-names.ts'
import '../parts/sheet.ts'
import '../parts/time-machine.ts'
import { may, venue, VenueController } from '../venue.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './advice-chip.ts'
import './now-running.ts'
import { nowStyles } from './now.styles.ts'
import '../parts/clock-jump.ts'
import './now-trouble.ts'

/** The time machine comes back by itself this long after it was last moved (ms). */
const awayMs = 60_000

/** Air between the wall and the time machine (px). */
const gapPx = 12

/** Heights of the pictures (px): where areas flow beside each other, and in close rows where even the least of those needs scrolling. */
const flowing = { least: 60, most: 150 }
const close = { least: 26, most: 64 }

@customElement('is-now-view')
export class NowView extends CrewElement {
  @state() private selected: string | null = null
  @state() private at: Instant | null = null
  /** Below a laptop's width the detail is a sheet, opened by a tap. */
  @state() private sheetOpen = false
  /** The area that is open on a phone; null: the first, '': none. */
  @state() private unfolded: string | null = null
  @query('.wall') private readonly wallElement!: HTMLElement | null
  @query('is-time-machine') private readonly machine!: HTMLElement | null
  private fittedTo = ''
  private backAtMs = 0
  protected readonly live = new LiveController(this, 1_000)
  protected readonly venue = new VenueController(this)
  private readonly phone = new MediaQuery(this, phone)
  private readonly fitAgain = () => this.requestUpdate()

  static override styles = [controls, nowStyles]

  private travel(at: Instant | null): void {
    this.at = at
    this.backAtMs = performance.now() + awayMs
  }

  protected override willUpdate(): void {
    if (this.at !== null && performance.now() >= this.backAtMs) this.at = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('resize', this.fitAgain)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('resize', this.fitAgain)
  }

  /** Pictures as large as the window allows without scrolling; looked at again only when something that takes room has changed. */
  private fit(seen: readonly Seen[]): void {
    const wall = this.wallElement
    if (wall === null || this.phone.holds) return
    const top = wall.getBoundingClientRect().top + window.scrollY
    const room = Math.floor(window.innerHeight - top - (this.machine?.offsetHeight ?? 0) - gapPx)
    const key = [
      room,
      wall.clientWidth,
      this.at === null,
      ...seen.map(({ screen, health }) => screen.id + screen.name + health.kind),
    ].join()
    if (key === this.fittedTo) return
    this.fittedTo = key
    const fits = (size: number) => {
      wall.style.setProperty('--thumb', `${size}px`)
      return wall.offsetHeight <= room
    }
    wall.toggleAttribute('close', false)
    wall.toggleAttribute('close', !fits(flowing.least))
    const { least, most } = wall.hasAttribute('close') ? close : flowing
    fits(largest(least, most, fits))
  }

  private choose(id: string): void {
    this.selected = id
    this.sheetOpen = matchMedia('(max-width: 1179px)').matches
  }

  /** What needs somebody; while nothing alarms, why it does not, and how many are out of contact. */
  private trouble(seen: readonly Seen[]) {
    const words = say().now
    const phase = venue.event?.phase ?? 'running'
    if (phase === 'running')
      return html`<is-trouble
        .needed=${seen.filter(({ health }) => health.trouble)}
        @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}
      ></is-trouble>`
    const away = seen.filter(({ health }) => health.kind === 'silent').length
    return html`<p class="card" role="status">
      <strong>${words.notRunning[phase]}</strong> ${away === 0 || phase === 'ended' ? nothing : words.withoutContact(away)}
      ${may('all') ? html`<a href="/settings">${words.toSettings}</a>` : nothing}
    </p>`
  }

  private area(id: string, name: string, seen: readonly Seen[]) {
    if (seen.length === 0) return nothing
    return html`<section class="area" aria-label=${name}>
      <h3>${name}</h3>
      ${this.at === null ? html`<div class="deeds">${areaDeeds(id, name, 'deed')}</div>` : nothing}
      <div class="cards">
        ${repeat(
          seen,
          ({ screen }) => screen.id,
          ({ screen, health }) =>
            html`<is-screen-card
              class=${screen.widthPx >= screen.heightPx ? 'wide' : 'tall'}
              .screen=${screen}
              .health=${this.at === null ? health : null}
              .at=${this.at}
              .chosen=${screen.id === this.selected}
              @choose=${() => this.choose(screen.id)}
            ></is-screen-card>`,
        )}
      </div>
    </section>`
  }

  private head(seen: readonly Seen[]) {
    const words = say().now
    if (this.at !== null) {
      const said = times().dayTime(this.at)
      const leftS = Math.max(0, Math.ceil((this.backAtMs - performance.now()) / 1_000))
      return html`<header class="away-head" role="status">
        <h1>${this.at > live.now() ? words.willBe(said) : words.wasThen(said)}</h1>
        <button class="button" @click=${() => this.travel(null)}>${words.backToNow}</button>
        <span class="muted small tabular" aria-hidden="true">${words.backIn(leftS)}</span>
      </header>`
    }
    const right = seen.filter(({ health }) => health.kind === 'right').length
    const without = seen.filter(({ health }) => health.kind === 'unpaired').length
    return html`<header class="page-head">
      <h1><span class="long">${words.title}</span><span class="brief">${words.short}</span></h1>
      ${
        without === 0 || venue.event?.sample !== null
          ? nothing
          : html`<a class="chip" href="/screens"><span class="dot hollow"></span>${words.withoutBox(without)}</a>`
      }
      ${may('edit') ? html`<is-advice-chip></is-advice-chip>` : nothing}
      ${right === 0 ? nothing : html`<span class="chip"><span class="dot green"></span>${words.right(right)}</span>`}
      <span class="clock tabular muted">${times().shortDay(live.now())} ${times().clock(live.now())}</span>
    </header>`
  }

  private waiting() {
    const words = say().now
    if (live.waiting === 0 || !may('edit') || this.at !== null) return nothing
    return html`<div class="card waiting">
      <span class="grow">${words.waiting(live.waiting)}</span><a class="button primary" href="/screens">${words.pair}</a>
    </div>`
  }

  /** On a phone: areas as cards of which one is open. */
  private folded(seen: readonly Seen[]) {
    const areas = venue.areas.filter((area) => seen.some(({ screen }) => screen.area === area.id))
    const open = areas.some((area) => area.id === this.unfolded) || this.unfolded === '' ? this.unfolded : areas[0]?.id
    return html`<div class="stack areas">
      ${areas.map(
        (area) =>
          html`<is-area-card
            .name=${area.name}
            .seen=${seen.filter(({ screen }) => screen.area === area.id)}
            .at=${this.at}
            .open=${area.id === open}
            @fold=${() => (this.unfolded = area.id === open ? '' : area.id)}
            @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}
          ></is-area-card>`,
      )}
    </div>`
  }

  private wall(seen: readonly Seen[]) {
    const words = say().now
    if (!venue.ready)
      return html`<div class="wall bones" aria-hidden="true">
        ${[3, 2, 2, 3].map(
          (n) =>
            html`<section class="area">
              <h3><span class="skeleton bone"></span></h3>
              <div class="cards">${Array.from({ length: n }, () => html`<div class="skeleton ghost"></div>`)}</div>
            </section>`,
        )}
      </div>`
    if (seen.length === 0)
      return html`<div class="empty">
        <h2>${words.noScreens}</h2>
        <p>${words.noScreensHelp}</p>
        <a class="button primary" href="/screens">${words.toScreens}</a>
      </div>`
    if (this.phone.holds) return this.folded(seen)
    return html`<div class="wall">
      ${venue.areas.map((area) =>
        this.area(
          area.id,
          area.name,
          seen.filter(({ screen }) => screen.area === area.id),
        ),
      )}
    </div>`
  }

  private seen(): readonly Seen[] {
    const now = live.now()
    const statuses = new Map(live.statuses.map((status) => [status.screen, status]))
    return venue.screens.map((screen) => ({ screen, health: inEvent(healthOf(screen, statuses.get(screen.id) ?? null, now), venue.event) }))
  }

  protected override updated(): void {
    this.fit(this.seen())
  }

  protected override render() {
    const seen = this.seen()
    const first = seen.find(({ health }) => health.trouble) ?? seen.find(({ screen }) => screen.local) ?? seen[0]
    const selected = venue.screens.find((screen) => screen.id === this.selected) ?? first?.screen ?? null
    return html`<div class="now ${this.at === null ? '' : 'away'}">
      <div class="page">
        ${this.head(seen)}
        ${this.at === null ? html`<is-clock-jump></is-clock-jump>${this.trouble(seen)}<is-screen-names></is-screen-names><is-now-running></is-now-running>` : nothing}
        ${this.waiting()} ${this.wall(seen)}
        ${
          seen.length === 0
            ? nothing
            : html`<is-time-machine
                .event=${venue.event}
                .at=${this.at}
                @travel=${(event: CustomEvent<Instant | null>) => this.travel(event.detail)}
              ></is-time-machine>`
        }
      </div>
      ${
        selected === null
          ? nothing
          : html`<aside aria-label=${selected.name}><is-screen-detail .screen=${selected.id} .at=${this.at}></is-screen-detail></aside>
              <is-sheet .open=${this.sheetOpen} .heading=${selected.name} @close=${() => (this.sheetOpen = false)}>
                ${this.sheetOpen ? html`<is-screen-detail bare .screen=${selected.id} .at=${this.at}></is-screen-detail>` : nothing}
              </is-sheet>`
      }
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-now-view': NowView
  }
}
