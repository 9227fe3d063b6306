/** `<is-finder>`: what the camera sees, large, until a pairing code is in it. */
import { css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { type Camera, type CameraTrouble, openCamera } from './scan-camera.ts'
import { codeIn, readFrame } from './scan-read.ts'

/** Between two looks (ms): a hand that finds the square is not kept waiting, and the phone stays cool. */
const restMs = 120

/** Looks from the moment it is on the page until it is taken away, or the page is put aside. Fires `code`, `trouble` with a `CameraTrouble`, and `close`. */
@customElement('is-finder')
export class Finder extends CrewElement {
  @state() private seen: 'nothing' | 'glass' | 'other' = 'nothing'
  @query('video') private readonly video!: HTMLVideoElement
  private camera: Camera | null = null
  private timer: ReturnType<typeof setTimeout> | null = null

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .view {
        position: relative;
        overflow: hidden;
        width: min(100%, 46dvh);
        aspect-ratio: 1;
        margin-inline: auto;
        border-radius: var(--r2);
        background: var(--glass);
      }
      video {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .aim {
        position: absolute;
        inset: 16%;
        border: 3px solid #ffffff;
        border-radius: var(--r2);
        box-shadow: 0 0 0 100vmax rgb(11 14 26 / 0.45);
        pointer-events: none;
      }
      p {
        min-height: 2.9em;
        text-align: center;
      }
    `,
  ]

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.aside)
    void this.open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('visibilitychange', this.aside)
    this.stop()
  }

  /** The button that opened it is gone: the focus goes on here. */
  protected override firstUpdated(): void {
    this.renderRoot.querySelector('button')?.focus({ preventScroll: true })
  }

  /** A page that nobody looks at does not look at anybody. */
  private readonly aside = (): void => {
    if (document.visibilityState === 'hidden') this.tell('close', null)
  }

  private tell(what: 'code' | 'trouble' | 'close', detail: string | null): void {
    this.stop()
    this.dispatchEvent(new CustomEvent(what, { detail }))
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.camera?.close()
    this.camera = null
  }

  private async open(): Promise<void> {
    const camera = await openCamera(() => this.tell('trouble', 'busy' satisfies CameraTrouble))
    if (typeof camera === 'string') return this.tell('trouble', camera)
    // The question to the person may have outlived the sheet, or the page may have been put aside under it.
    if (!this.isConnected || document.visibilityState === 'hidden') {
      camera.close()
      return this.tell('close', null)
    }
    this.camera = camera
    await this.updateComplete
    this.video.srcObject = camera.stream
    this.look()
  }

  private look(): void {
    this.timer = setTimeout(() => void this.glance(), restMs)
  }

  private async glance(): Promise<void> {
    const text = await readFrame(this.video)
    if (this.camera === null) return
    const code = text === null ? null : codeIn(text)
    if (code !== null) return this.tell('code', code)
    if (text !== null) this.seen = 'other'
    this.look()
  }

  protected override render() {
    const words = say().screens
    const said = { nothing: words.scanOpening, glass: words.scanAim, other: words.scanElse }
    return html`<div class="view">
        <video muted playsinline autoplay aria-label=${words.scanPicture} @playing=${() => (this.seen = 'glass')}></video>
        ${this.seen === 'nothing' ? nothing : html`<div class="aim" aria-hidden="true"></div>`}
      </div>
      <p role="status">${said[this.seen]}</p>
      <button type="button" class="button large wide" @click=${() => this.tell('close', null)}>${words.scanClose}</button>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-finder': Finder
  }
}
