/** `<is-sponsor-row>`: one sponsor: what was promised, what is planned, and whether the one keeps the other. */
import type { SlideResource, SponsorAirtime, SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import { screenName, venue, VenueController } from '../venue.ts'
import { say } from '../words/words.ts'
import { listed } from './schedule-text.ts'
import { gotText, plannedText, promiseText, rivalsOf } from './sponsors-text.ts'

/** Event `edit` when somebody wants to change it. */
@customElement('is-sponsor-row')
export class SponsorRow extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 232px 232px auto;
        align-items: start;
        gap: var(--s3) var(--s5);
        padding: var(--s4);
      }
      .about,
      .planned {
        display: grid;
        gap: 6px;
        justify-items: start;
      }
      .slides {
        display: flex;
        flex-wrap: wrap;
        gap: 6px var(--s3);
      }
      .slides a {
        overflow-wrap: anywhere;
      }
      .chip svg {
        width: 16px;
        height: 16px;
      }
      .bone {
        width: 96px;
        height: 28px;
      }
      .edit {
        grid-column: 4;
      }
      @media (max-width: 1023px) {
        :host {
          grid-template-columns: 1fr 1fr;
        }
        .about {
          grid-column: 1 / -1;
          padding-right: 88px;
        }
        .edit {
          position: absolute;
          right: var(--s3);
          top: var(--s3);
        }
        :host {
          position: relative;
        }
      }
    `,
  ]

  @property({ attribute: false }) sponsor: SponsorResource | null = null
  @property({ attribute: false }) all: readonly SponsorResource[] = []
  /** Its slides. */
  @property({ attribute: false }) slides: readonly SlideResource[] = []
  /** Null while it is worked out; undefined where there is nothing to say. */
  @property({ attribute: false }) today: SponsorAirtime | null | undefined = undefined
  @property({ attribute: false }) event: SponsorAirtime | null | undefined = undefined
  @property({ type: Boolean }) editable = false
  protected readonly venue = new VenueController(this)

  override render(): TemplateResult | typeof nothing {
    const { sponsor } = this
    if (sponsor === null) return nothing
    const words = say().sponsors
    const rivals = rivalsOf(sponsor, this.all).map((id) => this.all.find((one) => one.id === id)?.name ?? '')
    return html`
      <div class="about">
        <h2>${sponsor.name}</h2>
        <p>${promiseText(sponsor.promise, venue)}</p>
        ${rivals.length === 0 ? nothing : html`<p class="small muted">${words.notWith(listed(rivals))}</p>`} ${this.links()}
      </div>
      ${this.planned(words.today, this.today, sponsor)} ${this.planned(words.event, this.event, sponsor)}
      ${
        this.editable
          ? html`<button
              class="button edit"
              aria-label=${`${say().common.change}: ${sponsor.name}`}
              @click=${() => this.dispatchEvent(new CustomEvent('edit'))}
            >
              ${say().common.change}
            </button>`
          : nothing
      }
    `
  }

  private links(): TemplateResult {
    const words = say().sponsors
    if (this.slides.length === 0) return html`<p class="small muted">${words.noSlides}</p>`
    return html`<ul class="slides small" aria-label=${words.slides}>
      ${this.slides.map((slide) => html`<li><a href=${`/slides/${slide.id}`}>${bodyOf(slide).name}</a></li>`)}
    </ul>`
  }

  private planned(label: string, airtime: SponsorAirtime | null | undefined, { promise }: SponsorResource) {
    if (airtime === undefined) return nothing
    const words = say().sponsors
    if (airtime === null)
      return html`<div class="planned" aria-busy="true"><span class="small muted">${label}</span><span class="skeleton bone"></span></div>`
    const judged = airtime.promise
    return html`<div class="planned">
      <span class="small muted">${label}</span>
      ${judged === null || promise === null ? nothing : this.verdict(judged)}
      <span class="tabular">${plannedText(airtime.screens)}</span>
      ${
        judged === null || promise === null
          ? nothing
          : html`<span class="small muted tabular"
              >${words.least(gotText(promise.amount.kind, judged.got), screenName(judged.screen))}</span
            >`
      }
    </div>`
  }

  /** A share counts as kept to within a percentage point: just under what was promised is said as such. */
  private verdict({ kept, got, wanted }: NonNullable<SponsorAirtime['promise']>): TemplateResult {
    const words = say().sponsors
    return kept
      ? html`<span class="chip green">${icons.check} ${got < wanted ? words.nearly : words.kept}</span>`
      : html`<span class="chip amber">${icons.override} ${words.missed}</span>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-sponsor-row': SponsorRow
  }
}
