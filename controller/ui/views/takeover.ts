/** *Ta over*: screens lent for a while, and given back. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

@customElement('is-takeover-view')
export class TakeoverView extends CrewElement {
  @property({ attribute: false }) screenId: string | null = null

  static override styles = [controls]

  protected override render() {
    return html`<div class="page narrow">
      <header class="page-head"><h1>${say().takeover.title}</h1></header>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-takeover-view': TakeoverView
  }
}
