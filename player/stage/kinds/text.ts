/** A text slide: a title that carries across the hall, its body, and the same in English beneath. */
import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { TextContent } from '@infoskjerm/shared/model/slide.ts'
import '../backdrop.ts'
import { decodedPicture, type DecodedPicture } from '../decoded-picture.ts'
import { editableText } from '../editable-text.ts'
import { cut, type Fit } from '../fit.ts'
import { KindElement, type Readiness } from '../kind-element.ts'
import { languageAt, languageMs } from '../languages.ts'
import { drawMarkdown } from '../markdown.ts'
import { Turning } from '../turning.ts'

/** English stands at this share of the Norwegian beside it. */
const englishBody = 0.7

@customElement('is-text-slide')
export class TextSlide extends KindElement<TextContent> {
  static override styles: CSSResultGroup = [
    KindElement.styles,
    css`
      .safe {
        justify-content: center;
        gap: calc(52 * var(--u));
      }
      .titles {
        flex: none;
        max-block-size: 84%;
        margin-inline-start: -0.02em;
      }
      .with-body .titles {
        max-block-size: 42%;
      }
      .titles .en {
        margin: 0.22em 0 0 0.03em;
        color: var(--quiet);
        font-size: 0.44em;
        font-weight: 600;
        font-stretch: 100%;
        letter-spacing: 0;
        line-height: 1.12;
      }
      .body {
        flex: 0 1 auto;
        font-weight: 500;
        line-height: 1.32;
        text-wrap: pretty;
        max-inline-size: calc(1480 * var(--u));
      }
      .body > div + .en:not(:empty) {
        margin-block-start: 1.1em;
        padding-block-start: 1em;
        border-block-start: max(1px, calc(2 * var(--u))) solid var(--line);
      }
      .body .en {
        color: var(--quiet);
        font-size: 0.7em;
      }
      .author {
        flex: none;
        max-block-size: 1.3em;
        color: var(--quiet);
        font-weight: 600;
      }
      p + p,
      p + ul,
      p + ol,
      ul + p,
      ol + p {
        margin-block-start: 0.55em;
      }
      ul,
      ol {
        padding-inline-start: 1.1em;
      }
      ul {
        list-style: none;
        padding-inline-start: 0.95em;
      }
      ul > li {
        position: relative;
      }
      ul > li::before {
        content: '';
        position: absolute;
        inset-inline-start: -0.86em;
        inset-block-start: 0.56em;
        inline-size: 0.24em;
        block-size: 0.24em;
        border-radius: 50%;
        background: currentcolor;
      }
      li + li {
        margin-block-start: 0.22em;
      }
      strong {
        font-weight: 750;
      }
      .plate {
        position: absolute;
        inset: 0 46% 0 0;
        background: var(--field);
      }
      .behind {
        position: absolute;
        inset: 0 0 0 54%;
      }
      .behind img {
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .pictured .safe {
        inset-inline-end: calc(46% + 4cqw);
      }
      @container (orientation: portrait) {
        .plate {
          inset: 46% 0 0 0;
        }
        .behind {
          inset: 0 0 54% 0;
        }
        .pictured .safe {
          inset-inline-end: 5cqw;
          inset-block-start: calc(46% + 4cqh);
        }
      }
      .editable {
        min-inline-size: 1ch;
        outline: none;
        white-space: pre-wrap;
        cursor: text;
        user-select: text;
      }
      .editable.drawn {
        white-space: normal;
      }
      .editable:empty::before {
        content: attr(data-hint);
        opacity: 0.38;
      }
    `,
  ]

  /** How long the slide stands (ms); null where nobody says: then both languages stand at once. */
  @property({ attribute: false }) forMs: number | null = null

  #picture: DecodedPicture = decodedPicture(this)
  /** What stands large. */
  #language: 'nb' | 'en' = 'nb'
  readonly #turning = new Turning(this, () => this.#eachMs())
  /** Somebody types in the body. */
  #typing = false
  #swapping = false

  override async ready(): Promise<Readiness> {
    await this.updateComplete
    return this.#picture.ready()
  }

  /** How long each language stands (ms); null: both at once. */
  #eachMs(): number | null {
    const { content, forMs, since, editable } = this
    return content === null || forMs === null || since === null || editable ? null : languageMs(content.title, content.body, forMs)
  }

  protected override render(): TemplateResult | typeof nothing {
    const eachMs = this.#eachMs()
    this.#language = eachMs === null ? 'nb' : languageAt(eachMs, this.#turning.elapsedMs)
    const content = eachMs === null || this.content === null ? this.content : inOne(this.content, this.#language)
    if (content === null) return nothing
    this.setAttribute('tone', content.tone)
    const hasBody = this.editable || content.body.nb.trim() !== '' || content.body.en.trim() !== ''
    const pictured = content.picture !== null
    return html`
      ${pictured ? nothing : content.tone === 'night' ? html`<is-backdrop .context=${this.context}></is-backdrop>` : nothing}
      <div class="${pictured ? 'pictured' : ''} ${hasBody ? 'with-body' : ''}">
        ${
          pictured
            ? html`<div class="behind">${this.#picture.show(content.picture, this.context)}</div>
                <div class="plate"></div>`
            : nothing
        }
        <div class="safe">
          <div class="titles headline" data-fit .fit=${this.#title(content, hasBody)}></div>
          ${hasBody ? html`<div class="body" data-fit @focusout=${this.#left} .fit=${this.#body(content)}></div>` : nothing}
          ${content.author === undefined ? nothing : html`<p class="author" data-fit .fit=${authorOf(content.author)}></p>`}
        </div>
      </div>
    `
  }

  #title(content: TextContent, hasBody: boolean): Fit {
    const { title } = content
    if (this.editable) {
      const nb = editableText(title.nb, 'nb', 'Tittel', 'nb', (text) =>
        this.edit(this.#with({ title: { ...this.#now().title, nb: text } })),
      )
      const en = editableText(title.en, 'en', 'Title in English', 'en', (text) =>
        this.edit(this.#with({ title: { ...this.#now().title, en: text } })),
      )
      return { ceiling: hasBody ? 180 : 280, floor: 56, oneLineFrom: 100, draw: () => [nb, en] }
    }
    const draw = (share: number): TemplateResult =>
      html`<h1 lang=${this.#language} style="font: inherit">${cut(title.nb, share)}</h1>
        ${title.en.trim() === '' ? nothing : html`<p class="en" lang="en">${cut(title.en, share)}</p>`}`
    return { ceiling: hasBody ? 180 : 280, floor: 56, oneLineFrom: hasBody ? (content.picture === null ? 100 : 140) : null, draw }
  }

  #body(content: TextContent): Fit {
    const { body } = content
    if (this.editable) {
      const nb = this.#source('nb', body.nb, 'Tekst')
      const en = this.#source('en', body.en, 'Text in English')
      return { ceiling: 76, floor: 46, oneLineFrom: null, draw: () => [nb, en] }
    }
    const english = body.en.trim() !== ''
    const draw = (share: number): TemplateResult =>
      html`<div lang=${this.#language}>${drawMarkdown(cut(body.nb, share))}</div>
        ${english ? html`<div class="en" lang="en">${drawMarkdown(cut(body.en, share))}</div>` : nothing}`
    return { ceiling: 76, floor: english ? Math.ceil(32 / englishBody) : 36, oneLineFrom: null, draw }
  }

  /** A body with marks in it stands as it is drawn on the glass until somebody types in it; then its source stands there. */
  #source(language: 'nb' | 'en', text: string, label: string): TemplateResult {
    if (this.#typing || !hasMarks(text))
      return editableText(text, language, label, language, (typed) =>
        this.edit(this.#with({ body: { ...this.#now().body, [language]: typed } })),
      )
    return html`<div
      class="editable drawn ${language}"
      role="textbox"
      aria-multiline="true"
      aria-label=${label}
      tabindex="0"
      lang=${language}
      @focus=${() => this.#typeIn(language)}
    >
      ${drawMarkdown(text)}
    </div>`
  }

  async #typeIn(language: 'nb' | 'en'): Promise<void> {
    this.#typing = true
    this.#swapping = true
    this.requestUpdate()
    await this.updateComplete
    const box = this.renderRoot.querySelector<HTMLElement>(`.body .editable.${language}`)
    box?.focus()
    if (box !== null) getSelection()?.selectAllChildren(box)
    getSelection()?.collapseToEnd()
    this.#swapping = false
  }

  readonly #left = (event: FocusEvent): void => {
    const to = event.relatedTarget
    if (this.#swapping || !this.#typing || (to instanceof Node && (event.currentTarget as HTMLElement).contains(to))) return
    this.#typing = false
    this.requestUpdate()
  }

  #now(): TextContent {
    if (this.content === null) throw new Error('typed on a slide without content')
    return this.content
  }

  #with(change: Partial<Pick<TextContent, 'title' | 'body'>>): TextContent {
    return { ...this.#now(), ...change }
  }
}

/** The slide in one language, as if it had been written in it alone. */
function inOne(content: TextContent, language: 'nb' | 'en'): TextContent {
  return { ...content, title: { nb: content.title[language], en: '' }, body: { nb: content.body[language], en: '' } }
}

function authorOf(author: string): Fit {
  return { ceiling: 40, floor: 34, oneLineFrom: 34, draw: (share) => cut(author, share) }
}

/** Whether the text says more than its letters: drawn, it would look different. */
function hasMarks(text: string): boolean {
  return /[*_\\]|^\s*(-|\d+\.)\s/m.test(text)
}
