/** `<is-feed-settings>`: the news of a slide, newest first. */
import { limits } from '@infoskjerm/shared/limits.ts'
import type { FeedContent, FeedItem } from '@infoskjerm/shared/model/contents-sources.ts'
import { newsMs } from '@infoskjerm/shared/model/sources-shown.ts'
import { noWords } from '@infoskjerm/shared/model/words.ts'
import type { MediaResource } from '@infoskjerm/shared/wire/api.ts'
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import './media-picker.ts'
import './sheet.ts'
import { textField, wordsFields } from './slide-editor-fields.ts'
import { sourceStyles } from './slide-editor-source-styles.ts'

/** Event `edit` carries the whole content after each change. */
@customElement('is-feed-settings')
export class FeedSettings extends CrewElement {
  static override styles = [controls, sourceStyles]

  @property({ attribute: false }) content: FeedContent | null = null
  /** The piece of news that a picture is chosen for. */
  @state() private picking: number | null = null

  override render(): TemplateResult | null {
    const { content } = this
    if (content === null) return null
    const words = say().slides
    return html`${wordsFields(words.heading, words.headingEnglish, content.heading, (heading) => this.edit({ ...content, heading }))}
      <p class="hint">${words.sources.feedHelp((content.items.length * newsMs) / 1_000)}</p>
      ${content.items.map((item, at) => this.item(content, item, at))}
      ${
        content.items.length >= limits.feedItems
          ? nothing
          : html`<button class="button" @click=${() => this.items(content, [emptyItem(), ...content.items])}>
              ${words.sources.addItem}
            </button>`
      }
      <is-sheet .open=${this.picking !== null} .heading=${say().media.pickImage} @close=${() => (this.picking = null)}>
        <is-media-picker
          .kind=${'image'}
          @media=${(event: CustomEvent<MediaResource>) => this.picked(content, event.detail)}
        ></is-media-picker>
      </is-sheet>`
  }

  private item(content: FeedContent, item: FeedItem, at: number): TemplateResult {
    const words = say().slides
    const own = words.sources
    const change = (more: Partial<FeedItem>): void => this.items(content, content.items.with(at, { ...item, ...more }))
    const name = own.item(at + 1)
    return html`<fieldset class="one">
      <legend>${name}</legend>
      ${wordsFields(own.itemTitle, own.itemTitleEnglish, item.title, (title) => change({ title }))}
      ${textField(own.intro, item.intro.nb, 3, 'nb', (nb) => change({ intro: { ...item.intro, nb } }))}
      ${textField(own.introEnglish, item.intro.en, 3, 'en', (english) => change({ intro: { ...item.intro, en: english } }))}
      ${textField(own.when, item.when, 1, 'nb', (when) => change({ when }), own.whenHelp)}
      ${item.picture === null ? nothing : html`<img src=${`/media/${item.picture.hash}`} alt="" />`}
      <div class="row">
        <button class="button" @click=${() => (this.picking = at)}>
          ${item.picture === null ? words.choosePicture : words.changePicture}
        </button>
        ${item.picture === null ? nothing : html`<button class="button quiet" @click=${() => change({ picture: null })}>${words.removePicture}</button>`}
        ${
          at === 0
            ? nothing
            : html`<button
                class="button quiet"
                aria-label=${own.itemUp(name)}
                @click=${() => this.items(content, raised(content.items, at))}
              >
                ↑
              </button>`
        }
        ${
          content.items.length === 1
            ? nothing
            : html`<button class="button quiet" @click=${() => this.items(content, content.items.toSpliced(at, 1))}>
                ${own.removeItem(name)}
              </button>`
        }
      </div>
    </fieldset>`
  }

  private picked(content: FeedContent, { hash, type, widthPx, heightPx }: MediaResource): void {
    const at = this.picking
    const item = at === null ? undefined : content.items[at]
    this.picking = null
    if (at !== null && item !== undefined)
      this.items(content, content.items.with(at, { ...item, picture: { hash, type, widthPx, heightPx } }))
  }

  private items(content: FeedContent, items: readonly FeedItem[]): void {
    this.edit({ ...content, items })
  }

  private edit(content: FeedContent): void {
    this.content = content
    this.dispatchEvent(new CustomEvent<FeedContent>('edit', { detail: content }))
  }
}

/** A piece of news that nobody has written yet. */
export function emptyItem(): FeedItem {
  return { title: { nb: say().slides.sources.newItem, en: '' }, intro: noWords, when: '', picture: null }
}

function raised<T>(list: readonly T[], at: number): readonly T[] {
  const moved = list.slice(at, at + 1)
  return [...list.slice(0, at - 1), ...moved, ...list.slice(at - 1, at), ...list.slice(at + 1)]
}

declare global {
  interface HTMLElementTagNameMap {
    'is-feed-settings': FeedSettings
  }
}
