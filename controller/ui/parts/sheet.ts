/** A sheet for one task: from the side on a desktop, from below on a phone; a native dialog, so focus and Escape are right. */
import { css, html, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { say } from '../words/words.ts'
import { controls } from './controls.ts'
import { CrewElement } from './crew-element.ts'
import './toast.ts'

/** Fires `close` when somebody closes it (Escape, ✕, a click outside); the owner then sets `open` to false. Slots: the content, and `footer` for the buttons, which stay in sight. */
@customElement('is-sheet')
export class Sheet extends CrewElement {
  @property({ type: Boolean }) open = false
  @property() heading = ''
  @query('dialog') private readonly dialog!: HTMLDialogElement

  static override styles = [
    controls,
    css`
      dialog {
        position: fixed;
        inset: 0 0 0 auto;
        width: min(520px, 100vw);
        height: 100dvh;
        max-width: none;
        max-height: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: var(--paper);
        color: var(--ink);
        box-shadow: var(--lift);
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
        animation: from-side var(--slow) var(--ease);
      }
      dialog::backdrop {
        background: var(--scrim);
      }
      header {
        display: flex;
        align-items: center;
        gap: var(--s3);
        padding: var(--s4) var(--s4) var(--s3) var(--s5);
      }
      header h2:focus-visible {
        outline: none;
      }
      header h2 {
        flex: 1;
        min-width: 0;
      }
      .body {
        flex: 1;
        overflow: auto;
        padding: var(--s2) var(--s5) var(--s5);
        overscroll-behavior: contain;
      }
      footer {
        padding: var(--s3) var(--s5) calc(var(--s3) + env(safe-area-inset-bottom));
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      footer:not(:has(slot.filled)) {
        display: none;
      }
      @keyframes from-side {
        from {
          transform: translateX(32px);
          opacity: 0;
        }
      }
      @media (max-width: 767px) {
        dialog {
          inset: auto 0 0 0;
          width: 100vw;
          height: auto;
          max-height: 92dvh;
          border-radius: 20px 20px 0 0;
        }
        dialog[open] {
          animation-name: from-below;
        }
        header {
          padding: var(--s3) var(--s3) var(--s2) var(--s4);
        }
        .body {
          padding: var(--s2) var(--s4) var(--s5);
        }
        footer {
          padding-inline: var(--s4);
        }
        @keyframes from-below {
          from {
            transform: translateY(48px);
            opacity: 0;
          }
        }
      }
    `,
  ]

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return
    if (this.open && !this.dialog.open) this.dialog.showModal()
    else if (!this.open && this.dialog.open) this.dialog.close()
  }

  private asked(event: Event): void {
    event.preventDefault()
    this.dispatchEvent(new CustomEvent('close'))
  }

  private outside(event: MouseEvent): void {
    if (event.target === this.dialog) this.asked(event)
  }

  private filled(event: Event): void {
    const slot = event.target as HTMLSlotElement
    slot.classList.toggle('filled', slot.assignedNodes().length > 0)
  }

  protected override render() {
    return html`<dialog aria-labelledby="heading" @cancel=${this.asked} @pointerdown=${this.outside}>
      <header>
        <h2 id="heading" tabindex="-1" autofocus>${this.heading}</h2>
        <button class="button quiet icon" aria-label=${say().common.close} @click=${this.asked}>✕</button>
      </header>
      <div class="body">${this.open ? html`<slot></slot>` : ''}</div>
      <footer><slot name="footer" @slotchange=${this.filled}></slot></footer>
      ${this.open ? html`<is-toasts></is-toasts>` : ''}
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'is-sheet': Sheet
  }
}
