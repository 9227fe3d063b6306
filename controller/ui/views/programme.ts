/** *Program*: the timetable of the day, put right with one thumb. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

@customElement('is-programme-view')
export class ProgrammeView extends CrewElement {
  @property({ attribute: false }) day: string | null = null

  static override styles = [controls]

  protected override render() {
    return html`<div class="page narrow">
      <header class="page-head"><h1>${say().programme.title}</h1></header>
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-programme-view': ProgrammeView
  }
}
