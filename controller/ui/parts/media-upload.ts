/** `<is-upload>`: takes pictures and videos by drop, file picker or phone camera, and shows how far each has come. */
import type { MediaResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { api } from '../api.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { accepted, type MediaKind, refusalOf } from './media-refusal.ts'
import { refusalText, uploadProblemText } from './media-words.ts'

interface Transfer {
  readonly key: number
  readonly name: string
  /** Share sent, 0–1; 1 while the controller prepares the file. */
  readonly share: number
  /** Why it will not come; null while it may. */
  readonly problem: string | null
}

/** Event `uploaded` carries each file's `Written<MediaResource>` when it is in the library. `kind` null takes both. */
@customElement('is-upload')
export class Upload extends CrewElement {
  static override styles = [
    controls,
    css`
      .drop {
        display: grid;
        gap: var(--s3);
        justify-items: center;
        padding: var(--s5);
        border: 1.5px dashed var(--line-strong);
        border-radius: var(--r3);
        text-align: center;
        transition: background var(--fast) var(--ease);
      }
      .drop.over {
        border-color: var(--blue);
        background: var(--blue-soft);
      }
      .drop .row {
        justify-content: center;
      }
      ul {
        display: grid;
        gap: var(--s2);
        margin-top: var(--s3);
      }
      li {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: var(--s1) var(--s3);
        padding: var(--s2) var(--s3);
        border: 1px solid var(--line);
        border-radius: var(--r2);
        background: var(--surface);
      }
      progress {
        grid-column: 1 / -1;
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
        transition: width var(--fast) linear;
      }
      progress::-moz-progress-bar {
        background: var(--blue);
      }
      .camera {
        display: none;
      }
      @media (pointer: coarse) {
        .camera {
          display: inline-flex;
        }
        .drop p {
          display: none;
        }
      }
    `,
  ]

  @property() kind: MediaKind | null = null
  @property({ type: Boolean }) multiple = false
  @state() private transfers: readonly Transfer[] = []
  @state() private over = false
  @query('#files') private files!: HTMLInputElement
  @query('#camera') private camera!: HTMLInputElement
  private next = 0

  override render(): TemplateResult {
    const words = say().media
    const accept = this.kind === null ? `${accepted.image},${accepted.video}` : accepted[this.kind]
    return html`
      <div
        class=${this.over ? 'drop over' : 'drop'}
        @dragover=${this.dragOver}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        <p class="muted">${this.over ? words.dropNow : words.dropHere}</p>
        <div class="row">
          <button type="button" class="button" @click=${() => this.files.click()}>${words.choose}</button>
          ${
            this.kind === 'video'
              ? nothing
              : html`<button type="button" class="button camera" @click=${() => this.camera.click()}>${words.camera}</button>`
          }
        </div>
        <input id="files" type="file" hidden accept=${accept} ?multiple=${this.multiple} @change=${this.picked} />
        <input id="camera" type="file" hidden accept="image/*" capture="environment" @change=${this.picked} />
      </div>
      <ul role="status">
        ${repeat(
          this.transfers,
          (transfer) => transfer.key,
          (transfer) => this.row(transfer),
        )}
      </ul>
    `
  }

  private row(transfer: Transfer): TemplateResult {
    const words = say().media
    if (transfer.problem !== null)
      return html`<li>
        <span class="problem">${transfer.problem}</span>
        <button class="button quiet icon" aria-label=${words.dismiss(transfer.name)} @click=${() => this.forget(transfer.key)}>✕</button>
      </li>`
    return html`<li>
      <span class="clip">${transfer.name}</span>
      <span class="small muted tabular">${transfer.share < 1 ? words.percent(Math.round(transfer.share * 100)) : words.preparing}</span>
      <progress max="1" .value=${transfer.share} aria-label=${words.uploading(transfer.name)}></progress>
    </li>`
  }

  private dragOver(event: DragEvent): void {
    if (!(event.dataTransfer?.types.includes('Files') ?? false)) return
    event.preventDefault()
    this.over = true
  }

  private dropped(event: DragEvent): void {
    event.preventDefault()
    this.over = false
    this.take([...(event.dataTransfer?.files ?? [])])
  }

  private picked(event: Event): void {
    const input = event.target as HTMLInputElement
    this.take([...(input.files ?? [])])
    input.value = ''
  }

  /** Sends files as if they had been dropped here. */
  take(files: readonly File[]): void {
    for (const file of this.multiple ? files : files.slice(0, 1)) void this.send(file)
  }

  private async send(file: File): Promise<void> {
    const key = this.next++
    const refusal = refusalOf(file, this.kind)
    this.transfers = [...this.transfers, { key, name: file.name, share: 0, problem: refusal === null ? null : refusalText(file, refusal) }]
    if (refusal !== null) return
    const path = `/media?name=${encodeURIComponent(file.name)}`
    try {
      const written = await api.upload<Written<MediaResource>>(path, file, (share) => this.change(key, { share }))
      this.forget(key)
      this.dispatchEvent(new CustomEvent<Written<MediaResource>>('uploaded', { detail: written }))
    } catch (problem) {
      this.change(key, { problem: uploadProblemText(file, problem) })
    }
  }

  private change(key: number, change: Partial<Transfer>): void {
    this.transfers = this.transfers.map((transfer) => (transfer.key === key ? { ...transfer, ...change } : transfer))
  }

  private forget(key: number): void {
    this.transfers = this.transfers.filter((transfer) => transfer.key !== key)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-upload': Upload
  }
}
