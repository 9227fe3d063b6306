/** `<is-take-picture>`: a picture from the camera or the phone, sent at once, with how far it has come. */
import type { MediaResource, StagePicture, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { api } from '../api.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { accepted, refusalOf } from '../parts/media-refusal.ts'
import { refusalText, uploadProblemText } from '../parts/media-words.ts'
import { say } from '../words/words.ts'
import type { Shot } from './takeover-content.ts'

/** Fires `picture` with the `Shot` once it is in the store. */
@customElement('is-take-picture')
export class TakePicture extends CrewElement {
  /** Where it is sent. */
  @property() path = '/media'
  /** What has been taken; null: nothing yet. */
  @property({ attribute: false }) shot: Shot | null = null
  /** Share sent, 0–1; 1 while it is prepared; null: nothing is on its way. */
  @state() private share: number | null = null
  @state() private problem = ''
  private onItsWay: Promise<void> = Promise.resolve()
  @query('#camera') private readonly camera!: HTMLInputElement
  @query('#files') private readonly files!: HTMLInputElement

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .row .button {
        flex: 1;
        min-height: 52px;
      }
      progress {
        width: 100%;
        height: 6px;
        appearance: none;
        border: 0;
        border-radius: var(--r-full);
        overflow: clip;
        background: var(--line);
      }
      progress::-webkit-progress-bar {
        background: var(--line);
      }
      progress::-webkit-progress-value {
        background: var(--blue);
      }
      progress::-moz-progress-bar {
        background: var(--blue);
      }
    `,
  ]

  /** Resolves when nothing is on its way any more: a press on the form's button waits for the picture. */
  async arrived(): Promise<void> {
    await this.onItsWay
  }

  /** One at a time; the button keeps the focus meanwhile, so that the keyboard is not thrown out of the form. */
  private open(input: HTMLInputElement): void {
    if (this.share === null) input.click()
  }

  private picked(event: Event): void {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    input.value = ''
    if (file !== undefined) this.onItsWay = this.send(file)
  }

  /** Sends a file as if it had just been taken; the last one counts. */
  private async send(file: File): Promise<void> {
    const refusal = refusalOf(file, 'image')
    this.problem = refusal === null ? '' : refusalText(file, refusal)
    if (refusal !== null) return
    this.share = 0
    try {
      const path = `${this.path}?name=${encodeURIComponent(file.name)}`
      const taken = shotOf(await api.upload<Written<MediaResource> | StagePicture>(path, file, (share) => (this.share = share)))
      this.shot = taken
      this.dispatchEvent(new CustomEvent<Shot>('picture', { detail: taken }))
    } catch (problem) {
      this.problem = uploadProblemText(file, problem)
    } finally {
      this.share = null
    }
  }

  protected override render() {
    const words = say().takeover
    const { share } = this
    return html`
      <div class="row">
        <button
          type="button"
          class="button ${this.shot === null ? 'primary' : ''}"
          aria-disabled=${share !== null}
          @click=${() => this.open(this.camera)}
        >
          ${this.shot === null ? words.takePicture : words.anotherPicture}
        </button>
        <button type="button" class="button" aria-disabled=${share !== null} @click=${() => this.open(this.files)}>
          ${words.choosePicture}
        </button>
      </div>
      <input id="camera" type="file" hidden accept="image/*" capture="environment" aria-label=${words.takePicture} @change=${this.picked} />
      <input id="files" type="file" hidden accept=${accepted.image} aria-label=${words.choosePicture} @change=${this.picked} />
      <div role="status">
        ${
          share === null
            ? nothing
            : html`<p class="small muted tabular">${share < 1 ? words.uploading(Math.round(share * 100)) : words.preparing}</p>
                <progress max="1" .value=${share} aria-hidden="true"></progress>`
        }
        ${this.problem === '' ? nothing : html`<p class="problem">${this.problem}</p>`}
      </div>
    `
  }
}

/** The store answers with the whole of it, a key's door with the least; what the picture is encoded as, the renderer finds out. */
function shotOf(answer: Written<MediaResource> | StagePicture): Shot {
  return 'value' in answer ? answer.value : { ...answer, type: 'image/webp' }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-take-picture': TakePicture
  }
}
