/** `<is-data-settings>`: which figures of a source stand on a slide. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type DataContent, type Figure, isJson } from '@infoskjerm/shared/model/contents-sources.ts'
import { readFigures } from '@infoskjerm/shared/model/sources-shown.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { choiceField, textField, wordsFields } from './slide-editor-fields.ts'
import { sourceStyles } from './slide-editor-source-styles.ts'

const path = /^(\/([^~/]|~[01])*)*$/u

/** Event `edit` carries the whole content after each change. */
@customElement('is-data-settings')
export class DataSettings extends CrewElement {
  static override styles = [controls, sourceStyles]

  @property({ attribute: false }) content: DataContent | null = null
  /** The source while it is written; null: as the slide has it. */
  @state() private written: string | null = null
  /** Paths that are none yet, by `path` or `before` and the figure's number. */
  @state() private halfWritten: Readonly<Record<string, string>> = {}

  override render(): TemplateResult | null {
    const { content } = this
    if (content === null) return null
    const words = say().slides
    const own = words.sources
    const trouble = this.written === null ? null : troubleWith(this.written)
    const read = readFigures(content)
    return html`${wordsFields(words.heading, words.headingEnglish, content.title, (title) => this.edit({ ...content, title }))}
    ${textField(own.source, this.written ?? content.source, 8, 'nb', (text) => this.write(content, text))}
    ${trouble === null ? nothing : html`<p class="problem" role="alert">${own[trouble]}</p>`}
    ${content.figures.map((figure, at) => this.figure(content, figure, at, read[at]?.value ?? null))}
    ${
      content.figures.length >= limits.figures
        ? nothing
        : html`<button class="button" @click=${() => this.figures(content, [...content.figures, emptyFigure()])}>${own.addFigure}</button>`
    }`
  }

  private figure(content: DataContent, figure: Figure, at: number, value: number | null): TemplateResult {
    const own = say().slides.sources
    const change = (more: Partial<Figure>): void => this.figures(content, content.figures.with(at, { ...figure, ...more }))
    const name = own.figure(at + 1)
    const where = this.halfWritten[`path${at}`]
    const decimals = ['0', '1', '2', '3'] as const
    return html`<fieldset class="one">
      <legend>${name}</legend>
      ${wordsFields(own.figureLabel, own.figureLabelEnglish, figure.label, (label) => change({ label }))}
      ${textField(own.at, where ?? figure.path, 1, 'nb', (text) => this.path(`path${at}`, text, (pointer) => change({ path: pointer })), own.atHelp)}
      ${
        where !== undefined
          ? html`<p class="problem" role="alert">${own.atWrong}</p>`
          : value === null
            ? html`<p class="problem" role="status">${own.atGone}</p>`
            : nothing
      }
      ${textField(
        own.was,
        this.halfWritten[`before${at}`] ?? figure.before ?? '',
        1,
        'nb',
        (text) => this.path(`before${at}`, text, (pointer) => change({ before: pointer === '' ? null : pointer })),
        own.wasHelp,
      )}
      ${textField(own.unit, figure.unit, 1, 'nb', (unit) => change({ unit: unit.slice(0, 20) }))}
      ${choiceField(
        own.decimals,
        decimals,
        { 0: '0', 1: '1', 2: '2', 3: '3' },
        decimals.find((one) => Number(one) === figure.decimals) ?? '0',
        (one) => change({ decimals: Number(one) }),
      )}
      ${
        content.figures.length === 1
          ? nothing
          : html`<div class="row">
              <button class="button quiet" @click=${() => this.figures(content, content.figures.toSpliced(at, 1))}>
                ${own.removeItem(name)}
              </button>
            </div>`
      }
    </fieldset>`
  }

  private path(field: string, text: string, take: (pointer: string) => void): void {
    const { [field]: _, ...rest } = this.halfWritten
    const isWhole = path.test(text)
    this.halfWritten = isWhole ? rest : { ...rest, [field]: text }
    if (isWhole) take(text)
  }

  private write(content: DataContent, text: string): void {
    this.written = text
    if (troubleWith(text) === null) this.edit({ ...content, source: text })
  }

  private figures(content: DataContent, figures: readonly Figure[]): void {
    this.edit({ ...content, figures })
  }

  private edit(content: DataContent): void {
    this.content = content
    this.dispatchEvent(new CustomEvent<DataContent>('edit', { detail: content }))
  }
}

/** A figure that nobody has pointed out yet. */
export function emptyFigure(): Figure {
  return { label: noWords, path: '', before: null, unit: '', decimals: 0 }
}

/** What is wrong with a source as written. */
function troubleWith(text: string): 'sourceWrong' | 'sourceLong' | null {
  return text.length > limits.dataLength ? 'sourceLong' : isJson(text) ? null : 'sourceWrong'
}

declare global {
  interface HTMLElementTagNameMap {
    'is-data-settings': DataSettings
  }
}
