/** *Vis navn*: who this screen is, over whatever it shows. */
import { css, html, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { cut, Fitting, type Fit } from '../fit.ts'
import { GlassElement } from '../glass-element.ts'

@customElement('is-name-board')
export class NameBoard extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      :host {
        --field: var(--paper);
        --words: var(--ink);
        --quiet: var(--quiet-on-paper);
        position: absolute;
        inset: 0;
      }
      .safe {
        justify-content: center;
        gap: calc(36 * var(--u));
      }
      .name {
        flex: none;
        max-block-size: 70%;
        margin-inline-start: -0.03em;
      }
      .area {
        color: var(--quiet);
        font-size: calc(64 * var(--u));
        font-weight: 600;
      }
    `,
  ]

  @property() name = ''
  @property() area = ''

  readonly fitting = new Fitting(this)

  protected override render(): TemplateResult {
    const fit: Fit = { ceiling: 320, floor: 72, oneLineFrom: 150, draw: (share) => cut(this.name, share) }
    return html`<div class="safe" role="status">
      <div class="name headline" data-fit .fit=${fit}></div>
      <p class="area">${this.area}</p>
    </div>`
  }
}
