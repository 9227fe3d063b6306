/** Nothing but black: somebody wants the screen dark. */
import { css, html, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { BlackContent } from '@infoskjerm/shared/model/slide.ts'
import { KindElement } from '../kind-element.ts'

@customElement('is-black-slide')
export class BlackSlide extends KindElement<BlackContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      div {
        position: absolute;
        inset: 0;
        background: #000;
      }
    `,
  ]

  protected override render(): TemplateResult {
    return html`<div></div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-black-slide': BlackSlide
  }
}
