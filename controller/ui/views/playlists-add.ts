/** `<is-add-items>`: search slides and playlists, press to put them last in the list. */
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { bodyOf } from '../parts/slide-editor-json.ts'
import '../parts/slide-editor-thumb.ts'
import { say } from '../words/words.ts'
import type { ItemJson, Library } from './playlists-items.ts'

/** Event `add` carries what the new item is of; the sheet stays open for more. */
@customElement('is-add-items')
export class AddItems extends CrewElement {
  static override styles = [
    controls,
    css`
      .body {
        display: grid;
        gap: var(--s4);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--s3);
      }
      .slide,
      .nested {
        display: grid;
        gap: 6px;
        width: 100%;
        padding: 6px;
        text-align: left;
        border: 1px solid transparent;
        border-radius: var(--r3);
        font-weight: 600;
      }
      .nested {
        min-height: var(--touch);
        align-items: center;
        padding: var(--s2) var(--s3);
        border-color: var(--line);
        background: var(--surface);
      }
      .slide:hover,
      .nested:hover {
        border-color: var(--blue);
      }
      section {
        display: grid;
        gap: var(--s2);
      }
    `,
  ]

  @property({ type: Boolean }) open = false
  @property({ attribute: false }) library: Library = { slides: new Map(), playlists: new Map() }
  /** The list itself, which is not offered. */
  @property() playlistId = ''
  @property({ attribute: false }) context: StageContext | null = null
  @state() private search = ''
  @state() private said = ''

  override render(): TemplateResult {
    const words = say().playlists
    const wanted = this.search.trim().toLocaleLowerCase()
    const named = <T extends { readonly id: string }>(all: readonly T[], nameOf: (one: T) => string): readonly T[] =>
      all.filter((one) => nameOf(one).toLocaleLowerCase().includes(wanted)).toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'nb'))
    const slides = named([...this.library.slides.values()], (one) => bodyOf(one).name)
    const playlists = named(
      [...this.library.playlists.values()].filter((one) => one.id !== this.playlistId),
      (one) => bodyOf(one).name,
    )
    return html`<is-sheet .open=${this.open} .heading=${words.addTitle} @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <div class="body">
        <input
          class="input"
          type="search"
          aria-label=${words.addSearch}
          placeholder=${words.addSearch}
          .value=${this.search}
          @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
        />
        <div class="visually-hidden" role="status">${this.said}</div>
        ${slides.length + playlists.length === 0 ? html`<p class="muted">${words.nothingFound}</p>` : nothing}
        ${
          playlists.length === 0
            ? nothing
            : html`<section>
                <h3>${words.addPlaylists}</h3>
                ${playlists.map(
                  (one) =>
                    html`<button
                      class="nested"
                      @click=${() => this.add({ kind: 'playlist', playlist: one.id, take: null }, bodyOf(one).name)}
                    >
                      ${bodyOf(one).name}
                    </button>`,
                )}
              </section>`
        }
        ${
          slides.length === 0
            ? nothing
            : html`<section>
                <h3>${words.addSlides}</h3>
                <div class="grid">
                  ${slides.map(
                    (one) =>
                      html`<button class="slide" @click=${() => this.add({ kind: 'slide', slide: one.id }, bodyOf(one).name)}>
                        <is-slide-thumb .body=${bodyOf(one)} .context=${this.context}></is-slide-thumb>
                        <span class="small clip">${bodyOf(one).name}</span>
                      </button>`,
                  )}
                </div>
              </section>`
        }
      </div>
    </is-sheet>`
  }

  private add(of: ItemJson['of'], name: string): void {
    this.said = say().playlists.added(name)
    this.dispatchEvent(new CustomEvent<ItemJson['of']>('add', { detail: of }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-add-items': AddItems
  }
}
