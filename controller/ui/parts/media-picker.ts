/** `<is-media-picker>`: choose a picture or video from the library, or upload one. */
import type { MediaResource, Written } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { Resource } from '../live.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import type { MediaKind } from './media-refusal.ts'
import { factsOf, thumbnailOf } from './media-words.ts'
import './media-upload.ts'

/** Event `media` carries the `MediaResource` that was chosen or has been uploaded. */
@customElement('is-media-picker')
export class MediaPicker extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
        gap: var(--s3);
      }
      .item {
        display: grid;
        gap: var(--s1);
        width: 100%;
        padding: 0;
        text-align: left;
        border-radius: var(--r2);
      }
      img,
      .none {
        width: 100%;
        aspect-ratio: 16 / 9;
        object-fit: contain;
        border-radius: var(--r1);
        background: var(--sunken);
        border: 1px solid var(--line);
      }
      .item:hover img {
        border-color: var(--blue);
      }
    `,
  ]

  @property() kind: MediaKind = 'image'
  private readonly library = new Resource<readonly MediaResource[]>(this, () => '/media', ['media'])

  override render(): TemplateResult {
    const all = (this.library.value ?? []).filter((media) => media.kind === this.kind)
    return html`
      <is-upload
        .kind=${this.kind}
        @uploaded=${(event: CustomEvent<Written<MediaResource>>) => this.choose(event.detail.value)}
      ></is-upload>
      ${
        all.length === 0
          ? nothing
          : html`<ul class="grid">
              ${all.map((media) => this.item(media))}
            </ul>`
      }
    `
  }

  private item(media: MediaResource): TemplateResult {
    const picture = thumbnailOf(media)
    return html`<li>
      <button class="item" @click=${() => this.choose(media)}>
        ${picture === null ? html`<span class="none"></span>` : html`<img src=${picture} alt="" loading="lazy" />`}
        <span class="small clip">${media.name}</span>
        <span class="visually-hidden">${factsOf(media)}</span>
      </button>
    </li>`
  }

  private choose(media: MediaResource): void {
    this.dispatchEvent(new CustomEvent<MediaResource>('media', { detail: media }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-media-picker': MediaPicker
  }
}
