/** `<is-time>`: a time of day as people write it (`18`, `18.00`, `kl 18`), taken in as `18:00`. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'
import { readTime } from './schedule-wall.ts'

/** Event `time` carries `HH:MM` when a whole time has been written. */
@customElement('is-time')
export class TimeField extends CrewElement {
  static override styles = [controls]

  @property() label = ''
  @property() value = ''
  @state() private typed: string | null = null

  override render(): TemplateResult {
    const { typed } = this
    const wrong = typed !== null && typed.length > 3 && readTime(typed) === null
    return html`<label class="field"
      ><span class="label">${this.label}</span>
      <input
        class="input tabular"
        autocomplete="off"
        placeholder="18:00"
        aria-invalid=${wrong}
        .value=${typed ?? this.value}
        @input=${(input: Event) => (this.typed = (input.target as HTMLInputElement).value)}
        @change=${() => this.commit()}
      />
      ${wrong ? html`<span class="problem">${say().schedule.timeWrong}</span>` : nothing}</label
    >`
  }

  private commit(): void {
    const time = readTime(this.typed ?? '')
    if (time === null) return
    this.typed = null
    this.dispatchEvent(new CustomEvent<string>('time', { detail: time }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-time': TimeField
  }
}
