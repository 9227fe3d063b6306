/** *Feil*: what is wrong with the screen one stands before, with a photo, in a sheet. */
import { limits } from '@infoskjerm/shared/limits.ts'
import { type OutOfService, outOfService } from '@infoskjerm/shared/model/screen.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { mediaUrl } from '../media-url.ts'
import { controls } from '../parts/controls.ts'
import { CrewElement } from '../parts/crew-element.ts'
import '../parts/sheet.ts'
import { screenName } from '../venue.ts'
import { say } from '../words/words.ts'
import type { Shot } from './takeover-content.ts'
import './takeover-picture.ts'

export interface Wrong {
  readonly note: string
  /** Hash of a photo in the media store. */
  readonly picture: string | null
  /** Why it is to be taken out of service; null: it is not. */
  readonly out: OutOfService | null
}

/** Fires `wrong` with the `Wrong`, and `close`. */
@customElement('is-round-wrong')
export class RoundWrong extends CrewElement {
  @property({ type: Boolean }) open = false
  /** Id of the screen. */
  @property() screen = ''
  @state() private said: readonly string[] = []
  @state() private note = ''
  @state() private shot: Shot | null = null
  @state() private out: OutOfService | null = null

  static override styles = [
    controls,
    css`
      img {
        max-width: 100%;
        max-height: 180px;
        border-radius: var(--r2);
      }
    `,
  ]

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open') || !this.open) return
    this.said = []
    this.note = ''
    this.shot = null
    this.out = null
  }

  private toggle(word: string): void {
    this.said = this.said.includes(word) ? this.said.filter((one) => one !== word) : [...this.said, word]
  }

  private save(event: Event): void {
    event.preventDefault()
    const note = [...this.said, this.note.trim()]
      .filter((part) => part !== '')
      .join('. ')
      .slice(0, limits.titleLength)
    this.dispatchEvent(new CustomEvent<Wrong>('wrong', { detail: { note, picture: this.shot?.hash ?? null, out: this.out } }))
  }

  private pill(text: string, pressed: boolean, press: () => void) {
    return html`<button type="button" class="choice" aria-pressed=${pressed} @click=${press}>${text}</button>`
  }

  private fields() {
    const words = say()
    return html`<form id="wrong" class="stack" @submit=${this.save}>
      <div class="field" role="group" aria-label=${words.round.wrongWhat}>
        <span class="label">${words.round.wrongWhat}</span>
        <div class="choices">${words.round.wrongs.map((word) => this.pill(word, this.said.includes(word), () => this.toggle(word)))}</div>
      </div>
      <is-take-picture .shot=${this.shot} @picture=${(event: CustomEvent<Shot>) => (this.shot = event.detail)}></is-take-picture>
      ${this.shot === null ? nothing : html`<img src=${mediaUrl(this.shot.hash)} alt=${words.round.photoOf(screenName(this.screen))} />`}
      <label class="field"
        ><span class="label">${words.round.note}</span>
        <input
          class="input"
          autocomplete="off"
          maxlength=${limits.titleLength}
          .value=${this.note}
          @input=${(event: Event) => (this.note = (event.target as HTMLInputElement).value)}
      /></label>
      <div class="field" role="group" aria-label=${words.round.outOfService}>
        <span class="label">${words.round.outOfService}</span>
        <div class="choices">
          ${this.pill(words.round.no, this.out === null, () => (this.out = null))}
          ${outOfService.map((why) => this.pill(words.screens.reasons[why], this.out === why, () => (this.out = why)))}
        </div>
      </div>
    </form>`
  }

  protected override render() {
    const words = say().round
    return html`<is-sheet
      .open=${this.open}
      .heading=${words.wrongTitle(screenName(this.screen))}
      @close=${() => this.dispatchEvent(new CustomEvent('close'))}
    >
      ${this.open ? this.fields() : nothing}
      <div slot="footer"><button class="button primary large wide" @click=${this.save}>${words.save}</button></div>
    </is-sheet>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-round-wrong': RoundWrong
  }
}
