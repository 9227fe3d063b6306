/** *Runde*: a walk past the screens. */
import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

@customElement('is-round-view')
export class RoundView extends CrewElement {
  static override styles = [controls]

  protected override render() {
    return html`<div class="page narrow">
      <header class="page-head"><h1>${say().round.title}</h1></header>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-round-view': RoundView
  }
}
