/** `<is-shift>`: how long somebody is on duty: a few lengths, a time of the clock, or for good. */
import { css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { clockText } from '../views/people-text.ts'
import { type Shift, shiftEnd, wallNow } from '../views/people-model.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'

/** What the chips begin with. */
export const usualShift: Shift = { kind: 'hours', hours: 8 }

const hours = [4, 8, 12] as const

/** Fires `change` with the new `Shift`. */
@customElement('is-shift')
export class ShiftField extends CrewElement {
  @property() label = ''
  @property({ attribute: false }) value: Shift = usualShift
  /** Whether it may also be for good. */
  @property({ type: Boolean }) good = false

  static override styles = [
    controls,
    css`
      fieldset {
        display: grid;
        gap: var(--s2);
      }
      .time {
        max-width: 12em;
      }
    `,
  ]

  private tell(value: Shift): void {
    this.value = value
    this.dispatchEvent(new CustomEvent<Shift>('change', { detail: value }))
  }

  private chip(text: string, checked: boolean, choose: () => void) {
    return html`<label class="choice"
      ><input
        type="radio"
        name="shift"
        .checked=${checked}
        @change=${(event: Event) => {
          event.stopPropagation()
          choose()
        }}
      />${text}</label
    >`
  }

  protected override render() {
    const words = say().people
    const { value } = this
    const end = shiftEnd(value, wallNow(), times())
    return html`<fieldset class="field">
      <legend>${this.label}</legend>
      <div class="choices">
        ${hours.map((n) => this.chip(words.hours(n), value.kind === 'hours' && value.hours === n, () => this.tell({ kind: 'hours', hours: n })))}
        ${this.chip(words.untilChip, value.kind === 'until', () => this.tell({ kind: 'until', time: '' }))}
        ${this.good ? this.chip(words.forGood, value.kind === 'good', () => this.tell({ kind: 'good' })) : nothing}
      </div>
      ${
        value.kind === 'until'
          ? html`<label class="field time"
              ><span class="label">${words.untilTime}</span
              ><input
                class="input"
                type="time"
                .value=${value.time}
                @input=${(event: Event) => this.tell({ kind: 'until', time: (event.target as HTMLInputElement).value })}
                @change=${(event: Event) => event.stopPropagation()}
            /></label>`
          : nothing
      }
      ${end === null || end === 'missing' ? nothing : html`<span class="hint">${words.until(clockText(end)).trim()}</span>`}
    </fieldset>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-shift': ShiftField
  }
}
