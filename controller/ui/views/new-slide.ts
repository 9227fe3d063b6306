/** *Ny slide*: one sheet from thought to glass. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

@customElement('is-new-slide-view')
export class NewSlideView extends CrewElement {
  @property({ attribute: false }) placementId: string | null = null

  static override styles = [controls]

  protected override render() {
    return html`<div class="page narrow">
      <header class="page-head"><h1>${say().newSlide.title}</h1></header>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-slide-view': NewSlideView
  }
}
