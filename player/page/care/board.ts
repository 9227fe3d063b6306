/** `<is-diagnostics>`: how the player is, for crew who stand before it. Never shown by itself. */
import { css, html, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { GlassElement } from '../../stage/glass-element.ts'

/** A term and its value. */
export type Row = readonly [term: string, value: string]

@customElement('is-diagnostics')
export class DiagnosticsBoard extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      :host {
        background: none;
        container-type: size;
      }
      dl {
        position: absolute;
        inset-block-start: 6cqh;
        inset-inline-start: 5cqw;
        max-inline-size: 90cqw;
        display: grid;
        grid-template-columns: auto 1fr;
        gap: calc(8 * var(--u)) calc(32 * var(--u));
        padding: calc(32 * var(--u)) calc(40 * var(--u));
        border-radius: calc(16 * var(--u));
        background: rgb(0 0 0 / 86%);
        color: #fff;
        font-size: calc(32 * var(--u));
        line-height: 1.25;
      }
      dt {
        color: #c8c8c8;
        font-stretch: 88%;
      }
      dd {
        font-weight: 650;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) rows: readonly Row[] = []

  protected override render(): TemplateResult {
    return html`<dl>
      ${this.rows.map(
        ([term, value]) =>
          html`<dt>${term}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>`
  }
}
