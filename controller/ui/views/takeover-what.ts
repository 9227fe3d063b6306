/** `<is-takeover-what>`: what the screens are to show: a slide, a picture just taken, a web address, or black. */
import type { SlideResource } from '@infoskjerm/shared/wire/api.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import { SlideContextController } from '../parts/slide-editor-context.ts'
import '../parts/slide-editor-thumb.ts'
import { say } from '../words/words.ts'
import {
  addressOf,
  emptyDraft,
  offeredSlides,
  type Shot,
  type TakeoverDraft,
  type TakeoverKind,
  takeoverKinds,
} from './takeover-content.ts'
import './takeover-picture.ts'

/** Most slides shown at once; the rest is found by searching. */
const mostShown = 12

/** Fires `change` with the new `TakeoverDraft`. */
@customElement('is-takeover-what')
export class TakeoverWhat extends CrewElement {
  @property({ attribute: false }) value: TakeoverDraft = emptyDraft
  /** Which kinds are offered. */
  @property({ attribute: false }) kinds: readonly TakeoverKind[] = takeoverKinds
  @property({ attribute: false }) slides: readonly SlideResource[] = []
  /** Where pictures are sent. */
  @property() path = '/media'
  /** Somebody has tried to send it without. */
  @property({ type: Boolean }) tried = false
  @state() private search = ''
  private readonly stage = new SlideContextController(this, { still: true })

  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s3);
      }
      .head {
        font-weight: 650;
      }
      .kinds {
        gap: 6px;
      }
      .kinds .choice {
        padding-inline: 13px;
      }
      .slides {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(132px, 1fr));
        gap: var(--s2);
        max-height: 280px;
        overflow: auto;
        padding: 4px;
        margin: -4px;
      }
      .slide {
        display: grid;
        gap: 4px;
        width: 100%;
        padding: 4px;
        text-align: left;
        border-radius: var(--r2);
        border: 2px solid transparent;
      }
      .slide[aria-pressed='true'] {
        border-color: var(--blue);
      }
      .slide span {
        font-size: var(--t-small);
      }
    `,
  ]

  /** The keyboard begins at the kind that is chosen. */
  override focus(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.kinds [aria-pressed=true]')?.focus())
  }

  /** Resolves when a picture that is on its way has come, or has failed. */
  async arrived(): Promise<void> {
    await this.renderRoot.querySelector('is-take-picture')?.arrived()
  }

  private tell(change: Partial<TakeoverDraft>): void {
    this.value = { ...this.value, ...change }
    this.dispatchEvent(new CustomEvent<TakeoverDraft>('change', { detail: this.value }))
  }

  private slideChoice(): TemplateResult {
    const words = say().takeover
    const wanted = this.search.trim().toLocaleLowerCase()
    const found = offeredSlides(this.slides)
      .filter(({ published }) => `${published?.name} ${JSON.stringify(published?.content)}`.toLocaleLowerCase().includes(wanted))
      .toSorted((a, b) => (a.published?.name ?? '').localeCompare(b.published?.name ?? '', 'nb'))
    return html`<input
        class="input"
        type="search"
        aria-label=${words.slideSearch}
        placeholder=${words.slideSearch}
        .value=${this.search}
        @input=${(event: Event) => (this.search = (event.target as HTMLInputElement).value)}
      />
      ${found.length === 0 ? html`<p class="muted small">${words.noSlides}</p>` : nothing}
      <ul class="slides">
        ${found.slice(0, mostShown).map(
          (slide) =>
            html`<li>
              <button
                type="button"
                class="slide"
                aria-pressed=${slide.id === this.value.slide}
                @click=${() => this.tell({ slide: slide.id })}
              >
                <is-slide-thumb .body=${slide.published} .context=${this.stage.context}></is-slide-thumb>
                <span class="clip">${slide.published?.name}</span>
              </button>
            </li>`,
        )}
      </ul>
      ${found.length > mostShown ? html`<p class="muted small">${words.more(found.length - mostShown)}</p>` : nothing}`
  }

  private address(): TemplateResult {
    const words = say().takeover
    const wrong = this.tried && addressOf(this.value.address) === null
    return html`<label class="field"
      ><span class="label">${words.address}</span
      ><input
        class="input"
        type="url"
        inputmode="url"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        name="address"
        placeholder=${words.addressExample}
        aria-invalid=${wrong}
        .value=${live(this.value.address)}
        @input=${(event: Event) => {
          event.stopPropagation()
          this.tell({ address: (event.target as HTMLInputElement).value })
        }}
        @change=${(event: Event) => event.stopPropagation()}
      />${wrong ? html`<span class="problem" role="alert">${words.addressWrong}</span>` : html`<span class="hint">${words.addressHint}</span>`}</label
    >`
  }

  private detail(): TemplateResult {
    switch (this.value.kind) {
      case 'slide':
        return this.slideChoice()
      case 'picture':
        return html`<is-take-picture
          .path=${this.path}
          .shot=${this.value.shot}
          @picture=${(event: CustomEvent<Shot>) => this.tell({ shot: event.detail })}
        ></is-take-picture>`
      case 'web':
        return this.address()
      case 'black':
        return html`<p class="muted small">${say().takeover.blackHint}</p>`
    }
  }

  protected override render() {
    const words = say().takeover
    return html`
      <p class="head" id="head">${words.what}</p>
      <div class="choices kinds" role="group" aria-labelledby="head">
        ${this.kinds.map(
          (kind) =>
            html`<button type="button" class="choice" aria-pressed=${kind === this.value.kind} @click=${() => this.tell({ kind })}>
              ${words.kinds[kind]}
            </button>`,
        )}
      </div>
      ${this.detail()}
    `
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-takeover-what': TakeoverWhat
  }
}
