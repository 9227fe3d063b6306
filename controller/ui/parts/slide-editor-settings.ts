/** `<is-slide-settings>`: everything about a slide that is not written on it. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { Programme } from '@infoskjerm/shared/model/programme.ts'
import type { Focus, StreamContent } from '@infoskjerm/shared/model/contents-media.ts'
import type { Tone, WebContent } from '@infoskjerm/shared/model/slide.ts'
import type { MediaResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import './media-picker.ts'
import type { MediaKind } from './media-refusal.ts'
import './sheet.ts'
import './slide-editor-countdown.ts'
import './slide-editor-data.ts'
import './slide-editor-feed.ts'
import { tooShortFor } from './reading.ts'
import { choiceField, secondsField, textField, wordsFields } from './slide-editor-fields.ts'
import './slide-editor-focus.ts'
import type { Holding } from './slide-editor-holding.ts'
import './slide-editor-holding.ts'
import type { ContentJson, SlideJson } from './slide-editor-json.ts'
import './slide-editor-layout.ts'
import './slide-editor-map.ts'
import './slide-editor-page.ts'
import type { Validity } from './slide-editor-validity.ts'
import './slide-editor-validity.ts'
import type { WordsContent } from './slide-editor-words.ts'
import './slide-editor-words.ts'

type Of<K extends ContentJson['kind']> = Extract<ContentJson, { kind: K }>

const tones: readonly Tone[] = ['night', 'paper', 'accent']

/** Event `edit` carries the whole slide as it stands after each change. */
@customElement('is-slide-settings')
export class SlideSettings extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s5);
        align-content: start;
      }
      fieldset.field {
        display: grid;
        gap: 6px;
      }
      textarea {
        resize: vertical;
      }
      .picture {
        display: grid;
        grid-template-columns: 112px 1fr;
        gap: var(--s3);
        align-items: center;
      }
      .picture img,
      .picture .film {
        width: 112px;
        aspect-ratio: 16 / 9;
        object-fit: contain;
        border-radius: var(--r1);
        background: var(--sunken);
      }
    `,
  ]

  @property({ attribute: false }) body: SlideJson | null = null
  @property({ attribute: false }) programme: Programme | null = null
  @state() private seconds: string | null = null
  @state() private picking = false

  override render(): TemplateResult | typeof nothing {
    const { body } = this
    if (body === null) return nothing
    const words = say().slides
    return html`
      ${textField(words.name, body.name, 1, 'nb', (name) => this.edit({ name }), words.nameHelp)} ${this.fieldsOf(body.content)}
      ${secondsField(body.durationMs, this.seconds, (text, ms) => {
        this.seconds = ms === null ? text : null
        if (ms !== null) this.edit({ durationMs: ms })
      })}
      ${this.shortness(body)}
      <is-validity
        .value=${{ validFrom: body.validFrom, validUntil: body.validUntil }}
        @validity=${(event: CustomEvent<Validity>) => this.edit(event.detail)}
      ></is-validity>
      <is-holding
        .value=${{ sponsor: body.sponsor, embargo: body.embargo }}
        @holding=${(event: CustomEvent<Partial<Holding>>) => this.edit(event.detail)}
      ></is-holding>
      <is-sheet
        .open=${this.picking}
        .heading=${{ image: say().media.pickImage, video: say().media.pickVideo, html: words.media.pickHtml }[pickedKind(body.content)]}
        @close=${() => (this.picking = false)}
      >
        <is-media-picker
          .kind=${pickedKind(body.content)}
          @media=${(event: CustomEvent<MediaResource>) => this.picked(event.detail)}
        ></is-media-picker>
      </is-sheet>
    `
  }

  /** What people need to read it, where it stands for less. */
  private shortness({ content, durationMs }: SlideJson): TemplateResult | typeof nothing {
    const seconds = tooShortFor(content, durationMs)
    return seconds === null ? nothing : html`<p class="small muted" role="status">${say().slides.sources.tooShort(seconds)}</p>`
  }

  private edit(change: Partial<SlideJson>): void {
    if (this.body !== null) this.dispatchEvent(new CustomEvent<SlideJson>('edit', { detail: { ...this.body, ...change } }))
  }

  private content(content: ContentJson): void {
    this.edit({ content })
  }

  private readonly taken = (event: CustomEvent<ContentJson>): void => {
    event.stopPropagation()
    this.content(event.detail)
  }

  private fieldsOf(content: ContentJson): TemplateResult {
    switch (content.kind) {
      case 'text':
        return this.textFields(content)
      case 'image':
        return this.imageFields(content)
      case 'video':
        return html`${this.mediaRow(say().slides.videoOf, null, say().slides.changeVideo, null)} ${this.fitField(content)}
        ${this.toneField(content)}`
      case 'programme':
        return this.programmeFields(content)
      case 'countdown':
        return html`<is-countdown-settings
          .content=${content}
          .programme=${this.programme}
          @edit=${(event: CustomEvent<Of<'countdown'>>) => {
            event.stopPropagation()
            this.content(event.detail)
          }}
        ></is-countdown-settings>`
      case 'happening':
      case 'qr':
      case 'results':
        return html`<is-words-settings
          .content=${content}
          .programme=${this.programme}
          @edit=${(event: CustomEvent<WordsContent>) => {
            event.stopPropagation()
            this.content(event.detail)
          }}
        ></is-words-settings>`
      case 'clock':
        return this.headingFields(content)
      case 'web':
      case 'stream':
        return html`<is-page-settings
            .content=${content}
            @edit=${(event: CustomEvent<StreamContent | WebContent>) => {
              event.stopPropagation()
              this.content(event.detail)
            }}
          ></is-page-settings>
          ${this.insteadField(content)}`
      case 'html':
        return html`<div class="field">
          <span class="label">${say().slides.media.file}</span>
          <div class="row">
            <span class="clip">${content.bundle.name}</span>
            <button class="button" @click=${() => (this.picking = true)}>${say().slides.media.changeFile}</button>
          </div>
          <span class="hint">${say().slides.media.htmlHelp}</span>
        </div>`
      case 'feed':
        return html`<is-feed-settings .content=${content} @edit=${this.taken}></is-feed-settings>`
      case 'data':
        return html`<is-data-settings .content=${content} @edit=${this.taken}></is-data-settings>`
      case 'map':
        return html`<is-map-settings .content=${content} @edit=${this.taken}></is-map-settings>`
      case 'black':
        return html`<p class="muted">${say().slides.kindHelp.black}</p>`
      case 'layout':
        return html`<is-layout-settings
            .content=${content}
            @edit=${(event: CustomEvent<Of<'layout'>>) => {
              event.stopPropagation()
              this.content(event.detail)
            }}
          ></is-layout-settings>
          ${this.toneField(content)}`
    }
  }

  private textFields(content: Of<'text'>): TemplateResult {
    const words = say().slides
    return html`
      ${this.toneField(content)}
      ${this.mediaRow(
        words.picture,
        content.picture?.hash ?? null,
        content.picture === null ? words.choosePicture : words.changePicture,
        content.picture === null ? null : () => this.content({ ...content, picture: null }),
      )}
      ${textField(words.sources.author, content.author ?? '', 1, 'nb', (text) => this.content(withAuthor(content, text)), words.sources.authorHelp)}
      <div class="stack">
        ${textField(words.englishTitle, content.title.en, 1, 'en', (en) => this.content({ ...content, title: { ...content.title, en } }))}
        ${textField(
          words.englishBody,
          content.body.en,
          3,
          'en',
          (en) => this.content({ ...content, body: { ...content.body, en } }),
          words.englishHelp,
        )}
      </div>
    `
  }

  private imageFields(content: Of<'image'>): TemplateResult {
    const words = say().slides
    return html`
      ${this.mediaRow(words.pictureOf, content.picture.hash, words.changePicture, null)} ${this.fitField(content)}
      ${content.fit === 'contain' ? this.toneField(content) : this.motionFields(content)}
      ${wordsFields(words.caption, `${words.caption} (${words.english.toLocaleLowerCase()})`, content.caption, (caption) =>
        this.content({ ...content, caption }),
      )}
    `
  }

  /** Which part of it stays where it is cut, and whether it moves. */
  private motionFields(content: Of<'image'>): TemplateResult {
    const words = say().slides.media
    const { focus: _focus, ...centred } = content
    const { zooms: _zooms, ...standing } = content
    return html`<is-focus
        .picture=${content.picture}
        .focusPoint=${content.focus ?? null}
        @focus-point=${({ detail }: CustomEvent<Focus | null>) => this.content(detail === null ? centred : { ...content, focus: detail })}
      ></is-focus>
      ${choiceField(words.zooms, ['still', 'nearer'], words.zoomsOf, content.zooms === true ? 'nearer' : 'still', (chosen) =>
        this.content(chosen === 'nearer' ? { ...content, zooms: true } : standing),
      )}`
  }

  /** The picture that stands where a page or a stream does not come. */
  private insteadField(content: Of<'web'> | Of<'stream'>): TemplateResult {
    const words = say().slides
    const instead = content.instead ?? null
    const remove = (): void => {
      if (content.kind === 'stream') return this.content({ ...content, instead: null })
      const { instead: _, ...rest } = content
      this.content(rest)
    }
    return html`${this.mediaRow(
        words.media.instead,
        instead?.hash ?? null,
        instead === null ? words.choosePicture : words.changePicture,
        instead === null ? null : remove,
      )} <span class="hint">${words.media.insteadHelp}</span>`
  }

  private programmeFields(content: Of<'programme'>): TemplateResult {
    const words = say().slides
    const of = content.of.scope === 'stage' ? `stage:${content.of.stage}` : content.of.scope
    const take = (event: Event): void => {
      const value = (event.target as HTMLSelectElement).value
      const scope = value === 'all' || value === 'area' ? ({ scope: value } as const) : ({ scope: 'stage', stage: value.slice(6) } as const)
      this.content({ ...content, of: scope })
    }
    return html`
      <label class="field"
        ><span class="label">${words.programmeOf}</span>
        <select class="input" @change=${take}>
          <option value="all" ?selected=${of === 'all'}>${words.programmeAll}</option>
          <option value="area" ?selected=${of === 'area'}>${words.programmeArea}</option>
          ${(this.programme?.stages ?? []).map(
            (stage) => html`<option value=${`stage:${stage.id}`} ?selected=${of === `stage:${stage.id}`}>${stage.name.nb}</option>`,
          )}
        </select></label
      >
      ${this.headingFields(content)}
    `
  }

  private headingFields(content: Of<'programme'> | Of<'clock'>): TemplateResult {
    const words = say().slides
    return wordsFields(words.heading, words.headingEnglish, content.heading, (heading) => this.content({ ...content, heading }))
  }

  private toneField(content: Of<'text'> | Of<'image'> | Of<'video'> | Of<'layout'>): TemplateResult {
    const words = say().slides
    return choiceField(words.tone, tones, words.tones, content.tone, (tone) => this.content({ ...content, tone }))
  }

  private fitField(content: Of<'image'> | Of<'video'>): TemplateResult {
    const words = say().slides
    return choiceField(words.fit, ['cover', 'contain'], words.fits, content.fit, (fit) => this.content({ ...content, fit }))
  }

  private mediaRow(label: string, hash: string | null, change: string, remove: (() => void) | null): TemplateResult {
    return html`<div class="field">
      <span class="label">${label}</span>
      <div class=${hash === null ? 'row' : 'picture'}>
        ${hash === null ? nothing : html`<img src=${`/media/${hash}`} alt="" />`}
        <div class="row">
          <button class="button" @click=${() => (this.picking = true)}>${change}</button>
          ${remove === null ? nothing : html`<button class="button quiet" @click=${remove}>${say().slides.removePicture}</button>`}
        </div>
      </div>
    </div>`
  }

  private picked({ hash, name, type, widthPx, heightPx, durationMs }: MediaResource): void {
    this.picking = false
    const content = this.body?.content
    if (content?.kind === 'video') this.content({ ...content, video: { hash, type, widthPx, heightPx, durationMs } })
    else if (content?.kind === 'html') this.content({ ...content, bundle: { hash, name } })
    else if (content?.kind === 'web' || content?.kind === 'stream') this.content({ ...content, instead: { hash, type, widthPx, heightPx } })
    else if (content?.kind === 'text' || content?.kind === 'image') this.content({ ...content, picture: { hash, type, widthPx, heightPx } })
  }
}

/** The slide with who says it; without where nothing is written. */
function withAuthor({ author: _, ...content }: Of<'text'>, text: string): Of<'text'> {
  const author = text.slice(0, limits.nameLength)
  return author.trim() === '' ? content : { ...content, author }
}

/** What the library is asked for on behalf of a slide. */
function pickedKind({ kind }: ContentJson): MediaKind {
  return kind === 'video' || kind === 'html' ? kind : 'image'
}

declare global {
  interface HTMLElementTagNameMap {
    'is-slide-settings': SlideSettings
  }
}
