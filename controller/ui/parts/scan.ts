/** *Skann*: the phone's camera takes a picture of a screen, and the code on it is read. */
import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { icons } from './icons.ts'
import { codeIn, readPicture } from './scan-read.ts'

type Trouble = 'scanNothing' | 'scanOther' | 'scanBroken'

/** Fires `code` with the pairing code that was read. */
@customElement('is-scan')
export class Scan extends CrewElement {
  @state() private reading = false
  @state() private trouble: Trouble | null = null
  @state() private found = ''
  @query('input') private readonly input!: HTMLInputElement

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s2);
      }
      .button svg {
        width: 22px;
        height: 22px;
      }
    `,
  ]

  private picked(): void {
    const file = this.input.files?.[0]
    this.input.value = ''
    if (file !== undefined) void this.read(file)
  }

  private async read(file: Blob): Promise<void> {
    this.reading = true
    this.trouble = null
    this.found = ''
    try {
      const text = await readPicture(file)
      const code = text === null ? null : codeIn(text)
      if (text === null) this.trouble = 'scanNothing'
      else if (code === null) this.trouble = 'scanOther'
      else {
        this.found = code
        this.dispatchEvent(new CustomEvent<string>('code', { detail: code }))
      }
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause
      this.trouble = 'scanBroken'
    } finally {
      this.reading = false
    }
  }

  protected override render() {
    const words = say().screens
    return html`<button
        type="button"
        class="button large wide ${this.found === '' ? 'primary' : ''}"
        ?disabled=${this.reading}
        @click=${() => this.input.click()}
      >
        ${icons.scan}${this.reading ? words.scanning : words.scan}
      </button>
      <input type="file" hidden accept="image/*" capture="environment" aria-label=${words.scan} @change=${this.picked} />
      <div role="status">
        ${this.trouble === null ? nothing : html`<p class="problem">${words[this.trouble]}</p>`}
        ${this.found === '' ? nothing : html`<p class="visually-hidden">${words.scanned(this.found)}</p>`}
      </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-scan': Scan
  }
}
