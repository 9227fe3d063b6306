/** `<is-playlist-item>`: one line of a playlist: its picture, its name, how long, when, and out. */
import type { StageContext } from '@infoskjerm/player/stage/context.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { readSeconds } from '../parts/slide-editor-fields.ts'
import { bodyOf, fromText } from '../parts/slide-editor-json.ts'
import '../parts/slide-editor-thumb.ts'
import type { Validity } from '../parts/slide-editor-validity.ts'
import '../parts/slide-editor-validity.ts'
import { times } from '../words/times.ts'
import { say } from '../words/words.ts'
import './playlists-take.ts'
import { filmstrip, type ItemJson, type Library, nameOf } from './playlists-items.ts'

export type ItemChange = Partial<Omit<ItemJson, 'id'>>

/** Events: `change` with an `ItemChange`, `remove`. */
@customElement('is-playlist-item')
export class PlaylistItemRow extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        grid-template-columns: 112px minmax(0, 1fr) auto auto auto;
        align-items: center;
        gap: var(--s3);
        padding: var(--s2) var(--s2) var(--s2) 0;
        min-height: 80px;
      }
      /* Takes no line of its own in the grid. */
      is-sheet {
        position: absolute;
      }
      .gone {
        aspect-ratio: 16 / 9;
        border-radius: var(--r1);
        background: var(--sunken);
      }
      .name {
        font-weight: 650;
        color: inherit;
        text-decoration: none;
      }
      .name:hover {
        text-decoration: underline;
      }
      .seconds {
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .seconds input {
        width: 72px;
        text-align: right;
      }
      .when {
        max-width: 220px;
        white-space: normal;
        text-align: left;
      }
      @media (max-width: 767px) {
        :host {
          grid-template-columns: 76px minmax(0, 1fr) auto;
        }
        .seconds {
          grid-column: 1 / 3;
          grid-row: 2;
        }
        .seconds {
          justify-self: start;
        }
        .when {
          grid-column: 2 / 4;
          grid-row: 2;
          justify-self: end;
        }
        .take {
          grid-column: 1 / 4;
          grid-row: 2;
        }
        .take ~ .when {
          grid-column: 1 / 4;
          grid-row: 3;
        }
        .remove {
          grid-column: 3;
          grid-row: 1;
        }
      }
    `,
  ]

  @property({ attribute: false }) item: ItemJson | null = null
  @property({ attribute: false }) library: Library = { slides: new Map(), playlists: new Map() }
  @property({ attribute: false }) context: StageContext | null = null
  @property({ type: Boolean }) editable = false
  @state() private written: string | null = null
  @state() private timing = false

  override render(): TemplateResult | typeof nothing {
    const { item } = this
    if (item === null) return nothing
    const words = say().playlists
    const name = nameOf(item, this.library) ?? words.missing
    const path = item.of.kind === 'slide' ? `/slides/${item.of.slide}` : `/playlists/${item.of.playlist}`
    return html`
      ${this.picture(item)}
      <div>
        <a class="name" href=${path} aria-label=${words.open(name)}>${name}</a>
        <div class="small muted">${this.about(item)}</div>
      </div>
      ${item.of.kind === 'slide' ? this.seconds(item, item.of.slide, name) : this.take(item.of, name)}
      <button class="button quiet small when" ?disabled=${!this.editable} @click=${() => (this.timing = true)}>
        ${validityText(item)}
      </button>
      ${
        this.editable
          ? html`<button
              class="button quiet icon remove"
              aria-label=${words.remove(name)}
              @click=${() => this.dispatchEvent(new CustomEvent('remove'))}
            >
              ✕
            </button>`
          : nothing
      }
      <is-sheet .open=${this.timing} .heading=${words.validityOf(name)} @close=${() => (this.timing = false)}>
        <is-validity
          .label=${words.validity}
          .value=${{ validFrom: item.validFrom, validUntil: item.validUntil }}
          @validity=${(event: CustomEvent<Validity>) => this.change(event.detail)}
        ></is-validity>
      </is-sheet>
    `
  }

  private picture(item: ItemJson): TemplateResult {
    const alone = { name: '', order: 'sequence', items: [item] } as const
    const [slide] = filmstrip(alone, this.library, 1)
    return slide === undefined
      ? html`<div class="gone"></div>`
      : html`<is-slide-thumb .body=${bodyOf(slide)} .context=${this.context}></is-slide-thumb>`
  }

  private about(item: ItemJson): string {
    if (item.of.kind === 'slide') {
      const slide = this.library.slides.get(item.of.slide)
      if (slide === undefined) return ''
      const kind = say().slides.kinds[bodyOf(slide).content.kind]
      return slide.draft === null ? kind : `${kind} · ${say().playlists.draft}`
    }
    const nested = this.library.playlists.get(item.of.playlist)
    return say().playlists.nested(nested === undefined ? 0 : bodyOf(nested).items.length)
  }

  private seconds(item: ItemJson, slideId: string, name: string): TemplateResult {
    const words = say().playlists
    const slide = this.library.slides.get(slideId)
    const own = slide === undefined ? '' : String(Math.round(bodyOf(slide).durationMs / 1000))
    const wrong = this.written !== null && this.written.trim() !== '' && readSeconds(this.written) === null
    return html`<label class="seconds"
      ><input
        class="input tabular"
        inputmode="numeric"
        aria-label=${words.duration(name)}
        aria-invalid=${wrong}
        title=${wrong ? words.durationWrong : words.durationOwn(Number(own))}
        placeholder=${own}
        ?disabled=${!this.editable}
        .value=${live(this.written ?? (item.durationMs === null ? '' : String(Math.round(item.durationMs / 1000))))}
        @input=${(event: Event) => this.typed((event.target as HTMLInputElement).value)}
        @blur=${() => (this.written = null)}
      /><span class="small muted">${words.durationShort}</span></label
    >`
  }

  private take(of: ItemJson['of'] & { readonly kind: 'playlist' }, name: string): TemplateResult {
    return html`<is-take
      class="take"
      .value=${of.take}
      .name=${name}
      .editable=${this.editable}
      @take=${(event: CustomEvent<number | null>) => this.change({ of: { ...of, take: event.detail } })}
    ></is-take>`
  }

  private typed(text: string): void {
    this.written = text
    const ms = readSeconds(text)
    if (text.trim() === '') this.change({ durationMs: null })
    else if (ms !== null) this.change({ durationMs: ms })
  }

  private change(change: ItemChange): void {
    this.dispatchEvent(new CustomEvent<ItemChange>('change', { detail: change }))
  }
}

/** `Alltid`, `fra lørdag 27. kl. 12:00`, `til …`, or both. */
function validityText({ validFrom, validUntil }: ItemJson): string {
  const words = say().playlists
  const text = (at: string): string => times().dayTime(fromText(at))
  if (validFrom === null) return validUntil === null ? words.always : words.until(text(validUntil))
  return validUntil === null ? words.from(text(validFrom)) : words.between(text(validFrom), text(validUntil))
}

declare global {
  interface HTMLElementTagNameMap {
    'is-playlist-item': PlaylistItemRow
  }
}
