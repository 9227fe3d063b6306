/** *Skjermer*: every screen by area, and the forms to add, connect and change them. */
import type { Area, ScreenResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { dotOf, healthOf } from '../health.ts'
import { live, LiveController } from '../live.ts'
import '../parts/area-editor.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import '../parts/pair-editor.ts'
import '../parts/preview.ts'
import '../parts/screen-editor.ts'
import { go } from '../router.ts'
import { may, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'

type Open = { readonly kind: 'none' | 'new' | 'pair' } | { readonly kind: 'area'; readonly area: Area | null }

@customElement('is-screens-view')
export class ScreensView extends CrewElement {
  /** The screen that is open in the form, from the path. */
  @property({ attribute: false }) screenId: string | null = null
  @state() private open: Open = { kind: 'none' }
  protected readonly live = new LiveController(this, 5_000)
  protected readonly venue = new VenueController(this)

  static override styles = [
    controls,
    css`
      .area {
        margin-bottom: var(--s5);
      }
      .area-head {
        display: flex;
        align-items: center;
        gap: var(--s2);
        min-height: var(--touch);
      }
      .list > a {
        color: inherit;
        text-decoration: none;
        min-height: 72px;
      }
      .list > a:hover {
        background: var(--hover);
      }
      .list > a:focus-visible {
        outline-offset: -3px;
      }
      .thumb {
        flex: none;
        display: grid;
        justify-items: center;
        width: 100px;
        height: 56px;
      }
      is-preview {
        height: 56px;
        border-radius: 6px;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 4px var(--s3);
        font-size: var(--t-small);
        color: var(--muted);
      }
      .waiting {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
        margin-bottom: var(--s5);
        border-color: var(--blue);
      }
      .bone {
        height: 88px;
      }
      .chevron {
        color: var(--muted);
      }
      .chevron svg {
        display: block;
        width: 18px;
        height: 18px;
      }
      @media (max-width: 767px) {
        .thumb {
          width: 84px;
          height: 48px;
        }
        is-preview {
          height: 48px;
        }
      }
    `,
  ]

  private close(): void {
    this.open = { kind: 'none' }
    if (this.screenId !== null) go('/screens')
  }

  private row(screen: ScreenResource) {
    const words = say()
    const health = healthOf(screen, live.statuses.find((one) => one.screen === screen.id) ?? null, live.now())
    const why = screen.state.kind === 'out-of-service' && screen.state.why !== '' ? ` · ${screen.state.why}` : ''
    const inside = html`<span class="thumb"><is-preview .screen=${screen.id}></is-preview></span>
      <span class="grow">
        <strong class="clip">${screen.name}</strong>
        <span class="facts">
          <span class="row"><span class="dot ${dotOf(health)}"></span>${words.now.state[health.kind]}${why}</span>
          ${screen.local ? html`<span>${words.screens.local}</span>` : nothing}
          ${screen.audience === 'crew' ? html`<span>${words.screens.audiences.crew}</span>` : nothing}
          ${screen.tags.map((tag) => html`<span>#${tag}</span>`)}
        </span>
      </span>
      ${may('edit') ? html`<span class="chevron">${icons.chevron}</span>` : nothing}`
    return may('edit') ? html`<a href=${`/screens/${screen.id}`}>${inside}</a>` : html`<div>${inside}</div>`
  }

  private area(area: Area) {
    const words = say().screens
    const screens = venue.screens.filter((screen) => screen.area === area.id)
    return html`<section class="area" aria-label=${area.name}>
      <div class="area-head">
        <h2>${area.name}</h2>
        ${
          may('edit')
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
    return html`<header class="page-head">
      <h1>${words.title}</h1>
      ${
        may('edit')
          ? html`<button class="button" @click=${() => (this.open = { kind: 'area', area: null })}>${words.newArea}</button>
              ${venue.areas.length === 0 ? nothing : html`<button class="button" @click=${() => (this.open = { kind: 'new' })}>${words.add}</button>`}
              ${
                venue.areas.length === 0
                  ? nothing
                  : html`<button class="button primary" @click=${() => (this.open = { kind: 'pair' })}>${words.pair}</button>`
              }`
          : nothing
      }
    </header>`
  }

  private waiting() {
    const words = say().screens
    if (live.waiting === 0 || !may('edit') || venue.areas.length === 0) return nothing
    return html`<div class="card waiting">
      <span class="grow"><strong>${words.waitingTitle(live.waiting)}</strong><br /><span class="muted">${words.waitingText}</span></span>
      <button class="button primary" @click=${() => (this.open = { kind: 'pair' })}>${words.pair}</button>
    </div>`
  }

  private list() {
    const words = say().screens
    if (!venue.ready)
      return html`<div class="stack" aria-hidden="true">${[1, 2, 3].map(() => html`<div class="skeleton bone"></div>`)}</div>`
    if (venue.areas.length === 0)
      return html`<div class="empty">
        <h2>${words.emptyTitle}</h2>
        <p>${words.emptyText}</p>
        ${
          may('edit')
            ? html`<button class="button primary" @click=${() => (this.open = { kind: 'area', area: null })}>${words.newArea}</button>`
            : nothing
        }
      </div>`
    return venue.areas.map((area) => this.area(area))
  }

  protected override render() {
    const chosen = this.screenId === null ? null : (venue.screens.find((screen) => screen.id === this.screenId) ?? null)
    const { open } = this
    return html`<div class="page narrow">
      ${this.head()} ${this.waiting()} ${this.list()}
      <is-screen-editor
        .screen=${chosen}
        .open=${may('edit') && (chosen !== null || open.kind === 'new')}
        @close=${this.close}
      ></is-screen-editor>
      <is-pair-editor .open=${open.kind === 'pair'} @close=${this.close}></is-pair-editor>
      <is-area-editor .area=${open.kind === 'area' ? open.area : null} .open=${open.kind === 'area'} @close=${this.close}></is-area-editor>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-screens-view': ScreensView
  }
}
