/** `<is-words-settings>`: what a slide made of words says: a happening, a square to scan, the results of a competition. */
import type { HappeningContent, QrContent, ResultsContent } from '@infoskjerm/shared/model/contents.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField, textField, wordsFields } from './slide-editor-fields.ts'
import { readResults, writeResults } from './slide-editor-results.ts'

export type WordsContent = HappeningContent | QrContent | ResultsContent

/** Event `edit` carries the whole content after each change. */
@customElement('is-words-settings')
export class WordsSettings extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      fieldset.field {
        display: grid;
        gap: 6px;
      }
    `,
  ]

  @property({ attribute: false }) content: WordsContent | null = null
  @property({ attribute: false }) programme: Programme | null = null
  /** What stands in the field of results while it is written; null: as the slide has it. */
  @state() private written: string | null = null

  override render(): TemplateResult | null {
    switch (this.content?.kind) {
      case 'happening':
        return this.happening(this.content)
      case 'qr':
        return this.square(this.content)
      case 'results':
        return this.results(this.content)
      default:
        return null
    }
  }

  private happening(content: HappeningContent): TemplateResult {
    const words = say().slides
    const happenings = this.programme?.happenings ?? []
    return html`<label class="field"
        ><span class="label">${words.happening}</span>
        <select class="input" @change=${(event: Event) => this.edit({ ...content, happening: (event.target as HTMLSelectElement).value })}>
          ${
            happenings.some(({ id }) => id === content.happening)
              ? nothing
              : html`<option value=${content.happening} selected>${words.happeningGone}</option>`
          }
          ${happenings.map(
            ({ id, title, start }) =>
              html`<option value=${id} ?selected=${id === content.happening}>${title.nb} · ${times().dayTime(start)}</option>`,
          )}
        </select></label
      >
      ${choiceField(words.tone, ['night', 'paper', 'accent'], words.tones, content.tone, (tone) => this.edit({ ...content, tone }))}`
  }

  private square(content: QrContent): TemplateResult {
    const words = say().slides
    return html`${textField(words.qrText, content.text, 1, 'nb', (text) => this.edit({ ...content, text }), words.qrHelp)}
    ${wordsFields(words.heading, words.headingEnglish, content.title, (title) => this.edit({ ...content, title }))}
    ${wordsFields(words.qrCaption, words.qrCaptionEnglish, content.caption, (caption) => this.edit({ ...content, caption }))}`
  }

  private results(content: ResultsContent): TemplateResult {
    const words = say().slides
    const read = this.written === null ? null : readResults(this.written)
    const places = new Set(content.rows.map(({ place }) => place)).size
    const shown = Math.min(content.revealed, places)
    return html`${wordsFields(words.heading, words.headingEnglish, content.title, (title) => this.edit({ ...content, title }))}
      ${textField(words.resultRows, this.written ?? writeResults(content.rows), 6, 'nb', (text) => this.write(content, text), words.resultRowsHelp)}
      ${read?.wrongLine === undefined || read.wrongLine === null ? nothing : html`<p class="problem" role="alert">${words.resultRowWrong(read.wrongLine)}</p>`}
      <label class="field"
        ><span class="label">${words.revealed}</span>
        <input
          type="range"
          min="0"
          max=${places}
          .value=${String(shown)}
          @input=${(event: Event) => this.edit({ ...content, revealed: Number((event.target as HTMLInputElement).value) })}
        />
        <span class="hint">${words.revealedOf(shown, places)}</span></label
      >`
  }

  private write(content: ResultsContent, text: string): void {
    this.written = text
    const { rows, wrongLine } = readResults(text)
    if (wrongLine === null) this.edit({ ...content, rows })
  }

  private edit(content: WordsContent): void {
    this.dispatchEvent(new CustomEvent<WordsContent>('edit', { detail: content }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-words-settings': WordsSettings
  }
}
