/** `<is-focus>`: the point of a picture that must stay on every screen, chosen by tapping the picture or with the arrow keys. */
import type { Focus, Picture } from '@infoskjerm/shared/model/contents-media.ts'
import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import { moved } from './focus-moved.ts'

/** Event `focus-point` carries the `Focus`, or null: the middle. */
@customElement('is-focus')
export class FocusPicker extends CrewElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        gap: var(--s2);
      }
      .picture {
        position: relative;
        justify-self: start;
        padding: 0;
        line-height: 0;
        border-radius: var(--r2);
        overflow: clip;
        cursor: crosshair;
        touch-action: manipulation;
      }
      .picture:focus-visible {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      img {
        max-width: 100%;
        max-height: 240px;
        pointer-events: none;
      }
      .point {
        position: absolute;
        width: 28px;
        height: 28px;
        margin: -14px 0 0 -14px;
        border: 3px solid white;
        border-radius: 50%;
        box-shadow:
          0 0 0 2px black,
          inset 0 0 0 2px black;
        pointer-events: none;
      }
      .below {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--s2);
      }
    `,
  ]

  @property({ attribute: false }) picture: Picture | null = null
  @property({ attribute: false }) focusPoint: Focus | null = null

  override render(): TemplateResult | typeof nothing {
    const { picture, focusPoint } = this
    if (picture === null) return nothing
    const words = say().slides.media
    const { xPct, yPct } = focusPoint ?? middle
    return html`<div class="field">
      <span class="label" id="label">${words.focus}</span>
      <button
        class="picture"
        type="button"
        aria-labelledby="label"
        aria-describedby="where help"
        @click=${this.tapped}
        @keydown=${this.typed}
      >
        <img src=${`/media/${picture.hash}`} alt="" />
        <span class="point" style="left:${xPct}%;top:${yPct}%"></span>
      </button>
      <div class="below">
        <span class="small muted tabular" id="where" role="status">${words.focusAt(xPct, yPct)}</span>
        ${
          focusPoint === null
            ? nothing
            : html`<button class="button quiet" type="button" @click=${() => this.tell(null)}>${words.focusMiddle}</button>`
        }
      </div>
      <span class="hint" id="help">${words.focusHelp}</span>
    </div>`
  }

  private tapped(event: MouseEvent): void {
    // Enter and the space bar press a button too, from nowhere.
    if (event.detail === 0) return
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect()
    const share = (at: number, from: number, length: number): number => Math.round(Math.min(1, Math.max(0, (at - from) / length)) * 100)
    this.tell({ xPct: share(event.clientX, box.left, box.width), yPct: share(event.clientY, box.top, box.height) })
  }

  private typed(event: KeyboardEvent): void {
    const next = moved(this.focusPoint ?? middle, event.key, event.shiftKey)
    if (next === null) return
    event.preventDefault()
    this.tell(next)
  }

  private tell(detail: Focus | null): void {
    this.dispatchEvent(new CustomEvent<Focus | null>('focus-point', { detail }))
  }
}

const middle: Focus = { xPct: 50, yPct: 50 }

declare global {
  interface HTMLElementTagNameMap {
    'is-focus': FocusPicker
  }
}
