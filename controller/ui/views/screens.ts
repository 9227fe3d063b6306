/** *Skjermer*: every screen by area in walking order, how many are in service, and the forms to add, connect and change them. */
import type { Area, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { dotOf, healthOf } from '../health.ts'
import { live, LiveController } from '../live.ts'
import '../parts/area-editor.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import '../parts/pair-editor.ts'
import '../parts/preview.ts'
import '../parts/screen-editor.ts'
import { showNames } from '../parts/screen-names.ts'
import '../parts/screen-paste.ts'
import { go } from '../router.ts'
import { isUnconfirmed, walking } from '../screen-form.ts'
import { areaName, may, mayEverywhere, mayIn, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { screensStyles } from './screens.styles.ts'

type Open =
  | { readonly kind: 'none' | 'new' | 'paste' }
  | { readonly kind: 'pair'; readonly screen: string | null }
  | { readonly kind: 'area'; readonly area: Area | null }

/** More screens than this are searched. */
const searchedFrom = 8

const kinds = ['in-service', 'planned', 'out-of-service'] as const

@customElement('is-screens-view')
export class ScreensView extends CrewElement {
  /** The screen that is open in the form, from the path. */
  @property({ attribute: false }) screenId: string | null = null
  @state() private open: Open = { kind: 'none' }
  @state() private search = ''
  @query('input[type=search]') private readonly searchField!: HTMLInputElement | null
  protected readonly live = new LiveController(this, 5_000)
  protected readonly venue = new VenueController(this)

  static override styles = [controls, screensStyles]

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.key)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.key)
  }

  /** `/` leads to the search from wherever nobody is typing. */
  private readonly key = (event: KeyboardEvent): void => {
    const busy = event.composedPath().some((node) => node instanceof Element && node.matches('input, textarea, select, dialog'))
    if (event.key !== '/' || busy || event.ctrlKey || event.metaKey || event.altKey || this.searchField === null) return
    event.preventDefault()
    this.searchField.focus()
  }

  /** Screens that the words searched for mean, by name, area or tag; all while there are none. */
  private get found(): readonly ScreenResource[] {
    const wanted = this.search.trim().toLocaleLowerCase()
    const text = (screen: ScreenResource) => `${screen.name} ${areaName(screen.area)} ${screen.tags.join(' ')}`.toLocaleLowerCase()
    return walking(wanted === '' ? venue.screens : venue.screens.filter((screen) => text(screen).includes(wanted)))
  }

  private openFirst(event: Event): void {
    event.preventDefault()
    const first = venue.areas.flatMap((area) => this.found.filter((screen) => screen.area === area.id))[0]
    if (first !== undefined && mayIn([first.area])) go(`/screens/${first.id}`)
  }

  private searching() {
    const words = say().screens
    if (venue.screens.length <= searchedFrom) return nothing
    return html`<form class="search" role="search" @submit=${this.openFirst}>
      <input
        class="input"
        type="search"
        aria-label=${words.search}
        placeholder=${words.search}
        .value=${this.search}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
    </form>`
  }

  private close(): void {
    this.open = { kind: 'none' }
    if (this.screenId !== null) go('/screens')
  }

  private pair(screen: string | null): void {
    this.close()
    this.open = { kind: 'pair', screen }
  }

  /** What is to be known of a screen beyond its name; what is fine says little. */
  private facts(screen: ScreenResource) {
    const words = say()
    const { state } = screen
    const health = healthOf(screen, live.statuses.find((one) => one.screen === screen.id) ?? null, live.now())
    const out = state.kind === 'out-of-service' ? [words.screens.reasons[state.why], state.note].filter((part) => part !== '') : []
    return html`<span class="facts">
      <span class="row"><span class="dot ${dotOf(health)}"></span>${[words.now.state[health.kind], ...out].join(' · ')}</span>
      ${isUnconfirmed(screen) ? html`<span class="amber-text">${words.screens.unconfirmedHere}</span>` : nothing}
      ${screen.local ? html`<span>${words.screens.local}</span>` : nothing} ${screen.tags.map((tag) => html`<span>#${tag}</span>`)}
    </span>`
  }

  private row(screen: ScreenResource) {
    const words = say().screens
    const inside = html`<span class="thumb ${screen.state.kind === 'in-service' ? '' : 'idle'}"
        ><is-preview .screen=${screen.id}></is-preview
      ></span>
      <span class="grow">
        <span class="name"
          ><strong class="clip">${screen.name}</strong>${
            screen.audience === 'crew'
              ? html`<span title=${words.crewOnly}>${icons.lock}<span class="visually-hidden">${words.crewOnly}</span></span>`
              : nothing
          }</span
        >
        ${this.facts(screen)}
      </span>
      ${may('edit') ? html`<span class="chevron">${icons.chevron}</span>` : nothing}`
    return mayIn([screen.area]) ? html`<a href=${`/screens/${screen.id}`}>${inside}</a>` : html`<div>${inside}</div>`
  }

  private area(area: Area) {
    const words = say().screens
    const screens = this.found.filter((screen) => screen.area === area.id)
    if (this.search.trim() !== '' && screens.length === 0) return nothing
    return html`<section class="area" aria-label=${area.name}>
      <div class="area-head">
        <h2>${area.name}</h2>
        ${
          mayEverywhere()
            ? html`<button
                class="button quiet"
                aria-label=${words.changeArea(area.name)}
                @click=${() => (this.open = { kind: 'area', area })}
              >
                ${say().common.change}
              </button>`
            : nothing
        }
      </div>
      ${screens.length === 0 ? html`<p class="muted">${words.noneHere}</p>` : html`<div class="list">${screens.map((screen) => this.row(screen))}</div>`}
    </section>`
  }

  private head() {
    const words = say().screens
    const any = venue.areas.length > 0
    return html`<header class="page-head">
        <h1>${words.title}</h1>
        ${venue.screens.length > 0 ? html`<a class="button" href="/round">${icons.round}${say().common.nav.round}</a>` : nothing}
        ${
          may('edit') && any
            ? html`<button class="button primary" @click=${() => this.pair(null)}>${icons.scan}${words.pair}</button>`
            : nothing
        }
      </header>
      ${may('edit') ? this.deeds(any) : nothing}`
  }

  private deeds(any: boolean) {
    const words = say().screens
    const offer = (text: string, press: () => void) => html`<button class="button quiet" @click=${press}>${text}</button>`
    return html`<div class="row deeds">
      ${live.names?.shown === true || venue.screens.length === 0 ? nothing : offer(words.names, () => void showNames(true))}
      ${any ? offer(words.add, () => (this.open = { kind: 'new' })) : nothing}
      ${mayEverywhere() ? offer(words.paste, () => (this.open = { kind: 'paste' })) : nothing}
      ${mayEverywhere() ? offer(words.newArea, () => (this.open = { kind: 'area', area: null })) : nothing}
    </div>`
  }

  /** Only what is in service counts; the rest is said apart. */
  private counts() {
    const words = say().screens
    if (venue.screens.length === 0) return nothing
    const unconfirmed = venue.screens.filter(isUnconfirmed).length
    return html`<div class="row counts">
      ${kinds.map((kind) => {
        const n = venue.screens.filter(({ state }) => state.kind === kind).length
        return n === 0 ? nothing : html`<span class="chip">${words.counts[kind](n)}</span>`
      })}
      ${unconfirmed === 0 ? nothing : html`<span class="chip amber">${words.unconfirmed(unconfirmed)}</span>`}
    </div>`
  }

  private waiting() {
    const words = say().screens
    if (live.waiting === 0 || !may('edit') || venue.areas.length === 0) return nothing
    return html`<div class="card waiting">
      <span class="grow"><strong>${words.waitingTitle(live.waiting)}</strong><br /><span class="muted">${words.waitingText}</span></span>
      <button class="button primary" @click=${() => this.pair(null)}>${words.pair}</button>
    </div>`
  }

  private list() {
    const words = say().screens
    if (!venue.ready)
      return html`<div class="stack" aria-hidden="true">${[1, 2, 3].map(() => html`<div class="skeleton bone"></div>`)}</div>`
    if (this.search.trim() !== '' && this.found.length === 0) return html`<p class="muted" role="status">${words.noneFound}</p>`
    if (venue.areas.length > 0) return venue.areas.map((area) => this.area(area))
    return html`<div class="empty">
      <h2>${words.emptyTitle}</h2>
      <p>${words.emptyText}</p>
      ${
        mayEverywhere()
          ? html`<button class="button primary" @click=${() => (this.open = { kind: 'area', area: null })}>${words.newArea}</button>`
          : nothing
      }
    </div>`
  }

  protected override render() {
    const chosen = this.screenId === null ? null : (venue.screens.find((screen) => screen.id === this.screenId) ?? null)
    const { open } = this
    return html`<div class="page narrow">
      ${this.head()} ${this.waiting()} ${this.counts()} ${this.searching()} ${this.list()}
      <is-screen-editor
        .screen=${chosen}
        .open=${(chosen !== null && mayIn([chosen.area])) || (may('edit') && open.kind === 'new')}
        @close=${this.close}
        @pair=${() => this.pair(chosen?.id ?? null)}
      ></is-screen-editor>
      <is-pair-editor
        .open=${open.kind === 'pair'}
        .screenId=${open.kind === 'pair' ? open.screen : null}
        @close=${this.close}
      ></is-pair-editor>
      <is-screen-paste .open=${open.kind === 'paste'} @close=${this.close}></is-screen-paste>
      <is-area-editor .area=${open.kind === 'area' ? open.area : null} .open=${open.kind === 'area'} @close=${this.close}></is-area-editor>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screens-view': ScreensView
  }
}
