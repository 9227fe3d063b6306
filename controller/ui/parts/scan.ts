/** *Skann*: the phone's camera finds the square on a screen and reads the code; where there is no camera to look through, a photo is taken. */
import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { icons } from './icons.ts'
import { type CameraTrouble, mayAskForCamera } from './scan-camera.ts'
import './scan-finder.ts'
import { codeIn, readPicture } from './scan-read.ts'

type Trouble = 'scanNothing' | 'scanOther' | 'scanBroken'

const cameraWords = { denied: 'scanDenied', none: 'scanNoCamera', busy: 'scanBusy', insecure: 'scanInsecure' } as const

/** Fires `code` with the pairing code that was read. */
@customElement('is-scan')
export class Scan extends CrewElement {
  @state() private looking = false
  @state() private reading = false
  @state() private noCamera: CameraTrouble | null = mayAskForCamera() ? null : 'insecure'
  @state() private trouble: Trouble | null = null
  @state() private found = ''
  @query('input') private readonly input!: HTMLInputElement
  @query('button') private readonly button!: HTMLButtonElement | null

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

  private look(): void {
    this.trouble = null
    this.found = ''
    this.looking = true
  }

  /** Puts the camera away and gives the focus back to where it was. */
  private away(): void {
    this.looking = false
    void this.updateComplete.then(() => this.button?.focus())
  }

  private blind(why: CameraTrouble): void {
    this.noCamera = why
    this.away()
  }

  private take(code: string): void {
    this.found = code
    this.dispatchEvent(new CustomEvent<string>('code', { detail: code }))
  }

  private async read(file: Blob): Promise<void> {
    this.looking = false
    this.reading = true
    this.trouble = null
    this.found = ''
    try {
      const text = await readPicture(file)
      const code = text === null ? null : codeIn(text)
      if (text === null) this.trouble = 'scanNothing'
      else if (code === null) this.trouble = 'scanOther'
      else this.take(code)
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause
      this.trouble = 'scanBroken'
    } finally {
      this.reading = false
    }
  }

  private offer() {
    const words = say().screens
    const photo = this.noCamera !== null
    const press = photo ? () => this.input.click() : () => this.look()
    return html`<button
      type="button"
      class="button large wide ${this.found === '' ? 'primary' : ''}"
      ?disabled=${this.reading}
      @click=${press}
    >
      ${icons.scan}${this.reading ? words.scanning : photo ? words.scanPhoto : words.scan}
    </button>`
  }

  private finder() {
    return html`<is-finder
      @code=${(event: CustomEvent<string>) => {
        this.away()
        this.take(event.detail)
      }}
      @trouble=${(event: CustomEvent<CameraTrouble>) => this.blind(event.detail)}
      @close=${() => this.away()}
    ></is-finder>`
  }

  protected override render() {
    const words = say().screens
    const told = this.noCamera === null ? null : words[cameraWords[this.noCamera]]
    return html`${this.looking ? this.finder() : this.offer()}
      <input type="file" hidden accept="image/*" capture="environment" aria-label=${words.scanPhoto} @change=${this.picked} />
      <div role="status">
        ${told === null ? nothing : html`<p class="small muted">${told}</p>`}
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
