/** `<is-entry-removal>`: before an entry on the glass is taken out: what comes in its place, and on how many screens. */
import type { EntryResource } from '@infoskjerm/shared/wire/api.ts'
import { html, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from '../live.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { say } from '../words/words.ts'
import { type Held, replacementsOf } from './schedule-now.ts'
import { listed } from './schedule-text.ts'

/** Events `remove` when it is to go, `close` when it stays. */
@customElement('is-entry-removal')
export class EntryRemoval extends CrewElement {
  /** The entry that is asked about; null: closed. */
  @property({ attribute: false }) entry: EntryResource | null = null
  @property({ attribute: false }) held: readonly Held[] = []

  override render(): TemplateResult {
    const words = say().schedule
    const { entry } = this
    const found = entry === null ? [] : replacementsOf(entry.id, this.held, live.now())
    const tell = (what: 'remove' | 'close') => () => this.dispatchEvent(new CustomEvent(what))
    return html`<is-sheet .open=${entry !== null} .heading=${entry === null ? '' : words.removeTitle(entry.name)} @close=${tell('close')}>
      <div class="stack">
        ${found.map(({ names, screens }) => {
          const where = words.screens(screens.length)
          return html`<p>
            ${names.length === 0 ? words.replacedByNothing(where) : words.replacedBy(listed(names.map((name) => say().now.quoted(name))), where)}
          </p>`
        })}
      </div>
      <div slot="footer" class="row">
        <button class="button danger" @click=${tell('remove')}>${words.removeNow}</button>
        <button class="button" @click=${tell('close')}>${words.keep}</button>
      </div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-entry-removal': EntryRemoval
  }
}
