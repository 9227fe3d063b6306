/** `<is-take>`: how much of an inner list one visit plays: all of it, or its next few. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

/** Event `take` carries the number, or null for the whole list. */
@customElement('is-take')
export class TakeField extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      select.input {
        width: auto;
      }
      .stepper {
        display: flex;
        align-items: center;
      }
      .stepper input.input {
        width: 56px;
        text-align: center;
        appearance: textfield;
      }
      .stepper input::-webkit-inner-spin-button {
        appearance: none;
        margin: 0;
      }
      .stepper .button {
        min-width: var(--touch);
        padding-inline: 0;
      }
    `,
  ]

  @property({ attribute: false }) value: number | null = null
  /** What the inner list is called, for screen readers. */
  @property() name = ''
  @property({ type: Boolean }) editable = false

  override render(): TemplateResult {
    const words = say().playlists.take
    const { value } = this
    return html`<select
        class="input small"
        aria-label=${words.label(this.name)}
        ?disabled=${!this.editable}
        @change=${(event: Event) => this.tell((event.target as HTMLSelectElement).value === 'all' ? null : 1)}
      >
        <option value="all" .selected=${live(value === null)}>${words.all}</option>
        <option value="next" .selected=${live(value !== null)}>${words.next}</option>
      </select>
      ${value === null ? nothing : this.stepper(value)}`
  }

  private stepper(value: number): TemplateResult {
    const words = say().playlists.take
    const step = (by: number, label: string, sign: string): TemplateResult =>
      html`<button
        class="button quiet"
        tabindex="-1"
        aria-label=${label}
        ?disabled=${!this.editable || value + by < 1 || value + by > limits.playlistItems}
        @click=${() => this.tell(value + by)}
      >
        ${sign}
      </button>`
    return html`<span class="stepper"
      >${step(-1, words.fewer, '−')}<input
        class="input tabular"
        type="number"
        min="1"
        max=${limits.playlistItems}
        step="1"
        aria-label=${words.count(this.name)}
        ?disabled=${!this.editable}
        .value=${live(String(value))}
        @input=${this.typed}
      />${step(1, words.more, '+')}</span
    >`
  }

  private readonly typed = (event: Event): void => {
    const { valueAsNumber } = event.target as HTMLInputElement
    if (Number.isInteger(valueAsNumber) && valueAsNumber >= 1 && valueAsNumber <= limits.playlistItems) this.tell(valueAsNumber)
  }

  private tell(take: number | null): void {
    this.dispatchEvent(new CustomEvent<number | null>('take', { detail: take }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-take': TakeField
  }
}
