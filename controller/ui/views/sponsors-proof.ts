/** `<is-sponsor-proof>`: what a sponsor really got: when it last stood where, today, of what was promised, and what fell away and why. */
import { type ProofLoss, proofLosses, type ProofSum, type SponsorProof, type SponsorResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { styleMap } from 'lit/directives/style-map.js'
import { live, LiveController } from '../live.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { icons } from '../parts/icons.ts'
import { screenName, VenueController } from '../venue.ts'
import { fromText, times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { gotText } from './sponsors-text.ts'

/** Less than this is nothing to speak of: a page that is loaded anew leaves a gap of a moment (ms). */
const speckMs = 1_000

@customElement('is-sponsor-proof')
export class SponsorProofElement extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1fr) auto;
        gap: var(--s3) var(--s5);
        padding: var(--s3) var(--s4) var(--s4);
        border-top: 1px solid var(--line);
        background: color-mix(in srgb, var(--sunken) 45%, var(--surface));
      }
      .part {
        display: grid;
        align-content: start;
        justify-items: start;
        gap: 4px;
      }
      .bar {
        display: flex;
        width: 100%;
        height: 6px;
        border-radius: var(--r-full);
        overflow: hidden;
        background: var(--line);
      }
      .bar .shown {
        background: var(--green);
      }
      .bar .lost {
        background: var(--amber);
      }
      .chip svg {
        width: 16px;
        height: 16px;
      }
      .csv {
        grid-column: 5;
        align-self: start;
      }
      .nothing {
        grid-column: 1 / -2;
        align-self: center;
      }
      @media (max-width: 1023px) {
        :host {
          grid-template-columns: 1fr 1fr;
        }
        .csv,
        .nothing {
          grid-column: 1 / -1;
          justify-self: start;
        }
      }
      @media (max-width: 479px) {
        :host {
          grid-template-columns: 1fr;
        }
      }
    `,
  ]

  @property({ attribute: false }) sponsor: SponsorResource | null = null
  @property({ attribute: false }) proof: SponsorProof | null = null
  protected readonly live = new LiveController(this, 30_000)
  protected readonly venue = new VenueController(this)

  override render(): TemplateResult | typeof nothing {
    const { sponsor, proof } = this
    if (sponsor === null || proof === null) return nothing
    const words = say().sponsors
    if (proof.lastShown === null && proof.event.shownMs === 0) return html`<p class="nothing muted">${words.noProof}</p>`
    return html`
      ${this.last(proof.lastShown)} ${this.sum(words.shownToday, proof.today)} ${this.sum(words.shownEvent, proof.event)}
      ${this.promise(sponsor, proof.promise)} ${this.csv(sponsor)}
    `
  }

  private last(shown: SponsorProof['lastShown']) {
    const words = say().sponsors
    if (shown === null) return nothing
    const [first = '', ...more] = shown.screens.map(screenName).toSorted((a, b) => a.localeCompare(b, 'nb', { numeric: true }))
    return html`<div class="part">
      <span class="small muted">${words.lastShown}</span>
      <strong class="tabular">${times().relative(fromText(shown.at), live.now())}</strong>
      <span class="small">${more.length === 0 ? words.on(first) : words.onMany(first, more.length)}</span>
    </div>`
  }

  private sum(label: string, sum: ProofSum): TemplateResult {
    const words = say().sponsors
    const lost = proofLosses.filter((why) => sum.lostMs[why] >= speckMs)
    return html`<div class="part">
      <span class="small muted">${label}</span>
      ${
        sum.plannedMs < speckMs
          ? html`<span>${words.nothingPlanned}</span>`
          : html`<strong class="tabular">${words.shownOf(times().length(sum.shownMs), times().length(sum.plannedMs))}</strong> ${bar(sum)}
              ${lost.length === 0 ? html`<span class="small muted">${words.allShown}</span>` : this.lost(sum, lost)}`
      }
    </div>`
  }

  private lost({ lostMs }: ProofSum, why: readonly ProofLoss[]): TemplateResult {
    const words = say().sponsors
    return html`<ul class="small" aria-label=${words.lostTitle}>
      ${why.map((one) => html`<li>${words.lost(times().length(lostMs[one]), words.losses[one])}</li>`)}
    </ul>`
  }

  private promise({ promise }: SponsorResource, judged: SponsorProof['promise']) {
    if (promise === null || judged === null) return nothing
    const words = say().sponsors
    const { kind } = promise.amount
    const { kept, wanted, got, mean, screen } = judged
    return html`<div class="part">
      <span class="small muted">${words.soFar}</span>
      ${
        kept
          ? html`<span class="chip green">${icons.check} ${got < wanted ? words.nearly : words.kept}</span>`
          : html`<span class="chip amber">${icons.override} ${words.missed}</span>`
      }
      <span class="small tabular">${words.least(gotText(kind, got), screenName(screen))}</span>
      <span class="small muted tabular">${words.mean(gotText(kind, mean))}</span>
    </div>`
  }

  private csv({ id, name }: SponsorResource): TemplateResult {
    const words = say().sponsors
    return html`<a class="button csv" href=${`/api/v1/proof.csv?sponsor=${id}`} download aria-label=${words.csvOf(name)}
      >${words.csvShort}</a
    >`
  }
}

/** How much of what was planned was shown; the words beside it say the same. */
function bar({ plannedMs, shownMs }: ProofSum): TemplateResult {
  const width = `${(shownMs / plannedMs) * 100}%`
  return html`<span class="bar" aria-hidden="true"
    ><span class="shown" style=${styleMap({ width })}></span><span class="lost grow"></span
  ></span>`
}

declare global {
  interface HTMLElementTagNameMap {
    'is-sponsor-proof': SponsorProofElement
  }
}
