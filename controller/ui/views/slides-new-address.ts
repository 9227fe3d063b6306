/** `<is-new-address>`: the address that a slide of a page or a stream begins with. */
import { webAddress } from '@infoskjerm/shared/model/contents-media.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { say } from '../words/words.ts'

/** Event `address` carries the address. */
@customElement('is-new-address')
export class NewAddress extends CrewElement {
  static override styles = [
    controls,
    css`
      form {
        display: grid;
        gap: var(--s4);
      }
    `,
  ]

  @property() kind: 'web' | 'stream' = 'web'
  @state() private text = ''
  @state() private isWrong = false

  override render(): TemplateResult {
    const words = say().slides
    return html`<form @submit=${this.submitted}>
      <label class="field"
        ><span class="label">${this.kind === 'web' ? words.address : words.media.streamAddress}</span>
        <input
          class="input"
          inputmode="url"
          autocapitalize="off"
          autocomplete="off"
          placeholder="https://"
          aria-invalid=${this.isWrong}
          .value=${this.text}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLInputElement).value
            this.isWrong = false
          }}
        />
        ${this.isWrong ? html`<span class="problem" role="alert">${words.media.addressWrong}</span>` : nothing}
        <span class="hint">${this.kind === 'web' ? words.addressHelp : words.media.streamAddressHelp}</span></label
      >
      <button class="button primary">${words.media.make}</button>
    </form>`
  }

  private submitted(event: Event): void {
    event.preventDefault()
    const typed = this.text.trim()
    const whole = /^https?:\/\//iu.test(typed) ? typed : `https://${typed}`
    this.isWrong = !/[^/]\.|localhost|\d/u.test(typed) || !webAddress.safeParse(whole).success
    if (!this.isWrong) this.dispatchEvent(new CustomEvent<string>('address', { detail: whole }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-new-address': NewAddress
  }
}
