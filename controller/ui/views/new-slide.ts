/** *Ny slide*: one sheet from thought to glass. */
import type { PlacementResource, SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { slideFromJson } from '../parts/slide-editor-json.ts'
import { placeOfLink } from '../parts/where-mine.ts'
import { targetOfLink } from '../parts/where-model.ts'
import { Resource } from '../resource.ts'
import { replace } from '../router.ts'
import { may, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import type { Placed } from './new-slide-form.ts'
import './new-slide-form.ts'
import './new-slide-list.ts'
import { quickHead, quickHeadStyles } from './notice-head.ts'

@customElement('is-new-slide-view')
export class NewSlideView extends CrewElement {
  /** One that stands already and is changed, or a place (a screen, or `area:` and an area) for a new one; null: neither. */
  @property({ attribute: false }) placementId: string | null = null
  /** One has just been sent: what stands on the screens comes first. */
  @state() private sent = false
  private readonly placements = new Resource<readonly PlacementResource[]>(this, () => '/placements', ['placements', 'slides'])
  private readonly slides = new Resource<readonly SlideResource[]>(this, () => '/slides', ['slides'])
  protected readonly venue = new VenueController(this)
  private held: { readonly of: PlacementResource; readonly placed: Placed } | null = null

  static override styles = [
    controls,
    quickHeadStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--s6);
        align-items: start;
      }
      .sent is-new-slide-list {
        order: -1;
      }
      .other {
        margin-top: var(--s4);
      }
      .again {
        display: none;
      }
      @media (max-width: 767px) {
        .sent .form {
          display: none;
        }
        .sent .again {
          display: flex;
        }
      }
      @media (min-width: 1080px) {
        .columns {
          grid-template-columns: minmax(0, 480px) minmax(0, 420px);
          gap: var(--s7);
        }
        .sent is-new-slide-list {
          order: 0;
        }
      }
    `,
  ]

  private get all(): readonly PlacementResource[] {
    return this.placements.value ?? []
  }

  /** The one that is changed, as it was when it was opened: typing is not undone by what others do. */
  private get placed(): Placed | null {
    const placement = this.all.find(({ id }) => id === this.placementId)
    if (this.held !== null && this.held.of.id === this.placementId) return this.held.placed
    const found = this.slides.value?.find(({ id }) => id === placement?.slide)
    const slide = found?.published ?? found?.draft ?? null
    if (placement === undefined || slide === null || venue.event === null) return null
    const placed = { placement, slide: slideFromJson(slide) }
    this.held = { of: placement, placed }
    return placed
  }

  private shown(event: CustomEvent<PlacementResource>): void {
    this.sent = true
    this.held = null
    this.placements.assume([event.detail, ...this.all.filter(({ id }) => id !== event.detail.id)])
    if (this.placementId !== null) replace('/new')
    window.scrollTo(0, 0)
  }

  private form(): TemplateResult {
    const words = say().newSlide
    const given = placeOfLink(this.placementId)
    const isNew = this.placementId === null || targetOfLink(this.placementId, venue.areas, venue.screens) !== null
    const { placed } = this
    if (!may('edit')) return html`<p class="muted">${say().common.only}</p>`
    if (!isNew && placed === null)
      return html`<p class="muted">${this.placements.value === null ? say().common.loading : words.notHere}</p>`
    return html`${keyed(
      placed?.placement.id ?? '',
      html`<is-new-slide-form .given=${given} .placed=${placed} @sent=${this.shown}></is-new-slide-form>`,
    )}`
  }

  protected override render() {
    const words = say().newSlide
    return html`<div class="page">
      ${quickHead(this.placed === null ? words.title : words.changeTitle, this.placed === null ? '/' : '/new')}
      <div class="columns ${this.sent ? 'sent' : ''}">
        <button class="button primary large wide again" @click=${() => (this.sent = false)}>${words.another}</button>
        <div class="form">
          ${this.form()} ${this.placed === null ? html`<p class="other small"><a href="/slides">${words.fullEditor}</a></p>` : nothing}
        </div>
        <is-new-slide-list
          .placements=${this.all}
          .slides=${this.slides.value ?? []}
          @gone=${(event: CustomEvent<PlacementResource>) => this.placements.assume(this.all.filter(({ id }) => id !== event.detail.id))}
          @back=${() => this.placements.reload()}
        ></is-new-slide-list>
      </div>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-slide-view': NewSlideView
  }
}
