/** The board of a screen that belongs to nobody yet: the code, and what to do with it. */
import { css, html, nothing, svg, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { minuteMs } from '@infoskjerm/shared/time/instant.ts'
import '../backdrop.ts'
import { Fitting, type Fit } from '../fit.ts'
import { GlassElement } from '../glass-element.ts'
import { squareOf, squareSide } from './pairing-square.ts'

/** Clear modules round the square (ISO/IEC 18004). */
const quiet = 4

/** `.code` as the gateway gave it, `.address` of the crew pages (empty where it is not known), `.leftMs` the life of the code. */
@customElement('is-pairing-board')
export class PairingBoard extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      .safe {
        justify-content: space-between;
      }
      .lead {
        font-size: calc(60 * var(--u));
        font-weight: 650;
      }
      .lead .en {
        color: var(--quiet);
        font-size: 0.72em;
        font-weight: 500;
      }
      .code {
        flex: none;
        max-block-size: 46%;
        font-weight: 800;
        font-stretch: 112%;
        line-height: 1.08;
        letter-spacing: 0.02em;
        margin-inline-start: -0.03em;
      }
      .code span {
        white-space: nowrap;
      }
      .below {
        display: flex;
        align-items: flex-end;
        justify-content: space-between;
        gap: calc(64 * var(--u));
      }
      .square {
        flex: none;
        inline-size: calc(340 * var(--u));
        border-radius: calc(16 * var(--u));
      }
      .how {
        font-size: calc(52 * var(--u));
        line-height: 1.28;
        text-wrap: pretty;
      }
      .how .en {
        margin-block-start: 0.4em;
        color: var(--quiet);
        font-size: 0.77em;
      }
      b {
        font-weight: 750;
      }
    `,
  ]

  @property() code = ''
  @property() address = ''
  @property({ type: Number }) leftMs = 0

  readonly fitting = new Fitting(this)

  /** The code alone, never an address: what is scanned can lead nobody anywhere. */
  private square(): TemplateResult | typeof nothing {
    if (this.code === '') return nothing
    const side = squareSide + 2 * quiet
    const dark = squareOf(this.code).flatMap((row, y) => row.flatMap((is, x) => (is ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    return html`<svg class="square" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true">
      ${svg`<rect width=${side} height=${side} fill="#fff"></rect><path d=${dark.join('')} fill="#0b0e1a"></path>`}
    </svg>`
  }

  protected override render(): TemplateResult {
    const half = Math.ceil(this.code.length / 2)
    const groups = this.code.includes('-') || this.code.length < 6 ? [this.code] : [this.code.slice(0, half), this.code.slice(half)]
    const fit: Fit = { ceiling: 230, floor: 96, oneLineFrom: 200, draw: () => groups.map((group) => html`<span>${group}</span> `) }
    const minutes = Math.ceil(this.leftMs / minuteMs)
    const where = this.address === '' ? nothing : html` (<b>${this.address}</b>)`
    return html`<is-backdrop .context=${this.context}></is-backdrop>
      <div class="safe">
        <div class="lead">
          <p lang="nb">Denne skjermen er ny</p>
          <p class="en" lang="en">This screen is new</p>
        </div>
        <div class="code" data-fit .fit=${fit} aria-label=${[...this.code].join(' ')}></div>
        <div class="below">
          <div class="how">
            <p lang="nb">
              Åpne crew-sidene${where}, <b>Skjermer</b>, <b>Koble til boks</b>, og skann ruten eller skriv koden.
              ${minutes > 0 ? html`Den gjelder i ${minutes}&nbsp;${minutes === 1 ? 'minutt' : 'minutter'}.` : nothing}
            </p>
            <p class="en" lang="en">Open the crew pages, Screens, Connect a box, and scan the square or type the code.</p>
          </div>
          ${this.square()}
        </div>
      </div>`
  }
}
