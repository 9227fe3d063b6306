/** The quiet mark in the corner of a glass that has no contact: for those who know it, nothing for the hall. */
import { css, html, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import { GlassElement } from '../glass-element.ts'

@customElement('is-offline-mark')
export class OfflineMark extends GlassElement {
  static override styles: CSSResultGroup = [
    GlassElement.styles,
    css`
      :host {
        position: absolute;
        inset: 0;
        background: none;
        pointer-events: none;
      }
      svg {
        position: absolute;
        right: 1.6cqw;
        bottom: 1.6cqh;
        inline-size: calc(30 * var(--u));
        block-size: calc(30 * var(--u));
        fill: none;
        stroke: #8d93a6;
        stroke-width: 2.4;
        stroke-linecap: round;
        stroke-linejoin: round;
        opacity: 0.75;
      }
    `,
  ]

  protected override render(): TemplateResult {
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        d="M9 7l2.2-2.2a4 4 0 0 1 5.6 0l2.4 2.4a4 4 0 0 1 0 5.6L17 15M15 17l-2.2 2.2a4 4 0 0 1-5.6 0l-2.4-2.4a4 4 0 0 1 0-5.6L7 9M4 4l16 16"
      />
    </svg>`
  }
}
